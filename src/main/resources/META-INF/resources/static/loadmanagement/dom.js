// SteVe Load Management, GPL-3.0-or-later
/** Makes an element. Children are nodes or text; text is never read as HTML. */
export function el(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith('on')) {
      node.addEventListener(name.slice(2), value);
    } else if (value === true) {
      node.setAttribute(name, '');
    } else if (value !== false && value != null) {
      node.setAttribute(name, value);
    }
  }
  node.append(...children.flat(Infinity).filter((child) => child != null && child !== false));
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

const one = new Intl.NumberFormat(undefined, { minimumFractionDigits: 1, maximumFractionDigits: 1 });

/** Amperes with one decimal; unknown is a word, never 0. */
export function amps(milliamps) {
  return milliamps == null ? unknown() : [one.format(milliamps / 1000), el('i', {}, 'A')];
}

export function kilowatts(watts) {
  return watts == null ? unknown() : [one.format(watts / 1000), el('i', {}, 'kW')];
}

export function plainAmps(milliamps) {
  return milliamps == null ? '–' : one.format(milliamps / 1000);
}

function unknown() {
  return el('span', { class: 'muted' }, 'unknown');
}

/** The site's local time of an instant. */
export function time(instant) {
  return instant == null
    ? ''
    : new Date(instant).toLocaleTimeString(undefined, { hour: '2-digit', minute: '2-digit', second: '2-digit' });
}

const CLASSES = {
  OK: 'ok', Limited: 'limited', Degraded: 'degraded', Alarm: 'alarm',
  Charging: 'charging', Waiting: 'waiting', Idle: 'idle', Offline: 'offline', 'Not following': 'notfollowing',
  'In flight': 'flight', Active: 'active', Observe: 'observe', Off: 'off',
};

/** A state as icon and word. */
export function word(text) {
  return el('span', { class: `st ${CLASSES[text] ?? ''}` }, text);
}
