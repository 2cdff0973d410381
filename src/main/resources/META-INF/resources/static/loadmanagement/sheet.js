// SteVe Load Management, GPL-3.0-or-later
import { amps, button, el, heading, kilowatts, link } from './dom.js';
import { wiringText } from './evse-columns.js';
import { evsesBelow, live, tree, wayUp } from './live.js';
import { moment, t } from './text.js';

/** The strand on paper, for the grid operator: what it bears, what hangs on it, what it does when nothing is heard. */
export function show(body, { id }) {
  const { state } = live;
  const strand = state.strands.find((one) => one.id === Number(id));
  if (!strand) {
    body.append(el('h1', {}, t('strand.gone')), link('#/', t('overview')));
    return null;
  }
  const evses = evsesBelow(strand.id, state);
  const name = (one) => state.strands.find((other) => other.id === one)?.name ?? '';
  body.append(el('div', { class: 'sheet' },
    el('div', { class: 'head' }, el('h1', {}, t('sheet.title', strand.name)), el('div', { class: 'pulse' }, el('span', {}, moment(state.at)))),
    el('div', { class: 'bar noprint' }, button(t('print'), () => window.print(), 'main'), link(`#/strand/${strand.id}`, t('back'))),
    el('p', {}, t('sheet.text')),
    heading(t('sheet.strands')), strandsTable([...wayUp(strand, state.strands), ...[strand], ...tree(state.strands, strand.id).map((one) => one.strand)], name),
    heading(t('sheet.evses', evses.length)), evseTable(evses, strand, name),
    el('p', {}, t('sheet.promise')),
    el('div', {}, el('span', { class: 'sign' }, t('sheet.place')), el('span', { class: 'sign' }, t('sheet.sign')))));
  return null;
}

function strandsTable(strands, name) {
  return el('table', { class: 'rows' },
    el('thead', {}, el('tr', {}, [t('strand'), t('parent'), t('fuse'), t('power.limit'), t('margin'), t('form.silence'), t('form.mode')].map((text) => el('th', {}, text)))),
    el('tbody', {}, strands.map((one) => el('tr', {}, el('th', { scope: 'row' }, one.name), el('td', {}, one.parent == null ? t('parent.none') : name(one.parent)),
      el('td', {}, one.limitMa ? ['L1', 'L2', 'L3'].map((phase) => [amps(one.limitMa[phase]), ' ']) : t('none')),
      el('td', {}, one.limitW == null ? t('none') : kilowatts(one.limitW)),
      el('td', {}, amps(one.marginMa), one.marginPercent > 0 && ` / ${one.marginPercent} %`),
      el('td', {}, t(`school.${one.school}`), one.fallbackMa > 0 && [' ', amps(one.fallbackMa)]), el('td', {}, t(`word.${one.mode}`))))));
}

function evseTable(evses, strand, name) {
  return el('table', { class: 'rows' },
    el('thead', {}, el('tr', {}, [t('evse'), t('strand'), t('wiring')].map((text) => el('th', {}, text)), [t('rating'), t('minimum'), t('fallback.short')].map((text) => el('th', { class: 'r' }, text)),
      el('th', {}, t('role')))),
    el('tbody', {}, evses.map((evse) => {
      const own = live.state.strands.find((one) => one.id === evse.strand) ?? strand;
      return el('tr', {}, el('th', { scope: 'row' }, `${evse.chargeBoxId}/${evse.evseId}`), el('td', {}, name(evse.strand)), el('td', {}, wiringText(evse.wiring)),
        el('td', { class: 'r' }, amps(evse.ratingMa)), el('td', { class: 'r' }, amps(evse.minimumMa)), el('td', { class: 'r' }, amps(evse.fallbackMa ?? own.fallbackMa)),
        el('td', {}, t(evse.controllable ? 'controlled' : 'uncontrolled'), evse.controllable && !evse.defaultConfirmed && `; ${t('default.not.confirmed')}`));
    })));
}
