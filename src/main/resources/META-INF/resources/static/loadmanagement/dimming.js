// SteVe Load Management, GPL-3.0-or-later
import { api, mayChange } from './api.js';
import { confirmDialog, messageOf } from './dialogs.js';
import { age, button, cell, el, heading, kilowatts, update } from './dom.js';
import { devicesTable } from './dimming-devices.js';
import { amount, milli } from './forms.js';
import { every, firstStrand, gridHead, noStrand, strandPicker } from './grid-tabs.js';
import { evsesBelow, live } from './live.js';
import { rulesForm } from './dimming-rules.js';
import { duration, moment, t, tenth } from './text.js';

const EVERY_MS = 5000;

/** Section 14a EnWG: which devices the grid operator may dim, what he says now, and what became of it. */
export function show(body) {
  body.append(...gridHead('dimming'), el('p', {}, t('dimming.text')));
  let strand = firstStrand();
  if (strand === null) {
    body.append(noStrand());
    return null;
  }
  const parts = { now: el('div'), devices: el('div'), rules: el('div'), log: el('div') };
  const wrong = (node) => (error) => node.replaceChildren(el('p', { class: 'err', role: 'alert' }, messageOf(error)));
  const log = () => api.dimmings(strand).then((lines) => update(parts.log, logTable(lines, strand))).catch(wrong(parts.log));
  const now = () => Promise.all([api.grid(), api.gridSettings()]).then(([grid, settings]) => {
    const ofStrand = settings.signals.filter((signal) => signal.strand === strand);
    update(parts.now, signalNow(strand, grid.find((one) => one.strand === strand), ofStrand, all));
    return settings;
  });
  const all = async () => {
    try {
      const settings = await now();
      const evses = evsesBelow(strand, live.state);
      const marked = new Set(settings.steerable.map((one) => `${one.chargeBoxId}/${one.evseId}`));
      const count = evses.filter((evse) => marked.has(`${evse.chargeBoxId}/${evse.evseId}`)).length;
      const { minimumW } = await api.gridMinimum(count);
      parts.devices.replaceChildren(...devicesTable(evses, marked, minimumW, all));
      parts.rules.replaceChildren(rulesForm(strand, settings.rules.find((one) => one.strand === strand) ?? null, all));
    } catch (error) {
      wrong(parts.now)(error);
    }
    await log();
  };
  body.append(strandPicker(strand, (chosen) => { strand = chosen; all(); }), heading(t('dimming.now')), parts.now, parts.devices, parts.rules,
    heading(t('dimming.log'), t('dimming.log.note')), parts.log);
  all();
  return every(EVERY_MS, () => Promise.all([now().catch(wrong(parts.now)), log()]));
}

/** What the channels say, what holds, and how to say it by hand. */
function signalNow(strand, grid, signals, load) {
  const isDimmed = (grid?.dimmed ?? false) || signals.some((signal) => signal.dimmed);
  const limit = grid?.dimmedToW;
  const state = isDimmed ? el('div', { class: 'banner i limited' }, el('div', {}, el('strong', {}, t('dimming.on')), ' ', limit == null ? '' : t('dimming.left', tenth(limit))))
    : limit != null ? el('div', { class: 'banner i limited' }, el('div', {}, t('dimming.rising', tenth(limit)))) : el('p', {}, el('span', { class: 'st ok' }, t('dimming.off')));
  return [state, signals.length > 0 && signalTable(signals), mayChange && el('div', { class: 'bar' },
    button(t('dimming.dim'), () => dim(strand, load), 'danger'), signals.some((signal) => signal.channel === 'HAND' && signal.dimmed) && button(t('dimming.release'), () => release(strand, load), 'main'))];
}

const signalTable = (signals) => el('table', { class: 'rows flow' },
  el('thead', {}, el('tr', {}, el('th', {}, t('channel')), el('th', {}, t('says')), el('th', { class: 'r' }, t('limit')), el('th', {}, t('since.head')), el('th', { class: 'r' }, t('heard')))),
  el('tbody', {}, signals.map((signal) => el('tr', {}, el('th', { scope: 'row' }, t(`channel.${signal.channel}`)),
    el('td', {}, el('span', { class: `st ${signal.dimmed ? 'limited' : 'ok'}` }, t(signal.dimmed ? 'dimmed' : 'released'))),
    cell(t('limit'), !signal.dimmed ? '–' : signal.limitW == null ? t('minimum.by.law') : kilowatts(signal.limitW)),
    el('td', { 'data-l': t('since.head') }, moment(signal.since)), cell(t('heard'), age(signal.heardAt))))));

function dim(strand, load) {
  const watts = amount(null, t('limit'), { id: 'lm-dim-w' });
  const text = el('span', {}, t('dimming.dim.note'), el('br'), el('label', {}, t('dimming.left.label'), ' ', watts, ' kW '), el('span', { class: 'muted' }, t('dimming.left.hint')));
  confirmDialog(t('dimming.dim.ask', live.state.strands.find((one) => one.id === strand).name), text, t('dimming.dim.verb'), async () => {
    await api.signal(strand, { dimmed: true, channel: 'HAND', limitW: milli(watts) });
    await load();
  });
}

function release(strand, load) {
  confirmDialog(t('dimming.release'), t('dimming.release.note'), t('dimming.release.verb'), async () => {
    await api.signal(strand, { dimmed: false, channel: 'HAND' });
    await load();
  });
}

function logTable(lines, strand) {
  if (lines.length === 0) {
    return el('p', { class: 'muted' }, t('dimming.log.none'));
  }
  const between = (from, to) => duration((new Date(to) - new Date(from)) / 1000);
  return [el('div', { class: 'bar' }, el('span', { class: 'push' }), el('a', { href: api.url(`/strands/${strand}/dimmings.csv`) }, t('export'))),
    el('table', { class: 'rows flow' },
      el('thead', {}, el('tr', {}, el('th', {}, t('began')), el('th', {}, t('channel')), el('th', { class: 'r' }, t('limit')), el('th', { class: 'r' }, t('dimming.before')),
        el('th', {}, t('dimming.kept')), el('th', {}, t('ended')))),
      el('tbody', {}, lines.map((line) => el('tr', {}, el('th', { scope: 'row' }, moment(line.signalledAt)), el('td', { 'data-l': t('channel') }, t(`channel.${line.channel}`)),
        cell(t('limit'), kilowatts(line.limitW)), cell(t('dimming.before'), kilowatts(line.beforeW)),
        el('td', { 'data-l': t('dimming.kept') }, el('span', { class: `i ${line.keptAt ? 'ok' : 'waiting'}` }, line.keptAt ? t('dimming.after', between(line.signalledAt, line.keptAt)) : t('dimming.notyet'))),
        el('td', { 'data-l': t('ended') }, line.endedAt ? [moment(line.endedAt), el('span', { class: 'sub' }, between(line.signalledAt, line.endedAt))] : t('lasts'))))))];
}
