// SteVe Load Management, GPL-3.0-or-later
import { api, mayChange } from './api.js';
import { confirmDialog, messageOf } from './dialogs.js';
import { age, button, cell, el, update } from './dom.js';
import { every, gridHead, nameOfStrand, noStrand } from './grid-tabs.js';
import { live } from './live.js';
import { said } from './said.js';
import { duration, t, tenth } from './text.js';

const EVERY_MS = 3000;

/** On which ways the grid operator and others dim and limit by themselves, and what came last. */
export function show(body) {
  const list = el('div');
  const load = async () => {
    try {
      const lines = await api.signalLines();
      update(list, lines.length === 0 ? el('p', { class: 'muted' }, t('signals.none')) : table(lines, load));
    } catch (error) {
      list.replaceChildren(el('p', { class: 'err', role: 'alert' }, messageOf(error)));
    }
  };
  body.append(...gridHead('signals'), el('p', {}, t('signals.text')), live.state.strands.length === 0 ? noStrand() : list,
    mayChange && live.state.strands.length > 0 ? el('div', { class: 'bar' }, el('a', { class: 'btn main', href: '#/signal' }, t('signal.new'))) : '');
  return every(EVERY_MS, load);
}

function table(lines, load) {
  const remove = (one) => confirmDialog(t('signal.delete', one.line.name), t('signal.delete.note'), t('delete'), async () => {
    await api.deleteSignalLine(one.id);
    await load();
  });
  return el('table', { class: 'rows flow meters' },
    el('thead', {}, el('tr', {}, ['signal', 'strand', 'says'].map((key) => el('th', {}, t(key))), el('th', { class: 'r' }, t('age')), el('th', {}, el('span', { class: 'sr' }, t('actions'))))),
    el('tbody', {}, lines.map((one) => row(one, remove))));
}

const WORDS = { DIMMED: 'limited', RELEASED: 'ok', LIMITED: 'limited', UNUSABLE: 'degraded' };

function row(one, remove) {
  const { line, newest } = one;
  const address = line.url ? `${line.url}, ${line.topic}` : `${line.host}:${line.port}, ${line.address}`;
  return el('tr', {}, el('th', { scope: 'row' }, el('span', { class: 'name' }, line.name), el('span', { class: 'sub' }, `${t(`signal.kind.${line.kind}`)}, ${address}`)),
    el('td', { 'data-l': t('strand') }, nameOfStrand(line.strand)),
    el('td', {}, newest ? [el('span', { class: `st ${WORDS[newest.says]}` }, t(`signal.says.${newest.says}`)), el('span', { class: 'sub' }, detail(newest))] : el('span', { class: 'st degraded' }, t('signal.silent'))),
    cell(t('age'), newest ? age(newest.at) : '–'),
    el('td', {}, mayChange && el('div', { class: 'acting' }, el('a', { class: 'btn', href: `#/signal/${one.id}`, 'aria-label': `${t('edit')} ${line.name}` }, t('edit')),
      button(t('delete'), () => remove(one), 'danger'))));
}

const detail = (newest) => [newest.limitW != null && `${tenth(newest.limitW)} kW`, newest.limitMa && `${Object.values(newest.limitMa).map(tenth).join(' / ')} A`,
  newest.validForS != null && t('signal.validfor', duration(newest.validForS)), newest.why && said(newest.why)].filter(Boolean).join(', ');
