// SteVe Load Management, GPL-3.0-or-later
import { age, amps, cell, el, link, plainAmps, word } from './dom.js';
import { gauge } from './gauge.js';
import { evseKey, nameOf } from './live.js';
import { localTimes, minute as minuteOf, t, tenth } from './text.js';

const PHASES = ['L1', 'L2', 'L3'];
const whyOf = (evse) => `#/why?evse=${encodeURIComponent(nameOf(evse))}`;

export const heads = () => [...['evse', 'state', 'highest'].map((key) => el('th', {}, t(key))),
  el('th', { class: 'r' }, t('granted')), el('th', { class: 'r' }, t('measured'), el('br'), 'L1 L2 L3'),
  el('th', { class: 'r' }, t('committed')), el('th', {}, t('why')), el('th', { class: 'r' }, t('age')),
  el('th', {}, el('span', { class: 'sr' }, t('actions')))];

/** What is shown: a column whose content has that key, and how its cell is filled where the key has changed. */
function column(make, parts, content) {
  return {
    cell: make, key: (evse, scale) => parts(evse, scale).join('\u001f'),
    fill: (td, evse, scale) => td.replaceChildren(...[content(evse, scale)].flat(Infinity).filter((child) => child != null && child !== false && child !== '')),
  };
}

/** The columns of the live table; `act(key)` opens what can be done to that EVSE. */
export function columns(act, mayAct) {
  const plain = (kind) => () => el('td', kind ? { class: kind } : {});
  const labelled = (text) => () => cell(text);
  return [
    column(() => el('th', { scope: 'row', class: 'nw' }), (evse) => [evse.wiring],
      (evse) => [link(whyOf(evse), el('span', { class: 'name' }, nameOf(evse))), el('span', { class: 'sub' }, wiringText(evse.wiring))]),
    column(plain(), (evse) => [evse.word, evse.priority, evse.status, evse.sessionSince, evse.defaultConfirmed],
      (evse) => [word(evse.word), evse.priority && [' ', word('Priority')], el('span', { class: 'sub' }, statusText(evse))]),
    column(plain('gcell'), (evse, scale) => [evse.ratingMa, scale, evse.grantedMa, highest(evse), evse.worstMa, evse.word], (evse, scale) => gauge({
      rating: evse.ratingMa, scale: scale / 1.07, granted: evse.grantedMa, measured: highest(evse), committed: evse.worstMa,
      size: 'small', alien: evse.word === 'Not following',
    })),
    column(labelled(t('granted')), (evse) => [evse.grantedMa, evse.setpointMa, evse.lastOutcome, evse.confirmedMa, evse.offeredMa, evse.setpointAt],
      (evse) => [evse.grantedMa == null ? '–' : amps(evse.grantedMa), toldText(evse)]),
    column(labelled(`${t('measured')} L1 L2 L3`), (evse) => [...PHASES.map((phase) => evse.importedMa?.[phase]), Boolean(evse.importedMa), Boolean(evse.sessionSince)], measuredText),
    column(labelled(t('committed')), (evse) => [evse.worstMa], (evse) => amps(evse.worstMa)),
    column(plain('why'), (evse) => [whyText(evse), evse.grantedMa != null],
      (evse) => [whyText(evse), ' ', evse.grantedMa != null && link(whyOf(evse), t('why.more'))]),
    column(labelled(t('age')), (evse) => [evse.readingAt], (evse) => (evse.readingAt ? age(evse.readingAt) : '–')),
    column(plain(), () => [], (evse) => mayAct && el('button', {
      type: 'button', class: 'btn', 'aria-haspopup': 'dialog', 'aria-label': `${t('act')} ${nameOf(evse)}`, onclick: () => act(evseKey(evse)),
    }, `${t('act')} …`)),
  ];
}

const highest = (evse) => evse.importedMa && Math.max(...Object.values(evse.importedMa).filter((value) => value != null));

const measuredText = (evse) => (evse.importedMa
  ? [PHASES.map((phase) => el('span', { class: 'ph' }, plainAmps(evse.importedMa[phase]))), el('i', {}, 'A')]
  : el('span', { class: 'muted' }, evse.sessionSince ? t('unknown') : '–'));

export const wiringText = (name) => (name === 'UNKNOWN' ? t('wiring.unknown') : name.replace('_ONLY', '').replace(/(L\d)(?=L)/g, '$1 '));

function statusText(evse) {
  const says = t(`status.${evse.status}`);
  const since = evse.sessionSince ? [', ', age(evse.sessionSince)] : '';
  const rest = evse.word === 'Off' || evse.defaultConfirmed ? '' : `; ${t('default.not.confirmed')}`;
  return [says, since, rest];
}

/** What the station was told, what it said, and what it surely has. */
function toldText(evse) {
  if (evse.setpointMa == null || evse.lastOutcome == null) {
    return null;
  }
  const told = evse.setpointMa === evse.grantedMa ? '' : `${t('told', tenth(evse.setpointMa))}, `;
  const confirmed = evse.confirmedMa === evse.setpointMa ? t('confirmed') : t(`outcome.${evse.lastOutcome}`);
  const offered = evse.offeredMa == null || evse.offeredMa === evse.setpointMa ? null : t('offers', tenth(evse.offeredMa));
  return [el('span', { class: 'sub' }, `${told}${confirmed} ${evse.setpointAt ? minuteOf(evse.setpointAt) : ''}`), offered && el('span', { class: 'sub' }, offered)];
}

export function whyText(evse) {
  if (evse.word === 'Paused') {
    return t('why.paused');
  }
  if (!evse.reason) {
    return t(evse.word === 'Off' ? 'why.off' : evse.sessionSince ? 'why.outofreach' : evse.word === 'Offline' ? 'why.offline' : 'why.idle');
  }
  return localTimes(evse.reason);
}
