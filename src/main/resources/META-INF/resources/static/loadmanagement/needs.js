// SteVe Load Management, GPL-3.0-or-later
import { api, mayChange } from './api.js';
import { amps, button, cell, el, heading } from './dom.js';
import { confirmDialog, messageOf } from './dialogs.js';
import { amount, chooseEvse, chosenEvse, hint, milli, row, saving } from './forms.js';
import { t } from './text.js';

/** What vehicles need beside their priority: by tag, or for the session that runs at an EVSE. */
export function needs() {
  const list = el('div');
  const load = async () => {
    try {
      const [ofTags, ofSessions] = await Promise.all([api.needs(), api.sessionNeeds()]);
      list.replaceChildren(table([...ofTags, ...ofSessions], load));
    } catch (error) {
      list.replaceChildren(el('p', { class: 'err' }, messageOf(error)));
    }
  };
  load();
  return el('div', {}, heading(t('needs'), t('needs.note')), el('p', {}, t('needs.text')), list, mayChange && form(load));
}

const whom = (one) => (one.tags == null ? t('need.session.one', `${one.chargeBoxId}/${one.evseId}`) : `${t('tag')} ${one.tags}`);

function table(all, load) {
  if (all.length === 0) {
    return el('p', { class: 'muted' }, t('needs.none'));
  }
  const withdraw = (one) => confirmDialog(t('need.withdraw'), whom(one), t('priority.withdraw.verb'), async () => {
    await (one.tags == null ? api.withdrawSessionNeed(one.chargeBoxId, one.evseId) : api.withdrawNeed(one.id));
    await load();
  });
  const tick = (is) => (is ? el('span', { class: 'i ok' }, t('yes.word')) : '–');
  return el('table', { class: 'rows flow' },
    el('thead', {}, el('tr', {}, el('th', {}, t('priority.whom')), el('th', { class: 'r' }, t('need.minimum')), ['need.pause', 'need.pulse'].map((key) => el('th', {}, t(key))), el('th', {}, el('span', { class: 'sr' }, t('actions'))))),
    el('tbody', {}, all.map((one) => el('tr', {}, el('th', { scope: 'row' }, whom(one)), cell(t('need.minimum'), one.minimumMa == null ? '–' : amps(one.minimumMa)),
      el('td', { 'data-l': t('need.pause') }, tick(one.neverPause)), el('td', { 'data-l': t('need.pulse') }, tick(one.wakePulse)),
      el('td', {}, mayChange && button(t('priority.withdraw.verb'), () => withdraw(one)))))));
}

function form(load) {
  const evse = chooseEvse({ id: 'lm-need-evse' });
  const tag = el('input', { type: 'text', id: 'lm-need-tag', maxlength: 255, autocomplete: 'off' });
  const minimum = amount(null, t('need.minimum'), { id: 'lm-need-minimum', min: 6, max: 32 });
  const check = (id) => el('input', { type: 'checkbox', id });
  const pause = check('lm-need-pause');
  const pulse = check('lm-need-pulse');
  const alert = el('div', { role: 'alert' });
  const save = async () => {
    const need = { minimumMa: milli(minimum), neverPause: pause.checked, wakePulse: pulse.checked };
    const session = tag.value ? null : chosenEvse(evse);
    if (session) {
      const [chargeBoxId, evseId] = session;
      await api.setSessionNeed({ chargeBoxId, evseId, ...need });
    } else {
      await api.addNeed({ tags: tag.value, ...need });
    }
    tag.value = '';
  };
  const node = el('form', { class: 'noprint', novalidate: true, onsubmit: saving(() => node, alert, save, load) }, heading(t('need.new')), alert, el('div', { class: 'form' },
    row(t('need.session'), 'lm-need-evse', 'evse', evse, hint('need.session.hint')), row(t('priority.ortag'), 'lm-need-tag', 'tags', tag, hint('need.tag.hint')),
    row(t('need.minimum'), 'lm-need-minimum', 'minimumMa', minimum, ' A ', hint('need.minimum.hint')),
    row(t('need.pause'), 'lm-need-pause', 'neverPause', el('label', { class: 'c' }, pause, ' ', t('need.pause.text'))),
    row(t('need.pulse'), 'lm-need-pulse', 'wakePulse', el('label', { class: 'c' }, pulse, ' ', t('need.pulse.text')))),
  el('div', { class: 'bar' }, el('button', { type: 'submit', class: 'btn main' }, t('need.set'))));
  return node;
}
