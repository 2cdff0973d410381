// SteVe Load Management, GPL-3.0-or-later
import { api, mayChange } from './api.js';
import { confirmDialog, messageOf } from './dialogs.js';
import { button, el, heading, select, wideCell } from './dom.js';
import { amount, hint, mark, milli, PHASES, refuse, row } from './forms.js';
import { every, gridHead, nameOfStrand, noStrand, strandChoices, zones } from './grid-tabs.js';
import { live } from './live.js';
import { localInput, moment, t, tenth, zoneName } from './text.js';

const EVERY_MS = 10000;
const SOURCES = ['OPERATOR', 'SCHEDULE', 'EXTERNAL'];
const HOUR_MS = 3600 * 1000;

/** What may be drawn, and when: each limit with who set it. The lowest decides. */
export function show(body) {
  const list = el('div');
  const load = async () => {
    try {
      list.replaceChildren(table(await api.limits(), load));
    } catch (error) {
      list.replaceChildren(el('p', { class: 'err', role: 'alert' }, messageOf(error)));
    }
  };
  body.append(...gridHead('limits'), el('p', {}, t('limits.text')));
  if (live.state.strands.length === 0) {
    body.append(noStrand());
    return null;
  }
  body.append(list, mayChange ? form(load) : '');
  return every(EVERY_MS, load);
}

function stateOf(limit) {
  const now = Date.now();
  if (limit.holds) {
    return ['active', 'limit.holds'];
  }
  if (limit.until && new Date(limit.until) <= now) {
    return ['off', 'limit.over'];
  }
  return ['planned', new Date(limit.from) > now ? 'limit.later' : 'limit.between'];
}

const valueOf = (limit) => [
  limit.limitMa && (new Set(Object.values(limit.limitMa)).size === 1 ? `3 × ${tenth(limit.limitMa.L1)} A` : `${PHASES.map((phase) => tenth(limit.limitMa[phase])).join(' / ')} A`),
  limit.limitW != null && `${tenth(limit.limitW)} kW`].filter(Boolean).join(', ');

function table(limits, load) {
  const fuses = live.state.strands.map((strand) => ({ strand: strand.id, source: 'RATING', limitMa: strand.limitMa, limitW: strand.limitW, isFuse: true }));
  const withdraw = (one) => confirmDialog(t('limit.withdraw'), `${nameOfStrand(one.strand)}: ${valueOf(one)}`, t('priority.withdraw.verb'), async () => {
    await api.withdrawLimit(one.id);
    await load();
  });
  const order = (one) => live.state.strands.findIndex((strand) => strand.id === one.strand);
  const all = [...fuses, ...limits].sort((one, other) => order(one) - order(other) || Number(Boolean(other.isFuse)) - Number(Boolean(one.isFuse)));
  return el('table', { class: 'rows flow' },
    el('thead', {}, el('tr', {}, el('th', {}, t('strand')), el('th', {}, t('state')), el('th', { class: 'r' }, t('limit')), el('th', {}, t('limit.when')), el('th', {}, t('source')),
      el('th', {}, el('span', { class: 'sr' }, t('actions'))))),
    el('tbody', {}, all.map((one) => limitRow(one, withdraw))));
}

function limitRow(one, withdraw) {
  const [icon, state] = one.isFuse ? ['active', 'limit.holds'] : stateOf(one);
  return el('tr', {}, el('th', { scope: 'row' }, nameOfStrand(one.strand)), el('td', {}, el('span', { class: `i ${icon}` }, t(state))),
    wideCell(t('limit'), valueOf(one)), el('td', { class: 'wide', 'data-l': t('limit.when') }, one.isFuse ? t('always') : whenOf(one)), el('td', { 'data-l': t('source') }, t(`source.${one.source}`)),
    el('td', {}, one.isFuse ? mayChange && el('a', { class: 'btn', href: `#/edit/${one.strand}` }, t('strand.edit'))
      : mayChange && button(t('priority.withdraw.verb'), () => withdraw(one))));
}

function whenOf(limit) {
  const bounds = [`${t('from')} ${moment(limit.from)}`, limit.until ? `${t('until')} ${moment(limit.until)}` : t('limit.until.withdrawn')].join(', ');
  return limit.schedule ? [daysIn(limit.schedule), el('span', { class: 'sub' }, `${limit.zone}; ${bounds}`)] : bounds;
}

