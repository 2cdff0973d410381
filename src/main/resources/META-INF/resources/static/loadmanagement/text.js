// SteVe Load Management, GPL-3.0-or-later
const root = document.getElementById('lm');
const bundle = (await import(`./lang/${root.lang === 'de' ? 'de' : 'en'}.js`)).default;

/** Takes in the words of some pages more; they are loaded only where they are needed. */
export async function learn(pages) {
  Object.assign(bundle, (await import(`./lang/${root.lang === 'de' ? 'de' : 'en'}-${pages}.js`)).default);
}

export const locale = root.dataset.locale || root.lang;

/** The text of that key; `{0}` stands for the first value. A key without a text is seen at once. */
export function t(key, ...values) {
  const text = bundle[key];
  return text === undefined ? `[${key}]` : text.replace(/\{(\d)\}/g, (_, index) => values[index]);
}

/** One thing or several. */
export const many = (key, count) => t(count === 1 ? `${key}.one` : key, count);

const one = new Intl.NumberFormat(locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
const times = new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit' });
const seconds = new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit', second: '2-digit' });
const dates = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', year: 'numeric' });
const full = new Intl.DateTimeFormat(locale, {
  day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit', second: '2-digit', timeZoneName: 'short',
});

export const zoneName = zone;
export const number = (value) => one.format(value);
export const tenth = (thousandths) => one.format(thousandths / 1000);
export const percent = (share) => new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 }).format(share);
export const clock = (instant) => seconds.format(new Date(instant));
export const minute = (instant) => times.format(new Date(instant));
export const day = (instant) => dates.format(new Date(instant));
export const moment = (instant) => full.format(new Date(instant));

/** Today only the time, else the day too. */
export function when(instant) {
  const isToday = new Date(instant).toDateString() === new Date().toDateString();
  return isToday ? clock(instant) : `${day(instant)} ${minute(instant)}`;
}

/** How long that is, in the largest two units. */
export function duration(secondsLong) {
  const whole = Math.max(0, Math.round(secondsLong));
  if (whole < 60) {
    return t('time.s', whole);
  }
  const minutes = Math.floor(whole / 60);
  if (minutes < 60) {
    return t('time.min', minutes);
  }
  const hours = Math.floor(minutes / 60);
  return hours < 48 ? t('time.h', hours, minutes % 60) : t('time.d', Math.floor(hours / 24));
}

/** Sentences of the server name times in UTC; operators read their own. */
export function localTimes(text) {
  return text.replace(/\b(\d\d):(\d\d) UTC\b/g, (_, hours, minutes) => {
    const at = new Date();
    at.setUTCHours(Number(hours), Number(minutes), 0, 0);
    return times.format(at);
  });
}

/** What a datetime-local field wants. */
export function localInput(date) {
  const local = new Date(date.getTime() - date.getTimezoneOffset() * 60000);
  return local.toISOString().slice(0, 16);
}
