// SteVe Load Management, GPL-3.0-or-later
import { age, amps, cell, el, link, morph, plainAmps, update, word } from './dom.js';
import { gauge } from './gauge.js';
import { evseKey, nameOf } from './live.js';
import { localTimes, minute as minuteOf, t, tenth } from './text.js';

/** The live table: who gets what, and why. Rows that did not change stay as they are. */
export class EvseRows {
  constructor(act) {
    this.act = act;
    this.rows = new Map();
    this.newest = new Map();
    this.scale = 0;
    this.tbody = el('tbody');
    this.table = el('table', { class: 'rows evse flow' },
      el('thead', {}, el('tr', {}, ['evse', 'state', 'highest'].map((key) => el('th', {}, t(key))),
        el('th', { class: 'r' }, t('granted')), el('th', { class: 'r' }, t('measured'), el('br'), 'L1 L2 L3'),
        el('th', { class: 'r' }, t('committed')), el('th', {}, t('why')), el('th', { class: 'r' }, t('age')),
        el('th', {}, el('span', { class: 'sr' }, t('actions'))))),
      this.tbody);
  }

  /** All anew. */
  show(evses) {
    this.scale = Math.max(0, ...evses.map((evse) => evse.ratingMa));
    this.newest = new Map(evses.map((evse) => [evseKey(evse), evse]));
    update(this.tbody, evses.map((evse) => this.row(evse)));
    this.rows = new Map(evses.map((evse, index) => [evseKey(evse), this.tbody.children[index]]));
  }

  /** Only these. What has the focus keeps it. */
  update(evses) {
    for (const evse of evses) {
      const old = this.rows.get(evseKey(evse));
      if (old) {
        this.newest.set(evseKey(evse), evse);
        morph(old, this.row(evse));
      }
    }
  }

  row(evse) {
    const measured = evse.importedMa;
    const highest = measured && Math.max(...Object.values(measured).filter((value) => value != null));
    return el('tr', {},
      el('th', { scope: 'row', class: 'nw' }, link(`#/why?evse=${encodeURIComponent(nameOf(evse))}`, el('span', { class: 'name' }, nameOf(evse))),
        el('span', { class: 'sub' }, wiringText(evse.wiring))),
      el('td', {}, word(evse.word), evse.priority && [' ', word('Priority')], el('span', { class: 'sub' }, statusText(evse))),
      el('td', { class: 'gcell' }, gauge({
        rating: evse.ratingMa, scale: this.scale / 1.07, granted: evse.grantedMa, measured: highest, committed: evse.worstMa,
        size: 'small', alien: evse.word === 'Not following',
      })),
      cell(t('granted'), evse.grantedMa == null ? '–' : amps(evse.grantedMa), toldText(evse)),
      cell(`${t('measured')} L1 L2 L3`, measured
        ? [['L1', 'L2', 'L3'].map((phase) => el('span', { class: 'ph' }, plainAmps(measured[phase]))), el('i', {}, 'A')]
        : el('span', { class: 'muted' }, evse.sessionSince ? t('unknown') : '–')),
      cell(t('committed'), amps(evse.worstMa)),
      el('td', { class: 'why' }, whyText(evse), ' ', evse.grantedMa != null && link(`#/why?evse=${encodeURIComponent(nameOf(evse))}`, t('why.more'))),
      cell(t('age'), evse.readingAt ? age(evse.readingAt) : '–'),
      el('td', {}, this.act && el('button', {
        type: 'button', class: 'btn', 'aria-haspopup': 'dialog', 'aria-label': `${t('act')} ${nameOf(evse)}`, onclick: () => this.act(this.newest.get(evseKey(evse))),
      }, `${t('act')} …`)));
  }
}

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
