// The guided start: one instruction at a time, by a line, a sound and a voice. The run holds where it stands; this only shows it.

import { t, number, clock, speaks } from '/words.js';
import { tap } from '/stream.js';
import { choices as wishes, keep } from '/choices.js';
import { chime } from '/cue.js';

const KM_PER_MILE = 1.609344;
const byId = (id) => document.getElementById(id);
const root = document.documentElement;

let turn;
let said;
let drawn;

function put(id, text) {
  const element = byId(id);
  if (element.textContent !== text) {
    element.textContent = text;
  }
  element.hidden = text === '';
}

function distance(metres) {
  const miles = wishes.units === 'mi';
  return `${number(metres / 1000 / (miles ? KM_PER_MILE : 1), miles ? 1 : 0)} ${t(miles ? 'unit.mi' : 'unit.km')}`;
}

function speed(kmh, places = 0) {
  const miles = wishes.units === 'mi';
  return `${number(miles ? kmh / KM_PER_MILE : kmh, miles ? 1 : places)} ${t(miles ? 'unit.mph' : 'unit.kmh')}`;
}

/** A choice as the run names it, in words. */
function choice(word) {
  const value = Number(word.slice(1));
  if (/^\d$/.test(word)) {
    return word;
  }
  if (/^t\d/.test(word)) {
    return t('guide.minutes', { count: String(value / 60) });
  }
  if (/^d\d/.test(word)) {
    return distance(value);
  }
  if (/^v\d/.test(word)) {
    return value === 0 ? t('guide.choice.unknown') : speed(value / 1000);
  }
  return t(`guide.choice.${word}`);
}

/** What the last run asked of this one. */
function aim(asked) {
  const hard = asked.aim === 'easier_fast' && asked.most_kmh === 0 ? '.hard' : '';
  return t(`aim.${asked.aim}${hard}`, { at: clock(asked.at_s), speed: speed(asked.most_kmh, 1) });
}

function plan(guide) {
  return guide.planned_s > 0 ? choice(`t${guide.planned_s}`) : guide.planned_m > 0 ? distance(guide.planned_m) : t('guide.choice.none');
}

function buttons(guide) {
  const box = byId('guide-choices');
  const key = `${guide.turn} ${document.documentElement.lang} ${wishes.units}`;
  if (drawn === key) {
    return;
  }
  drawn = key;
  const made = guide.choices.map((word, value) => {
    const button = document.createElement('button');
    button.type = 'button';
    button.id = `guide-${word}`;
    button.textContent = choice(word);
    button.addEventListener('click', () => tap(guide.turn, 'choose', value));
    return button;
  });
  if (guide.skippable && !guide.hands_free) {
    const button = document.createElement('button');
    button.type = 'button';
    button.id = 'guide-skip';
    button.className = 'quiet';
    button.textContent = t('guide.skip');
    button.addEventListener('click', () => tap(guide.turn, 'skip', 0));
    made.push(button);
  }
  if (!guide.hands_free && guide.at > 0) {
    const button = document.createElement('button');
    button.type = 'button';
    button.id = 'guide-end';
    button.className = 'quiet';
    button.textContent = t('control.end');
    button.addEventListener('click', () => byId('end').click());
    made.push(button);
  }
  box.replaceChildren(...made);
  box.dataset.count = String(guide.choices.length);
}

function say(line) {
  if (wishes.sounds) {
    chime();
  }
  if (wishes.voice && 'speechSynthesis' in window) {
    speechSynthesis.cancel();
    const words = new SpeechSynthesisUtterance(line);
    words.lang = speaks();
    speechSynthesis.speak(words);
  }
}

function seconds(step) {
  return step === 'baseline' || step === 'neutral';
}

/** Where the start is; undefined once it is over, or where there is none. */
export function show(now) {
  const guide = now?.guide;
  const on = guide !== undefined && now.stage !== 'after' && guide.step !== 'done' && (guide.step !== 'run' || guide.line === 'refit');
  root.dataset.guide = on ? guide.step : '';
  byId('guide').hidden = !on;
  if (guide?.unfelt && !wishes.tone) {
    keep('tone', true);
  }
  if (!on) {
    if (guide?.step === 'run' && said !== undefined) {
      said = undefined;
      say(t('guide.run'));
    }
    return;
  }
  const line = t(`guide.${guide.line}`);
  const byLastRun = guide.line === 'start' && guide.planned_by === 'last_run';
  const key = byLastRun ? 'guide.start.planned.more' : `guide.${guide.line}.more`;
  const text = MORE.has(key) ? t(key, { plan: plan(guide), speed: choice(`v${Math.round(guide.usual_kmh * 1000)}`) }) : '';
  const asked = guide.line === 'start' ? guide.aim : undefined;
  const more = asked === undefined ? text : asked.aim === 'ease_off' ? aim(asked) : `${text} ${aim(asked)}`;
  put('guide-line', line);
  put('guide-more', more);
  put('guide-progress', guide.at > 0 ? t('guide.progress', { at: guide.at, of: guide.of }) : '');
  const left = seconds(guide.step);
  put('guide-count', guide.count_of > 0 && !guide.refused ? (left ? clock(guide.count_of - guide.count) : t('guide.count', { count: guide.count, of: guide.count_of })) : '');
  byId('guide-bar').hidden = guide.count_of === 0 || guide.refused;
  byId('guide-bar').max = Math.max(1, guide.count_of);
  byId('guide-bar').value = guide.count;
  put('guide-note', guide.refused ? t('guide.refused') : guide.unfelt && guide.at > 0 ? t('guide.unfelt') : guide.step === 'baseline' ? t('guide.confidence', { percent: guide.confidence_pct }) : '');
  byId('guide').dataset.refused = String(guide.refused);
  buttons(guide);
  if (turn !== guide.turn) {
    turn = guide.turn;
    if (said !== guide.line) {
      said = guide.line;
      say(line);
    }
  }
}

/** Lines that have more to read. */
const MORE = new Set([
  'guide.note.more',
  'guide.start.more',
  'guide.start.planned.more',
  'guide.strap.more',
  'guide.stand.more',
  'guide.bend.more',
  'guide.drill.more',
  'guide.drill.slower.more',
  'guide.stop.more',
  'guide.check.more',
  'guide.check.stronger.more',
  'guide.walk.more',
  'guide.go.more',
  'guide.baseline.more',
  'guide.neutral.more',
  'guide.close.more',
  'guide.refit.more',
]);
