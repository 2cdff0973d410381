// SteVe Load Management, GPL-3.0-or-later
import { el, icon, select } from './dom.js';
import { messageOf } from './dialogs.js';
import { live, nameOf } from './live.js';
import { t } from './text.js';
import { said } from './said.js';

export const PHASES = ['L1', 'L2', 'L3'];

/** A label and its fields; `name` is the one, or are those, under which the server speaks of it. */
export const row = (text, target, name, ...content) => [
  target ? el('label', { for: target }, text) : el('span', { class: 'lab' }, text), el('div', { 'data-field': name }, content)];

export const hint = (key, ...values) => el('span', { class: 'hint' }, t(key, ...values));

/** An amount in A or kW, of thousandths. */
export const amount = (milli, label, attributes = {}) => el('input', { class: 'n', type: 'number', step: '0.1', min: 0, inputmode: 'decimal',
  value: milli == null ? '' : milli / 1000, 'aria-label': label, ...attributes });

/** Thousandths of what stands in the field; null where it is empty. */
export const milli = (field) => (field.value === '' ? null : Math.round(Number(field.value) * 1000));

export const whole = (field) => (field.value === '' ? null : Math.round(Number(field.value)));

/** Puts each error at its field; gives back those without one. */
export function mark(form, errors) {
  for (const place of form.querySelectorAll('[data-field]')) {
    const own = errors.filter((one) => place.dataset.field.split(' ').includes(one.field));
    place.classList.toggle('wrong', own.length > 0);
    place.querySelector('.msg')?.remove();
    for (const control of place.querySelectorAll('input, select')) {
      control.setAttribute('aria-invalid', String(own.length > 0));
    }
    if (own.length > 0) {
      place.append(el('p', { class: 'msg' }, icon('Alarm', own.map((one) => said(one.message)).join('; '))));
    }
  }
  return errors.filter((one) => !form.querySelector(`[data-field~="${CSS.escape(one.field)}"]`));
}

/** Says above the form what was refused; each error stands at its field. */
export function refuse(error, form, alert, ...more) {
  const errors = error.errors ?? [];
  const rest = mark(form, errors);
  const text = errors.length > 0 ? t('not.saved', errors.length) : messageOf(error);
  alert.replaceChildren(el('div', { class: 'banner bad i alarm' }, el('div', {}, el('strong', {}, text),
    rest.map((one) => el('p', {}, `${said(one.subject)}: ${said(one.message)}`))), ...more));
  alert.scrollIntoView({ block: 'nearest' });
}

/** One of all EVSEs, or none yet; {@link chosenEvse} says which. */
export const chooseEvse = (attributes) => select('', [['', t('choose')], ...live.state.evses.map((one) => [JSON.stringify([one.chargeBoxId, one.evseId]), nameOf(one)])], attributes);

/** [chargeBoxId, evseId]; null: none. */
export const chosenEvse = (choice) => (choice.value ? JSON.parse(choice.value) : null);

/** What a form does when it is submitted: saves, goes on, or says at its fields what was refused. */
export const saving = (form, alert, save, goOn) => async (event) => {
  event.preventDefault();
  try {
    await save();
    mark(form(), []);
    alert.replaceChildren();
    await goOn();
  } catch (error) {
    refuse(error, form(), alert);
  }
};
