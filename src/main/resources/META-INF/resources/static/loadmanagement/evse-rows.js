// SteVe Load Management, GPL-3.0-or-later
import { el } from './dom.js';
import { columns, heads } from './evse-columns.js';
import { evseKey } from './live.js';

/** The live table: who gets what, and why. Only cells whose content changed are touched: the rest keeps focus and clicks. */
export class EvseRows {
  constructor(act) {
    this.rows = new Map();
    this.newest = new Map();
    this.columns = columns((key) => act(this.newest.get(key)), act !== null);
    this.tbody = el('tbody');
    this.table = el('table', { class: 'rows evse flow' }, el('thead', {}, el('tr', {}, heads())), this.tbody);
  }

  /** These and no others, in this order. */
  show(evses) {
    this.scale = Math.max(0, ...evses.map((evse) => evse.ratingMa));
    const before = this.rows;
    this.newest = new Map(evses.map((evse) => [evseKey(evse), evse]));
    this.rows = new Map(evses.map((evse) => [evseKey(evse), this.fill(before.get(evseKey(evse)) ?? this.row(evse), evse)]));
    const nodes = [...this.rows.values()].map((row) => row.node);
    if (nodes.length !== this.tbody.childElementCount || nodes.some((node, index) => node !== this.tbody.children[index])) {
      this.tbody.replaceChildren(...nodes);
    }
  }

  /** Only these, of those that are shown. */
  update(evses) {
    for (const evse of evses) {
      const row = this.rows.get(evseKey(evse));
      if (row) {
        this.newest.set(evseKey(evse), evse);
        this.fill(row, evse);
      }
    }
  }

  row(evse) {
    const cells = this.columns.map((column) => column.cell(evse));
    return { node: el('tr', {}, cells), cells, shown: cells.map(() => null) };
  }

  fill(row, evse) {
    this.columns.forEach((column, index) => {
      const key = column.key(evse, this.scale);
      if (row.shown[index] !== key) {
        row.shown[index] = key;
        column.fill(row.cells[index], evse, this.scale);
      }
    });
    return row;
  }
}
