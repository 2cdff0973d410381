// SteVe Load Management, GPL-3.0-or-later
import { duration, t, tenth } from './text.js';

/** Makes an element. Children are nodes or text; text is never read as HTML. */
export function el(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith('on')) {
      node.addEventListener(name.slice(2), value);
    } else if (name === 'value') {
      node.value = value;
      if (tag === 'option' || tag === 'input') {
        node.setAttribute('value', value);
      }
    } else if (value === true) {
      node.setAttribute(name, '');
    } else if (value !== false && value != null) {
      node.setAttribute(name, value);
    }
  }
  node.append(...children.flat(Infinity).filter((child) => child != null && child !== false && child !== ''));
  return node;
}

const SVG = 'http://www.w3.org/2000/svg';

export function svg(tag, attributes = {}, ...children) {
  const node = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) {
    node.setAttribute(name, value);
  }
  node.append(...children.flat().filter(Boolean));
  return node;
}

/** The hatches and the flag that gauges use; once for the page. */
export function gaugeDefs() {
  const hatch = (id, ground, line) => svg('pattern',
    { id, width: 6, height: 6, patternUnits: 'userSpaceOnUse', patternTransform: 'rotate(45)' },
    svg('rect', { class: ground, width: 6, height: 6 }), svg('path', { class: line, d: 'M1 0v6' }));
  return svg('svg', { class: 'defs', 'aria-hidden': 'true' },
    svg('defs', {}, hatch('hatch', 'hp', 'hl'), hatch('hatch-red', 'hpr', 'hlr'),
      svg('path', { id: 'flag', fill: '#b26a00', d: 'M-5 0h10l-5 6z' })));
}

const unknown = () => el('span', { class: 'muted' }, t('unknown'));

/** A quantity with its unit; unknown is a word, never 0. */
export const amps = (milliamps) => (milliamps == null ? unknown() : [tenth(milliamps), el('i', {}, 'A')]);
export const kilowatts = (watts) => (watts == null ? unknown() : [tenth(watts), el('i', {}, 'kW')]);
export const plainAmps = (milliamps) => (milliamps == null ? '–' : tenth(milliamps));

const CLASSES = {
  OK: 'ok', Limited: 'limited', Degraded: 'degraded', Alarm: 'alarm', Charging: 'charging', Waiting: 'waiting', Idle: 'idle',
  Offline: 'offline', 'Not following': 'notfollowing', 'Not controllable': 'notfollowing', 'In flight': 'flight', Paused: 'paused', ACTIVE: 'active',
  OBSERVE: 'observe', OFF: 'off', Off: 'off', Note: 'note', Priority: 'priority',
};

/** A state as icon and word, in a frame. */
export const word = (name) => el('span', { class: `st ${CLASSES[name] ?? ''}` }, t(`word.${name}`));

/** The same without a frame, before other text. */
export const icon = (name, ...text) => el('span', { class: `i ${CLASSES[name] ?? ''}` }, ...text);

/** A cell that names itself where the table becomes cards. */
export const cell = (label, ...content) => el('td', { class: 'r', 'data-l': label }, ...content);

/** The same with more room there. */
export const wideCell = (label, ...content) => el('td', { class: 'r wide', 'data-l': label }, ...content);

/** How old something is; told anew every second. */
export const age = (instant) => el('span', { class: 'age', 'data-at': instant }, ageOf(instant));

const ageOf = (instant) => duration((Date.now() - new Date(instant).getTime()) / 1000);

export function tick() {
  for (const node of document.querySelectorAll('#lm .age')) {
    const text = ageOf(node.dataset.at);
    if (node.textContent !== text) {
      node.textContent = text;
    }
  }
}

export const button = (text, onclick, kind = '') => el('button', { type: 'button', class: `btn ${kind}`, onclick }, text);

export const link = (href, ...text) => el('a', { href }, ...text);

/** A heading with a rule, and a remark at its end. */
export const heading = (text, remark) => el('h2', {}, text, remark && el('small', {}, remark));

/** A choice among `[value, text]`. */
export const select = (value, options, attributes = {}) => el('select', attributes,
  options.map(([key, text]) => el('option', { value: key, selected: String(key) === String(value) }, text)));

/**
 * Makes the container's content like this, and leaves alone what is so already: what has the focus keeps it, and a click that
 * has begun ends where it began.
 */
export function update(container, ...children) {
  const fresh = container.cloneNode(false);
  fresh.append(...children.flat(Infinity).filter((child) => child != null && child !== false && child !== ''));
  morphChildren(container, fresh);
}

/** The old node, made like the fresh one; the fresh one itself where it does something of its own. */
export function morph(old, fresh) {
  if (old.isEqualNode(fresh)) {
    return;
  }
  if (old.nodeName !== fresh.nodeName || ['BUTTON', 'INPUT', 'SELECT', 'svg'].includes(old.nodeName)) {
    old.replaceWith(fresh);
  } else if (old.nodeType === Node.TEXT_NODE) {
    old.data = fresh.data;
  } else {
    [...old.attributes].filter(({ name }) => !fresh.hasAttribute(name)).forEach(({ name }) => old.removeAttribute(name));
    [...fresh.attributes].forEach(({ name, value }) => old.getAttribute(name) !== value && old.setAttribute(name, value));
    morphChildren(old, fresh);
  }
}

function morphChildren(old, fresh) {
  const before = [...old.childNodes];
  const after = [...fresh.childNodes];
  after.forEach((node, index) => (before[index] ? morph(before[index], node) : old.append(node)));
  before.slice(after.length).forEach((node) => node.remove());
}

/** Waits until nobody has typed for a while. */
export function calm(action, millis = 250) {
  let timer;
  return () => {
    clearTimeout(timer);
    timer = setTimeout(action, millis);
  };
}
