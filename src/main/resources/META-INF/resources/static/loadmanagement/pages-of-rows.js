// SteVe Load Management, GPL-3.0-or-later
import { button, el } from './dom.js';
import { messageOf } from './dialogs.js';
import { t } from './text.js';

const SIZE = 50;

/** A table that is loaded page by page. */
export class PagedRows {
  /** `load(page, size)` gives a page; `row(item)` makes a row. */
  constructor(heads, load, row) {
    this.load = load;
    this.row = row;
    this.tbody = el('tbody');
    this.foot = el('div', { class: 'more noprint' });
    this.node = el('div', {}, el('table', { class: 'rows flow' },
      el('thead', {}, el('tr', {}, heads.map((text) => el('th', {}, text)))), this.tbody), this.foot);
  }

  async show() {
    this.page = 0;
    this.tbody.replaceChildren();
    await this.next();
  }

  async next() {
    try {
      const found = await this.load(this.page, SIZE);
      this.page += 1;
      this.tbody.append(...found.items.map(this.row));
      this.foot.replaceChildren(found.more ? button(t('more'), () => this.next())
        : el('span', { class: 'muted' }, t(this.tbody.childElementCount === 0 ? 'nothing.here' : 'all.shown')));
    } catch (error) {
      this.foot.replaceChildren(el('p', { class: 'err', role: 'alert' }, messageOf(error)));
    }
  }
}
