// SteVe Load Management, GPL-3.0-or-later
import { api } from './api.js';
import { amps, button, cell, el, heading, icon, kilowatts, link, select } from './dom.js';
import { gauge, key } from './gauge.js';
import { messageOf } from './dialogs.js';
import { live, nameOf, wayUp } from './live.js';
import { localInput, localTimes, moment, t, tenth, when } from './text.js';

/** Why so little, then? One EVSE at one moment. */
export function show(body, { query }) {
  const evses = live.state.evses.map(nameOf);
  const chosen = query.get('evse') ?? evses[0] ?? '';
  const at = query.get('at');
  const which = select(chosen, evses.map((name) => [name, name]), { 'aria-label': t('evse') });
  const time = el('input', { type: 'datetime-local', step: 1, 'aria-label': t('at'), value: at ? localInput(new Date(at)) : '' });
  const title = el('h1', {}, t('why'));
  const content = el('div');
  const go = (event) => {
    event.preventDefault();
    const moment = time.value ? `&at=${new Date(time.value).toISOString()}` : '';
    window.location.hash = `#/why?evse=${encodeURIComponent(which.value)}${moment}`;
  };
  body.append(el('div', { class: 'head' }, el('div', {}, crumbs(chosen), title),
    el('form', { class: 'bar noprint', onsubmit: go }, el('label', {}, `${t('evse')} `, which), el('label', {}, `${t('at')} `, time),
      el('button', { type: 'submit', class: 'btn main' }, t('show')))), content);
  if (chosen) {
    load(chosen, at, title, content);
  }
  return null;
}

function crumbs(name) {
  const evse = live.state.evses.find((one) => nameOf(one) === name);
  const strand = evse && live.state.strands.find((one) => one.id === evse.strand);
  const way = strand ? [...wayUp(strand, live.state.strands), strand] : [];
  return el('div', { class: 'crumbs' }, link('#/', t('overview')), ' › ', way.map((one) => [link(`#/strand/${one.id}`, one.name), ' › ']), name);
}

async function load(name, at, title, content) {
  const cut = name.lastIndexOf('/');
  try {
    const why = await api.why({ chargeBoxId: name.slice(0, cut), evseId: name.slice(cut + 1), at });
    title.textContent = why.grantedMa == null ? t('why.nothing.asked') : t('why.title', tenth(why.grantedMa));
    content.replaceChildren(...explain(why));
  } catch (error) {
    content.replaceChildren(el('p', { class: 'err', role: 'alert' }, error.status === 404 ? t('why.unknown') : messageOf(error)));
  }
}

function explain(why) {
  const text = why.sentence ? localTimes(why.sentence) : t('why.idle');
  const copy = button(t('why.copy'), () => navigator.clipboard?.writeText(`${why.evse}, ${moment(why.at)}: ${text}`));
  return [
    el('p', { class: 'sentence' }, why.grantedMa == null ? '' : [el('strong', {}, amps(why.grantedMa)), ' – '], text),
    el('div', { class: 'pulse' }, el('span', {}, `${t('why.moment')} `, el('b', {}, moment(why.at))),
      el('span', {}, `${t('why.decided')} `, el('b', {}, when(why.decidedAt)))),
    ...(why.ladder.length === 0 ? [] : [heading(t('ladder'), t('ladder.note')), ladder(why)]),
    el('div', { class: 'two even' }, el('div', {}, why.division && division(why)), el('div', {}, helps(why))),
    heading(t('changes'), t('changes.note')), changes(why),
    el('div', { class: 'bar noprint' }, copy, el('span', { class: 'push muted' }, t('why.private'))),
  ];
}

