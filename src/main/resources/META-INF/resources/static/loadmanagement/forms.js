// SteVe Load Management, GPL-3.0-or-later
import { api, Refused } from './api.js';
import { el } from './dom.js';

/** A dialog with a form. `fields` are labels with inputs; errors of the server stand at their field. */
function dialog(title, fields, submit, done) {
  const summary = el('p', { class: 'error', role: 'alert' });
  const form = el('form', { method: 'dialog' },
    el('h2', {}, title), summary,
    fields.map((field) => el('label', { 'data-field': field.errors ?? field.name },
      el('span', { class: 'label' }, field.label), field.input, field.hint && el('span', { class: 'sub' }, field.hint),
      el('span', { class: 'error' }))),
    el('div', { class: 'bar' },
      el('button', { type: 'submit', class: 'main' }, 'Save'),
      el('button', { type: 'button', onclick: () => box.close() }, 'Cancel')));
  const box = el('dialog', { class: 'lm-dialog', onclose: () => box.remove() }, form);
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    for (const error of form.querySelectorAll('.error')) {
      error.textContent = '';
    }
    try {
      await submit();
      box.close();
      done();
    } catch (error) {
      show(form, summary, error);
    }
  });
  document.getElementById('lm').append(box);
  box.showModal();
}

function show(form, summary, error) {
  const errors = error instanceof Refused ? error.errors : [];
  const rest = [];
  for (const { subject, field, message } of errors) {
    const place = form.querySelector(`[data-field="${field}"] .error`);
    if (place) {
      place.textContent = place.textContent ? `${place.textContent}; ${message}` : message;
    } else {
      rest.push(`${subject}: ${message}`);
    }
  }
  summary.textContent = errors.length === 0 ? error.message : rest.join('; ');
}

function input(value, attributes = {}) {
  return el('input', { value: value ?? '', ...attributes });
}

function number(value) {
  return input(value, { type: 'number', step: '0.1', inputmode: 'decimal' });
}

function select(value, options) {
  return el('select', {}, options.map(([key, text]) => el('option', { value: key, selected: key === value }, text)));
}

function milli(field) {
  return field.value === '' ? null : Math.round(Number(field.value) * 1000);
}

const amps = (milliamps) => (milliamps == null ? '' : milliamps / 1000);

export function strandDialog(strand, strands, done) {
  const name = input(strand?.name, { maxlength: 100, required: true });
  const parent = select(String(strand?.parent ?? ''), [['', 'none: at the grid connection'],
    ...strands.filter((other) => other.id !== strand?.id).map((other) => [String(other.id), other.name])]);
  const phases = ['L1', 'L2', 'L3'].map((phase) => number(amps(strand?.limitMa?.[phase])));
  const power = number(amps(strand?.limitW));
  const school = select(strand?.school ?? 'BLOCK', [['BLOCK', 'Block: no charging without us'],
    ['FALLBACK', 'Fallback: charging goes on with this much, reserved always']]);
  const fallback = number(amps(strand?.fallbackMa));
  const mode = select(strand?.mode ?? 'OBSERVE', [['OFF', 'Off'], ['OBSERVE', 'Observe: compute and show, send nothing'],
    ['ACTIVE', 'Active: send charging profiles']]);
  const others = select(strand?.others ?? 'MAY_BE_PAUSED', [['MAY_BE_PAUSED', 'may be paused'], ['KEEP_MINIMUM', 'keep the minimum']]);
  const unbalance = number(amps(strand?.unbalanceMa));
  const margin = number(amps(strand?.marginMa ?? 0));
  const marginPercent = input(strand?.marginPercent ?? 0, { type: 'number', min: 0, max: 99 });
  const closedLoop = select(String(strand?.closedLoop ?? false), [['false', 'no'], ['true', 'yes']]);
  const measure = select(strand?.measure ?? 'POWER', [['POWER', 'equal power'], ['CURRENT', 'equal current']]);
  const fields = [
    { name: 'name', label: 'Name', input: name },
    { name: 'parent', label: 'Fed by', input: parent },
    { name: 'limit', label: 'Limit per phase [A]', input: el('span', { class: 'three' }, phases),
      hint: 'L1, L2, L3: what the fuse bears; all or none' },
    { name: 'limitPower', label: 'Limit over all phases [kW]', input: power },
    { name: 'school', label: 'When a station hears nothing', input: school },
    { name: 'fallback', label: 'Fallback per EVSE [A]', input: fallback },
    { name: 'mode', label: 'Mode', input: mode },
    { name: 'measure', label: 'Vehicles share', input: measure, hint: 'the root strand decides for its whole tree' },
    { name: 'others', label: 'While priority users charge, the others', input: others, hint: 'the root strand decides' },
    { name: 'unbalance', label: 'Largest difference between phases [A]', input: unbalance, hint: 'empty: no limit' },
    { name: 'margin', label: 'Safety margin [A]', input: margin },
    { name: 'marginPercent', label: 'Safety margin [%]', input: marginPercent, hint: 'the larger of the two holds' },
    { name: 'closedLoop', label: 'What a vehicle does not take goes to the others', input: closedLoop },
  ];
  const form = () => ({
    name: name.value, parent: parent.value === '' ? null : Number(parent.value),
    limitMa: { L1: milli(phases[0]), L2: milli(phases[1]), L3: milli(phases[2]) }, limitW: milli(power),
    school: school.value, fallbackMa: milli(fallback), mode: mode.value, measure: measure.value,
    others: others.value, unbalanceMa: milli(unbalance), marginMa: milli(margin) ?? 0,
    marginPercent: Number(marginPercent.value), closedLoop: closedLoop.value === 'true', version: strand?.version,
  });
  dialog(strand ? `Edit strand ${strand.name}` : 'New strand', fields,
    () => (strand ? api.changeStrand(strand.id, form()) : api.addStrand(form())), done);
}

