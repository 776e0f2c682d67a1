// The catalogue of one language, fetched from the same machine, and how texts get on the page.

let texts = {};
let language = 'en';

/** Fills every element that names a text. */
function fill() {
  document.documentElement.lang = language;
  for (const element of document.querySelectorAll('[data-text]')) {
    element.textContent = t(element.dataset.text);
  }
  for (const element of document.querySelectorAll('[data-label]')) {
    element.setAttribute('aria-label', t(element.dataset.label));
  }
}

/** Loads a language and shows it; what was there stays when it cannot be had. */
export async function speak(wanted) {
  const answer = await fetch(`/texts/${wanted}.json`);
  if (!answer.ok) {
    throw new Error(`texts: ${answer.status}`);
  }
  texts = await answer.json();
  language = wanted;
  fill();
}

/** The language that is shown, as browsers name it. */
export function speaks() {
  return language;
}

/** A text with its places filled; the key itself where there is none, so that the gap shows. */
export function t(key, values = {}) {
  const text = texts[key] ?? key;
  return text.replace(/\{([a-z]+)\}/g, (place, name) => values[name] ?? place);
}

/** A number as this language writes it. */
export function number(value, decimals) {
  const text = value.toFixed(decimals).replace('-', '\u2212');
  return language === 'de' ? text.replace('.', ',') : text;
}

/** With its sign; what rounds to nothing has none. */
export function signed(value, decimals) {
  const rounded = Number(value.toFixed(decimals));
  return (rounded > 0 ? '+' : '') + number(rounded === 0 ? 0 : rounded, decimals);
}

/** Seconds as 1:02:03 or 2:03. */
export function clock(seconds) {
  const two = (n) => String(n).padStart(2, '0');
  const whole = Math.floor(seconds);
  const h = Math.floor(whole / 3600);
  const m = Math.floor(whole / 60) % 60;
  return h > 0 ? `${h}:${two(m)}:${two(whole % 60)}` : `${m}:${two(whole % 60)}`;
}
