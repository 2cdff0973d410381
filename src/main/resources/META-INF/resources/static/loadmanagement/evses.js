// SteVe Load Management, GPL-3.0-or-later
import { amps, el, plainAmps, word } from './dom.js';
import { gauge } from './gauge.js';
import { cell } from './strands.js';

/** The live table: who gets what, and why. */
export function evseTable(evses, actions) {
  if (evses.length === 0) {
    return el('p', { class: 'muted' }, 'No EVSE is assigned yet.');
  }
  return el('table', { class: 'res evse' },
    el('thead', {}, el('tr', {},
      el('th', {}, 'EVSE'), el('th', {}, 'State'), el('th', {}, 'Highest phase'),
      ['Granted', 'Measured L1 L2 L3', 'Committed'].map((text) => el('th', { class: 'r' }, text)),
      el('th', {}, 'Why'), el('th', { class: 'r' }, 'Data age'), el('th', {}))),
    el('tbody', {}, evses.map((evse) => row(evse, actions))));
}

function row(evse, actions) {
  const measured = evse.importedMa;
  const highest = measured && Math.max(...Object.values(measured).filter((value) => value != null));
  return el('tr', {},
    el('th', { scope: 'row', class: 'nw' }, `${evse.chargeBoxId}/${evse.evseId}`,
      el('span', { class: 'sub' }, `${evse.strandName} · ${wiring(evse.wiring)}`)),
    el('td', {}, word(evse.word), el('span', { class: 'sub' }, statusOf(evse))),
    el('td', { class: 'gc small' },
      gauge({ limit: evse.ratingMa, granted: evse.grantedMa, measured: highest, committed: evse.worstMa })),
    cell('Granted', [evse.grantedMa == null ? '–' : amps(evse.grantedMa), told(evse)]),
    cell('Measured', measured
      ? ['L1', 'L2', 'L3'].map((phase) => el('span', { class: 'ph' }, plainAmps(measured[phase]))).concat(el('i', {}, 'A'))
      : el('span', { class: 'muted' }, evse.sessionSince ? 'unknown' : '–')),
    cell('Committed', amps(evse.worstMa)),
    el('td', { class: 'why' }, evse.reason),
    cell('Data age', evse.readingAgeS == null ? '–' : `${evse.readingAgeS} s`),
    el('td', {}, el('button', { type: 'button', onclick: () => actions.takeOff(evse) }, 'Take off')));
}

function told(evse) {
  if (evse.setpointMa == null || evse.lastOutcome == null) {
    return null;
  }
  const outcome = evse.lastOutcome.toLowerCase().replaceAll('_', ' ');
  return el('span', { class: 'sub' }, `told ${plainAmps(evse.setpointMa)} A, ${outcome}`);
}

function statusOf(evse) {
  const says = evse.status === 'UNKNOWN' ? 'not heard yet' : evse.status.toLowerCase().replaceAll('_', ' ');
  return evse.defaultConfirmed || evse.word === 'Off' ? says : `${says}; default not confirmed`;
}

function wiring(name) {
  return name === 'UNKNOWN' ? 'wiring unknown' : name.replace('_ONLY', '');
}
