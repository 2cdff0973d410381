// SteVe Load Management, GPL-3.0-or-later
import { svg } from './dom.js';

const ROOM = 1.07;

/**
 * A limit and what stands below it: measured (core), granted (tube), held back (hatched, its outer edge is the committed
 * sum), limit (tick). All numbers in one unit; unknown parts are left out.
 */
export function gauge({ limit, granted, measured, committed, decides }) {
  const percent = (value) => `${Math.max(0, Math.min(100, (100 * value) / (limit * ROOM)))}%`;
  const box = svg('svg', { class: 'g', 'aria-hidden': 'true' },
    svg('defs', {},
      svg('pattern', { id: 'lm-hatch', width: 6, height: 6, patternUnits: 'userSpaceOnUse', patternTransform: 'rotate(45)' },
        svg('path', { d: 'M1 0v6', class: 'hatch-line' }))),
    svg('rect', { class: 'track', width: percent(limit) }));
  if (committed != null && committed > (granted ?? 0)) {
    box.append(svg('rect', { class: 'held', x: percent(granted ?? 0), width: percent(committed - (granted ?? 0)) }));
  }
  if (granted != null) {
    box.append(svg('rect', { class: 'tube', width: percent(granted) }));
  }
  if (measured != null) {
    box.append(svg('rect', { class: 'core', width: percent(measured) }));
    if (measured > limit) {
      box.append(svg('rect', { class: 'beyond', x: percent(limit), width: percent(measured - limit) }));
    }
  }
  box.append(svg('rect', { class: decides ? 'limit on' : 'limit', x: percent(limit) }));
  return box;
}
