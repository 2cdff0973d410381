// SteVe Load Management, GPL-3.0-or-later
import { api, mayChange } from './api.js';
import { el, heading, link, select } from './dom.js';
import { hint, refuse, row, whole } from './forms.js';
import { gridHead, strandChoices } from './grid-tabs.js';
import { t } from './text.js';

const KINDS = ['MQTT_DIMMING', 'MQTT_LIMIT', 'MODBUS_DIMMING'];
const MQTT = 'MQTT_DIMMING MQTT_LIMIT';
const LIMITS = ['power', 'current.L1', 'current.L2', 'current.L3'];

/** A way on which signals come by themselves, new or there already. */
export function show(body, { id }) {
  body.append(...gridHead('signals'));
  if (!mayChange) {
    body.append(el('p', {}, t('lookonly')));
    return null;
  }
  let gone = false;
  const number = id === null ? null : Number(id);
  (number === null ? Promise.resolve(null) : api.signalLines().then((all) => all.find((one) => one.id === number))).then((stored) => {
    if (!gone) {
      open(body, number, stored);
    }
  });
  return () => { gone = true; };
}

function open(body, id, stored) {
  if (id !== null && !stored) {
    body.append(el('p', {}, t('signal.gone')), link('#/signals', t('back')));
    return;
  }
  const fields = fieldsOf(stored?.line ?? null);
  const alert = el('div', { role: 'alert' });
  const form = el('form', { novalidate: true, autocomplete: 'off' }, el('div', { class: 'form' }, layout(fields, stored !== null)),
    el('div', { class: 'bar' }, el('button', { type: 'submit', class: 'btn main' }, t('save')), el('a', { class: 'btn', href: '#/signals' }, t('cancel'))));
  const adapt = () => form.querySelectorAll('[data-kinds]').forEach((part) => { part.hidden = !part.dataset.kinds.split(' ').includes(fields.kind.value); });
  form.addEventListener('input', adapt);
  adapt();
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    try {
      await (id === null ? api.addSignalLine(read(fields, null)) : api.changeSignalLine(id, read(fields, stored.line)));
      window.location.hash = '#/signals';
    } catch (error) {
      refuse(error, form, alert);
    }
  });
  body.append(heading(t(id === null ? 'signal.new' : 'signal.edit')), alert, form);
}

const text = (id, value, attributes = {}) => el('input', { type: 'text', id, value: value ?? '', spellcheck: 'false', ...attributes });
const count = (id, value, attributes = {}) => el('input', { class: 'n', type: 'number', id, value: value ?? '', min: 0, ...attributes });
const pointer = (id, path, factor) => ({ used: el('input', { type: 'checkbox', checked: path != null, 'aria-label': t('signal.said') }), pointer: text(id, path?.pointer, { placeholder: '/limit' }), factor: factor && text(`${id}-factor`, path?.factor ?? 1, { class: 'n', 'aria-label': t('path.factor') }) });

function fieldsOf(old) {
  return {
    name: text('lm-signal-name', old?.name, { maxlength: 100 }), strand: select(String(old?.strand ?? ''), strandChoices(), { id: 'lm-signal-strand' }),
    kind: select(old?.kind ?? KINDS[0], KINDS.map((kind) => [kind, t(`signal.kind.${kind}`)]), { id: 'lm-signal-kind' }),
    url: text('lm-signal-url', old?.url, { placeholder: 'ssl://192.0.2.10:8883' }), mqttVersion: select(String(old?.mqttVersion ?? 3), [['3', '3.1.1'], ['5', '5']], { id: 'lm-signal-mqtt' }),
    user: text('lm-signal-user', old?.user), secret: el('input', { type: 'password', id: 'lm-signal-secret', autocomplete: 'new-password' }),
    certificate: el('textarea', { id: 'lm-signal-certificate', value: old?.certificate ?? '', placeholder: '-----BEGIN CERTIFICATE-----', spellcheck: 'false' }),
    topic: text('lm-signal-topic', old?.topic), state: text('lm-signal-state', old?.state?.pointer, { placeholder: '/dimmed' }), limit: pointer('lm-signal-limit', old?.limit, true),
    values: LIMITS.map((quantity) => pointer(`lm-signal-${quantity.replace('.', '-')}`, old?.values?.[quantity], true)), validity: pointer('lm-signal-validity', old?.validity, false),
    validForS: count('lm-signal-validfor', old?.validForS ?? 300), host: text('lm-signal-host', old?.host, { placeholder: '192.0.2.10' }), port: count('lm-signal-port', old?.port ?? 502),
    unitId: count('lm-signal-unit', old?.unitId ?? 1), contact: select(old?.contact ?? 'INPUT', [['INPUT', t('contact.INPUT')], ['COIL', t('contact.COIL')]], { id: 'lm-signal-contact' }),
    address: count('lm-signal-address', old?.address ?? 0), inverted: el('input', { type: 'checkbox', checked: old?.inverted ?? false }), intervalMs: count('lm-signal-interval', old?.intervalMs ?? 1000),
  };
}

