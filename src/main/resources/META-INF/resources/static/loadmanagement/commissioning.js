// SteVe Load Management, GPL-3.0-or-later
import { api, mayChange } from './api.js';
import { confirmDialog, messageOf } from './dialogs.js';
import { amps, button, cell, el, heading, select } from './dom.js';
import { live, nameOf } from './live.js';
import { said } from './said.js';
import { duration, moment, number, t } from './text.js';

const EVERY_MS = 2000;
const RUNS = ['WAITING', 'RUNNING'];

/** The commissioning test of one EVSE: begin, watch, print. */
export function commissioning() {
  const evse = select('', [['', t('choose')], ...live.state.evses.map((one) => [JSON.stringify([one.chargeBoxId, one.evseId]), nameOf(one)])], { id: 'lm-test-evse', onchange: () => watch() });
  const tester = el('input', { type: 'text', id: 'lm-tester', maxlength: 100, autocomplete: 'name' });
  const result = el('div', { 'aria-live': 'polite' });
  let timer = null;
  const which = () => (evse.value ? JSON.parse(evse.value) : null);
  const watch = async () => {
    clearTimeout(timer);
    if (!which()) {
      result.replaceChildren();
      return;
    }
    try {
      const test = await api.commissioning(...which());
      result.replaceChildren(...protocol(test, evse.selectedOptions[0].text, cancel));
      timer = RUNS.includes(test.state) ? setTimeout(watch, EVERY_MS) : null;
    } catch (error) {
      result.replaceChildren(el('p', { class: error.status === 404 ? 'muted' : 'err' }, error.status === 404 ? t('test.never') : messageOf(error)));
    }
  };
  const cancel = () => confirmDialog(t('test.cancel'), t('test.cancel.note'), t('test.cancel.verb'), async () => {
    await api.cancelCommissioning(...which());
    await watch();
  });
  const begin = async (event) => {
    event.preventDefault();
    try {
      if (!which()) {
        throw new Error(t('test.choose'));
      }
      const [chargeBoxId, evseId] = which();
      await api.beginCommissioning({ chargeBoxId, evseId, tester: tester.value });
      await watch();
    } catch (error) {
      result.replaceChildren(el('p', { class: 'err', role: 'alert' }, messageOf(error)));
    }
  };
  const node = el('section', {}, heading(t('test'), t('test.note')), el('p', { class: 'noprint' }, t('test.text')),
    el('form', { class: 'filters noprint', novalidate: true, onsubmit: begin }, el('label', { for: 'lm-test-evse' }, t('evse'), evse),
      mayChange && el('label', { for: 'lm-tester' }, t('test.by'), tester), mayChange && el('button', { type: 'submit', class: 'btn main' }, t('test.begin')),
      el('span', { class: 'push' }), button(t('print'), () => window.print())), result);
  return { node, leave: () => clearTimeout(timer) };
}

const VERDICTS = { FOLLOWED: 'ok', TAKES_LESS: 'note', NOT_FOLLOWED: 'notfollowing', REFUSED: 'alarm', NOT_MEASURED: 'degraded', NOT_TOLD: 'degraded', RUNNING: 'waiting' };

function protocol(test, name, cancel) {
  const steps = [...test.done, test.running].filter(Boolean);
  const yes = (value) => (value == null ? t('test.unseen') : t(value ? 'yes' : 'no'));
  return [el('p', {}, el('strong', {}, name), ` · ${t(`test.${test.state}`)} · ${t('test.by')} ${test.tester} · ${moment(test.beganAt)}`, test.why && ` · ${said(test.why)}`,
    RUNS.includes(test.state) && mayChange && [' ', button(t('test.cancel.verb'), cancel, 'small')]),
  steps.length > 0 && el('table', { class: 'rows flow' },
    el('thead', {}, el('tr', {}, el('th', { class: 'r' }, t('told.head')), el('th', {}, t('test.verdict')), ['test.reaction', 'test.off'].map((key) => el('th', { class: 'r' }, t(key))),
      el('th', {}, t('test.phases')), el('th', { class: 'r' }, t('test.readings')), el('th', {}, t('station.says')))),
    el('tbody', {}, steps.map((step) => stepRow(step, step === test.running)))),
  el('dl', { class: 'facts' }, [['test.follows', yes(test.follows)], ['test.resumes', yes(test.resumes)],
    ['test.slowest', test.slowestS == null ? '–' : duration(test.slowestS)], ['test.phases', test.phases.join(' ') || '–']]
    .map(([key, value]) => el('div', {}, el('dt', {}, t(key)), el('dd', {}, value)))),
  Object.entries(test.proposed).map(([quirk, line]) => el('p', {}, t('test.proposed', `${quirk}: ${line.value}`)))].flat().filter(Boolean);
}

function stepRow(step, isRunning) {
  const verdict = isRunning ? 'RUNNING' : step.verdict;
  return el('tr', {}, cell(t('told.head'), amps(step.toldMa)), el('td', {}, el('span', { class: `i ${VERDICTS[verdict]}` }, t(`verdict.${verdict}`))),
    cell(t('test.reaction'), step.reactionS == null ? '–' : [number(step.reactionS), el('i', {}, 's')]), cell(t('test.off'), step.offMa == null ? '–' : amps(step.offMa)),
    el('td', { 'data-l': t('test.phases') }, step.phases.join(' ') || '–'), cell(t('test.readings'), String(step.readings)),
    el('td', { 'data-l': t('station.says') }, said(step.refusal ?? step.readBack) ?? '–'));
}
