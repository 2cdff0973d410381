// SteVe Load Management, GPL-3.0-or-later
import { api } from './api.js';
import { messageOf } from './dialogs.js';
import { button, el, link } from './dom.js';
import { whole } from './protocol-sheet.js';
import { learn, t } from './text.js';

await learn('stations');

/** The protocol of an earlier test, to be printed. */
export function show(body, { id }) {
  const place = el('div');
  body.append(el('div', { class: 'head' }, el('h1', {}, t('test')), el('span', { class: 'push noprint' }), button(t('print'), () => window.print(), 'noprint'), link('#/stations', t('back'))), place);
  api.protocol(Number(id)).then((test) => place.replaceChildren(...whole(test).flat(2))).catch((error) => place.replaceChildren(el('p', { class: 'err' }, messageOf(error))));
  return null;
}