const WIRINGS = ['UNKNOWN', 'L1L2L3', 'L2L3L1', 'L3L1L2', 'L1L3L2', 'L2L1L3', 'L3L2L1', 'L1_ONLY', 'L2_ONLY', 'L3_ONLY'];

export async function assignDialog(strand, evses, done) {
  const stations = await api.stations();
  const free = stations.flatMap((station) => station.evses
    .filter((evse) => !evses.some((known) => known.chargeBoxId === station.chargeBoxId && known.evseId === evse))
    .map((evse) => [JSON.stringify([station.chargeBoxId, evse]), `${station.chargeBoxId}/${evse}`]));
  const choice = el('select', { multiple: true, size: 8 }, free.map(([key, text]) => el('option', { value: key }, text)));
  const wiring = select('UNKNOWN', WIRINGS.map((name) => [name, name === 'UNKNOWN' ? 'unknown: counts on all phases'
    : name.replace('_ONLY', ' only')]));
  const rating = number(32);
  const minimum = number(6);
  const step = select('100', [['100', '0.1 A'], ['1000', '1 A']]);
  const neverPause = select('false', [['false', 'may be paused'], ['true', 'never: they do not wake']]);
  const controllable = select('true', [['true', 'yes'], ['false', 'no: its rating is reserved']]);
  dialog(`Assign EVSEs to ${strand.name}`, [
    { name: 'evse', label: 'EVSEs that hang on no strand', input: choice, hint: 'several with Ctrl or Shift' },
    { name: 'wiring', label: 'Grid phases behind its conductors', input: wiring },
    { name: 'rating', label: 'Rating per phase [A]', input: rating },
    { name: 'minimum', label: 'Minimum current [A]', input: minimum },
    { name: 'step', label: 'Step', input: step },
    { name: 'neverPause', label: 'Its vehicles', input: neverPause },
    { name: 'controllable', label: 'Takes charging profiles', input: controllable },
  ], () => api.placeEvses([...choice.selectedOptions].map((option) => {
    const [chargeBoxId, evseId] = JSON.parse(option.value);
    return {
      chargeBoxId, evseId, strand: strand.id, wiring: wiring.value, ratingMa: milli(rating), minimumMa: milli(minimum),
      stepMa: Number(step.value), fallbackMa: null, controllable: controllable.value === 'true',
      neverPause: neverPause.value === 'true',
    };
  })), done);
}
