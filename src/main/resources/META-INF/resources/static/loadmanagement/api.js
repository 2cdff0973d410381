// SteVe Load Management, GPL-3.0-or-later
const root = document.getElementById('lm');

export const mayChange = root.dataset.mayChange === 'true';

/** A request that was refused: with what the server says, and the errors by field. */
export class Refused extends Error {
  constructor(problem, status) {
    super(problem.detail ?? `The server answered ${status}.`);
    this.status = status;
    this.errors = problem.errors ?? [];
  }
}

async function send(method, path, body, type = 'application/json') {
  const headers = { Accept: 'application/json, application/problem+json' };
  if (method !== 'GET') {
    headers[root.dataset.csrfHeader] = root.dataset.csrfToken;
    headers['Content-Type'] = type;
  }
  const content = body === undefined || typeof body === 'string' ? body : JSON.stringify(body);
  const response = await fetch(root.dataset.api + path, { method, headers, redirect: 'manual', body: content });
  const text = response.type === 'opaqueredirect' ? '' : await response.text();
  const isJson = (response.headers.get('Content-Type') ?? '').includes('json');
  if (response.type === 'opaqueredirect' || (response.status === 403 && !isJson)) {
    throw new Refused({ detail: 'session' }, 401);
  }
  const json = isJson && text ? JSON.parse(text) : {};
  if (!response.ok) {
    throw new Refused(json, response.status);
  }
  return json;
}

const query = (values) => {
  const known = Object.entries(values).filter(([, value]) => value != null && value !== '');
  return known.length === 0 ? '' : `?${new URLSearchParams(known)}`;
};

export const api = {
  url: (path, values = {}) => root.dataset.api + path + query(values),
  state: () => send('GET', '/state'),
  stations: () => send('GET', '/stations'),
  strand: (id) => send('GET', `/strands/${id}`),
  addStrand: (strand) => send('POST', '/strands', strand),
  changeStrand: (id, strand) => send('PUT', `/strands/${id}`, strand),
  deleteStrand: (id) => send('DELETE', `/strands/${id}`),
  checkStrand: (id, strand) => send('POST', `/strands/check${query({ id })}`, strand),
  placeEvses: (evses) => send('POST', '/evses', evses),
  removeEvse: (chargeBoxId, evseId) => send('DELETE', `/evses${query({ chargeBoxId, evseId })}`),
  preview: (text) => send('POST', '/evses/preview', text, 'text/plain;charset=UTF-8'),
  act: (order) => send('POST', '/actions', order),
  priorities: () => send('GET', '/priorities'),
  addPriority: (priority) => send('POST', '/priorities', priority),
  withdrawPriority: (id) => send('DELETE', `/priorities/${id}`),
  needs: () => send('GET', '/vehicles'),
  addNeed: (need) => send('POST', '/vehicles', need),
  withdrawNeed: (id) => send('DELETE', `/vehicles/${id}`),
  sessionNeeds: () => send('GET', '/vehicles/sessions'),
  setSessionNeed: (need) => send('PUT', '/vehicles/sessions', need),
  withdrawSessionNeed: (chargeBoxId, evseId) => send('DELETE', `/vehicles/sessions${query({ chargeBoxId, evseId })}`),
  events: (asked) => send('GET', `/events${query(asked)}`),
  acknowledge: (id) => send('POST', `/events/${id}/acknowledge`),
  audits: (asked) => send('GET', `/audits${query(asked)}`),
  history: (strand, range) => send('GET', `/history${query({ strand, range })}`),
  why: (asked) => send('GET', `/why${query(asked)}`),
  grid: () => send('GET', '/grid'),
  gridSettings: () => send('GET', '/grid/settings'),
  gridMinimum: (devices) => send('GET', `/grid/minimum${query({ devices })}`),
  meters: () => send('GET', '/meters'),
  registerMaps: () => send('GET', '/meters/register-maps'),
  testMeter: (meter, id) => send('POST', `/meters/test${query({ id })}`, meter),
  addMeter: (meter) => send('POST', '/meters', meter),
  changeMeter: (id, meter) => send('PUT', `/meters/${id}`, meter),
  deleteMeter: (id) => send('DELETE', `/meters/${id}`),
  signalLines: () => send('GET', '/signal-lines'),
  addSignalLine: (line) => send('POST', '/signal-lines', line),
  changeSignalLine: (id, line) => send('PUT', `/signal-lines/${id}`, line),
  deleteSignalLine: (id) => send('DELETE', `/signal-lines/${id}`),
  limits: () => send('GET', '/limits'),
  addLimit: (limit) => send('POST', '/limits', limit),
  withdrawLimit: (id) => send('DELETE', `/limits/${id}`),
  setTarget: (id, target) => send('PUT', `/strands/${id}/peak-target`, target),
  deleteTarget: (id) => send('DELETE', `/strands/${id}/peak-target`),
  quarterHours: (id, most) => send('GET', `/strands/${id}/quarter-hours${query({ most })}`),
  markSteerable: (evses) => send('POST', '/evses/steerable', evses),
  signal: (id, signal) => send('POST', `/strands/${id}/grid-signal`, signal),
  setGridRules: (id, rules) => send('PUT', `/strands/${id}/grid-rules`, rules),
  dimmings: (id) => send('GET', `/strands/${id}/dimmings`),
  quirkStations: () => send('GET', '/quirks/stations'),
  quirkProfiles: () => send('GET', '/quirks/profiles'),
  assignProfile: (assignment) => send('PUT', '/quirks/stations', assignment),
  quirkWords: () => send('GET', '/quirks/words'),
  saveProfile: (profile) => send('PUT', '/quirks/profiles', profile),
  deleteProfile: (profile) => send('DELETE', `/quirks/profiles${query({ profile })}`),
  readKeys: (chargeBoxId) => send('POST', `/quirks/stations/keys${query({ chargeBoxId })}`),
  setKey: (setting) => send('POST', '/quirks/stations/configuration', setting),
  commissioning: (chargeBoxId, evseId) => send('GET', `/commissioning${query({ chargeBoxId, evseId })}`),
  beginCommissioning: (order) => send('POST', '/commissioning', order),
  cancelCommissioning: (chargeBoxId, evseId) => send('DELETE', `/commissioning${query({ chargeBoxId, evseId })}`),
  beginOffline: (order) => send('POST', '/commissioning/offline', order),
  seenOffline: (seen) => send('PUT', '/commissioning/offline', seen),
  cancelOffline: (chargeBoxId, evseId) => send('DELETE', `/commissioning/offline${query({ chargeBoxId, evseId })}`),
  setWiring: (order) => send('PUT', '/commissioning/wiring', order),
  protocols: () => send('GET', '/commissioning/protocols'),
  protocol: (id) => send('GET', `/commissioning/protocols/${id}`),
  reports: (from, to) => send('GET', `/reports${query({ from, to })}`),
};
