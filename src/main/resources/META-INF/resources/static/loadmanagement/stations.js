// SteVe Load Management, GPL-3.0-or-later
import { api, mayChange } from './api.js';
import { commissioning } from './commissioning.js';
import { confirmDialog, messageOf } from './dialogs.js';
import { button, calm, el, heading, link, select, word } from './dom.js';
import { live } from './live.js';
import { said } from './said.js';
import { learn, many, moment, t } from './text.js';

await learn('stations');

/** What each station says of itself, how it is treated, and why; and whether its EVSEs follow. */
export function show(body) {
  const filter = el('input', { type: 'search', id: 'lm-station-filter' });
  const list = el('div');
  const profiles = el('div');
  const protocols = el('div', { class: 'noprint' });
  const message = el('p', { role: 'status' });
  let known = { stations: [], profiles: [] };
  const render = () => {
    const text = filter.value.toLowerCase();
    const shown = known.stations.filter((station) => [station.chargeBoxId, station.vendor, station.model].join(' ').toLowerCase().includes(text));
    list.replaceChildren(shown.length === 0 ? el('p', { class: 'muted' }, t('stations.none')) : stationTable(shown, known.profiles, doing));
    profiles.replaceChildren(profileTable(known.profiles));
  };
  const load = async () => {
    const [stations, all, old] = await Promise.all([api.quirkStations(), api.quirkProfiles(), api.protocols()]);
    known = { stations, profiles: all };
    protocols.replaceChildren(protocolTable(old));
    render();
  };
  /** Does it, then shows everything anew; what went wrong is said. */
  const doing = async (step, done) => {
    try {
      message.replaceChildren(el('span', { class: 'muted' }, t('station.asked')));
      await step();
      message.replaceChildren(el('span', { class: 'i ok' }, done));
    } catch (error) {
      message.replaceChildren(el('span', { class: 'i alarm' }, messageOf(error)));
    }
    await load().catch((error) => { message.textContent = messageOf(error); });
  };
  filter.addEventListener('input', calm(render, 120));
  body.append(el('div', { class: 'head' }, el('h1', {}, t('nav.stations'))), el('p', {}, t('stations.text')),
    el('div', { class: 'filters noprint' }, el('label', { for: 'lm-station-filter' }, t('filter.text'), filter)), message, list);
  const test = commissioning();
  body.append(test.node, protocols, el('div', { class: 'noprint' }, heading(t('profiles'), t('profiles.note')), profiles));
  load().catch((error) => { message.textContent = messageOf(error); });
  return test.leave;
}

function stationTable(stations, profiles, doing) {
  return el('table', { class: 'rows flow noprint' },
    el('thead', {}, el('tr', {}, ['station', 'station.says', 'profile', 'state', 'station.keys'].map((key) => el('th', {}, t(key))))),
    el('tbody', {}, stations.map((station) => stationRow(station, profiles, doing))));
}

function stationRow(station, profiles, doing) {
  const fit = t('profile.fit', station.profile ?? t('profile.usual'));
  const choice = select(station.assigned ?? '', [['', fit], ...profiles.map((profile) => [profile.profile, profile.profile])], {
    'aria-label': t('profile.of', station.chargeBoxId),
    onchange: () => doing(() => api.assignProfile({ chargeBoxId: station.chargeBoxId, profile: choice.value || null }), t('profile.assigned', station.chargeBoxId)),
  });
  const made = [station.vendor, station.model, station.firmware].filter(Boolean).join(' ');
  return el('tr', {}, el('th', { scope: 'row', class: 'nw' }, station.chargeBoxId),
    el('td', { class: 'wide', 'data-l': t('station.says') }, made || el('span', { class: 'muted' }, t('station.silent')), el('span', { class: 'sub' }, abilities(station.capabilities))),
    el('td', { class: 'wide', 'data-l': t('profile') }, mayChange ? choice : station.assigned ?? fit),
    el('td', {}, word(station.controllable && !isGivenUp(station) ? 'OK' : 'Not controllable'),
      !station.controllable ? el('span', { class: 'sub' }, t('station.not')) : isGivenUp(station) && el('span', { class: 'sub' }, t('station.ignores'))),
    el('td', {}, keysOf(station, doing), mayChange && button(t('station.read'), () => doing(() => api.readKeys(station.chargeBoxId), t('station.keys.read', station.chargeBoxId)), 'small')));
}

