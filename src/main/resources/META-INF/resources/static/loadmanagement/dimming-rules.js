// SteVe Load Management, GPL-3.0-or-later
import { api, mayChange } from './api.js';
import { el, heading } from './dom.js';
import { amount, hint, mark, milli, refuse, row } from './forms.js';
import { number, t } from './text.js';

const USUAL = { heartbeatS: null, failSafeW: null, failSafeForS: 7200, releaseS: 300 };

/** How a strand answers to the grid operator: silence, what holds then, and how slowly it comes up again. */
export function rulesForm(strand, stored, load) {
  const rules = stored ?? USUAL;
  const field = (id, value, attributes = {}) => el('input', { class: 'n', type: 'number', min: 0, id, value: value ?? '', disabled: !mayChange, ...attributes });
  const fields = {
    heartbeat: field('lm-heartbeat', rules.heartbeatS), failSafe: amount(rules.failSafeW, t('rules.failsafe'), { id: 'lm-failsafe', disabled: !mayChange }),
    failSafeFor: field('lm-failsafefor', rules.failSafeForS / 60, { step: 'any' }), release: field('lm-release', rules.releaseS / 60, { step: 'any' }),
  };
  const seconds = (input, scale) => (input.value === '' ? null : Math.round(Number(input.value) * scale));
  const alert = el('div', { role: 'alert' });
  const node = el('form', { novalidate: true }, heading(t('rules'), stored ? '' : t('rules.usual')), alert, el('div', { class: 'form' },
    row(t('rules.heartbeat'), 'lm-heartbeat', 'heartbeatS', fields.heartbeat, ' s', hint('rules.heartbeat.hint')),
    row(t('rules.failsafe'), 'lm-failsafe', 'failSafeW', fields.failSafe, ' kW', hint('rules.failsafe.hint', number(4.2))),
    row(t('rules.failsafefor'), 'lm-failsafefor', 'failSafeForS', fields.failSafeFor, ' min', hint('rules.failsafefor.hint')),
    row(t('rules.release'), 'lm-release', 'releaseS', fields.release, ' min', hint('rules.release.hint'))),
  mayChange ? el('div', { class: 'bar' }, el('button', { type: 'submit', class: 'btn main' }, t('rules.save'))) : '');
  node.addEventListener('submit', async (event) => {
    event.preventDefault();
    try {
      await api.setGridRules(strand, {
        heartbeatS: seconds(fields.heartbeat, 1), failSafeW: milli(fields.failSafe), failSafeForS: seconds(fields.failSafeFor, 60), releaseS: seconds(fields.release, 60),
      });
      mark(node, []);
      await load();
      document.getElementById('lm-told').textContent = t('rules.saved');
    } catch (error) {
      refuse(error, node, alert);
    }
  });
  return node;
}
