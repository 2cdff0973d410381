// SteVe Load Management, GPL-3.0-or-later
import { api, mayChange } from './api.js';
import { messageOf } from './dialogs.js';
import { button, cell, amps, el, heading, kilowatts } from './dom.js';
import { many, percent, t, tenth } from './text.js';

const EACH_W = 4200;

/** How the law comes to it: 4.2 kW and, for each further device, a share of 4.2 kW that falls with their number. */
function sumOf(count, minimumW) {
  const share = (minimumW - EACH_W) / ((count - 1) * EACH_W);
  return count > 1 && `${tenth(EACH_W)} kW + (${count} − 1) × ${percent(share)} × ${tenth(EACH_W)} kW = `;
}

/** Which EVSEs are controllable devices; only these are dimmed. */
export function devicesTable(evses, marked, minimumW, load) {
  const name = (evse) => `${evse.chargeBoxId}/${evse.evseId}`;
  const count = evses.filter((evse) => marked.has(name(evse))).length;
  const picks = evses.map((evse) => ({ evse, box: el('input', { type: 'checkbox', checked: marked.has(name(evse)), disabled: !mayChange, 'aria-label': t('device.of', name(evse)) }) }));
  const wrong = el('p', { class: 'err', role: 'alert' });
  const all = el('input', { type: 'checkbox', 'aria-label': t('select.all'), checked: evses.length > 0 && count === evses.length, disabled: !mayChange,
    onchange: () => picks.forEach(({ box }) => { box.checked = all.checked; }) });
  const save = async () => {
    const changed = picks.filter(({ evse, box }) => box.checked !== marked.has(name(evse)));
    try {
      await api.markSteerable(changed.map(({ evse, box }) => ({ chargeBoxId: evse.chargeBoxId, evseId: evse.evseId, steerable: box.checked })));
      await load();
    } catch (error) {
      wrong.textContent = messageOf(error);
    }
  };
  if (evses.length === 0) {
    return [heading(t('devices')), el('p', { class: 'muted' }, t('evses.none'))];
  }
  return [heading(t('devices'), t('devices.note')),
    el('p', {}, count === 0 ? t('devices.unmarked') : [many('devices.marked', count), ' ', t('devices.minimum'), ' ', sumOf(count, minimumW), el('strong', {}, kilowatts(minimumW)), '.']),
    el('div', { class: 'short' }, el('table', { class: 'rows flow' },
      el('thead', {}, el('tr', {}, el('th', {}, el('label', {}, all, ' ', t('evse'))), el('th', { class: 'r' }, t('rating')), el('th', { class: 'r' }, t('granted')))),
      el('tbody', {}, picks.map(({ evse, box }) => el('tr', {}, el('th', { scope: 'row' }, el('label', {}, box, ' ', name(evse))),
        cell(t('rating'), amps(evse.ratingMa)), cell(t('granted'), evse.grantedMa == null ? '–' : amps(evse.grantedMa))))))),
    wrong, mayChange ? el('div', { class: 'bar' }, button(t('devices.save'), save, 'main')) : ''];
}
