// SteVe Load Management, GPL-3.0-or-later
import { api, mayChange } from './api.js';
import { button, calm, el, select, word } from './dom.js';
import { PagedRows } from './pages-of-rows.js';
import { said } from './said.js';
import { duration, moment, t, when } from './text.js';

const KINDS = ['OVER_LIMIT', 'NOT_FOLLOWING', 'REJECTED', 'UNANSWERED', 'OFFLINE', 'STALE_METER', 'BUDGET_SPENT', 'FALLBACK_NOT_CONFIRMED', 'GRID_METER_STALE', 'METER_ODD', 'SIGNALS_CONTRADICT', 'GRID_OPERATOR_SILENT', 'LOOP_LATE', 'DATABASE_GONE'];

/** What was wrong, since when, and who took note of it. */
export function show(body) {
  const kind = select('', [['', t('all')], ...KINDS.map((one) => [one, t(`alarm.${one}`)])]);
  const subject = el('input', { type: 'search' });
  const lasting = el('input', { type: 'checkbox' });
  const asked = () => ({ kind: kind.value, subject: subject.value, lasting: lasting.checked || null });
  const file = el('a', { class: 'push', href: api.url('/events.csv') }, t('export'));
  const rows = new PagedRows([t('state'), t('subject'), t('words'), t('began'), t('ended'), t('acknowledged')],
    (page, size) => api.events({ ...asked(), page, size }), (event) => row(event, () => rows.show()));
  const again = () => {
    file.href = api.url('/events.csv', asked());
    rows.show();
  };
  kind.addEventListener('change', again);
  lasting.addEventListener('change', again);
  subject.addEventListener('input', calm(again));
  body.append(el('div', { class: 'head' }, el('h1', {}, t('nav.events'))),
    el('div', { class: 'filters' }, el('label', {}, t('kind'), kind), el('label', {}, t('subject'), subject), el('span', {}, el('label', { class: 'c' }, lasting, ' ', t('lasting.only'))), file),
    rows.node);
  rows.show();
  return null;
}

function row(event, again) {
  const acknowledge = async () => {
    await api.acknowledge(event.id);
    await again();
  };
  const lasted = event.endedAt && duration((new Date(event.endedAt) - new Date(event.beganAt)) / 1000);
  return el('tr', {}, el('td', {}, word(event.severity === 'ALARM' ? 'Alarm' : 'Degraded')),
    el('th', { scope: 'row' }, event.subject), el('td', {}, el('strong', {}, t(`alarm.${event.kind}`)), el('span', { class: 'sub' }, said(event.words))),
    el('td', { 'data-l': t('began'), title: moment(event.beganAt) }, when(event.beganAt)),
    el('td', { 'data-l': t('ended') }, event.endedAt ? [when(event.endedAt), el('span', { class: 'sub' }, lasted)] : t('lasts')),
    el('td', { 'data-l': t('acknowledged') }, event.acknowledgedAt ? [event.acknowledgedBy, el('span', { class: 'sub' }, when(event.acknowledgedAt))]
      : mayChange ? button(t('acknowledge'), acknowledge) : '–'));
}
