// SteVe Load Management, GPL-3.0-or-later
import { api, mayChange } from './api.js';
import { confirmDialog, dialog, messageOf } from './dialogs.js';
import { age, button, el, heading, icon, kilowatts, link } from './dom.js';
import { mark, refuse } from './forms.js';
import { gridHead } from './grid-tabs.js';
import { MeterFields } from './meter-fields.js';
import { phases } from './meters.js';
import { said } from './said.js';
import { t } from './text.js';

/** A grid meter, new or there already; its live values are seen before it is stored. */
export function show(body, { id }) {
  body.append(...gridHead('grid'));
  if (!mayChange) {
    body.append(el('p', {}, t('lookonly')));
    return null;
  }
  let gone = false;
  open(body, id === null ? null : Number(id), () => gone);
  return () => { gone = true; };
}

async function open(body, id, isGone) {
  const [maps, stored] = await Promise.all([api.registerMaps(), id === null ? null : api.meters().then((all) => all.find((one) => one.id === id))]);
  if (isGone()) {
    return;
  }
  if (id !== null && !stored) {
    body.append(el('p', {}, t('meter.gone')), link('#/grid', t('back')));
    return;
  }
  const fields = new MeterFields(stored?.meter ?? null, maps);
  const alert = el('div', { role: 'alert' });
  const test = new ConnectionTest(fields, id);
  const form = el('form', { novalidate: true, autocomplete: 'off' }, fields.layout(),
    el('div', { class: 'bar' }, el('button', { type: 'submit', class: 'btn main' }, t('save')), el('a', { class: 'btn', href: '#/grid' }, t('cancel'))));
  test.form = form;
  const save = async () => {
    const saved = id === null ? await api.addMeter(fields.read()) : await api.changeMeter(id, fields.read());
    if (saved.token) {
      tellToken(saved);
    }
    window.location.hash = '#/grid';
  };
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    try {
      if (fields.isTested || fields.kind === 'HTTP_PUSH' || fields.kind === 'OCPP') {
        await save();
      } else {
        confirmDialog(t('meter.untested'), t('meter.untested.note'), t('meter.save.anyway'), () => save().catch((error) => refuse(error, form, alert)));
      }
    } catch (error) {
      refuse(error, form, alert);
    }
  });
  body.append(heading(t(id === null ? 'meter.new' : 'meter.edit')), alert, el('div', { class: 'two' }, form, test.node));
}

/** What a meter that pushes must present; it is shown this once. */
function tellToken({ id, token }) {
  const address = `${window.location.origin}${document.getElementById('lm').dataset.api.replace('/manager/loadmanagement/api', '')}/loadmanagement/meters/${id}/values`;
  const box = dialog(t('meter.token'), el('p', {}, t('meter.token.note')),
    el('pre', { class: 'code', tabindex: 0 }, `POST ${address}\nX-Meter-Token: ${token}\n\n{"current.L1": 12.3, "current.L2": 10, "current.L3": 9}`),
    el('div', { class: 'bar' }, button(t('understood'), () => box.close(), 'main')));
}

/** Asks the meter as the form describes it, and shows what it says. */
class ConnectionTest {
  constructor(fields, id) {
    this.fields = fields;
    this.id = id;
    this.result = el('div', { role: 'status' }, el('p', { class: 'muted' }, t('meter.test.none')));
    this.button = button(t('meter.test'), () => this.run());
    this.node = el('aside', { class: 'panel', 'aria-label': t('meter.test.title') },
      el('h3', {}, t('meter.test.title')), el('p', {}, t('meter.test.note')), el('div', { class: 'bar' }, this.button), this.result);
  }

  async run() {
    this.button.disabled = true;
    this.result.replaceChildren(el('p', { class: 'muted' }, t('meter.test.running')));
    try {
      const seen = await api.testMeter(this.fields.read(), this.id);
      mark(this.form, []);
      this.fields.isTested = seen.problem == null;
      this.result.replaceChildren(...(seen.problem == null ? values(seen) : [icon('Alarm', said(seen.problem))]));
    } catch (error) {
      const rest = mark(this.form, error.errors ?? []);
      this.result.replaceChildren(icon('Alarm', error.errors?.length > rest.length ? t('not.tested') : messageOf(error)));
    } finally {
      this.button.disabled = false;
    }
  }
}

const values = (seen) => [el('p', {}, icon('OK', t('meter.test.good'))),
  el('dl', { class: 'facts' }, el('div', {}, el('dt', {}, 'L1 L2 L3'), el('dd', {}, phases(seen.currentsMa), el('small', {}, t('meter.test.sign')))),
    el('div', {}, el('dt', {}, t('Power')), el('dd', {}, kilowatts(seen.powerW), el('small', {}, seen.at ? [age(seen.at), ` ${t('old')}`] : ''))))];
