// SteVe Load Management, GPL-3.0-or-later
import { amps, el, kilowatts, time, word } from './dom.js';
import { gauge } from './gauge.js';

const MODES = { ACTIVE: 'Active', OBSERVE: 'Observe', OFF: 'Off' };
const PHASES = ['L1', 'L2', 'L3'];

/** One table for each strand: a row for each limit, with the sum that an operator can add up. */
export function strandSection(strand, strands, evses, actions) {
  const own = evses.filter((evse) => evse.strand === strand.id);
  const parent = strands.find((other) => other.id === strand.parent);
  return el('div', { class: 'lm-strand' },
    el('div', { class: 'head' },
      el('h2', {}, strand.name, ' ', stateOf(strand, own), ' ', word(MODES[strand.mode])),
      el('div', { class: 'bar' },
        parent && el('span', { class: 'muted' }, `fed by ${parent.name}`),
        el('span', { class: 'muted' }, strand.cycleAt ? `last cycle ${time(strand.cycleAt)}` : ''),
        el('button', { type: 'button', onclick: () => actions.edit(strand) }, 'Edit strand'),
        el('button', { type: 'button', onclick: () => actions.assign(strand) }, 'Assign EVSEs'),
        el('button', { type: 'button', onclick: () => actions.remove(strand) }, 'Delete'))),
    limitTable(strand));
}

function stateOf(strand, evses) {
  if (evses.some((evse) => evse.word === 'Not following')) {
    return word('Alarm');
  }
  if (evses.some((evse) => evse.word === 'Offline' || (strand.mode === 'ACTIVE' && !evse.defaultConfirmed))) {
    return word('Degraded');
  }
  return word(strand.binding.length > 0 ? 'Limited' : 'OK');
}

function limitTable(strand) {
  const rows = [];
  if (strand.limitMa) {
    for (const phase of PHASES) {
      rows.push(row(phase, amps, strand, {
        limit: strand.limitMa[phase], granted: strand.grantedMa?.[phase],
        measured: strand.measuredMa?.[phase], committed: strand.committedMa?.[phase],
      }));
    }
  }
  if (strand.limitW) {
    rows.push(row('Power', kilowatts, strand, {
      limit: strand.limitW, granted: strand.grantedW, measured: strand.measuredW, committed: strand.committedW,
    }));
  }
  return el('table', { class: 'res tree' },
    el('thead', {}, el('tr', {}, ['Limit on', 'Measured, granted, held back, limit'].map((text) => el('th', {}, text)),
      ['Measured', 'Granted', 'Committed', '+ Free', '= Limit'].map((text) => el('th', { class: 'r' }, text)))),
    el('tbody', {}, rows));
}

function row(name, unit, strand, numbers) {
  const free = numbers.committed == null ? null : numbers.limit - numbers.committed;
  const measured = strand.measuredComplete || numbers.measured == null ? unit(numbers.measured)
    : ['≥ ', unit(numbers.measured)];
  return el('tr', {},
    el('th', { scope: 'row' }, name),
    el('td', { class: 'gc' }, gauge({ ...numbers, decides: strand.binding.includes(name) })),
    cell('Measured', measured), cell('Granted', unit(numbers.granted)),
    cell('Committed', unit(numbers.committed)), cell('+ Free', unit(free)), cell('= Limit', unit(numbers.limit)));
}

export function cell(label, content) {
  return el('td', { class: 'r', 'data-l': label }, content);
}
