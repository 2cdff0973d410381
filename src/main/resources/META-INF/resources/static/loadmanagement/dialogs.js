// SteVe Load Management, GPL-3.0-or-later
import { api, Refused } from './api.js';
import { button, el } from './dom.js';
import { nameOf, refresh } from './live.js';
import { said } from './said.js';
import { localInput, t } from './text.js';

const HOURS = 3600 * 1000;

/** A dialog with a title; it is gone when it is closed. */
export function dialog(title, ...content) {
  const box = el('dialog', { 'aria-label': title }, el('h2', {}, title), content);
  box.addEventListener('close', () => box.remove());
  document.getElementById('lm').append(box);
  box.showModal();
  return box;
}

export const messageOf = (error) => (error instanceof Refused && error.status === 401 ? t('session.ended')
  : error.errors?.length ? error.errors.map((one) => `${said(one.subject)}: ${said(one.message)}`).join('; ') : said(error.message));

/** Asks before it is done. */
export function confirmDialog(title, text, verb, action) {
  const wrong = el('p', { class: 'err', role: 'alert' });
  const act = async () => {
    try {
      await action();
      box.close();
    } catch (error) {
      wrong.textContent = messageOf(error);
    }
  };
  const box = dialog(title, el('p', {}, text), wrong,
    el('div', { class: 'bar' }, button(verb, act, 'main'), button(t('cancel'), () => box.close())));
}

/** Everything that can be done to one EVSE by hand. */
export function actionDialog(evse) {
  const until = el('input', { type: 'datetime-local', 'aria-label': t('until'), value: localInput(new Date(Date.now() + 2 * HOURS)) });
  const wrong = el('p', { class: 'err', role: 'alert' });
  const order = async (action, hasEnd) => {
    try {
      const end = hasEnd && until.value ? new Date(until.value).toISOString() : null;
      await api.act({ action, chargeBoxId: evse.chargeBoxId, evseId: evse.evseId, until: end });
      box.close();
      await refresh();
      document.getElementById('lm-told').textContent = `${nameOf(evse)}: ${t(`act.${action}.done`)}`;
    } catch (error) {
      wrong.textContent = messageOf(error);
    }
  };
  const takeOff = () => {
    box.close();
    confirmDialog(t('takeoff', nameOf(evse)), t('takeoff.note'), t('takeoff.verb'), async () => {
      await api.removeEvse(evse.chargeBoxId, evse.evseId);
      await refresh();
    });
  };
  const line = (action, text, hasEnd = false) => el('li', {}, button(t(`act.${action}`), () => order(action, hasEnd)), el('span', {}, text));
  const box = dialog(nameOf(evse),
    el('p', {}, el('label', {}, `${t('until')} `, until), ' ', el('span', { class: 'muted' }, t('until.note'))), wrong,
    el('ul', { class: 'acts' },
      line('BOOST', t('act.BOOST.note'), true), line('PAUSE', t('act.PAUSE.note'), true), line('RELEASE', t('act.RELEASE.note')),
      line('REAPPLY', t('act.REAPPLY.note')),
      evse.controllable ? line('EXCLUDE', t('act.EXCLUDE.note')) : line('INCLUDE', t('act.INCLUDE.note')),
      el('li', {}, button(t('takeoff.verb'), takeOff, 'danger'), el('span', {}, t('takeoff.note')))),
    el('p', { class: 'muted' }, t('act.audit')),
    el('div', { class: 'bar' }, button(t('cancel'), () => box.close())));
}
