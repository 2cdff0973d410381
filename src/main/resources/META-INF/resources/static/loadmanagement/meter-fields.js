// SteVe Load Management, GPL-3.0-or-later
import { el, heading, select } from './dom.js';
import { amount, hint, milli, PHASES, row, whole } from './forms.js';
import { strandChoices } from './grid-tabs.js';
import { ValuePaths } from './meter-paths.js';
import { t } from './text.js';

const KINDS = ['MODBUS_TCP', 'MQTT', 'HTTP_POLL', 'HTTP_PUSH', 'OCPP'];
const USUAL_MS = { MODBUS_TCP: 1000, HTTP_POLL: 5000 };

const number = (value, id, attributes = {}) => el('input', { class: 'n', type: 'number', id, value: value ?? '', ...attributes });
const text = (value, id, attributes = {}) => el('input', { type: 'text', id, value: value ?? '', ...attributes });

/** The fields of a grid meter; which of them are seen depends on its kind and on its rule when stale. */
export class MeterFields {
  constructor(old, maps) {
    this.old = old;
    this.isTested = false;
    const kinds = old ? KINDS.filter((kind) => (kind === 'HTTP_PUSH') === (old.kind === 'HTTP_PUSH')) : KINDS;
    this.fields = {
      name: text(old?.name, 'lm-meter-name', { maxlength: 100, required: true }),
      strand: select(String(old?.strand ?? ''), strandChoices(), { id: 'lm-meter-strand' }),
      kind: select(old?.kind ?? 'MODBUS_TCP', kinds.map((kind) => [kind, t(`meter.kind.${kind}`)]), { id: 'lm-kind' }),
      host: text(old?.host, 'lm-host', { placeholder: '192.0.2.10', spellcheck: 'false' }), port: number(old?.port ?? 502, 'lm-port', { min: 1, max: 65535 }),
      unitId: number(old?.unitId ?? 1, 'lm-unit', { min: 0, max: 255 }),
      registerMap: select(old?.registerMap ?? 'eastron-sdm630', Object.entries(maps).sort((one, other) => one[1].localeCompare(other[1])), { id: 'lm-map' }),
      inverted: el('input', { type: 'checkbox', checked: old?.inverted ?? false }), intervalMs: number(old?.intervalMs, 'lm-interval', { min: 200, max: 3600000 }),
      url: text(old?.url, 'lm-url', { spellcheck: 'false' }), mqttVersion: select(String(old?.mqttVersion ?? 3), [['3', '3.1.1'], ['5', '5']], { id: 'lm-mqtt' }),
      user: text(old?.user, 'lm-user', { autocomplete: 'off' }), secret: el('input', { type: 'password', id: 'lm-secret', autocomplete: 'new-password' }),
      noSecret: el('input', { type: 'checkbox' }),
      certificate: el('textarea', { id: 'lm-certificate', rows: 3, cols: 48, spellcheck: 'false', placeholder: '-----BEGIN CERTIFICATE-----' }, old?.certificate ?? ''),
      chargeBoxId: text(old?.chargeBoxId, 'lm-station', { list: 'lm-stations' }), connectorId: number(old?.connectorId ?? 0, 'lm-connector', { min: 0 }),
      spread: select(old?.spread ?? 'BALANCED', ['BALANCED', 'WORST_PHASE'].map((name) => [name, t(`spread.${name}`)]), { id: 'lm-spread' }),
      maximumAgeS: number(old?.maximumAgeS ?? 60, 'lm-age', { min: 1, max: 86400 }),
      staleRule: select(old?.staleRule ?? 'STOP', ['STOP', 'FIXED', 'HIGHEST'].map((name) => [name, t(`stale.${name}`)]), { id: 'lm-stale' }),
      staleDays: number(old?.staleDays ?? 7, 'lm-days', { min: 1, max: 31 }),
      staleMa: PHASES.map((phase) => amount(old?.staleMa?.[phase], `${t('baseload')} ${phase}`)), feedIn: el('input', { type: 'checkbox', checked: old?.feedIn ?? false }),
    };
    this.paths = new ValuePaths(old?.values ?? {});
  }

  get kind() {
    return this.fields.kind.value;
  }

  layout() {
    const { fields } = this;
    const node = el('div', {}, heading(t('meter.what')),
      el('div', { class: 'form' }, row(t('name'), 'lm-meter-name', 'name', fields.name), row(t('meter.heads'), 'lm-meter-strand', 'strand', fields.strand, hint('meter.heads.hint')),
        row(t('kind'), 'lm-kind', 'kind', fields.kind, el('span', { class: 'hint', 'data-hint': 'kind' }))),
      heading(t('meter.where')), el('div', { class: 'form' }, this.source()), heading(t('meter.whenold')), el('div', { class: 'form' }, this.rules()));
    const adapt = () => {
      node.querySelectorAll('[data-kinds]').forEach((part) => { part.hidden = !part.dataset.kinds.split(' ').includes(this.kind); });
      node.querySelectorAll('[data-rule]').forEach((part) => { part.hidden = part.dataset.rule !== fields.staleRule.value; });
      node.querySelector('[data-hint=kind]').textContent = t(`meter.kind.${this.kind}.hint`);
      fields.url.placeholder = this.kind === 'MQTT' ? 'ssl://192.0.2.10:8883' : 'https://192.0.2.10/status';
      fields.intervalMs.placeholder = USUAL_MS[this.kind] ?? '';
      this.paths.forKind(this.kind);
    };
    node.addEventListener('input', () => { this.isTested = false; adapt(); });
    adapt();
    return node;
  }