function layout(fields, isStored) {
  const only = (kinds, parts) => parts.map((part) => { part.dataset.kinds = kinds; return part; });
  const where = (one) => [el('label', { class: 'c' }, one.used, ' '), one.pointer, one.factor && [` ${t('path.factor')} `, one.factor]];
  const label = (quantity) => (quantity === 'power' ? t('path.power') : `${t('path.current')} ${quantity.slice(-2)}`);
  return [
    row(t('name'), 'lm-signal-name', 'name', fields.name), row(t('signal.for'), 'lm-signal-strand', 'strand', fields.strand), row(t('kind'), 'lm-signal-kind', 'kind', fields.kind),
    only(MQTT, row(t('meter.url'), 'lm-signal-url', 'url', fields.url)), only(MQTT, row(t('meter.mqtt'), 'lm-signal-mqtt', 'mqttVersion', fields.mqttVersion)),
    only(MQTT, row(t('meter.user'), 'lm-signal-user', 'user', fields.user, ' ', el('span', { class: 'muted' }, t('optional')))),
    only(MQTT, row(t('meter.secret'), 'lm-signal-secret', 'secret', fields.secret, hint(isStored ? 'meter.secret.kept' : 'meter.secret.hint'))),
    only(MQTT, row(t('meter.certificate'), 'lm-signal-certificate', 'certificate', fields.certificate, hint('meter.certificate.hint'))),
    only(MQTT, row(t('path.topic'), 'lm-signal-topic', 'topic', fields.topic)),
    only('MQTT_DIMMING', row(t('signal.state'), 'lm-signal-state', 'state', fields.state, hint('signal.state.hint'))),
    only('MQTT_DIMMING', row(t('signal.limit'), 'lm-signal-limit', 'limit', where(fields.limit), hint('signal.limit.hint'))),
    only('MQTT_LIMIT', LIMITS.flatMap((quantity, index) => row(label(quantity), fields.values[index].pointer.id, index === 0 ? 'values' : '', where(fields.values[index]), quantity === 'power' && hint('signal.values.hint')))),
    only('MQTT_LIMIT', row(t('signal.validity'), 'lm-signal-validity', 'validity', where(fields.validity), hint('signal.validity.hint'))),
    only('MQTT_LIMIT', row(t('signal.else'), 'lm-signal-validfor', 'validForS', fields.validForS, ' s')),
    only('MODBUS_DIMMING', row(t('meter.host'), 'lm-signal-host', 'host port', fields.host, ` ${t('meter.port')} `, el('label', { class: 'sr', for: 'lm-signal-port' }, t('meter.port')), fields.port)),
    only('MODBUS_DIMMING', row(t('meter.unit'), 'lm-signal-unit', 'unitId', fields.unitId)), only('MODBUS_DIMMING', row(t('contact'), 'lm-signal-contact', 'contact', fields.contact)),
    only('MODBUS_DIMMING', row(t('contact.address'), 'lm-signal-address', 'address', fields.address)),
    only('MODBUS_DIMMING', row(t('contact.inverted'), null, 'inverted', el('label', { class: 'c' }, fields.inverted, ' ', t('contact.inverted.text')))),
    only('MODBUS_DIMMING', row(t('meter.interval'), 'lm-signal-interval', 'intervalMs', fields.intervalMs, ' ms')),
  ];
}

function read(fields, old) {
  const kind = fields.kind.value;
  const of = (kinds, value) => (kinds.split(' ').includes(kind) ? value : null);
  const path = (one) => (one.used.checked ? { pointer: one.pointer.value, factor: one.factor ? Number(one.factor.value.replace(',', '.')) || 1 : 1 } : null);
  const values = LIMITS.map((quantity, index) => [quantity, path(fields.values[index])]).filter(([, one]) => one);
  return {
    name: fields.name.value, strand: fields.strand.value === '' ? null : Number(fields.strand.value), kind, url: of(MQTT, fields.url.value), mqttVersion: of(MQTT, Number(fields.mqttVersion.value)),
    user: of(MQTT, fields.user.value || null), secret: of(MQTT, fields.secret.value || null), certificate: of(MQTT, fields.certificate.value.trim() || null), topic: of(MQTT, fields.topic.value),
    state: of('MQTT_DIMMING', { pointer: fields.state.value }), limit: of('MQTT_DIMMING', path(fields.limit)), values: of('MQTT_LIMIT', Object.fromEntries(values)),
    validity: of('MQTT_LIMIT', path(fields.validity)), validForS: of('MQTT_LIMIT', whole(fields.validForS)), host: of('MODBUS_DIMMING', fields.host.value), port: of('MODBUS_DIMMING', whole(fields.port)),
    unitId: of('MODBUS_DIMMING', whole(fields.unitId)), contact: of('MODBUS_DIMMING', fields.contact.value), address: of('MODBUS_DIMMING', whole(fields.address)),
    inverted: of('MODBUS_DIMMING', fields.inverted.checked), intervalMs: of('MODBUS_DIMMING', whole(fields.intervalMs)), version: old?.version ?? null,
  };
}
