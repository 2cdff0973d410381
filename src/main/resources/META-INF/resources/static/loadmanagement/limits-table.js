// SteVe Load Management, GPL-3.0-or-later
import { amps, cell, el, icon, kilowatts } from './dom.js';
import { gauge, key } from './gauge.js';
import { t, tenth } from './text.js';

export const PHASES = ['L1', 'L2', 'L3'];
const ORDER = ['Charging', 'Waiting', 'Paused', 'In flight', 'Idle', 'Offline', 'Not following', 'Not controllable', 'Off'];

/** How many are charging, waiting ... Those that are none are left out. */
export function counts(evses, kind = '') {
  return el('span', { class: `counts ${kind}` }, ORDER.map((name) => {
    const found = evses.filter((evse) => evse.word === name).length;
    return found === 0 ? null : icon(name, t(`count.${name}`, found));
  }));
}

const hasBase = (strands) => strands.some((strand) => strand.baseLoadMa || strand.baseLoadW != null);

export const columnCount = (strands) => (hasBase(strands) ? 8 : 7);

export function strandTable(strands, bodies, kind = '') {
  const base = hasBase(strands);
  const sums = [t('measured'), t('granted'), base && t('baseload'), `${base ? '+ ' : ''}${t('committed')}`, `+ ${t('free')}`, `= ${t('limit')}`]
    .filter(Boolean);
  return el('table', { class: `tree ${kind}` },
    el('colgroup', {}, el('col', { class: 'c-name' }), el('col'), sums.map(() => el('col', { class: 'c-w' }))),
    el('thead', {}, el('tr', {}, el('th', {}, t('limit.on')), el('th', {}, t('gauge.parts')),
      sums.map((text) => el('th', { class: 'r' }, text)))),
    bodies);
}

/** A row for each limit of the strand: its sum stands in columns that add up. */
export function limitRows(strand, strands, { size = '', held = false } = {}) {
  const rows = [];
  if (strand.limitW != null) {
    rows.push(row('Power', t('Power'), kilowatts, 'kW', strand, strands, {
      rating: strand.limitW, capacity: strand.capacityW, base: strand.baseLoadW, granted: strand.grantedW,
      measured: strand.measuredW, committed: strand.committedW, source: strand.powerSource,
    }, { size, held }));
  }
  for (const phase of strand.limitMa ? PHASES : []) {
    rows.push(row(phase, phase, amps, 'A', strand, strands, {
      rating: strand.limitMa[phase], capacity: strand.capacityMa?.[phase], base: strand.baseLoadMa?.[phase],
      granted: strand.grantedMa?.[phase], measured: strand.measuredMa?.[phase], committed: strand.committedMa?.[phase], source: strand.currentSource,
    }, { size, held }));
  }
  return rows;
}

function row(name, label, quantity, unit, strand, strands, numbers, { size, held }) {
  const limit = numbers.capacity == null ? null : numbers.capacity + (numbers.base ?? 0);
  const free = numbers.committed == null || numbers.capacity == null ? null : numbers.capacity - numbers.committed;
  const decides = strand.binding.includes(name);
  const measured = strand.measuredComplete || numbers.measured == null ? quantity(numbers.measured) : ['≥ ', quantity(numbers.measured)];
  return el('tr', { class: decides ? 'binding' : '' },
    el('th', { scope: 'row' }, el('span', { class: 'cname' }, label, ' ', el('span', { class: 'muted' }, `${tenth(numbers.rating)} ${unit}`)),
      isLower(numbers.source) && el('span', { class: 'sub' }, t(`source.${numbers.source}`))),
    el('td', { class: 'gc' }, gauge({ ...numbers, limit, decides, size }), held && heldText(strand, name, unit)),
    cell(t('measured'), measured), cell(t('granted'), quantity(numbers.granted)),
    hasBase(strands) && cell(t('baseload'), numbers.base == null ? el('span', { class: 'muted' }, t('none')) : quantity(numbers.base)),
    cell(t('committed'), quantity(numbers.committed)),
    el('td', { class: decides && free != null ? 'none' : '', 'data-l': `+ ${t('free')}` }, quantity(free)),
    cell(`= ${t('limit')}`, quantity(limit)));
}

/** Whether another limit than the fuse holds. */
export const isLower = (source) => source != null && source !== 'RATING';

/** For whom something is held back on this phase, and why. */
function heldText(strand, name, unit) {
  const amount = (held) => (name === 'Power'
    ? ((held.amountMa.L1 + held.amountMa.L2 + held.amountMa.L3) * strand.voltageV) / 1000 : held.amountMa[name]);
  const parts = strand.held.map((held) => ({ ...held, amount: amount(held) })).filter((held) => held.amount > 0);
  if (parts.length === 0) {
    return null;
  }
  const names = parts.slice(0, 4).map((held) => `${held.evse} ${t(`held.${held.why}`)} ${tenth(held.amount)} ${unit}`);
  return el('span', { class: 'sub' }, t('held.back', names.join(', ') + (parts.length > 4 ? ' …' : '')));
}

export function legend(strands) {
  const parts = [hasBase(strands) && ['base', 'baseload.not.ours'], ['core', 'measured'], ['tube', 'granted'], ['held', 'legend.held'],
    ['track', 'free'], ['limit', 'limit'], ['limit on', 'legend.decides'], ['taken', 'legend.taken']].filter(Boolean);
  return el('ul', { class: 'legend', 'aria-label': t('legend') },
    parts.map(([kind, text]) => el('li', {}, key(kind), t(text))),
    strands.some((strand) => !strand.measuredComplete && strand.cycleAt) && el('li', {}, t('legend.atleast')));
}
