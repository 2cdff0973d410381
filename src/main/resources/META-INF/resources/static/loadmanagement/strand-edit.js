// SteVe Load Management, GPL-3.0-or-later
import { api, mayChange, Refused } from './api.js';
import { amps, button, calm, el, heading, icon, kilowatts, link, select } from './dom.js';
import { amount, hint, mark, milli, PHASES, refuse, row } from './forms.js';
import { gauge } from './gauge.js';
import { live, refresh } from './live.js';
import { number, t, tenth } from './text.js';

/** A strand, new or there already, with what it would mean before it is saved. */
export function show(body, { id }) {
  const old = id ? live.state.strands.find((strand) => strand.id === Number(id)) : null;
  if (!mayChange || (id && !old)) {
    body.append(el('h1', {}, t(id ? 'strand.gone' : 'lookonly')), link('#/', t('overview')));
    return null;
  }
  const fields = fieldsOf(old);
  const alert = el('div', { role: 'alert' });
  const panel = el('aside', { class: 'panel', 'aria-live': 'polite', 'aria-label': t('check.title') });
  const form = el('form', { novalidate: true }, layout(fields),
    el('div', { class: 'bar' }, el('button', { type: 'submit', class: 'btn main' }, t('save')),
      el('a', { class: 'btn', href: old ? `#/strand/${old.id}` : '#/' }, t('cancel'))));
  const check = async () => {
    try {
      const found = await api.checkStrand(old?.id, read(fields, old));
      mark(form, found.errors);
      panel.replaceChildren(el('h3', {}, t('check.title'), ' ', el('span', { class: 'muted' }, t('check.typing'))), checks(found.checks));
    } catch (error) {
      mark(form, error.errors ?? []);
    }
  };
  const silence = () => {
    form.querySelectorAll('[data-needs]').forEach((part) => { part.hidden = !part.dataset.needs.split(' ').includes(chosen(fields.school)); });
  };
  form.addEventListener('input', calm(check));
  form.addEventListener('input', silence);
  silence();
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    try {
      const saved = old ? await api.changeStrand(old.id, read(fields, old)) : await api.addStrand(read(fields, old));
      await refresh();
      window.location.hash = `#/strand/${old?.id ?? saved.id}`;
    } catch (error) {
      refused(error, form, alert);
    }
  });
  body.append(el('div', { class: 'head' }, el('div', {}, el('div', { class: 'crumbs' }, link('#/', t('overview')), ' › ', old && [link(`#/strand/${old.id}`, old.name), ' ›']),
    el('h1', {}, old ? t('strand.edit') : t('strand.new'))), el('a', { href: '#/audit' }, t('audit.all'))),
  alert, el('div', { class: 'two' }, form, panel));
  check();
  return null;
}

/** A second editor is told, and nothing of the first one's is overwritten. */
function refused(error, form, alert) {
  const isOutdated = error instanceof Refused && error.status === 409;
  const again = async () => {
    await refresh();
    window.dispatchEvent(new HashChangeEvent('hashchange'));
  };
  refuse(isOutdated ? new Error(t('outdated')) : error, form, alert, isOutdated && button(t('load.again'), again));
}

function fieldsOf(old) {
  const parents = live.state.strands.filter((strand) => strand.id !== old?.id).map((strand) => [String(strand.id), strand.name]);
  return {
    name: el('input', { type: 'text', id: 'lm-name', maxlength: 100, required: true, value: old?.name ?? '' }),
    parent: select(String(old?.parent ?? ''), [['', t('parent.none')], ...parents], { id: 'lm-parent' }),
    phases: PHASES.map((phase) => amount(old?.limitMa?.[phase], `${t('fuse')} ${phase}`)),
    power: amount(old?.limitW, t('power.limit'), { id: 'lm-power' }),
    margin: amount(old?.marginMa ?? 0, t('margin'), { id: 'lm-margin' }),
    marginPercent: el('input', { class: 'n', type: 'number', min: 0, max: 99, value: old?.marginPercent ?? 0, 'aria-label': t('margin.percent') }),
    unbalance: amount(old?.unbalanceMa, t('unbalance'), { id: 'lm-unbalance' }),
    closedLoop: el('input', { type: 'checkbox', checked: old?.closedLoop ?? false }),
    measure: radios('measure', old?.measure ?? 'POWER', ['POWER', 'CURRENT']),
    others: select(old?.others ?? 'MAY_BE_PAUSED', [['MAY_BE_PAUSED', t('others.MAY_BE_PAUSED')], ['KEEP_MINIMUM', t('others.KEEP_MINIMUM')]], { id: 'lm-others' }),
    school: radios('school', old?.school ?? 'BLOCK', ['BLOCK', 'FALLBACK', 'BLOCK_THEN_FALLBACK']),
    fallback: amount(old?.fallbackMa, t('fallback'), { id: 'lm-fallback' }),
    after: el('input', { class: 'n', id: 'lm-after', type: 'number', min: 0, step: 0.5, value: (old?.fallbackAfterS || 14400) / 3600 }),
    mode: radios('mode', old?.mode ?? 'OBSERVE', ['OFF', 'OBSERVE', 'ACTIVE']),
  };
}

