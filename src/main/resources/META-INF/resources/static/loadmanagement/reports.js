// SteVe Load Management, GPL-3.0-or-later
import { api } from './api.js';
import { cell, el, heading } from './dom.js';
import { messageOf } from './dialogs.js';
import { moment, number, t } from './text.js';

const iso = (date) => `${date.getFullYear()}-${String(date.getMonth() + 1).padStart(2, '0')}-${String(date.getDate()).padStart(2, '0')}`;

/** A month, or any other time, in numbers. */
export function show(body) {
  const now = new Date();
  const from = el('input', { type: 'date', value: iso(new Date(now.getFullYear(), now.getMonth(), 1)) });
  const to = el('input', { type: 'date', value: iso(now) });
  const result = el('div');
  const files = el('span', { class: 'push counts' });
  const bounds = () => {
    const end = new Date(`${to.value}T00:00`);
    end.setDate(end.getDate() + 1);
    return [new Date(`${from.value}T00:00`).toISOString(), end.toISOString()];
  };
  const load = async () => {
    try {
      const [begins, ends] = bounds();
      files.replaceChildren(el('a', { href: api.url('/reports.csv', { from: begins, to: ends }) }, t('export.strands')),
        el('a', { href: api.url('/reports/evses.csv', { from: begins, to: ends }) }, t('export.byevse')));
      result.replaceChildren(...table(await api.reports(begins, ends)));
    } catch (error) {
      result.replaceChildren(el('p', { class: 'err', role: 'alert' }, messageOf(error)));
    }
  };
  from.addEventListener('change', load);
  to.addEventListener('change', load);
  body.append(el('div', { class: 'head' }, el('h1', {}, t('nav.reports'))),
    el('div', { class: 'filters' }, el('label', {}, t('from'), from), el('label', {}, t('through'), to), files), result);
  load();
  return null;
}

const hours = (seconds) => [number(seconds / 3600), el('i', {}, 'h')];
const kwh = (wattHours) => [number(wattHours / 1000), el('i', {}, 'kWh')];

function table(reports) {
  const known = reports.filter((report) => report.coveredShare > 0);
  if (known.length === 0) {
    return [el('p', { class: 'muted' }, t('reports.none'))];
  }
  return [el('table', { class: 'rows flow' },
    el('thead', {}, el('tr', {}, el('th', {}, t('strand')), ['recorded', 'utilisation', 'energy', 'session.time', 'waiting.time', 'curtailed'].map((key) => el('th', { class: 'r' }, t(key))))),
    el('tbody', {}, known.map((report) => el('tr', {}, el('th', { scope: 'row' }, report.name),
      cell(t('recorded'), `${number(report.coveredShare * 100)} %`),
      cell(t('utilisation'), report.utilisation == null ? t('unknown') : `${report.complete ? '' : '≥ '}${number(report.utilisation * 100)} %`),
      cell(t('energy'), report.complete ? '' : '≥ ', kwh(report.energyWh)), cell(t('session.time'), hours(report.sessionS)),
      cell(t('waiting.time'), hours(report.waitingS)), cell(t('curtailed'), '≤ ', kwh(report.curtailedWh)))))),
  el('p', { class: 'muted' }, t('reports.note')),
  heading(t('peaks'), t('peaks.note')),
  known.every((report) => report.peaks.length === 0) ? el('p', { class: 'muted' }, t('peaks.none')) : el('table', { class: 'rows flow' },
    el('thead', {}, el('tr', {}, el('th', {}, t('strand')), el('th', {}, t('began')), el('th', { class: 'r' }, t('mean.power')))),
    el('tbody', {}, known.flatMap((report) => report.peaks.map((peak) => el('tr', {}, el('th', { scope: 'row' }, report.name),
      el('td', {}, moment(peak.beginsAt)), cell(t('mean.power'), report.complete ? '' : '≥ ', [number(peak.watts / 1000), el('i', {}, 'kW')]))))))];
}
