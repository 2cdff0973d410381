// SteVe Load Management, GPL-3.0-or-later
import { api, mayChange } from './api.js';
import { confirmDialog, messageOf } from './dialogs.js';
import { button, el, heading, link, update } from './dom.js';
import { amount, chooseEvse, chosenEvse, milli } from './forms.js';
import { live } from './live.js';
import { evseOf, nameOfWiring, offlineSheet, sheet, wiringSheet } from './protocol-sheet.js';
import { clock, t, tenth } from './text.js';

const EVERY_MS = 1000;
const RUNS = ['WAITING', 'RUNNING'];
const WAITS = ['READY', 'CUT', 'DUE', 'BACK'];

/** The commissioning test of one EVSE: begin, watch, try what it does offline, print. */
export function commissioning() {
  const evse = chooseEvse({ id: 'lm-test-evse', onchange: () => watch() });
  const tester = el('input', { type: 'text', id: 'lm-tester', maxlength: 100, autocomplete: 'name' });
  const wrong = el('p', { class: 'err', role: 'alert' });
  const result = el('div', { 'aria-live': 'polite' });
  let timer = null;
  const which = () => chosenEvse(evse);
  const watch = async () => {
    clearTimeout(timer);
    const asked = evse.value;
    if (!asked) {
      result.replaceChildren();
      return;
    }
    try {
      const test = await api.commissioning(...which());
      if (asked === evse.value) {
        update(result, ...sheet(test, RUNS.includes(test.state) && mayChange && [' ', button(t('test.cancel.verb'), cancel, 'small')]), ...proposals(test), ...wiring(test, doing), ...offline(test, doing, tester));
        timer = RUNS.includes(test.state) || WAITS.includes(test.offline?.state) ? setTimeout(watch, EVERY_MS) : null;
      }
    } catch (error) {
      update(result, el('p', { class: error.status === 404 ? 'muted' : 'err' }, error.status === 404 ? t('test.never') : messageOf(error)), ...(error.status === 404 ? offline({ state: 'NEVER' }, doing, tester) : []));
    }
  };
  const doing = async (step) => {
    try {
      wrong.textContent = '';
      if (!which()) {
        throw new Error(t('test.choose'));
      }
      const [chargeBoxId, evseId] = which();
      await step(chargeBoxId, evseId);
      await watch();
    } catch (error) {
      wrong.textContent = messageOf(error);
    }
  };
  const cancel = () => confirmDialog(t('test.cancel'), t('test.cancel.note'), t('test.cancel.verb'), async () => {
    await api.cancelCommissioning(...which());
    await watch();
  });
  const begin = (event) => {
    event.preventDefault();
    doing((chargeBoxId, evseId) => api.beginCommissioning({ chargeBoxId, evseId, tester: tester.value }));
  };
  const node = el('section', {}, heading(t('test'), t('test.note')), el('p', { class: 'noprint' }, t('test.text')),
    el('form', { class: 'filters noprint', novalidate: true, onsubmit: begin }, el('label', { for: 'lm-test-evse' }, t('evse'), evse),
      mayChange && el('label', { for: 'lm-tester' }, t('test.by'), tester), mayChange && el('button', { type: 'submit', class: 'btn main' }, t('test.begin')),
      el('span', { class: 'push' }), button(t('print'), () => window.print())), wrong, result);
  return { node, leave: () => clearTimeout(timer) };
}

/** What it proposes, as lines of a quirk profile that an operator may save. */
function proposals(test) {
  const lines = Object.entries(test.proposed);
  const query = new URLSearchParams([['station', test.chargeBoxId], ...(test.profile ? [['of', test.profile]] : []), ...lines.map((line) => ['line', JSON.stringify(line)])]);
  return lines.length > 0 && mayChange ? [el('p', { class: 'noprint' }, link(`#/quirk?${query}`, t('test.take')))] : [];
}

/** The wirings that agree with what the strand's meter showed; an operator sets one of them. */
function wiring(test, doing) {
  const set = (name) => confirmDialog(t('wiring.set', evseOf(test)), t('wiring.set.note', nameOfWiring(name)), t('wiring.verb'),
    () => doing((chargeBoxId, evseId) => api.setWiring({ chargeBoxId, evseId, wiring: name })));
  return [heading(t('wiring.head'), t('wiring.note')), ...wiringSheet(test.wiring, (name) => mayChange && button(t('wiring.verb'), () => set(name), 'small noprint'))];
}

/** What the station does while nobody speaks to it: by hand, with a timer. */
function offline(test, doing, tester) {
  const trial = test.offline;
  const waits = WAITS.includes(trial?.state);
  const begin = button(t('offline.begin'), () => doing((chargeBoxId, evseId) => api.beginOffline({ chargeBoxId, evseId, tester: tester.value })), 'noprint');
  return [heading(t('offline'), t('offline.note')), trial ? offlineSheet(trial) : el('p', { class: 'noprint' }, t('offline.text')),
    waits && el('p', { class: 'noprint' }, el('strong', {}, whatToDo(trial))), waits && mayChange && ['DUE', 'BACK'].includes(trial.state) && seen(doing),
    waits && mayChange && button(t('offline.cancel'), () => doing((chargeBoxId, evseId) => api.cancelOffline(chargeBoxId, evseId)), 'small noprint'),
    !waits && mayChange && !RUNS.includes(test.state) && begin].flat();
}

function whatToDo(trial) {
  const left = Math.max(0, Math.ceil((new Date(trial.dueAt).getTime() - Date.now()) / 1000));
  const timer = `${Math.floor(left / 60)}:${String(left % 60).padStart(2, '0')}`;
  return t(`offline.${trial.state}.do`, timer, clock(trial.dueAt), tenth(trial.fallbackMa));
}

function seen(doing) {
  const field = amount(null, t('offline.seen'), { id: 'lm-seen' });
  const tell = () => {
    const entered = document.getElementById('lm-seen');
    return doing((chargeBoxId, evseId) => api.seenOffline({ chargeBoxId, evseId, seenMa: milli(entered) }));
  };
  return el('p', { class: 'noprint' }, el('label', { for: 'lm-seen' }, t('offline.seen'), ' ', field, ' A '), button(t('offline.tell'), tell, 'main'));
}
