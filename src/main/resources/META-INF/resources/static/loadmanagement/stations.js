// SteVe Load Management, GPL-3.0-or-later
import { el, plainAmps } from './dom.js';

const root = document.getElementById('lm');

async function send(method, path, body) {
  const headers = { Accept: 'application/json', 'Content-Type': 'application/json' };
  headers[root.dataset.csrfHeader] = root.dataset.csrfToken;
  const response = await fetch(root.dataset.api + path, {
    method, headers, body: body === undefined ? undefined : JSON.stringify(body),
  });
  const text = await response.text();
  const json = text ? JSON.parse(text) : {};
  if (!response.ok) {
    throw new Error(json.detail ?? `The server answered ${response.status}.`);
  }
  return json;
}

const message = el('p', { role: 'status' });

/** Does it, then shows everything anew; what went wrong is said. */
async function doing(step, done = '') {
  try {
    await step();
    message.textContent = done;
  } catch (e) {
    message.textContent = e.message;
  }
  await show();
}

function query(fields) {
  return new URLSearchParams(fields).toString();
}

function stationRow(station, profiles) {
  const choice = el('select', {
    'aria-label': `quirk profile of ${station.chargeBoxId}`,
    onchange: () => doing(() => send('PUT', '/quirks/stations', {
      chargeBoxId: station.chargeBoxId, profile: choice.value || null,
    }), 'Assigned.'),
  }, el('option', { value: '' }, `best fit: ${station.profile ?? 'as usual'}`),
  profiles.map((profile) => el('option', {
    value: profile.profile, selected: profile.profile === station.assigned,
  }, profile.profile)));
  return el('tr', {},
    el('td', {}, station.chargeBoxId),
    el('td', {}, [station.vendor, station.model, station.firmware].filter(Boolean).join(' ') || 'has not said'),
    el('td', {}, choice),
    el('td', {}, station.controllable ? 'yes' : 'no: its rating is reserved'),
    el('td', {},
      el('button', {
        onclick: () => doing(
          () => send('POST', `/quirks/stations/keys?${query({ chargeBoxId: station.chargeBoxId })}`), 'Keys read.'),
      }, 'Read keys'),
      station.proposals.map((proposal) => el('div', {},
        `${proposal.key}: ${proposal.before ?? 'not said'} → ${proposal.after} `,
        el('button', {
          title: proposal.why,
          onclick: () => doing(() => send('POST', '/quirks/stations/configuration', {
            chargeBoxId: station.chargeBoxId, key: proposal.key, value: proposal.after,
          }).then((result) => { message.dataset.last = result.result; }), 'Told the station; read its keys to see.'),
        }, 'Set')))));
}

function profileRow(profile) {
  const lines = Object.entries(profile.lines)
    .map(([quirk, line]) => el('div', { title: line.source }, `${quirk}: ${line.value}`));
  return el('tr', {},
    el('td', {}, profile.profile, profile.shipped ? '' : ' (own)'),
    el('td', {}, [profile.vendor, profile.model, profile.firmware].filter(Boolean).join(' · ')),
    el('td', {}, lines));
}

function testForm() {
  const station = el('input', { name: 'chargeBoxId', required: true, placeholder: 'station' });
  const evse = el('input', { name: 'evseId', type: 'number', min: 1, value: 1, size: 3 });
  const tester = el('input', { name: 'tester', required: true, placeholder: 'tested by' });
  const which = () => query({ chargeBoxId: station.value, evseId: evse.value });
  const result = el('div', {});
  const watch = async () => {
    try {
      const test = await send('GET', `/commissioning?${which()}`);
      result.replaceChildren(protocol(test));
      if (test.state === 'WAITING' || test.state === 'RUNNING') {
        setTimeout(watch, 2000);
      }
    } catch (e) {
      result.textContent = e.message;
    }
  };
  return el('section', {},
    el('h2', {}, 'Commissioning test'),
    el('p', {}, 'Plug in a car that can take 16 A. The EVSE is told 6, 10, 16, 0 and 6 A, as far as there is room.'),
    el('form', {
      onsubmit: async (event) => {
        event.preventDefault();
        try {
          await send('POST', '/commissioning', {
            chargeBoxId: station.value, evseId: Number(evse.value), tester: tester.value,
          });
          await watch();
        } catch (e) {
          result.textContent = e.message;
        }
      },
    }, station, evse, tester, el('button', {}, 'Begin'),
    el('button', { type: 'button', onclick: watch }, 'Show'),
    el('button', {
      type: 'button', onclick: () => send('DELETE', `/commissioning?${which()}`).then(watch),
    }, 'Cancel'),
    el('button', { type: 'button', onclick: () => window.print() }, 'Print')),
    result);
}

function protocol(test) {
  const steps = [...test.done, test.running].filter(Boolean);
  return el('div', {},
    el('p', {}, `${test.state} · ${test.tester} · ${test.beganAt}`, test.why ? ` · ${test.why}` : ''),
    el('table', { class: 'res' },
      el('thead', {}, el('tr', {}, ['told [A]', 'verdict', 'reaction [s]', 'off [A]', 'phases', 'readings', 'the station says']
        .map((title) => el('th', {}, title)))),
      el('tbody', {}, steps.map((step) => el('tr', {}, [
        plainAmps(step.toldMa), step.verdict, step.reactionS ?? '–', plainAmps(step.offMa),
        step.phases.join(' '), step.readings, step.refusal ?? step.readBack ?? '–',
      ].map((cell) => el('td', {}, String(cell))))))),
    el('p', {}, `Follows: ${test.follows ?? 'not seen'}. Resumes from 0 A: ${test.resumes ?? 'not seen'}. `
      + `Slowest reaction: ${test.slowestS ?? '–'} s. Phases: ${test.phases.join(' ') || '–'}.`),
    Object.entries(test.proposed).map(([quirk, line]) => el('p', {}, `Proposed for its quirk profile: ${quirk}: ${line.value}`)));
}

const tables = el('div', {});

async function show() {
  try {
    const [stations, profiles] = await Promise.all([send('GET', '/quirks/stations'), send('GET', '/quirks/profiles')]);
    tables.replaceChildren(
      el('h2', {}, 'Stations'),
      el('table', { class: 'res' }, el('tbody', {}, stations.map((station) => stationRow(station, profiles)))),
      el('h2', {}, 'Quirk profiles'),
      el('table', { class: 'res' }, el('tbody', {}, profiles.map(profileRow))));
  } catch (e) {
    message.textContent = e.message;
  }
}

root.append(message, testForm(), tables);
show();