/** Whether one of its EVSEs has refused or ignored everything. */
const isGivenUp = (station) => live.state.evses.some((one) => one.chargeBoxId === station.chargeBoxId && one.word === 'Not controllable');

/** What it says it can, in a line. */
function abilities(can) {
  const units = [can.takesAmperes && 'A', can.takesWatts && 'W'].filter(Boolean).join(', ');
  return [units && t('can.units', units), can.maxStackLevel != null && t('can.stack', can.maxStackLevel), can.periods != null && t('can.periods', can.periods),
    can.profiles != null && t('can.profiles', can.profiles), can.sampleSeconds != null && t('can.sample', can.sampleSeconds)].filter(Boolean).join(' · ');
}

function keysOf(station, doing) {
  const keys = Object.entries(station.configuration);
  const { proposals } = station;
  return keys.length > 0 && el('details', {}, el('summary', {}, t('station.keys.count', keys.length), proposals.length > 0 && `, ${many('proposals', proposals.length)}`),
    proposals.map((proposal) => proposalOf(station, proposal, doing)), el('dl', { class: 'keys' }, keys.map(([key, value]) => [el('dt', {}, key), el('dd', {}, value)])));
}

function proposalOf(station, proposal, doing) {
  const set = () => confirmDialog(t('proposal.set', station.chargeBoxId), `${proposal.key}: ${proposal.before ?? t('unknown')} → ${proposal.after}`, t('proposal.verb'),
    () => doing(() => api.setKey({ chargeBoxId: station.chargeBoxId, key: proposal.key, value: proposal.after }), t('proposal.done', station.chargeBoxId)));
  return el('div', { class: 'proposal' }, el('span', {}, el('b', {}, proposal.key), ' ', proposal.before ?? el('span', { class: 'muted' }, t('unknown')), ' → ', proposal.after,
    el('span', { class: 'sub' }, said(proposal.why))), mayChange && button(t('proposal.verb'), set, 'small'));
}

function protocolTable(protocols) {
  return el('details', {}, el('summary', {}, t('protocols.all', protocols.length)), protocols.length > 0 && el('table', { class: 'rows flow' },
    el('thead', {}, el('tr', {}, ['evse', 'test.by', 'protocol.began', 'protocol.ended'].map((key) => el('th', {}, t(key))))),
    el('tbody', {}, protocols.map((one) => el('tr', {}, el('th', { scope: 'row' }, link(`#/protocol/${one.id}`, `${one.chargeBoxId}/${one.evseId}`)),
      el('td', { 'data-l': t('test.by') }, one.tester), el('td', { 'data-l': t('protocol.began') }, moment(one.beganAt)), el('td', { 'data-l': t('protocol.ended') }, one.endedAt ? moment(one.endedAt) : '–'))))));
}

function profileTable(profiles) {
  return el('details', {}, el('summary', {}, t('profiles.all', profiles.length)), mayChange && el('p', {}, link('#/quirk', t('quirk.new'))), el('table', { class: 'rows flow' },
    el('thead', {}, el('tr', {}, el('th', {}, t('profile')), el('th', {}, t('profile.fits')), el('th', {}, t('profile.lines')))),
    el('tbody', {}, profiles.map((profile) => el('tr', {}, el('th', { scope: 'row' }, profile.profile, !profile.shipped && el('span', { class: 'sub' }, t('profile.own')),
        mayChange && el('span', { class: 'sub' }, link(`#/quirk?of=${encodeURIComponent(profile.profile)}`, t(profile.shipped ? 'quirk.copy' : 'quirk.edit')))),
      el('td', { 'data-l': t('profile.fits') }, [profile.vendor, profile.model, profile.firmware].filter(Boolean).join(' · ')),
      el('td', {}, Object.entries(profile.lines).map(([quirk, line]) => el('div', {}, el('b', {}, quirk), `: ${line.value}`, el('span', { class: 'sub' }, line.source)))))))));
}