function radios(name, value, options) {
  return el('span', { role: 'radiogroup', 'aria-label': t(name) }, options.map((option) => el('label', { class: 'c' },
    el('input', { type: 'radio', name: `lm-${name}`, value: option, checked: option === value }), ' ',
    name === 'mode' ? icon(option, t(`mode.${option}`)) : t(`${name}.${option}`))));
}

const chosen = (group) => group.querySelector('input:checked').value;

function read(fields, old) {
  const school = chosen(fields.school);
  return {
    name: fields.name.value, parent: fields.parent.value === '' ? null : Number(fields.parent.value),
    limitMa: Object.fromEntries(PHASES.map((phase, index) => [phase, milli(fields.phases[index])])), limitW: milli(fields.power),
    school, fallbackMa: school === 'BLOCK' ? 0 : milli(fields.fallback),
    fallbackAfterS: school === 'BLOCK_THEN_FALLBACK' ? Math.round(Number(fields.after.value) * 3600) : null,
    mode: chosen(fields.mode), measure: chosen(fields.measure), others: fields.others.value, unbalanceMa: milli(fields.unbalance),
    marginMa: milli(fields.margin) ?? 0, marginPercent: Number(fields.marginPercent.value), closedLoop: fields.closedLoop.checked,
    version: old?.version ?? null,
  };
}

/** Labels and fields; `data-field` says under which name the server speaks of it. */
function layout(fields) {
  const only = (schools, parts) => parts.map((part) => { part.dataset.needs = schools; return part; });
  return [
    heading(t('form.cable')),
    el('div', { class: 'form' },
      row(t('name'), 'lm-name', 'name', fields.name),
      row(t('parent'), 'lm-parent', 'parent', fields.parent),
      row(t('fuse'), null, 'limit', PHASES.map((phase, index) => el('label', { class: 'c' }, `${phase} `, fields.phases[index], ' A')), hint('fuse.hint')),
      row(t('power.limit'), 'lm-power', 'limitPower', fields.power, ' kW ', el('span', { class: 'muted' }, t('optional'))),
      row(t('margin'), 'lm-margin', 'margin marginPercent', fields.margin, ` A ${t('or')} `, fields.marginPercent, ' %', hint('margin.hint')),
      row(t('unbalance'), 'lm-unbalance', 'unbalance', fields.unbalance, ' A ', el('span', { class: 'muted' }, t('optional')))),
    heading(t('form.sharing')),
    el('div', { class: 'form' },
      row(t('measure'), null, 'measure', fields.measure, hint('root.decides')),
      row(t('strategies'), null, 'closedLoop', el('label', { class: 'c' }, fields.closedLoop, ' ', t('closedloop.text'))),
      row(t('others'), 'lm-others', 'others', fields.others, hint('root.decides'))),
    heading(t('form.silence')),
    el('div', { class: 'form' },
      row(t('school'), null, 'school', fields.school),
      only('FALLBACK BLOCK_THEN_FALLBACK', row(t('fallback'), 'lm-fallback', 'fallback', fields.fallback, ` A ${t('per.evse')}`, hint('fallback.hint'))),
      only('BLOCK_THEN_FALLBACK', row(t('after'), 'lm-after', 'fallbackAfter', fields.after, ` ${t('after.unit')}`))),
    heading(t('form.mode')),
    el('div', { class: 'form' }, row(t('mode'), null, 'mode', fields.mode)),
  ];
}

const STATES = { OK: 'OK', NOTE: 'Note', DEGRADED: 'Degraded', ALARM: 'Alarm' };

function checks(list) {
  return el('ul', { class: 'checks' }, list.map((one) => {
    const quantity = one.unit === 'kW' ? kilowatts : amps;
    const value = one.unit === '' ? t('check.of', one.value, one.of) : [el('b', {}, tenth(one.value)), ` ${t('check.within', tenth(one.of))} ${one.unit}`];
    const draws = one.unit !== '' && one.of > 0 && !one.what.endsWith('_LESS');
    return el('li', {}, el('span', { class: 't' }, icon(STATES[one.state], el('b', {}, t(`check.${one.what}`, one.about))), el('span', { class: 'nw' }, value)),
      draws && gauge({ rating: Math.max(one.of, one.value), limit: one.of, committed: one.value, decides: one.value > one.of }),
      draws && el('span', { class: 'sr' }, quantity(one.of)),
      el('span', { class: 'sub' }, t(`check.${one.what}.${one.state === 'OK' ? 'ok' : 'not'}`, one.about, number(Math.abs(one.value - (one.of ?? 0)) / 1000), one.unit)));
  }));
}
