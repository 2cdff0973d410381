// SteVe Load Management, GPL-3.0-or-later
import { api, mayChange } from './api.js';
import { confirmDialog, messageOf } from './dialogs.js';
import { button, el, heading, link, select } from './dom.js';
import { hint, mark, refuse, row } from './forms.js';
import { said } from './said.js';
import { learn, t } from './text.js';

await learn('stations');

/** A quirk profile of the operator's own: new, or a copy of the one that is named; proposed lines stand in it already. */
export function show(body, { query }) {
  const place = el('div');
  body.append(el('div', { class: 'head' }, el('h1', {}, t('profile')), link('#/stations', t('back'))), place);
  if (!mayChange) {
    place.append(el('p', {}, t('lookonly')));
    return null;
  }
  Promise.all([api.quirkProfiles(), api.quirkWords(), api.quirkStations()])
    .then(([profiles, words, stations]) => place.replaceChildren(...form(profiles.find((one) => one.profile === query.get('of')), proposed(query), words, stations, query.get('station'))))
    .catch((error) => place.replaceChildren(el('p', { class: 'err' }, messageOf(error))));
  return null;
}

const proposed = (query) => Object.fromEntries(query.getAll('line').map((text) => JSON.parse(text)));

function form(old, lines, words, stations, station) {
  const text = (id, value) => el('input', { type: 'text', id, value: value ?? '', maxlength: 100, spellcheck: 'false' });
  const fields = { profile: text('lm-quirk-name', old?.profile), vendor: text('lm-quirk-vendor', old?.vendor), model: text('lm-quirk-model', old?.model), firmware: text('lm-quirk-firmware', old?.firmware) };
  const rows = el('tbody');
  const add = (quirk, line) => rows.append(lineRow(quirk, line, words));
  Object.entries({ ...old?.lines, ...lines }).forEach(([quirk, line]) => add(quirk, line));
  const assign = select(station ?? '', [['', t('quirk.nobody')], ...stations.map((one) => [one.chargeBoxId, one.chargeBoxId])], { id: 'lm-quirk-station' });
  const alert = el('div', { role: 'alert' });
  const save = async (event) => {
    event.preventDefault();
    try {
      await api.saveProfile(read(fields, rows));
      mark(node, []);
      if (assign.value) {
        await api.assignProfile({ chargeBoxId: assign.value, profile: fields.profile.value.trim() });
      }
      window.location.hash = '#/stations';
    } catch (error) {
      refuse(error, node, alert);
    }
  };
  const remove = () => confirmDialog(t('quirk.delete'), t(old.shadows ? 'quirk.delete.shipped' : 'quirk.delete.own', old.profile), t('quirk.delete.verb'), async () => {
    await api.deleteProfile(old.profile);
    window.location.hash = '#/stations';
  });
  const node = el('form', { novalidate: true, autocomplete: 'off', onsubmit: save }, el('div', { class: 'form' },
    row(t('name'), 'lm-quirk-name', 'profile', fields.profile, hint(old?.shipped ? 'quirk.name.copy' : 'quirk.name.hint')),
    row(t('quirk.vendor'), 'lm-quirk-vendor', 'vendor', fields.vendor, hint('quirk.pattern')), row(t('quirk.model'), 'lm-quirk-model', 'model', fields.model), row(t('quirk.firmware'), 'lm-quirk-firmware', 'firmware', fields.firmware),
    row(t('quirk.assign'), 'lm-quirk-station', 'station', assign, hint('quirk.assign.hint'))),
  heading(t('profile.lines')), el('table', { class: 'rows flow' }, el('thead', {}, el('tr', {}, ['quirk', 'quirk.value', 'quirk.source'].map((key) => el('th', {}, t(key))), el('th', {}, el('span', { class: 'sr' }, t('actions'))))), rows),
  el('p', {}, button(t('quirk.add'), () => add(words[0].quirk, { value: '', source: '' }))),
  el('div', { class: 'bar' }, el('button', { type: 'submit', class: 'btn main' }, t('save')), el('a', { class: 'btn', href: '#/stations' }, t('cancel')), old && !old.shipped && button(t('quirk.delete.verb'), remove, 'danger')));
  return [alert, node];
}

/** One line: what it says, its value, and who says so. */
function lineRow(quirk, line, words) {
  const about = el('span', { class: 'hint' });
  const value = el('input', { type: 'text', class: 'quirk-value', value: line.value ?? '', 'aria-label': t('quirk.value'), spellcheck: 'false' });
  const place = el('td', { 'data-l': t('quirk.value') }, value, about);
  const source = el('input', { type: 'text', class: 'quirk-source', value: line.source ?? '', 'aria-label': t('quirk.source'), maxlength: 500 });
  const kind = select(quirk, words.map((one) => [one.quirk, one.quirk]), { class: 'quirk-word', 'aria-label': t('quirk'), onchange: () => tell() });
  const tell = () => {
    about.textContent = said(words.find((one) => one.quirk === kind.value)?.allowed ?? '');
    place.dataset.field = `lines.${kind.value}`;
  };
  const node = el('tr', {}, el('td', {}, kind), place, el('td', { 'data-l': t('quirk.source'), class: 'wide' }, source), el('td', {}, button(t('quirk.remove'), () => node.remove(), 'small')));
  tell();
  return node;
}

function read(fields, rows) {
  const lines = [...rows.children].map((one) => [one.querySelector('.quirk-word').value, { value: one.querySelector('.quirk-value').value.trim(), source: one.querySelector('.quirk-source').value.trim() }]);
  const pattern = (field) => field.value.trim() || null;
  return { profile: fields.profile.value.trim(), vendor: pattern(fields.vendor), model: pattern(fields.model), firmware: pattern(fields.firmware), lines: Object.fromEntries(lines) };
}
