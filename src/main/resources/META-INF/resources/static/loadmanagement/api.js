// SteVe Load Management, GPL-3.0-or-later
const root = document.getElementById('lm');

/** A request that was refused: with what the server says, and the errors by field. */
export class Refused extends Error {
  constructor(problem, status) {
    super(problem.detail ?? `The server answered ${status}.`);
    this.errors = problem.errors ?? [];
  }
}

async function send(method, path, body) {
  const headers = { Accept: 'application/json' };
  if (method !== 'GET') {
    headers[root.dataset.csrfHeader] = root.dataset.csrfToken;
    headers['Content-Type'] = 'application/json';
  }
  const response = await fetch(root.dataset.api + path, {
    method, headers, redirect: 'manual', body: body === undefined ? undefined : JSON.stringify(body),
  });
  if (response.type === 'opaqueredirect') {
    throw new Refused({ detail: 'Your session has ended: sign in again.' }, 401);
  }
  const text = await response.text();
  const isJson = (response.headers.get('Content-Type') ?? '').includes('json');
  const json = isJson && text ? JSON.parse(text) : {};
  if (!response.ok) {
    throw new Refused(json, response.status);
  }
  return json;
}

export const api = {
  state: () => send('GET', '/state'),
  stations: () => send('GET', '/stations'),
  addStrand: (strand) => send('POST', '/strands', strand),
  changeStrand: (id, strand) => send('PUT', `/strands/${id}`, strand),
  deleteStrand: (id) => send('DELETE', `/strands/${id}`),
  placeEvses: (evses) => send('POST', '/evses', evses),
  removeEvse: (chargeBoxId, evseId) =>
    send('DELETE', `/evses?chargeBoxId=${encodeURIComponent(chargeBoxId)}&evseId=${evseId}`),
};
