// SteVe Load Management, GPL-3.0-or-later
import { svg } from './dom.js';

const ROOM = 1.07;

/**
 * A limit and what stands below it, in one unit: base load, measured (core), granted (tube), held back (hatched; its outer
 * edge is the committed sum), free, limit (tick), and what a limit in force takes from the rating. Unknown parts are left out.
 * Scale: 0 to 1.07 × rating, so that ratings stand at one place in all gauges.
 */
export function gauge({ rating, limit, base, granted, measured, committed, decides, size = '', scale, alien = false }) {
  const whole = (scale ?? rating) * ROOM;
  const percent = (value) => `${Math.max(0, Math.min(100, (100 * value) / whole)).toFixed(2)}%`;
  const box = svg('svg', { class: `g ${size}`, 'aria-hidden': 'true' });
  const rect = (kind, from, to) => to > from
    && box.append(svg('rect', { class: kind, x: percent(from), width: percent(to - from) }));
  const start = base ?? 0;
  const top = limit ?? rating;
  rect('track', 0, Math.min(top, rating));
  if (limit != null && limit < rating) {
    rect('taken', limit, rating);
  }
  rect('base', 0, start);
  const tube = start + (granted ?? 0);
  const edge = committed == null ? null : start + committed;
  if (edge != null) {
    rect('held', tube, Math.min(edge, top));
    rect('beyond', Math.max(tube, top), edge);
  }
  rect('tube', start, tube);
  if (measured != null) {
    const inside = alien ? Math.min(tube, start + measured) : start + measured;
    rect('core', start, inside);
    rect('core alien', inside, start + measured);
  }
  if (limit != null && limit < rating) {
    box.append(svg('rect', { class: 'rating', x: percent(rating) }));
  }
  if (limit != null) {
    box.append(svg('rect', { class: decides ? 'limit on' : 'limit', x: percent(limit) }));
    if (decides) {
      box.append(svg('use', { href: '#flag', x: percent(limit) }));
    }
  } else {
    box.append(svg('rect', { class: 'rating', x: percent(rating) }));
  }
  return box;
}

/** One sample of each part, for the legend. */
export function key(kind) {
  const box = svg('svg', { class: 'g key', 'aria-hidden': 'true' });
  const isTick = kind.startsWith('limit');
  box.append(svg('rect', isTick ? { class: kind, x: 13 } : { class: kind, x: 1, width: 24 }));
  if (kind === 'limit on') {
    box.append(svg('use', { href: '#flag', x: 13 }));
  }
  return box;
}
