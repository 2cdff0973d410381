// SteVe Load Management, GPL-3.0-or-later
import { api, mayChange } from './api.js';
import { button, el, heading, select } from './dom.js';
import { confirmDialog, messageOf } from './dialogs.js';
import { amount, chooseEvse, chosenEvse, hint, milli, row, saving } from './forms.js';
import { gauge } from './gauge.js';
import { needs } from './needs.js';
import { moment, number, t } from './text.js';

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
  body.append(el('div', { class: 'head' }, el('h1', {}, t('nav.priorities'))), el('p', {}, t('priorities.text')), list, mayChange ? form(load) : '', needs());
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
    el('thead', {}, el('tr', {}, [t('priority.whom'), t('tier'), t('from'), t('until'), t('quota')].map((text) => el('th', {}, text)), el('th', {}, el('span', { class: 'sr' }, t('actions'))))),
    el('tbody', {}, priorities.map((one) => el('tr', {},
      el('th', { scope: 'row' }, whom(one)), el('td', { 'data-l': t('tier') }, t(one.tier === 0 ? 'tier.first' : 'tier.n', one.tier)),
      el('td', { 'data-l': t('from') }, moment(one.from)), el('td', { 'data-l': t('until') }, one.until ? moment(one.until) : t('until.withdrawn')),
      el('td', { 'data-l': t('quota') }, quotaOf(one)),
      el('td', {}, mayChange && button(t('priority.withdraw.verb'), () => withdraw(one)))))));
}

/** How much of the month's quota is used. */
function quotaOf(one) {
  if (one.quotaWh == null) {
    return t('none');
  }
  const used = t('quota.used', number(one.usedWh / 1000), number(one.quotaWh / 1000));
  return [el('span', { class: one.rests ? 'i limited' : '' }, one.rests ? `${t('quota.rests')} ` : '', used),
    gauge({ rating: one.quotaWh, limit: one.quotaWh, measured: Math.min(one.usedWh, one.quotaWh), size: 'small' })];
}

const whom = (one) => (one.idTag == null ? `${t('evse')} ${one.chargeBoxId}/${one.evseId}` : `${t('tag')} ${one.idTag}`);

function form(load) {
  const evse = chooseEvse({ id: 'lm-who-evse' });
  const tag = el('input', { type: 'text', id: 'lm-who-tag', maxlength: 255, autocomplete: 'off' });
  const tier = select('0', [['0', t('tier.first')], ['1', t('tier.n', 1)], ['2', t('tier.n', 2)]], { id: 'lm-tier' });
  const until = el('input', { type: 'datetime-local', id: 'lm-until' });
  const quota = amount(null, t('quota'), { id: 'lm-quota', step: 1 });
  const alert = el('div', { role: 'alert' });
  const save = async () => {
    const [chargeBoxId, evseId] = chosenEvse(evse) ?? [null, null];
    await api.addPriority({ idTag: tag.value || null, chargeBoxId, evseId, tier: Number(tier.value), until: until.value ? new Date(until.value).toISOString() : null, quotaWh: milli(quota) });
    tag.value = '';
  };
  const node = el('form', { class: 'noprint', novalidate: true, onsubmit: saving(() => node, alert, save, load) }, heading(t('priority.new')), alert,
    el('div', { class: 'form' },
      row(t('evse'), 'lm-who-evse', 'evse', evse),
      row(t('priority.ortag'), 'lm-who-tag', 'idTag', tag, hint('priority.tag.hint')),
      row(t('tier'), 'lm-tier', 'tier', tier),
      row(t('until'), 'lm-until', 'until', until, hint('priority.until.hint')),
      row(t('quota'), 'lm-quota', 'quotaWh', quota, ' kWh ', hint('quota.hint'))),
    el('div', { class: 'bar' }, el('button', { type: 'submit', class: 'btn main' }, t('priority.give'))));
  return node;
}
