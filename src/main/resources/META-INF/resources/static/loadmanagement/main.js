// SteVe Load Management, GPL-3.0-or-later
import { mayChange } from './api.js';
import { el, gaugeDefs, tick, update } from './dom.js';
import { connect, listen, live } from './live.js';
import { said } from './said.js';
import { t } from './text.js';

const root = document.getElementById('lm');
const PAGES = {
  '': './overview.js', strand: './strand.js', why: './why.js', edit: './strand-edit.js', sheet: './sheet.js',
  evses: './assign.js', priorities: './priorities.js', events: './events.js', audit: './audit.js', reports: './reports.js',
  grid: './meters.js', meter: './meter.js', limits: './limits.js', peaks: './peaks.js', dimming: './dimming.js',
  signals: './signals.js', signal: './signal.js',
  stations: './stations.js', protocol: './protocol.js', quirk: './quirk.js',
};
const NAVIGATION = ['', 'evses', 'stations', 'grid', 'priorities', 'events', 'reports', 'audit'];
const BELONGS = { strand: '', edit: '', sheet: '', why: '', meter: 'grid', limits: 'grid', peaks: 'grid', dimming: 'grid', signals: 'grid', signal: 'grid', protocol: 'stations', quirk: 'stations' };

const nav = el('nav', { class: 'subnav', 'aria-label': t('title') });
const note = el('div', { class: 'say', role: 'status' });
const body = el('div', { id: 'lm-page' });
let leave = () => {};
let shown = 0;

/** What the address names: `#/strand/3` or `#/why?evse=CP01/1`. */
function route() {
  const [path, search = ''] = window.location.hash.replace(/^#\/?/, '').split('?');
  const [page = '', id] = path.split('/');
  return { page, id: id === undefined ? null : decodeURIComponent(id), query: new URLSearchParams(search) };
}

function navigate(page) {
  const current = BELONGS[page] ?? page;
  nav.replaceChildren(...NAVIGATION.map((name) => el('a',
    { href: `#/${name}`, 'aria-current': name === current ? 'page' : null }, t(`nav.${name || 'overview'}`))));
}

/** Above every page: that load management is off, that the session has ended, that nothing comes any more. */
function say() {
  const { state } = live;
  if (live.sessionEnded) {
    update(note, banner('bad', 'alarm', t('session.ended'), el('a', { href: root.dataset.api.replace(/\/api$/, '') }, t('session.signin'))));
  } else if (state && !state.on) {
    update(note, banner('bad', 'alarm', t('off', said(state.why))));
  } else if (live.connection !== 'live' && state) {
    update(note, banner('', 'degraded', t('connection.lost')));
  } else if (!mayChange) {
    update(note, el('p', { class: 'muted' }, t('lookonly')));
  } else {
    update(note);
  }
}

function banner(kind, icon, text, ...more) {
  return el('div', { class: `banner i ${icon} ${kind}` }, el('div', {}, text), ...more);
}

async function show() {
  const { page, id, query } = route();
  const turn = ++shown;
  const module = await import(PAGES[page] ?? PAGES['']);
  if (turn !== shown) {
    return;
  }
  leave();
  navigate(page);
  body.replaceChildren();
  leave = module.show(body, { page, id, query }) ?? (() => {});
  performance.mark('lm-shown');
  document.title = `${body.querySelector('h1')?.textContent ?? t('title')} · ${t('title')}`;
}

document.documentElement.lang = root.lang;
root.setAttribute('role', 'main');
root.replaceChildren(gaugeDefs(), nav, note, body, el('p', { class: 'sr', 'aria-live': 'polite', id: 'lm-told' }));
navigate(route().page);
window.addEventListener('hashchange', show);
listen(say);
const stopWaiting = listen(() => {
  if (live.state) {
    stopWaiting();
    show();
  }
});
connect();
setInterval(tick, 1000);
