// SteVe Load Management, GPL-3.0-or-later
import { api, mayChange } from './api.js';
import { age, button, el, heading, icon, kilowatts, link, update, word } from './dom.js';
import { alarmsOf, evsesBelow, listen, live, refresh, stateOf, tree } from './live.js';
import { columnCount, counts, isLower, legend, limitRows, strandTable } from './limits-table.js';
import { messageOf } from './dialogs.js';
import { said } from './said.js';
import { clock, day, many, t, when, zoneName } from './text.js';

/** Is anything wrong? One gauge for each limit, and what needs attention. */
export function show(body) {
  const pulse = el('div', { class: 'pulse' });
  const facts = el('dl', { class: 'facts' });
  const attention = el('div');
  const strands = el('div');
  body.append(el('div', { class: 'head' }, el('h1', {}, t('overview')), pulse), facts, attention, strands);
  let known = '';
  const render = () => {
    const { state } = live;
    if (!state.on) {
      [pulse, facts, attention, strands].forEach((part) => part.replaceChildren());
      return;
    }
    update(pulse, pulseOf(state));
    update(facts, factsOf(state));
    update(strands, strandsOf(state));
    const newest = JSON.stringify(state.alarms);
    if (newest !== known) {
      known = newest;
      showAttention(attention);
    }
  };
  render();
  return listen(render);
}

export function pulseOf(state) {
  const last = state.strands.map((strand) => strand.cycleAt).filter(Boolean).sort().at(-1);
  return [
    el('span', {}, last ? [t('cycle.last'), ' ', el('b', {}, age(last)), ' ', t('ago')] : t('cycle.none')),
    el('span', {}, `${day(state.at)} `, el('b', {}, clock(state.at)), ` ${zoneName}`),
    live.connection === 'live' ? icon('OK', t('live')) : icon('Degraded', t('live.not')),
  ];
}

function factsOf(state) {
  const roots = state.strands.filter((strand) => strand.parent === null);
  const sum = (field) => (roots.every((root) => root[field] != null) && roots.length > 0
    ? roots.reduce((total, root) => total + root[field], 0) : null);
  const isComplete = roots.every((root) => root.measuredComplete);
  const measured = sum('measuredW');
  return [
    el('div', { class: 'wide span' }, el('dt', {}, many('evses', state.evses.length)), el('dd', {}, counts(state.evses))),
    fact(t('fact.measured'), [isComplete || measured == null ? '' : '≥ ', kilowatts(measured)], t('fact.measured.note')),
    fact(t('granted'), kilowatts(sum('grantedW')), t('fact.granted.note')),
    fact(t('committed'), kilowatts(sum('committedW')), t('fact.committed.note'), 'span'),
  ];
}

function fact(name, value, remark, kind = '') {
  return el('div', { class: kind }, el('dt', {}, name), el('dd', {}, value, el('small', {}, remark)));
}

async function showAttention(box) {
  try {
    const { items } = await api.events({ lasting: true, size: 20 });
    const rest = grouped(items.filter((event) => !event.acknowledgedAt));
    const taken = items.filter((event) => event.acknowledgedAt).length;
    box.replaceChildren(heading(t('attention'), taken > 0 ? many('attention.taken', taken) : ''),
      rest.length === 0 ? el('p', {}, icon('OK', t('attention.none')))
        : el('table', { class: 'alarms flow' }, el('tbody', {}, rest.map((event) => attentionRow(event, box)))));
  } catch (error) {
    box.replaceChildren(el('p', { class: 'err' }, messageOf(error)));
  }
}

/** What is wrong with many in the same way is one thing to look at; what is worst comes first. */
export function grouped(alarms) {
  const groups = new Map();
  alarms.forEach((alarm) => groups.set(alarm.kind, [...(groups.get(alarm.kind) ?? []), alarm]));
  return [...groups.values()].sort((one, other) => one[0].severity.localeCompare(other[0].severity));
}

/** `CP01/1, CP02/1 … (8)` */
export function subjects(alarms) {
  const names = [...new Set(alarms.map((alarm) => alarm.subject))].sort();
  return names.length <= 3 ? names.join(', ') : `${names.slice(0, 3).join(', ')} … (${names.length})`;
}

function attentionRow(events, box) {
  const acknowledge = async () => {
    await Promise.all(events.map((event) => api.acknowledge(event.id)));
    showAttention(box);
  };
  const [first] = events;
  const began = events.map((event) => event.beganAt).sort()[0];
  return el('tr', {},
    el('td', {}, word(first.severity === 'ALARM' ? 'Alarm' : 'Degraded')),
    el('td', {}, el('strong', {}, `${subjects(events)}: ${t(`alarm.${first.kind}`)}.`), ` ${t('since', when(began))}`,
      events.length === 1 && el('span', { class: 'muted' }, ` (${said(first.words)})`),
      el('span', { class: 'sub' }, t(`alarm.${first.kind}.do`))),
    el('td', {}, events.length === 1 && whyButton(first), ' ', mayChange && button(t('acknowledge'), acknowledge)));
}

function whyButton(event) {
  const evse = live.state.evses.find((one) => `${one.chargeBoxId}/${one.evseId}` === event.subject);
  return evse && el('a', { class: 'btn', href: `#/why?evse=${encodeURIComponent(event.subject)}` }, t('why'));
}

function strandsOf(state) {
  const rows = tree(state.strands);
  if (rows.length === 0) {
    return [heading(t('strands')), el('p', {}, t('strands.none')),
      mayChange && el('div', { class: 'bar' }, el('a', { class: 'btn main', href: '#/edit' }, t('strand.new')))].filter(Boolean);
  }
  return [
    heading(t('strands'), t('strands.note')),
    strandTable(state.strands, rows.map(({ strand, depth }) => el('tbody', { class: depth > 0 ? `lvl1 lvl${Math.min(depth, 4)}` : '' },
      head(strand, state), limitRows(strand, state.strands)))),
    legend(state.strands),
    el('div', { class: 'bar' },
      mayChange && el('a', { class: 'btn', href: '#/edit' }, t('strand.new')),
      mayChange && el('a', { class: 'btn', href: '#/evses' }, t('assign')),
      el('span', { class: 'push' }), button(t('refresh'), refresh)),
  ];
}

function head(strand, state) {
  const evses = evsesBelow(strand.id, state);
  const alarms = alarmsOf(strand, evses, state.alarms);
  return el('tr', { class: 'strand' }, el('th', { colspan: columnCount(live.state.strands), scope: 'rowgroup' },
    el('span', { class: 'strandline' }, link(`#/strand/${strand.id}`, el('span', { class: 'name' }, strand.name)),
      word(stateOf(strand, evses, state.alarms)), icon(strand.mode, t(`word.${strand.mode}`)), counts(evses, 'muted')),
    sentence(strand, alarms)));
}

/** What makes the state, in words. */
export function sentence(strand, alarms) {
  const parts = grouped(alarms).map((group) => icon(group[0].severity === 'ALARM' ? 'Alarm' : 'Degraded',
    `${subjects(group)}: ${t(`alarm.${group[0].kind}`)}. `));
  if (strand.binding.length > 0) {
const names = strand.binding.map((name) => (name === 'Power' || name === 'Unbalance' ? t(name) : name)).join(', ');
    const sources = [...new Set(strand.binding.map((name) => (name === 'Power' ? strand.powerSource : strand.currentSource)).filter(isLower))];
    parts.push(icon('Limited', t('limited.by', [names, ...sources.map((source) => t(`source.${source}`))].join('; '))));
  }
  return parts.length === 0 ? null : el('span', { class: 'why' }, ...parts);
}
