// SteVe Load Management, GPL-3.0-or-later
import { api, mayChange } from './api.js';
import { amps, button, calm, cell, el, heading, icon, select, word } from './dom.js';
import { messageOf } from './dialogs.js';
import { draggable, strandDrops } from './drop.js';
import { wiringText } from './evse-columns.js';
import { showImport } from './import.js';
import { live, listen, refresh } from './live.js';
import { many, t } from './text.js';

const WIRINGS = ['UNKNOWN', 'L1L2L3', 'L2L3L1', 'L3L1L2', 'L1L3L2', 'L2L1L3', 'L3L2L1', 'L1_ONLY', 'L2_ONLY', 'L3_ONLY'];
const key = (one) => `${one.chargeBoxId}/${one.evseId}`;

/** All EVSEs that SteVe knows: find, select, set for many at once; or from a file. */
export function show(body, { query }) {
  const view = { stations: [], selected: new Set(), strand: query.get('strand') ?? '', text: '', wiring: '' };
  const list = el('div');
  const editor = el('div');
  const imports = el('div');
  const head = el('div', { class: 'pulse' });
  const drops = el('div');
  const dropped = () => { view.selected.clear(); render(); };
  const render = () => {
    const rows = rowsOf(view);
    const shown = rows.filter((row) => matches(row, view));
    head.replaceChildren(el('span', {}, t('assign.count', rows.filter((row) => row.strand).length, rows.filter((row) => !row.strand).length)));
    list.replaceChildren(heading(t('assign.shown', shown.length, rows.length), many('selected', view.selected.size)), table(shown, view, render));
    if (mayChange && live.state.strands.length > 0) {
      const byName = new Map(rows.map((row) => [key(row), row]));
      drops.replaceChildren(strandDrops((name, strand) => ({ ...asItIs(byName.get(name)), strand }), dropped));
    }
    const picked = [...view.selected].sort().join();
    if (editor.dataset.picked !== picked) {
      editor.dataset.picked = picked;
      editor.replaceChildren(mayChange && view.selected.size > 0 ? setForm(rows, view, render) : '');
    }
  };
  body.append(el('div', { class: 'head' }, el('h1', {}, t('nav.evses')), head), filters(view, render), drops, list, editor, imports);
  api.stations().then((stations) => { view.stations = stations; render(); }, (error) => list.replaceChildren(el('p', { class: 'err' }, messageOf(error))));
  if (mayChange) {
    showImport(imports);
  }
  return listen((change) => change === null && render());
}

/** EVSEs on a strand, and those that could be. */
function rowsOf(view) {
  const placed = new Map(live.state.evses.map((evse) => [key(evse), evse]));
  const free = view.stations.flatMap((station) => station.evses.map((evseId) => ({ chargeBoxId: station.chargeBoxId, evseId })))
    .filter((one) => !placed.has(key(one)));
  return [...placed.values(), ...free].sort((one, other) => key(one).localeCompare(key(other), undefined, { numeric: true }));
}

function matches(row, view) {
  const isOn = view.strand === '' || (view.strand === 'none' ? !row.strand : String(row.strand) === view.strand || !row.strand);
  return isOn && key(row).toLowerCase().includes(view.text.toLowerCase()) && (view.wiring === '' || row.wiring === view.wiring);
}

function filters(view, render) {
  const text = el('input', { type: 'search', value: view.text, oninput: calm(() => { view.text = text.value; render(); }, 120) });
  const choice = (name, options) => {
    const field = select(view[name], options, { onchange: () => { view[name] = field.value; render(); } });
    return field;
  };
  return el('div', { class: 'filters' }, el('label', {}, t('filter.text'), text),
    el('label', {}, t('strand'), choice('strand', [['', t('all')], ['none', t('unassigned')], ...live.state.strands.map((strand) => [String(strand.id), strand.name])])),
    el('label', {}, t('wiring'), choice('wiring', [['', t('all')], ...WIRINGS.map((name) => [name, wiringText(name)])])));
}

function table(rows, view, render) {
  if (rows.length === 0) {
    return el('p', { class: 'muted' }, t('evses.none'));
  }
  const all = el('input', {
    type: 'checkbox', 'aria-label': t('select.all'), checked: rows.every((row) => view.selected.has(key(row))),
    onchange: () => { rows.forEach((row) => (all.checked ? view.selected.add(key(row)) : view.selected.delete(key(row)))); render(); },
  });
  return el('table', { class: 'rows flow' },
    el('thead', {}, el('tr', {}, el('th', {}, mayChange && all, t('evse')), el('th', {}, t('strand')), el('th', {}, t('wiring')),
      [t('rating'), t('minimum'), t('fallback.short')].map((text) => el('th', { class: 'r' }, text)), el('th', {}, t('weight')), el('th', {}, t('role')))),
    el('tbody', {}, rows.map((row) => line(row, view, render))));
}

