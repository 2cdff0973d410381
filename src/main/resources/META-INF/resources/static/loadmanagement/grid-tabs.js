// SteVe Load Management, GPL-3.0-or-later
import { el, select } from './dom.js';
import { live, tree } from './live.js';
import { learn, t } from './text.js';

await learn('grid');

const TABS = ['grid', 'limits', 'peaks', 'dimming', 'signals'];

/** The heading of the pages about the grid connection, and the way from one to the other. */
export function gridHead(current, ...more) {
  return [el('div', { class: 'head' }, el('h1', {}, t('nav.grid')), more),
    el('nav', { class: 'subnav tabs', 'aria-label': t('nav.grid') }, TABS.map((name) => el('a',
      { href: `#/${name}`, 'aria-current': name === current ? 'page' : null }, t(`grid.tab.${name}`))))];
}

export const nameOfStrand = (id) => live.state.strands.find((strand) => strand.id === id)?.name ?? t('strand.gone');

/** Strands in the order of the tree, indented. */
export const strandChoices = () => tree(live.state.strands).map(({ strand, depth }) => [String(strand.id), `${'\u2003'.repeat(depth)}${strand.name}`]);

/** For which strand a page speaks; the first one until another is chosen. */
export function strandPicker(chosen, onchange) {
  const field = select(chosen, strandChoices(), { id: 'lm-of-strand', onchange: () => onchange(Number(field.value)) });
  return el('div', { class: 'filters' }, el('label', { for: 'lm-of-strand' }, t('strand'), field));
}

export const firstStrand = () => tree(live.state.strands)[0]?.strand.id ?? null;

export const noStrand = () => el('p', { class: 'muted' }, t('strands.none'));

/** Does it now and every so often, as long as the page is looked at. */
export function every(millis, action) {
  action();
  const timer = setInterval(() => document.hidden || action(), millis);
  return () => clearInterval(timer);
}

export const zones = () => el('datalist', { id: 'lm-zones' },
  (Intl.supportedValuesOf?.('timeZone') ?? []).filter((zone) => zone.startsWith('Europe/')).map((zone) => el('option', { value: zone })));