  source() {
    const { fields } = this;
    const only = (kinds, parts) => parts.map((part) => { part.dataset.kinds = kinds; return part; });
    return [
      only('MODBUS_TCP', row(t('meter.host'), 'lm-host', 'host port', fields.host, ` ${t('meter.port')} `, el('label', { class: 'sr', for: 'lm-port' }, t('meter.port')), fields.port)),
      only('MODBUS_TCP', row(t('meter.unit'), 'lm-unit', 'unitId', fields.unitId, hint('meter.unit.hint'))),
      only('MODBUS_TCP', row(t('meter.map'), 'lm-map', 'registerMap', fields.registerMap)),
      only('MODBUS_TCP', row(t('meter.sign'), null, 'inverted', el('label', { class: 'c' }, fields.inverted, ' ', t('meter.inverted')))),
      only('MQTT HTTP_POLL', row(t('meter.url'), 'lm-url', 'url', fields.url)),
      only('MQTT', row(t('meter.mqtt'), 'lm-mqtt', 'mqttVersion', fields.mqttVersion)),
      only('MQTT HTTP_POLL', row(t('meter.user'), 'lm-user', 'user', fields.user, ' ', el('span', { class: 'muted' }, t('optional')))),
      only('MQTT HTTP_POLL', row(t('meter.secret'), 'lm-secret', 'secret', fields.secret, this.old && el('label', { class: 'c' }, ' ', fields.noSecret, ' ', t('meter.secret.none')),
        hint(this.old ? 'meter.secret.kept' : 'meter.secret.hint'))),
      only('MQTT', row(t('meter.certificate'), 'lm-certificate', 'certificate', fields.certificate, hint('meter.certificate.hint'))),
      only('MQTT HTTP_POLL', row(t('meter.values'), null, 'values', this.paths.node, hint('meter.values.hint'))),
      only('MODBUS_TCP HTTP_POLL', row(t('meter.interval'), 'lm-interval', 'intervalMs', fields.intervalMs, ' ms')),
      only('OCPP', row(t('meter.station'), 'lm-station', 'chargeBoxId', fields.chargeBoxId)),
      only('OCPP', row(t('meter.connector'), 'lm-connector', 'connectorId', fields.connectorId, hint('meter.connector.hint'))),
      only('HTTP_PUSH', [el('span', { class: 'lab' }, t('meter.token')), el('div', {}, t(this.old ? 'meter.token.kept' : 'meter.token.comes'))]),
      row(t('spread'), 'lm-spread', 'spread', fields.spread, hint('spread.hint')),
    ];
  }

  rules() {
    const { fields } = this;
    const under = (rule, parts) => parts.map((part) => { part.dataset.rule = rule; return part; });
    return [
      row(t('meter.maximumage'), 'lm-age', 'maximumAgeS', fields.maximumAgeS, ' s', hint('meter.maximumage.hint')),
      row(t('stale'), 'lm-stale', 'staleRule', fields.staleRule),
      under('FIXED', row(t('stale.fixed'), null, 'staleMa', PHASES.map((phase, index) => el('label', { class: 'c' }, `${phase} `, fields.staleMa[index], ' A')))),
      under('HIGHEST', row(t('stale.days'), 'lm-days', 'staleDays', fields.staleDays, hint('stale.days.hint'))),
      row(t('feedin'), null, 'feedIn', el('label', { class: 'c' }, fields.feedIn, ' ', t('feedin.text'))),
    ];
  }

  /** The form as the server takes it. No word about the password: it stays as it was. */
  read() {
    const { fields, kind } = this;
    const of = (kinds, value) => (kinds.includes(kind) ? value : null);
    const stale = fields.staleMa.map(milli);
    return {
      name: fields.name.value, strand: fields.strand.value === '' ? null : Number(fields.strand.value), kind,
      host: of(['MODBUS_TCP'], fields.host.value), port: of(['MODBUS_TCP'], whole(fields.port)), unitId: of(['MODBUS_TCP'], whole(fields.unitId)),
      registerMap: of(['MODBUS_TCP'], fields.registerMap.value), inverted: of(['MODBUS_TCP'], fields.inverted.checked),
      intervalMs: of(['MODBUS_TCP', 'HTTP_POLL'], whole(fields.intervalMs)), url: of(['MQTT', 'HTTP_POLL'], fields.url.value),
      mqttVersion: of(['MQTT'], Number(fields.mqttVersion.value)), user: of(['MQTT', 'HTTP_POLL'], fields.user.value || null),
      secret: of(['MQTT', 'HTTP_POLL'], fields.secret.value || (fields.noSecret.checked ? '' : null)), certificate: of(['MQTT'], fields.certificate.value || null),
      values: of(['MQTT', 'HTTP_POLL'], this.paths.read()),
      chargeBoxId: of(['OCPP'], fields.chargeBoxId.value), connectorId: of(['OCPP'], whole(fields.connectorId)), spread: fields.spread.value,
      maximumAgeS: whole(fields.maximumAgeS), staleRule: fields.staleRule.value, staleDays: fields.staleRule.value === 'HIGHEST' ? whole(fields.staleDays) : null,
      staleMa: fields.staleRule.value !== 'FIXED' || stale.includes(null) ? null : Object.fromEntries(PHASES.map((phase, index) => [phase, stale[index]])),
      feedIn: fields.feedIn.checked, version: this.old?.version ?? null,
    };
  }
}
