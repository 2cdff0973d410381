// SteVe Load Management, GPL-3.0-or-later
import { el } from './dom.js';
import { t } from './text.js';

const QUANTITIES = ['power', 'current.L1', 'current.L2', 'current.L3', 'power.L1', 'power.L2', 'power.L3'];
const unitOf = (quantity) => (quantity.startsWith('current') ? 'A' : 'W');

/** Where each value stands in what a broker or an address sends: topic, JSON pointer, factor. */
export class ValuePaths {
  constructor(values) {
    this.lines = QUANTITIES.map((quantity) => this.line(quantity, values[quantity]));
    this.node = el('table', { class: 'paths' },
      el('thead', {}, el('tr', {}, el('th', {}, t('path.value')), el('th', { 'data-mqtt': true }, t('path.topic')), el('th', {}, t('path.pointer')), el('th', {}, t('path.factor')))),
      el('tbody', {}, this.lines.map((line) => line.node)));
  }

  line(quantity, old) {
    const label = quantity === 'power' ? t('path.power') : `${t(unitOf(quantity) === 'A' ? 'path.current' : 'path.powerof')} ${quantity.slice(-2)}`;
    const field = (name, value, attributes = {}) => el('input', { type: 'text', value: value ?? '', spellcheck: 'false', 'aria-label': `${label}: ${t(`path.${name}`)}`, ...attributes });
    const line = {
      quantity, used: el('input', { type: 'checkbox', checked: old !== undefined }), topic: field('topic', old?.topic, { placeholder: 'meter/SENSOR' }),
      pointer: field('pointer', old?.pointer, { placeholder: '/power' }), factor: field('factor', old?.factor ?? 1, { class: 'n', inputmode: 'decimal' }),
    };
    for (const input of [line.topic, line.pointer]) {
      input.addEventListener('input', () => { line.used.checked = line.topic.value + line.pointer.value !== ''; });
    }
    line.node = el('tr', {}, el('th', { scope: 'row' }, el('label', {}, line.used, ' ', label, el('i', {}, unitOf(quantity)))),
      el('td', { 'data-mqtt': true }, line.topic), el('td', {}, line.pointer), el('td', {}, line.factor));
    return line;
  }

  /** Only a broker has topics. */
  forKind(kind) {
    this.node.querySelectorAll('[data-mqtt]').forEach((part) => { part.hidden = kind !== 'MQTT'; });
  }

  read() {
    return Object.fromEntries(this.lines.filter((line) => line.used.checked).map((line) => [line.quantity,
      { topic: line.topic.value, pointer: line.pointer.value, factor: Number(line.factor.value.replace(',', '.')) || 1 }]));
  }
}
