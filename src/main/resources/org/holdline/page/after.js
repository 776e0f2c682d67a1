// The run is over: how it went, the report, and two questions that nobody has to answer.

import { t, clock } from '/words.js';
import { act, say } from '/stream.js';
import { choices } from '/choices.js';
import { closing } from '/checkin.js';

const MOST = 10;
const TEXTS = { effort: ['after.effort', 'after.effort.ends'], discomfort: ['after.discomfort', 'after.discomfort.ends'] };
const byId = (id) => document.getElementById(id);

let drawn;

function put(id, text) {
  const element = byId(id);
  if (element.textContent !== text) {
    element.textContent = text;
  }
}

/** A row of figures from 0 to 10; the one that was said is marked by its shape and aloud. */
function row(what, said) {
  const set = document.createElement('fieldset');
  const legend = document.createElement('legend');
  legend.textContent = t(TEXTS[what][0]);
  set.append(legend);
  for (let value = 0; value <= MOST; value++) {
    const button = document.createElement('button');
    button.type = 'button';
    button.id = `said-${what}-${value}`;
    button.textContent = String(value);
    button.setAttribute('aria-pressed', String(said === value));
    button.addEventListener('click', async () => {
      const kept = await say(what, value);
      put('after-kept', t(kept ? 'after.kept' : 'control.failed'));
    });
    set.append(button);
  }
  const ends = document.createElement('p');
  ends.textContent = t(TEXTS[what][1]);
  set.append(ends);
  return set;
}

function offers(after) {
  byId('after-more').hidden = after === undefined;
  byId('after-stored').hidden = after !== undefined;
  if (after === undefined) {
    return;
  }
  const query = new URLSearchParams({ language: choices.language, units: choices.units });
  byId('after-report').href = `/report?${query}`;
  put('after-until', t('after.until', { time: clock(after.closes_in_s) }));
  const key = `${document.documentElement.lang} ${JSON.stringify(after.said)} ${after.asks}`;
  if (drawn !== key) {
    drawn = key;
    const focused = document.activeElement?.id;
    byId('after-asks').replaceChildren(...after.asks.map((what) => row(what, after.said[what])));
    byId('after-asks-why').hidden = after.asks.length === 0;
    if (focused) {
      byId(focused)?.focus();
    }
  }
}

/** Shows what the run came to; hidden before its end. */
export function show(now) {
  const { summary } = now;
  byId('after').hidden = summary === undefined;
  if (summary !== undefined) {
    const { judged_steps: judged, over_steps: over } = summary;
    put('after-time', clock(summary.duration_s));
    put('after-cues', String(summary.cues));
    put('after-within', judged === 0 ? '\u2013' : `${Math.round(100 - (100 * over) / judged)} %`);
    put('after-felt', closing(now.checkin));
    put('after-pattern', t(summary.fault ? 'after.fault' : `pattern.${summary.pattern}${summary.without_neutral_run ? '.neutral' : ''}`));
    offers(now.after);
  }
}

/** Connects the button. */
export function connect() {
  byId('after-done').addEventListener('click', () => act('done'));
}
