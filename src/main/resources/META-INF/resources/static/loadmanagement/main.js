// SteVe Load Management, GPL-3.0-or-later
import { api } from './api.js';
import { el } from './dom.js';
import { evseTable } from './evses.js';
import { assignDialog, strandDialog } from './forms.js';
import { strandSection } from './strands.js';

const REFRESH_MS = 2000;
const root = document.getElementById('lm');
const note = el('p', { class: 'error', role: 'alert' });
const body = el('div');
const newStrand = el('button',
  { type: 'button', class: 'main', onclick: () => strandDialog(null, state.strands, refresh) }, 'New strand');
let state = { on: true, strands: [], evses: [] };

const actions = {
  edit: (strand) => strandDialog(strand, state.strands, refresh),
  assign: (strand) => guarded(() => assignDialog(strand, state.evses, refresh)),
  remove: (strand) => confirmed(`Delete strand ${strand.name}?`, () => api.deleteStrand(strand.id)),
  takeOff: (evse) => confirmed(
    `Take ${evse.chargeBoxId}/${evse.evseId} off its strand? Its profiles are cleared: it charges without limit then.`,
    () => api.removeEvse(evse.chargeBoxId, evse.evseId)),
};

async function confirmed(question, action) {
  if (window.confirm(question)) {
    await guarded(action);
    await refresh();
  }
}

async function guarded(action) {
  try {
    await action();
    note.textContent = '';
  } catch (error) {
    note.textContent = error.message;
  }
}

function render() {
  newStrand.hidden = !state.on;
  if (!state.on) {
    body.replaceChildren(el('p', { class: 'error' }, `Load management is off: ${state.why}. SteVe runs on without it.`));
    return;
  }
  const tree = inTreeOrder(state.strands);
  body.replaceChildren(
    tree.length === 0 ? el('p', {}, 'There is no strand yet. A strand is a cable with a fuse: create the one at the grid '
      + 'connection first, then assign EVSEs to it.') : '',
    ...tree.map((strand) => strandSection(strand, state.strands, state.evses, actions)),
    el('h2', {}, 'EVSEs'),
    evseTable(state.evses, actions));
}

function inTreeOrder(strands, parent = null) {
  return strands.filter((strand) => strand.parent === parent)
    .flatMap((strand) => [strand, ...inTreeOrder(strands, strand.id)]);
}

async function refresh() {
  await guarded(async () => {
    state = await api.state();
    render();
  });
}

root.replaceChildren(el('div', { class: 'head' }, el('h1', {}, 'Load management'), newStrand), note, body);

async function live() {
  if (!document.hidden) {
    await refresh();
  }
  window.setTimeout(live, REFRESH_MS);
}

live();
