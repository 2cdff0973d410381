// SteVe Load Management, GPL-3.0-or-later
const root = document.getElementById('lm');
const known = root.lang === 'de' ? (await import('./lang/de-said.js')).default : [];

const escaped = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
const pattern = (english) => new RegExp(`^${english.split(/\{\d\}/).map(escaped).join('([\\s\\S]+?)')}$`);

let patterns;

const QUANTITY = /(\d)\.(\d+)(?= ?(?:A|kW|kWh|V|s)\b)/g;

/** What the server says in English, in the operator's language; as it is where nobody has translated it. */
export function said(text) {
  return !text || known.length === 0 ? text : translated(text).replace(QUANTITY, '$1,$2');
}

function translated(text) {
  patterns ??= known.map(([english, other]) => [pattern(english), other]);
  for (const [english, other] of patterns) {
    const found = english.exec(text);
    if (found) {
      return other.replace(/\{(\d)\}/g, (_, index) => translated(found[Number(index) + 1]));
    }
  }
  return text;
}
