// SteVe Load Management, GPL-3.0-or-later
import { api, Refused } from './api.js';

/** The newest state, and who wants to hear of changes. */
export const live = { state: null, connection: 'connecting', sessionEnded: false };

const listeners = new Set();
const RETRY_MS = 4000;
const key = (evse) => `${evse.chargeBoxId}/${evse.evseId}`;

/** `listener(change)`; change is null where everything may differ. Returns how to stop listening. */
export function listen(listener) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function tell(change) {
  listeners.forEach((listener) => listener(change));
}

function take(change) {
  const strands = new Map(change.strands.map((strand) => [strand.id, strand]));
  const evses = new Map(change.evses.map((evse) => [key(evse), evse]));
  const { state } = live;
  state.at = change.at;
  state.alarms = change.alarms;
  state.strands = state.strands.map((strand) => strands.get(strand.id) ?? strand);
  state.evses = state.evses.map((evse) => evses.get(key(evse)) ?? evse);
}

/** What is going on, right now: after an edit nobody waits for the stream. */
export async function refresh() {
  try {
    live.state = await api.state();
    live.sessionEnded = false;
  } catch (error) {
    live.sessionEnded = error instanceof Refused && error.status === 401;
    live.connection = 'lost';
  }
  tell(null);
}

export function connect() {
  const stream = new EventSource(api.url('/stream'));
  stream.addEventListener('state', (event) => {
    live.state = JSON.parse(event.data);
    live.connection = 'live';
    tell(null);
  });
  stream.addEventListener('change', (event) => {
    const from = performance.now();
    const change = JSON.parse(event.data);
    live.connection = 'live';
    take(change);
    tell(change);
    performance.measure('lm-update', { start: from, end: performance.now() });
  });
  stream.onerror = () => {
    if (stream.readyState === EventSource.CLOSED) {
      live.connection = 'lost';
      refresh();
      setTimeout(connect, RETRY_MS);
    } else {
      live.connection = 'connecting';
      tell(null);
    }
  };
}

export const evseKey = key;
export const nameOf = (evse) => `${evse.chargeBoxId}/${evse.evseId}`;

/** Strands in the order of the tree, each with its depth. */
export function tree(strands, parent = null, depth = 0) {
  return strands.filter((strand) => strand.parent === parent)
    .flatMap((strand) => [{ strand, depth }, ...tree(strands, strand.id, depth + 1)]);
}

/** Ids of a strand and of all that it feeds. */
export function idsBelow(id, strands) {
  return new Set([id, ...strands.filter((strand) => strand.parent === id).flatMap((strand) => [...idsBelow(strand.id, strands)])]);
}

export function evsesBelow(id, state) {
  const ids = idsBelow(id, state.strands);
  return state.evses.filter((evse) => ids.has(evse.strand));
}

export function wayUp(strand, strands) {
  const parent = strands.find((other) => other.id === strand.parent);
  return parent ? [...wayUp(parent, strands), parent] : [];
}

/** Alarms that are about this strand or an EVSE or station below it. */
export function alarmsOf(strand, evses, alarms) {
  const subjects = new Set([strand.name, ...evses.flatMap((evse) => [nameOf(evse), evse.chargeBoxId])]);
  return alarms.filter((alarm) => subjects.has(alarm.subject));
}

/** The worst wins. */
export function stateOf(strand, evses, alarms) {
  const own = alarmsOf(strand, evses, alarms);
  if (strand.mode === 'OFF') {
    return 'Off';
  }
  if (own.some((alarm) => alarm.severity === 'ALARM') || evses.some((evse) => evse.word === 'Not following')) {
    return 'Alarm';
  }
  if (own.length > 0 || evses.some((evse) => evse.word === 'Offline')) {
    return 'Degraded';
  }
  return strand.binding.length > 0 ? 'Limited' : 'OK';
}
