// SteVe Load Management, GPL-3.0-or-later
import { api, mayChange } from './api.js';
import { actionDialog, confirmDialog } from './dialogs.js';
import { ChartBox } from './chart.js';
import { el, heading, link, update, word } from './dom.js';
import { EvseRows } from './evse-rows.js';
import { counts, legend, limitRows, strandTable } from './limits-table.js';
import { alarmsOf, evsesBelow, idsBelow, listen, live, refresh, stateOf, wayUp } from './live.js';
import { pulseOf, sentence } from './overview.js';
import { t } from './text.js';

/** Who gets what now, why, and what it was like. */
export function show(body, { id }) {
  const strandId = Number(id);
  const top = el('div');
  const now = el('div');
  const evseHead = el('div');
  const table = new EvseRows(mayChange ? actionDialog : null);
  const chart = new ChartBox(strandId);
  const strand = () => live.state.strands.find((one) => one.id === strandId);
  if (!strand()) {
    body.append(el('h1', {}, t('strand.gone')), link('#/', t('overview')));
    return null;
  }
  const render = (change) => {
    const { state } = live;
    const ids = idsBelow(strandId, state.strands);
    const evses = evsesBelow(strandId, state);
    if (!strand()) {
      return;
    }
    update(top, headOf(strand(), evses, state));
    update(now, strandTable(state.strands, [el('tbody', {}, limitRows(strand(), state.strands, { size: 'big', held: true }))], 'big'),
      legend([strand()]));
    update(evseHead, counts(evses));
    if (change) {
      table.update(change.evses.filter((evse) => ids.has(evse.strand)));
    } else {
      table.show(evses);
    }
  };
  body.append(top, heading(t('now')), now, heading(t('evses.title'), t('evses.scale')), el('div', { class: 'counts' }, evseHead),
    table.table, chart.node);
  render(null);
  chart.show();
  const stop = listen(render);
  return () => {
    stop();
    chart.close();
  };
}

function headOf(strand, evses, state) {
  const up = wayUp(strand, state.strands);
  return [
    el('div', { class: 'head' },
      el('div', {}, el('div', { class: 'crumbs' }, link('#/', t('overview')), ' › ', up.map((one) => [link(`#/strand/${one.id}`, one.name), ' › '])),
        el('h1', {}, strand.name, ' ', word(stateOf(strand, evses, state.alarms)), ' ', word(strand.mode))),
      el('div', { class: 'pulse' }, pulseOf(state))),
    el('div', { class: 'say' }, sentence(strand, alarmsOf(strand, evses, state.alarms))), el('p', {}, settings(strand)),
    el('div', { class: 'bar noprint' },
      link(`#/sheet/${strand.id}`, t('sheet')), el('span', { class: 'push' }),
      mayChange && el('a', { class: 'btn', href: `#/evses?strand=${strand.id}` }, t('assign')),
      mayChange && el('a', { class: 'btn main', href: `#/edit/${strand.id}` }, t('strand.edit')),
      mayChange && el('button', { type: 'button', class: 'btn danger', onclick: () => remove(strand) }, t('delete'))),
  ];
}

/** How the strand shares, in a line. */
export function settings(strand) {
  const parts = [t(`measure.${strand.measure}`), strand.closedLoop ? t('closedloop.on') : t('closedloop.off'), t(`others.${strand.others}`)];
  const text = parts.join(', ');
  return el('span', { class: 'muted' }, `${text[0].toUpperCase()}${text.slice(1)}.`);
}

function remove(strand) {
  confirmDialog(t('strand.delete', strand.name), t('strand.delete.note'), t('delete'), async () => {
    await api.deleteStrand(strand.id);
    window.location.hash = '#/';
    await refresh();
  });
}