/** The days of a schedule as they are called here: `MON,TUE 08:00-18:00`. */
const daysIn = (schedule) => schedule.replace(/\b(MON|TUE|WED|THU|FRI|SAT|SUN)\b/g, (name) => t(`day.${name}`)).replaceAll(',', ', ').replaceAll('-', '–');

const DAYS = ['MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT', 'SUN'];

/** Days and times, as people tick them. */
function weekly() {
  const days = DAYS.map((name) => el('input', { type: 'checkbox', value: name, checked: !name.startsWith('S') }));
  const from = el('input', { type: 'time', value: '17:00', 'aria-label': t('from') });
  const to = el('input', { type: 'time', value: '20:00', 'aria-label': t('until') });
  const text = el('input', { type: 'text', id: 'lm-schedule', maxlength: 2000, spellcheck: 'false', placeholder: 'MON,TUE 08:00-18:00; SAT 22:00-06:00' });
  const add = () => {
    const chosen = days.filter((day) => day.checked).map((day) => day.value).join(',');
    if (chosen && from.value && to.value) {
      text.value = [text.value.trim(), `${chosen} ${from.value}-${to.value === '00:00' ? '24:00' : to.value}`].filter(Boolean).join('; ');
    }
  };
  return { text, node: [el('div', { role: 'group', 'aria-label': t('schedule.days') }, days.map((day) => el('label', { class: 'c' }, day, t(`day.${day.value}`)))),
    el('div', {}, from, ' – ', to, ' ', button(t('schedule.add'), add, 'small')), text] };
}

function form(load) {
  const strand = select('', strandChoices(), { id: 'lm-limit-strand' });
  const currents = PHASES.map((phase) => amount(null, `${t('limit')} ${phase}`));
  const power = amount(null, t('Power'), { id: 'lm-limit-w' });
  const source = select('OPERATOR', SOURCES.map((name) => [name, t(`source.${name}`)]), { id: 'lm-limit-source' });
  const from = el('input', { type: 'datetime-local', id: 'lm-limit-from' });
  const until = el('input', { type: 'datetime-local', id: 'lm-limit-until', value: localInput(new Date(Date.now() + 2 * HOUR_MS)) });
  const schedule = weekly();
  const zone = el('input', { type: 'text', id: 'lm-limit-zone', value: zoneName, list: 'lm-zones' });
  const alert = el('div', { role: 'alert' });
  const at = (field) => (field.value ? new Date(field.value).toISOString() : null);
  const read = () => {
    const values = currents.map(milli);
    return {
      strand: Number(strand.value), limitMa: values.every((value) => value == null) ? null : Object.fromEntries(PHASES.map((phase, index) => [phase, values[index]])),
      limitW: milli(power), source: source.value, from: at(from), until: at(until), schedule: schedule.text.value || null, zone: schedule.text.value ? zone.value : null,
    };
  };
  const node = el('form', { class: 'noprint', novalidate: true }, heading(t('limit.new')), alert, el('div', { class: 'form' },
    row(t('strand'), 'lm-limit-strand', 'strand', strand),
    row(t('limit.amps'), null, 'limit limitMa', PHASES.map((phase, index) => el('label', { class: 'c' }, `${phase} `, currents[index], ' A')), hint('limit.hint')),
    row(t('Power'), 'lm-limit-w', 'limitW', power, ' kW'),
    row(t('source'), 'lm-limit-source', 'source', source),
    row(t('from'), 'lm-limit-from', 'from', from, hint('limit.from.hint')),
    row(t('until'), 'lm-limit-until', 'until', until, hint('limit.until.hint')),
    row(t('schedule'), 'lm-schedule', 'schedule', schedule.node, hint('schedule.hint')),
    row(t('zone'), 'lm-limit-zone', 'zone', zone, zones())),
  el('div', { class: 'bar' }, el('button', { type: 'submit', class: 'btn main' }, t('limit.set'))));
  node.addEventListener('submit', async (event) => {
    event.preventDefault();
    try {
      await api.addLimit(read());
      mark(node, []);
      alert.replaceChildren();
      [...currents, power, schedule.text].forEach((field) => { field.value = ''; });
      await load();
      document.getElementById('lm-told').textContent = t('limit.is.set');
    } catch (error) {
      refuse(error, node, alert);
    }
  });
  return node;
}
