// SteVe Load Management, GPL-3.0-or-later
const root = document.getElementById('lm');
const known = root.lang === 'de' ? (await import('./lang/de-said.js')).default : [];

const escaped = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
const pattern = (english) => new RegExp(`^${english.split(/\{\d\}/).map(escaped).join('([\\s\\S]+?)')}$`);

let patterns;

/** What the server says in English, in the operator's language; as it is where nobody has translated it. */
export function said(text) {
  if (!text || known.length === 0) {
    return text;
  }
  patterns ??= known.map(([english, other]) => [pattern(english), other]);
  for (const [english, other] of patterns) {
    const found = english.exec(text);
    if (found) {
      return other.replace(/\{(\d)\}/g, (_, index) => said(found[Number(index) + 1]));
    }
  }
  return text;
}