function line(row, view, render) {
  const name = key(row);
  const pick = el('input', {
    type: 'checkbox', 'aria-label': name, checked: view.selected.has(name),
    onchange: () => { if (pick.checked) { view.selected.add(name); } else { view.selected.delete(name); } render(); },
  });
  const strand = live.state.strands.find((one) => one.id === row.strand);
  const grab = (node) => (mayChange ? draggable(node, name, view.selected) : node);
  if (!strand) {
    return grab(el('tr', { class: view.selected.has(name) ? 'sel' : '' }, el('th', { scope: 'row', class: 'nw' }, mayChange && pick, name),
      el('td', { colspan: 7, class: 'muted' }, t('unassigned'))));
  }
  const fallback = row.fallbackMa ?? strand.fallbackMa;
  return grab(el('tr', { class: view.selected.has(name) ? 'sel' : '' },
    el('th', { scope: 'row', class: 'nw' }, mayChange && pick, name),
    el('td', { 'data-l': t('strand') }, strand.name),
    el('td', { 'data-l': t('wiring') }, row.wiring === 'UNKNOWN' ? [icon('Degraded', t('wiring.unknown')), el('span', { class: 'sub' }, t('wiring.unknown.note'))] : wiringText(row.wiring)),
    cell(t('rating'), amps(row.ratingMa)), cell(t('minimum'), amps(row.minimumMa)),
    cell(t('fallback.short'), amps(fallback), row.fallbackMa == null && el('span', { class: 'sub' }, t('of.strand'))),
    el('td', { 'data-l': t('weight') }, String(row.weight)),
    el('td', { 'data-l': t('role') }, row.controllable ? t('controlled') : icon('Degraded', t('uncontrolled')), row.neverPause && el('span', { class: 'sub' }, t('neverpause')))));
}

/** An empty field stays as it is; for one that is new it has its default. */
function setForm(rows, view, render) {
  const picked = rows.filter((row) => view.selected.has(key(row)));
  const keep = ['', t('keep')];
  const known = live.state.strands.map((strand) => [String(strand.id), strand.name]);
  const hasNew = picked.some((row) => !row.strand);
  const fields = {
    strand: select(view.strand && view.strand !== 'none' ? view.strand : hasNew && known.length === 1 ? known[0][0] : '', [keep, ...known]),
    wiring: select('', [keep, ...WIRINGS.map((name) => [name, wiringText(name)])]),
    rating: number(), minimum: number(), fallback: number(), weight: el('input', { type: 'number', min: 1, max: 100, placeholder: t('keep') }),
    controllable: select('', [keep, ['true', t('controlled')], ['false', t('uncontrolled')]]),
    neverPause: select('', [keep, ['true', t('neverpause')], ['false', t('maybe.paused')]]),
  };
  const wrong = el('div', { class: 'err', role: 'alert' });
  const labels = { strand: 'strand', wiring: 'wiring', rating: 'rating.a', minimum: 'minimum.a', fallback: 'fallback.a', weight: 'weight', controllable: 'role', neverPause: 'pausing' };
  const apply = async () => {
    try {
      await api.placeEvses(picked.map((row) => merged(row, fields)));
      view.selected.clear();
      await refresh();
    } catch (error) {
      wrong.textContent = messageOf(error);
    }
    if (view.selected.size === 0) {
      render();
    }
  };
  return el('div', { class: 'panel' }, el('h3', {}, many('set.for', picked.length), ' ', el('span', { class: 'muted' }, t('set.empty'))),
    el('div', { class: 'fields' }, Object.entries(fields).map(([name, field]) => el('label', {}, t(labels[name]), field))),
    el('div', { class: 'bar' }, button(many('apply', picked.length), apply, 'main'), button(t('cancel'), () => { view.selected.clear(); render(); })), wrong,
    picked.some((row) => row.word === 'Charging') && el('p', { class: 'muted' }, word('Charging'), ' ', t('set.running')));
}

const number = () => el('input', { type: 'number', min: 0, step: 0.1, placeholder: t('keep') });
const milli = (field, old) => (field.value === '' ? old : Math.round(Number(field.value) * 1000));
const flag = (field, old) => (field.value === '' ? old : field.value === 'true');

/** An EVSE as it stands; one that is new has its defaults. */
const asItIs = (row) => ({
  chargeBoxId: row.chargeBoxId, evseId: row.evseId, strand: row.strand ?? null, wiring: row.wiring ?? null, ratingMa: row.ratingMa ?? null, minimumMa: row.minimumMa ?? null,
  stepMa: row.stepMa ?? null, fallbackMa: row.fallbackMa ?? null, weight: row.weight ?? null, controllable: row.controllable ?? null, neverPause: row.neverPause ?? null,
});

function merged(row, fields) {
  const old = asItIs(row);
  return {
    ...old, strand: fields.strand.value === '' ? old.strand : Number(fields.strand.value), wiring: fields.wiring.value || old.wiring,
    ratingMa: milli(fields.rating, old.ratingMa), minimumMa: milli(fields.minimum, old.minimumMa), fallbackMa: milli(fields.fallback, old.fallbackMa),
    weight: fields.weight.value === '' ? old.weight : Number(fields.weight.value), controllable: flag(fields.controllable, old.controllable),
    neverPause: flag(fields.neverPause, old.neverPause),
  };
}
