// SteVe Load Management, GPL-3.0-or-later
import { api } from './api.js';
import { calm, el } from './dom.js';
import { PagedRows } from './pages-of-rows.js';
import { said } from './said.js';
import { moment, t } from './text.js';

/** Who changed what, and when. */
export function show(body) {
  const text = el('input', { type: 'search' });
  const file = el('a', { class: 'push', href: api.url('/audits.csv') }, t('export'));
  const rows = new PagedRows([t('time'), t('audit.by'), t('audit.action'), t('subject'), t('audit.detail')],
    (page, size) => api.audits({ containing: text.value, page, size }),
    (audit) => el('tr', {}, el('td', { class: 'nw' }, moment(audit.at)), el('td', { 'data-l': t('audit.by') }, audit.by),
      el('td', { 'data-l': t('audit.action') }, t(`audit.${audit.action}`)), el('th', { scope: 'row' }, audit.subject), el('td', {}, audit.detail.split('; ').map(said).join('; '))));
  text.addEventListener('input', calm(() => {
    file.href = api.url('/audits.csv', { containing: text.value });
    rows.show();
  }));
  body.append(el('div', { class: 'head' }, el('h1', {}, t('nav.audit'))), el('div', { class: 'filters' }, el('label', {}, t('filter.text'), text), file), rows.node);
  rows.show();
  return null;
}
