// SteVe Load Management, GPL-3.0-or-later
import { amps, cell, el, heading } from './dom.js';
import { said } from './said.js';
import { duration, moment, number, t } from './text.js';

const VERDICTS = { FOLLOWED: 'ok', TAKES_LESS: 'note', NOT_FOLLOWED: 'notfollowing', REFUSED: 'alarm', NOT_MEASURED: 'degraded', NOT_TOLD: 'degraded', RUNNING: 'waiting' };
const OFFLINE = { CONFIRMED: 'ok', NOT_CONFIRMED: 'alarm', UNPROVEN: 'degraded', UNSEEN: 'degraded' };

export const evseOf = (test) => `${test.chargeBoxId}/${test.evseId}`;

/** What a commissioning test has shown so far, for the page and for paper; `more` stands behind its first line. */
export function sheet(test, more) {
  const steps = [...test.done, test.running].filter(Boolean);
  const yes = (value) => (value == null ? t('test.unseen') : t(value ? 'yes' : 'no'));
  return [el('p', {}, el('strong', {}, evseOf(test)), ` · ${t(`test.${test.state}`)} · ${t('test.by')} ${test.tester} · ${moment(test.beganAt)}`, test.why && ` · ${said(test.why)}`, more),
    steps.length > 0 && stepTable(steps, test.running),
    test.state !== 'SKIPPED' && el('dl', { class: 'facts' }, [['test.follows', yes(test.follows)], ['test.resumes', yes(test.resumes)],
      ['test.slowest', test.slowestS == null ? '–' : duration(test.slowestS)], ['test.phases', test.phases.join(' ') || '–']]
      .map(([key, value]) => el('div', {}, el('dt', {}, t(key)), el('dd', {}, value)))),
    Object.entries(test.proposed).map(([quirk, line]) => el('p', {}, t('test.proposed', `${quirk}: ${line.value}`)))].flat().filter(Boolean);
}

function stepTable(steps, running) {
  return el('table', { class: 'rows flow' },
    el('thead', {}, el('tr', {}, el('th', { class: 'r' }, t('told.head')), el('th', {}, t('test.verdict')), ['test.reaction', 'test.off'].map((key) => el('th', { class: 'r' }, t(key))),
      el('th', {}, t('test.phases')), el('th', { class: 'r' }, t('test.readings')), el('th', {}, t('station.says')))),
    el('tbody', {}, steps.map((step) => stepRow(step, step === running))));
}

function stepRow(step, isRunning) {
  const verdict = isRunning ? 'RUNNING' : step.verdict;
  return el('tr', {}, cell(t('told.head'), amps(step.toldMa)), el('td', {}, el('span', { class: `i ${VERDICTS[verdict]}` }, t(`verdict.${verdict}`))),
    cell(t('test.reaction'), step.reactionS == null ? '–' : [number(step.reactionS), el('i', {}, 's')]), cell(t('test.off'), step.offMa == null ? '–' : amps(step.offMa)),
    el('td', { 'data-l': t('test.phases') }, step.phases.join(' ') || '–'), cell(t('test.readings'), String(step.readings)),
    el('td', { 'data-l': t('station.says') }, said(step.refusal ?? step.readBack) ?? '–'));
}

/** What the station did while its connection was cut. */
export function offlineSheet(offline) {
  const facts = [['offline.granted', amps(offline.grantedMa)], ['offline.fallback', amps(offline.fallbackMa)], ['offline.drawn', offline.drawnMa == null ? '–' : amps(offline.drawnMa)],
    ['offline.due', moment(offline.dueAt)], ['offline.cut', offline.cutAt ? moment(offline.cutAt) : '–'], ['offline.back', offline.backAt ? moment(offline.backAt) : '–'],
    ['offline.seen', offline.seenMa == null ? '–' : amps(offline.seenMa)], ['offline.measured', offline.measuredMa == null ? '–' : amps(offline.measuredMa)]];
  return [el('p', {}, offline.verdict ? el('span', { class: `i ${OFFLINE[offline.verdict]}` }, t(`offline.${offline.verdict}`)) : t(`offline.${offline.state}`),
    ` · ${t('test.by')} ${offline.tester} · ${moment(offline.beganAt)}`, offline.why && ` · ${said(offline.why)}`),
  el('dl', { class: 'facts' }, facts.map(([key, value]) => el('div', {}, el('dt', {}, t(key)), el('dd', {}, value))))];
}

/** How well each phase of the strand's meter matches the steps of each conductor; `choice` makes what stands behind a wiring. */
export function wiringSheet(wiring, choice = () => null) {
  if (wiring.moments === 0) {
    return [el('p', { class: 'muted' }, t('wiring.none'))];
  }
  return [wiring.evidence.length > 0 && el('table', { class: 'rows flow' },
    el('thead', {}, el('tr', {}, el('th', {}, t('wiring.conductor')), ['L1', 'L2', 'L3'].map((phase) => el('th', { class: 'r' }, t('wiring.match', phase))))),
    el('tbody', {}, wiring.evidence.map((one) => el('tr', {}, el('th', { scope: 'row' }, one.conductor),
      ['L1', 'L2', 'L3'].map((phase) => cell(t('wiring.match', phase), one.evidence[phase] == null ? '–' : one.evidence[phase].toFixed(2))))))),
  el('p', {}, t('wiring.moments', wiring.moments), ' ', wiring.candidates.length === 0 ? t('wiring.unclear') : t('wiring.found'), wiring.entered && ` ${t('wiring.entered', nameOfWiring(wiring.entered))}`),
  wiring.candidates.length > 0 && el('ul', { class: 'acts' }, wiring.candidates.map((one) => el('li', {}, el('b', {}, nameOfWiring(one)), ' ', one === wiring.entered ? el('span', { class: 'i ok' }, t('wiring.same')) : choice(one))))].filter(Boolean);
}

export const nameOfWiring = (name) => (name === 'UNKNOWN' ? t('unknown') : name.endsWith('_ONLY') ? name.slice(0, 2) : name.match(/../g).join(' '));

/** Everything, as it is printed. */
export const whole = (test) => [...sheet(test), ...(test.offline ? [heading(t('offline')), ...offlineSheet(test.offline)] : []),
  ...(test.wiring.moments > 0 ? [heading(t('wiring.head')), ...wiringSheet(test.wiring)] : [])];