function ladder(why) {
  const most = Math.max(...why.ladder.map((rung) => rung.allowsMa), 1);
  return el('ol', { class: 'ladder' }, why.ladder.map((rung) => el('li',
    { class: rung.decides ? 'decides' : rung.what === 'GRANTED' ? 'result' : '' },
    el('span', { class: 'what' }, el('strong', {}, rung.limit ? limitName(rung.limit) : t(`rung.${rung.what}`)),
      rung.decides && [' ', icon('Limited', el('strong', {}, t('decides')))],
      el('span', { class: 'sub' }, rung.limit ? limitText(rung) : t(`rung.${rung.what}.note`))),
    el('span', { class: 'rungbox' }, el('span', { class: 'rung', style: `display:block;width:${((100 * rung.allowsMa) / most).toFixed(1)}%` })),
    el('span', { class: 'val' }, amps(rung.allowsMa)))));
}

const limitName = (limit) => `${limit.strand} ${limit.quantity === 'POWER' ? '' : limit.phase ?? ''}`.trim();

const limitText = ({ limit, amount }) => `${amount == null ? t('unknown') : tenth(amount)} ${limit.quantity === 'POWER' ? 'kW' : 'A'}, ${t(`source.${limit.source}`)}${
  limit.quantity === 'UNBALANCE' ? `, ${t('Unbalance')}` : ''}`;

function division({ division: shared, evse }) {
  const quantity = shared.unit === 'A' ? amps : kilowatts;
  const bar = gauge({ rating: shared.limit, limit: shared.limit, granted: null, decides: true, size: 'big' });
  let from = 0;
  const whole = shared.limit * 1.07;
  for (const part of shared.parts) {
    const rect = document.createElementNS('http://www.w3.org/2000/svg', 'rect');
    rect.setAttribute('class', part.held ? 'held' : 'tube');
    rect.setAttribute('x', `${(100 * from) / whole}%`);
    rect.setAttribute('width', `${(100 * part.amount) / whole}%`);
    bar.insertBefore(rect, bar.querySelector('.limit'));
    from += part.amount;
  }
  return [heading(t('division', `${tenth(shared.limit)} ${shared.unit}`)), bar, el('table', { class: 'sum' }, el('tbody', {},
    shared.parts.map((part) => el('tr', { class: part.evse === evse ? 'strong' : '' }, el('td', {}, key(part.held ? 'held' : 'tube')),
      el('td', {}, `${part.evse}${part.held ? `, ${t(`held.${part.held}`)}` : ''}`), el('td', { class: 'r' }, quantity(part.amount)))),
    el('tr', {}, el('td', {}, key('track')), el('td', {}, t('free')), el('td', { class: 'r' }, quantity(shared.free))),
    el('tr', { class: 'total' }, el('td'), el('td', {}, `${limitName(shared.by)}, ${t(`source.${shared.by.source}`)}`),
      el('td', { class: 'r' }, quantity(shared.limit)))))];
}

function helps(why) {
  if (why.grantedMa == null) {
    return null;
  }
  return [heading(t('helps')), why.helps.length === 0 ? el('p', { class: 'muted' }, t('helps.none'))
    : el('ul', { class: 'checks panel' }, why.helps.map((help) => el('li', {},
      el('span', { class: 't' }, el('b', {}, help.limit ? t('help.LIMIT', limitName(help.limit)) : t(`help.${help.what}`)),
        el('span', { class: 'nw' }, t('help.gets', tenth(help.getsMa)))),
      el('span', { class: 'sub' }, t(`help.${help.what}.note`)))))];
}

function changes(why) {
  if (why.changes.length === 0) {
    return el('p', { class: 'muted' }, t('changes.none'));
  }
  return el('table', { class: 'rows flow' },
    el('thead', {}, el('tr', {}, el('th', {}, t('time')), el('th', { class: 'r' }, t('told.head')), el('th', {}, t('result')), el('th', {}, t('reason')))),
    el('tbody', {}, why.changes.map((sent) => el('tr', {},
      el('th', { scope: 'row', class: 'nw' }, link(`#/why?evse=${encodeURIComponent(why.evse)}&at=${sent.at}`, when(sent.at))),
      cell(t('told.head'), amps(sent.setpointMa)),
      el('td', { 'data-l': t('result') }, sent.outcome ? t(`outcome.${sent.outcome}`) : t('outcome.IN_FLIGHT')),
      el('td', {}, sent.isDefault || sent.default ? t('default.profile') : localTimes(sent.reason))))));
}
