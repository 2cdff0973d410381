// SteVe Load Management, GPL-3.0-or-later
import { api } from './api.js';
import { button, el, heading, icon } from './dom.js';
import { messageOf } from './dialogs.js';
import { refresh } from './live.js';
import { said } from './said.js';
import { many, t } from './text.js';

const RESULTS = { NEW: 'OK', CHANGED: 'Note', SAME: 'Idle', ERROR: 'Alarm' };
const TEMPLATE = 'charge_box_id,evse,strand,wiring,rating_a,minimum_a,fallback_a,weight,controllable,never_pause\n';

/** Many EVSEs from a table: first a look at every line, then those that are good. */
export function showImport(box) {
  const result = el('div');
  const file = el('input', { type: 'file', accept: '.csv,text/csv', id: 'lm-csv' });
  const text = el('textarea', { 'aria-label': t('import.text'), placeholder: TEMPLATE, spellcheck: 'false' });
  const preview = async () => {
    try {
      render(result, await api.preview(text.value));
    } catch (error) {
      result.replaceChildren(el('p', { class: 'err', role: 'alert' }, messageOf(error)));
    }
  };
  file.addEventListener('change', async () => {
    text.value = await file.files[0].text();
    preview();
  });
  box.replaceChildren(heading(t('import'), t('import.note')),
    el('div', { class: 'bar' }, el('label', { for: 'lm-csv' }, t('import.file')), file, el('span', { class: 'push' }),
      el('a', { href: `data:text/csv;charset=utf-8,${encodeURIComponent(TEMPLATE)}`, download: 'evses-template.csv' }, t('template')),
      el('a', { href: api.url('/evses.csv') }, t('export.evses'))),
    text, el('div', { class: 'bar' }, button(t('import.look'), preview)), result);
}

function render(result, found) {
  const good = found.lines.filter((line) => line.result === 'NEW' || line.result === 'CHANGED');
  const bad = found.lines.filter((line) => line.result === 'ERROR');
  const columns = found.lines.length > 0 ? Object.keys(found.lines[0].cells) : [];
  const wrong = el('p', { class: 'err', role: 'alert' });
  const store = async () => {
    try {
      await api.placeEvses(good.map((line) => line.form));
      result.replaceChildren(el('p', { role: 'status' }, icon('OK', many('import.done', good.length))));
      await refresh();
    } catch (error) {
      wrong.textContent = messageOf(error);
    }
  };
  result.replaceChildren(
    el('p', { class: 'counts', role: 'status' }, icon('OK', many('import.good', good.length)), bad.length > 0 && icon('Alarm', many('import.bad', bad.length))),
    ...found.problems.map((problem) => el('p', { class: 'err' }, icon('Alarm', said(problem)))),
    found.lines.length === 0 ? '' : el('table', { class: 'rows flow' },
      el('thead', {}, el('tr', {}, el('th', { class: 'r' }, t('line')), columns.map((column) => el('th', {}, column)), el('th', {}, t('result')))),
      el('tbody', {}, found.lines.map((line) => row(line, columns)))), wrong,
    el('div', { class: 'bar' }, good.length > 0 && found.problems.length === 0 && button(many('import.store', good.length), store, 'main'),
      bad.length > 0 && el('a', { class: 'btn', download: 'evses-to-mend.csv', href: `data:text/csv;charset=utf-8,${encodeURIComponent(asCsv(bad, columns))}` }, many('import.save', bad.length)),
      button(t('cancel'), () => result.replaceChildren())));
}

function row(line, columns) {
  const rest = Object.entries(line.errors).map(([column, message]) => (column ? `${column}: ${said(message)}` : said(message))).join('; ');
  return el('tr', {}, el('th', { scope: 'row', class: 'r' }, String(line.line)),
    columns.map((column) => el('td', { class: line.errors[column] ? 'bad' : '', 'data-l': column },
      line.cells[column] === '' ? el('span', { class: 'muted' }, t('empty')) : line.cells[column])),
    el('td', {}, icon(RESULTS[line.result], t(`import.${line.result}`)), rest && el('span', { class: 'sub' }, rest)));
}

/** The apostrophe keeps a spreadsheet from taking text for a formula. */
function asCsv(lines, columns) {
  const cellOf = (text) => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text);
  const quote = (text) => (/[",;\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  return `${[columns, ...lines.map((line) => columns.map((column) => line.cells[column]))].map((cells) => cells.map((text) => quote(cellOf(text))).join(',')).join('\n')}\n`;
}
