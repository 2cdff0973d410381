// SteVe Load Management, GPL-3.0-or-later
import { api, mayChange } from './api.js';
import { confirmDialog, messageOf } from './dialogs.js';
import { button, cell, el, heading, kilowatts, update } from './dom.js';
import { amount, hint, mark, milli, refuse, row } from './forms.js';
import { every, firstStrand, gridHead, noStrand, strandPicker, zones } from './grid-tabs.js';
import { gauge } from './gauge.js';
import { live } from './live.js';
import { duration, minute, moment, number, t, zoneName } from './text.js';

const EVERY_MS = 5000;
const QUARTER_MS = 15 * 60 * 1000;
const MOST = 20;

/** The mean power of a quarter hour is what the grid operator bills: its target, the running one, and the highest so far. */
export function show(body) {
  body.append(...gridHead('peaks'), el('p', {}, t('peaks.text')));
  let strand = firstStrand();
  if (strand === null) {
    body.append(noStrand());
    return null;
  }
  const running = el('div');
  const form = el('div');
  const highest = el('div');
  const now = async () => {
    try {
      const [grid, settings] = await Promise.all([api.grid(), api.gridSettings()]);
      const target = settings.targets.find((one) => one.strand === strand) ?? null;
      update(running, runningOf(grid.find((one) => one.strand === strand), target));
      return target;
    } catch (error) {
      running.replaceChildren(el('p', { class: 'err', role: 'alert' }, messageOf(error)));
      return null;
    }
  };
  const all = async () => {
    const target = await now();
    form.replaceChildren(mayChange ? targetForm(strand, target, all) : '');
    try {
      highest.replaceChildren(table(await api.quarterHours(strand, MOST), target));
    } catch (error) {
      highest.replaceChildren(el('p', { class: 'err', role: 'alert' }, messageOf(error)));
    }
  };
  body.append(strandPicker(strand, (chosen) => { strand = chosen; all(); }), running, form, heading(t('peaks'), t('peaks.year')), highest);
  all();
  return every(EVERY_MS, now);
}

function runningOf(grid, target) {
  if (!grid || grid.quarterFrom == null) {
    return el('p', { class: 'muted' }, t('quarter.unknown'));
  }
  const until = new Date(new Date(grid.quarterFrom).getTime() + QUARTER_MS);
  const rating = Math.max(target?.targetW ?? 0, grid.peakW ?? 0, grid.quarterMeanW ?? 0, 1);
  const fact = (name, value, remark) => el('div', {}, el('dt', {}, name), el('dd', {}, value, el('small', {}, remark)));
  return [el('dl', { class: 'facts' },
    fact(t('quarter.running'), kilowatts(grid.quarterMeanW), t('quarter.running.note', minute(grid.quarterFrom), minute(until))),
    fact(t('quarter.target'), target ? kilowatts(target.targetW) : el('span', { class: 'muted' }, t('none')), target?.followsPeak ? t('quarter.follows.short') : ''),
    fact(t('quarter.highest'), grid.peakW == null ? el('span', { class: 'muted' }, t('none')) : kilowatts(grid.peakW), t('quarter.highest.note'))),
  target && grid.quarterMeanW != null && el('div', { class: 'quarter' }, gauge({ rating, limit: target.targetW, measured: grid.quarterMeanW, decides: grid.quarterMeanW > target.targetW }))];
}

function targetForm(strand, target, load) {
  const watts = amount(target?.targetW, t('quarter.target'), { id: 'lm-target' });
  const zone = el('input', { type: 'text', id: 'lm-target-zone', value: target?.zone ?? zoneName, list: 'lm-zones' });
  const follows = el('input', { type: 'checkbox', checked: target?.followsPeak ?? false });
  const alert = el('div', { role: 'alert' });
  const remove = () => confirmDialog(t('target.remove'), live.state.strands.find((one) => one.id === strand)?.name ?? '', t('target.remove.verb'), async () => {
    await api.deleteTarget(strand);
    await load();
  });
  const node = el('form', { class: 'noprint', novalidate: true }, heading(t('quarter.target')), alert, el('div', { class: 'form' },
    row(t('target.mean'), 'lm-target', 'targetW', watts, ' kW', hint('target.hint')),
    row(t('target.follows'), null, 'followsPeak', el('label', { class: 'c' }, follows, ' ', t('target.follows.text'))),
    row(t('zone'), 'lm-target-zone', 'zone', zone, zones(), hint('target.zone.hint'))),
  el('div', { class: 'bar' }, el('button', { type: 'submit', class: 'btn main' }, t('target.set')), target && button(t('target.remove.verb'), remove, 'danger')));
  node.addEventListener('submit', async (event) => {
    event.preventDefault();
    try {
      await api.setTarget(strand, { targetW: milli(watts), zone: zone.value, followsPeak: follows.checked });
      mark(node, []);
      await load();
      document.getElementById('lm-told').textContent = t('target.is.set');
    } catch (error) {
      refuse(error, node, alert);
    }
  });
  return node;
}

function table(lines, target) {
  if (lines.length === 0) {
    return el('p', { class: 'muted' }, t('quarter.none'));
  }
  const most = Math.max(...lines.map((line) => line.meanW), target?.targetW ?? 0);
  return el('table', { class: 'rows flow quarters' },
    el('thead', {}, el('tr', {}, el('th', { class: 'r' }, t('rank')), el('th', {}, t('began')), el('th', { class: 'r' }, t('mean.power')), el('th', {}, t('quarter.bar')),
      el('th', { class: 'r' }, t('energy')), el('th', { class: 'r' }, t('quarter.assumed')))),
    el('tbody', {}, lines.map((line, index) => el('tr', {}, cell(t('rank'), String(index + 1)), el('th', { scope: 'row' }, moment(line.from)),
      cell(t('mean.power'), kilowatts(line.meanW)), el('td', { class: 'gcell' }, gauge({ rating: most, limit: target?.targetW, measured: line.meanW, size: 'small', decides: target != null && line.meanW > target.targetW })),
      cell(t('energy'), [number(line.energyWh / 1000), el('i', {}, 'kWh')]), cell(t('quarter.assumed'), line.assumedS === 0 ? '–' : duration(line.assumedS))))));
}
