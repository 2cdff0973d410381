// SteVe Load Management, GPL-3.0-or-later
import { api, mayChange } from './api.js';
import { button, el, heading, select } from './dom.js';
import { confirmDialog, messageOf } from './dialogs.js';
import { live, nameOf } from './live.js';
import { moment, t } from './text.js';

/** Who comes first: a tag or an EVSE, and until when. */
export function show(body) {
  const list = el('div');
  const load = async () => {
    try {
      list.replaceChildren(table(await api.priorities(), load));
    } catch (error) {
      list.replaceChildren(el('p', { class: 'err' }, messageOf(error)));
    }
  };
  body.append(el('div', { class: 'head' }, el('h1', {}, t('nav.priorities'))), el('p', {}, t('priorities.text')), list, mayChange ? form(load) : '');
  load();
  return null;
}

function table(priorities, load) {
  if (priorities.length === 0) {
    return el('p', { class: 'muted' }, t('priorities.none'));
  }
  const withdraw = (one) => confirmDialog(t('priority.withdraw'), whom(one), t('priority.withdraw.verb'), async () => {
    await api.withdrawPriority(one.id);
    await load();
  });
  return el('table', { class: 'rows flow' },
    el('thead', {}, el('tr', {}, [t('priority.whom'), t('tier'), t('from'), t('until')].map((text) => el('th', {}, text)), el('th', {}, el('span', { class: 'sr' }, t('actions'))))),
    el('tbody', {}, priorities.map((one) => el('tr', {},
      el('th', { scope: 'row' }, whom(one)), el('td', { 'data-l': t('tier') }, t(one.tier === 0 ? 'tier.first' : 'tier.n', one.tier)),
      el('td', { 'data-l': t('from') }, moment(one.from)), el('td', { 'data-l': t('until') }, one.until ? moment(one.until) : t('until.withdrawn')),
      el('td', {}, mayChange && button(t('priority.withdraw.verb'), () => withdraw(one)))))));
}

const whom = (one) => (one.idTag == null ? `${t('evse')} ${one.chargeBoxId}/${one.evseId}` : `${t('tag')} ${one.idTag}`);

function form(load) {
  const evse = select('', [['', t('choose')], ...live.state.evses.map((one) => [JSON.stringify([one.chargeBoxId, one.evseId]), nameOf(one)])], { id: 'lm-who-evse' });
  const tag = el('input', { type: 'text', id: 'lm-who-tag', maxlength: 255, autocomplete: 'off' });
  const tier = select('0', [['0', t('tier.first')], ['1', t('tier.n', 1)], ['2', t('tier.n', 2)]], { id: 'lm-tier' });
  const until = el('input', { type: 'datetime-local', id: 'lm-until' });
  const wrong = el('p', { class: 'err', role: 'alert' });
  const submit = async (event) => {
    event.preventDefault();
    const [chargeBoxId, evseId] = evse.value ? JSON.parse(evse.value) : [null, null];
    try {
      await api.addPriority({ idTag: tag.value || null, chargeBoxId, evseId, tier: Number(tier.value), until: until.value ? new Date(until.value).toISOString() : null });
      wrong.textContent = '';
      tag.value = '';
      await load();
    } catch (error) {
      wrong.textContent = messageOf(error);
    }
  };
  return el('form', { class: 'noprint', onsubmit: submit }, heading(t('priority.new')), wrong,
    el('div', { class: 'form' }, el('label', { for: 'lm-who-evse' }, t('evse')), el('div', {}, evse),
      el('label', { for: 'lm-who-tag' }, t('priority.ortag')), el('div', {}, tag, el('span', { class: 'hint' }, t('priority.tag.hint'))),
      el('label', { for: 'lm-tier' }, t('tier')), el('div', {}, tier),
      el('label', { for: 'lm-until' }, t('until')), el('div', {}, until, el('span', { class: 'hint' }, t('priority.until.hint')))),
    el('div', { class: 'bar' }, el('button', { type: 'submit', class: 'btn main' }, t('priority.give'))));
}
