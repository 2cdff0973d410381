// SteVe Load Management, GPL-3.0-or-later
import { api } from './api.js';
import { confirmDialog, messageOf } from './dialogs.js';
import { el } from './dom.js';
import { live, refresh, tree } from './live.js';
import { many, t } from './text.js';

const NAMES = 'text/x-load-management-evses';

/** A row that can be taken; with it go all that are ticked, if it is one of them. */
export function draggable(row, name, selected) {
  row.draggable = true;
  row.addEventListener('dragstart', (event) => {
    const names = selected.has(name) ? [...selected] : [name];
    event.dataTransfer.setData(NAMES, JSON.stringify(names));
    event.dataTransfer.setData('text/plain', names.join(', '));
    event.dataTransfer.effectAllowed = 'move';
  });
  return row;
}

/** The strands, as places to drop EVSEs on. `formOf(name, strand)` is what is stored; who has no mouse ticks and uses the form. */
export function strandDrops(formOf, done) {
  const wrong = el('span', { class: 'err', role: 'alert' });
  const store = async (names, strand) => {
    await api.placeEvses(names.map((name) => formOf(name, strand.id)));
    await refresh();
    done();
    document.getElementById('lm-told').textContent = `${strand.name}: ${many('evses', names.length)}`;
  };
  const drop = async (names, strand) => {
    const moved = live.state.evses.filter((evse) => names.includes(`${evse.chargeBoxId}/${evse.evseId}`) && evse.strand !== strand.id);
    wrong.textContent = '';
    if (moved.length > 0) {
      confirmDialog(t('drop.move', strand.name), many('drop.move.note', moved.length), t('drop.move.verb'), () => store(names, strand));
      return;
    }
    try {
      await store(names, strand);
    } catch (error) {
      wrong.textContent = messageOf(error);
    }
  };
  return el('div', { class: 'drops noprint', role: 'group', 'aria-label': t('drop.title') }, el('span', { class: 'muted' }, t('drop.title')),
    tree(live.state.strands).map(({ strand, depth }) => place(strand, depth, drop)), wrong);
}

function place(strand, depth, drop) {
  const count = live.state.evses.filter((evse) => evse.strand === strand.id).length;
  const node = el('span', { class: 'drop', 'data-strand': strand.id }, `${'› '.repeat(depth)}${strand.name} `, el('span', { class: 'muted' }, `(${count})`));
  const over = (event) => {
    if (event.dataTransfer.types.includes(NAMES)) {
      event.preventDefault();
      node.classList.add('over');
    }
  };
  node.addEventListener('dragenter', over);
  node.addEventListener('dragover', over);
  node.addEventListener('dragleave', () => node.classList.remove('over'));
  node.addEventListener('drop', (event) => {
    event.preventDefault();
    node.classList.remove('over');
    drop(JSON.parse(event.dataTransfer.getData(NAMES) || '[]'), strand);
  });
  return node;
}
