// SteVe Load Management, GPL-3.0-or-later
import { api } from './api.js';
import { el, heading } from './dom.js';
import { messageOf } from './dialogs.js';
import { live } from './live.js';
import { locale, t } from './text.js';

const REFRESH_MS = 60000;
const RANGES = ['1h', '24h', '7d'];
const HUES = ['#397079', '#7fb0b7', '#2a535a', '#a9c9cd', '#4d8b95', '#c9dfe2', '#33646c', '#93bec4', '#5d949c', '#1f4046', '#b9d4d8', '#8c979c'];
const BASE = '#b3bdc2';
const files = document.getElementById('lm').dataset.base;
let library;

/** The chart library comes only where a chart is. */
function charts() {
  library ??= new Promise((resolve, reject) => {
    document.head.append(el('link', { rel: 'stylesheet', href: `${files}/uplot/uPlot.min.css` }));
    document.head.append(el('script', { src: `${files}/uplot/uPlot.iife.min.js`, onload: () => resolve(window.uPlot), onerror: reject }));
  });
  return library;
}

/** What a strand was like: base load, EVSE upon EVSE, what was committed, and the limit. */
export class ChartBox {
  constructor(strandId) {
    this.strandId = strandId;
    this.range = '1h';
    const strand = live.state.strands.find((one) => one.id === strandId);
    this.of = strand?.limitMa ? 'L1' : 'W';
    this.choices = [...(strand?.limitMa ? ['L1', 'L2', 'L3'] : []), 'W'];
    this.voltage = strand?.voltageV ?? null;
    this.box = el('div', { class: 'chartbox' });
    this.bar = el('div', { class: 'bar noprint' });
    this.node = el('div', {}, heading(t('history'), t('history.note')), this.bar, this.box);
    this.timer = setInterval(() => this.load(), REFRESH_MS);
    this.resizer = new ResizeObserver(() => this.plot?.setSize({ width: this.box.clientWidth, height: 260 }));
    this.resizer.observe(this.box);
  }

  show() {
    const pick = (values, current, text, chosen) => el('span', { class: 'pick', role: 'group' }, values.map((value) => el('button',
      { type: 'button', class: 'btn small', 'aria-pressed': String(value === current), onclick: () => chosen(value) }, text(value))));
    this.bar.replaceChildren(
      pick(this.choices, this.of, (value) => (value === 'W' ? t('Power') : value), (value) => { this.of = value; this.show(); }),
      el('span', { class: 'push' }),
      pick(RANGES, this.range, (value) => t(`range.${value}`), (value) => { this.range = value; this.show(); }));
    return this.load();
  }

  async load() {
    try {
      const [uPlot, data] = await Promise.all([charts(), api.history(this.strandId, this.range)]);
      this.draw(uPlot, data);
    } catch (error) {
      this.box.replaceChildren(el('p', { class: 'err' }, messageOf(error)));
    }
  }

  /** One column in A or kW: of a phase, or of all phases together. */
  column(phases, watts) {
    if (this.of !== 'W') {
      return phases[this.of].map((value) => (value == null ? null : value / 1000));
    }
    return watts ? watts.map((value) => (value == null ? null : value / 1000))
      : phases.L1.map((_, row) => (phases.L1[row] == null ? null
        : ((phases.L1[row] + phases.L2[row] + phases.L3[row]) * this.voltage) / 1e6));
  }

  draw(uPlot, data) {
    if (data.beginsS.length < 2) {
      this.box.replaceChildren(el('p', { class: 'muted' }, t('history.none')));
      return;
    }
    const base = this.column(data.baseLoadMa, null);
    const lines = [...(base.some((value) => value != null) ? [{ name: t('baseload.not.ours'), values: base, hue: BASE }] : []),
      ...data.evses.map((line, index) => ({ name: line.evse ?? t('history.rest'), values: this.column(line.measuredMa, null), hue: HUES[index % HUES.length] }))];
    const stacked = stack(lines.map((line) => line.values));
    const above = (values) => values.map((value, row) => (value == null ? null : value + (base[row] ?? 0)));
    const unit = this.of === 'W' ? 'kW' : 'A';
    const show = (value) => (value == null ? t('unknown') : `${value.toLocaleString(locale, { maximumFractionDigits: 1 })} ${unit}`);
    const series = [
      { label: t('time') },
      ...lines.map((line) => ({
        label: line.name, stroke: line.hue, fill: line.hue, width: 0.5, points: { show: false },
        value: (_, value, seriesIndex, row) => (row == null ? '' : show(line.values[row])),
      })).reverse(),
      { label: t('committed'), stroke: '#1f2a2e', width: 1.5, dash: [6, 4], points: { show: false }, value: (_, value) => show(value) },
      { label: t('limit'), stroke: '#000', width: 2.5, points: { show: false }, value: (_, value) => show(value) },
    ];
    const columns = [data.beginsS, ...stacked.slice().reverse(), above(this.column(data.committedMa, null)),
      above(this.column(data.limitMa, this.of === 'W' ? data.limitW : null))];
    this.plot?.destroy();
    this.box.replaceChildren();
    this.box.setAttribute('role', 'img');
    this.box.setAttribute('aria-label', t('history.label', t(`range.${this.range}`)));
    this.plot = new uPlot({
      width: this.box.clientWidth, height: 260, series, cursor: { drag: { x: true, y: false } }, legend: { live: true },
      scales: { y: { range: (_, min, max) => [0, (max ?? 1) * 1.08] } },
      axes: [{ values: timeLabels }, { values: (_, ticks) => ticks.map((tick) => `${tick} ${unit}`), size: 60 }],
    }, columns, this.box);
  }

  close() {
    clearInterval(this.timer);
    this.resizer.disconnect();
    this.plot?.destroy();
  }
}

function timeLabels(_, ticks, __, ___, step) {
  const format = new Intl.DateTimeFormat(locale, step >= 86400 ? { day: 'numeric', month: 'short' } : { hour: '2-digit', minute: '2-digit' });
  return ticks.map((tick) => format.format(new Date(tick * 1000)));
}

/** Each upon those before it. What is not known adds nothing, and is not drawn where nothing is known. */
function stack(columns) {
  const sums = [];
  return columns.map((column) => column.map((value, row) => {
    sums[row] = (sums[row] ?? 0) + (value ?? 0);
    return sums[row];
  }));
}
