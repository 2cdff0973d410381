// SteVe Load Management, GPL-3.0-or-later
import { api, mayChange } from './api.js';
import { confirmDialog, messageOf } from './dialogs.js';
import { age, button, cell, el, heading, kilowatts, plainAmps, update, wideCell, word } from './dom.js';
import { every, gridHead, nameOfStrand, noStrand } from './grid-tabs.js';
import { live } from './live.js';
import { PHASES } from './forms.js';
import { said } from './said.js';
import { t, tenth } from './text.js';

const EVERY_MS = 2000;

/** What is measured at the grid connection now, and what follows from it. */
export function show(body) {
  const list = el('div');
  const load = async () => {
    try {
      const [meters, grid] = await Promise.all([api.meters(), api.grid()]);
      update(list, meters.length === 0 ? el('p', { class: 'muted' }, t(mayChange ? 'meters.none' : 'meters.none.look')) : metersTable(meters, load),
        grid.length > 0 && [heading(t('grid.follows'), t('grid.follows.note')), gridTable(grid)]);
    } catch (error) {
      list.replaceChildren(el('p', { class: 'err', role: 'alert' }, messageOf(error)));
    }
  };
  body.append(...gridHead('grid'), el('p', {}, t('meters.text')),
    live.state.strands.length === 0 ? noStrand() : list,
    mayChange && live.state.strands.length > 0 ? el('div', { class: 'bar' }, el('a', { class: 'btn main', href: '#/meter' }, t('meter.new'))) : '');
  return every(EVERY_MS, load);
}

/** L1 L2 L3 in A; a phase that is not measured is a dash. */
export const phases = (amps) => (amps
  ? [PHASES.map((phase) => el('span', { class: 'ph' }, plainAmps(amps[phase]))), el('i', {}, 'A')]
  : el('span', { class: 'muted' }, t('unknown')));

export const sourceOf = (meter) => {
  const address = { OCPP: `${meter.chargeBoxId}/${meter.connectorId}`, MODBUS_TCP: `${meter.host}:${meter.port}`, HTTP_PUSH: '' }[meter.kind] ?? meter.url;
  return [t(`meter.kind.${meter.kind}`), address].filter(Boolean).join(', ');
};

function metersTable(meters, load) {
  const remove = (one) => confirmDialog(t('meter.delete', one.meter.name), t('meter.delete.note'), t('delete'), async () => {
    await api.deleteMeter(one.id);
    await load();
  });
  return el('table', { class: 'rows flow meters' },
    el('thead', {}, el('tr', {}, el('th', {}, t('meter')), el('th', {}, t('strand')), el('th', {}, t('state')),
      el('th', { class: 'r' }, t('measured'), el('br'), 'L1 L2 L3'), el('th', { class: 'r' }, t('Power')), el('th', { class: 'r' }, t('age')),
      el('th', {}, el('span', { class: 'sr' }, t('actions'))))),
    el('tbody', {}, meters.map((one) => meterRow(one, remove))));
}

function meterRow(one, remove) {
  const { meter, newest } = one;
  const isOld = newest.at && Date.now() - new Date(newest.at) > meter.maximumAgeS * 1000;
  const trouble = newest.problem ? said(newest.problem) : isOld ? t('meter.old', meter.maximumAgeS) : null;
  return el('tr', {},
    el('th', { scope: 'row' }, el('span', { class: 'name' }, meter.name), el('span', { class: 'sub' }, sourceOf(meter))),
    el('td', { class: 'wide', 'data-l': t('strand') }, nameOfStrand(meter.strand)),
    el('td', {}, word(trouble ? 'Degraded' : 'OK'), trouble && el('span', { class: 'sub' }, trouble)),
    wideCell(`${t('measured')} L1 L2 L3`, phases(newest.currentsMa)), cell(t('Power'), kilowatts(newest.powerW)),
    cell(t('age'), newest.at ? age(newest.at) : '–'),
    el('td', {}, mayChange && el('div', { class: 'acting' },
      el('a', { class: 'btn', href: `#/meter/${one.id}`, 'aria-label': `${t('edit')} ${meter.name}` }, t('edit')),
      button(t('delete'), () => remove(one), 'danger'))));
}

const LOADS = { MEASURED: 'OK', ASSUMED: 'Degraded', STOPPED: 'Alarm' };

/** Per strand: what its meters show together, the base load, and what happens where nobody measures. */
function gridTable(grid) {
  return el('table', { class: 'rows flow' },
    el('thead', {}, el('tr', {}, el('th', {}, t('strand')), el('th', {}, t('baseload')), el('th', { class: 'r' }, t('meters.sum'), el('br'), 'L1 L2 L3'),
      el('th', { class: 'r' }, t('baseload'), el('br'), 'L1 L2 L3'), el('th', { class: 'r' }, t('baseload')), el('th', { class: 'r' }, t('reserve'), el('br'), 'L1 L2 L3'))),
    el('tbody', {}, grid.filter((one) => one.meters.length > 0 || one.load !== 'STOPPED').map((one) => el('tr', {},
      el('th', { scope: 'row' }, el('strong', {}, nameOfStrand(one.strand))),
      el('td', {}, el('span', { class: `st ${LOADS[one.load].toLowerCase()}` }, t(`load.${one.load}`)), one.problem && el('span', { class: 'sub' }, said(one.problem)),
        one.dimmed && el('span', { class: 'sub' }, t('grid.dimmed', one.dimmedToW == null ? '' : tenth(one.dimmedToW)))),
      wideCell(`${t('meters.sum')} L1 L2 L3`, phases(one.meteredMa)), wideCell(`${t('baseload')} L1 L2 L3`, phases(one.baseLoadMa)),
      cell(t('baseload'), kilowatts(one.baseLoadW)), wideCell(`${t('reserve')} L1 L2 L3`, phases(one.reserveMa))))));
}
