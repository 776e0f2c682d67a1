// The page: what the run says, shown. All that is known comes from the run, so that a reload loses nothing.

import { speak, t, number, signed, clock } from '/words.js';
import { choices, connect as connectChoices } from '/choices.js';
import { enter, listen, trace } from '/stream.js';
import { gauge } from '/gauge.js';
import { chart } from '/chart.js';
import { allowSound, give } from '/cue.js';
import { show as showGuide } from '/guide.js';
import { show as showCheckIn } from '/checkin.js';
import { show as showAfter, connect as connectAfter } from '/after.js';
import { connect as connectControls, show as showControls, respeak } from '/controls.js';

const KM_PER_MILE = 1.609344;

const byId = (id) => document.getElementById(id);
const root = document.documentElement;

let now;
let lostWhy;
let pointsSeen = 0;
let marksSeen = 0;
let cuesSeen = 0;

const showGauge = gauge(byId('gauge'));
const showChart = chart(byId('plot'), byId('plot-empty'));

/** Texts change only when they do: a reader of the page aloud repeats what is written anew. */
function put(id, text) {
  const element = byId(id);
  if (element.textContent !== text) {
    element.textContent = text;
  }
}

function showState() {
  let state = now?.state ?? 'not_watching';
  let why = now === undefined ? '' : t(`why.${now.why}`);
  if (state === 'watching') {
    why = '';
  }
  if (now?.stage === 'before' || now?.why === 'phase') {
    why = now.why === 'standing' || now.why === 'phase' ? t(`phase.${now.phase}`) : why;
  }
  if (now?.why === 'neutral' && now.stage === 'during') {
    why = now.phase === 'run' ? why : t(`phase.${now.phase}`);
  }
  if (now?.stage === 'after') {
    state = 'ended';
    why = t(now.replayed ? 'why.replayed' : 'why.ended');
  } else if (lostWhy !== undefined) {
    state = 'lost';
    why = t(now?.replayed && lostWhy === 'lost.text' ? 'lost.replayed' : lostWhy);
  }
  root.dataset.state = state;
  root.dataset.stage = now?.stage ?? 'before';
  put('word', t(`state.${state}`));
  put('why', why);
}

function showPosture() {
  const live = lostWhy === undefined ? now : undefined;
  const deviation = live?.mean_deviation_deg;
  const threshold = now?.threshold_deg;
  const metric = now?.metric ?? 'lumbar_arch';
  const shown = deviation !== undefined;
  const beyond = shown && threshold !== undefined && Math.abs(deviation) > threshold;
  put('metric', t(`metric.${metric}`));
  put('value', shown ? `${signed(deviation, 1)}\u00b0` : '\u2013');
  put('within-text', t(!shown ? 'gauge.none' : !beyond ? 'gauge.within' : deviation > 0 ? 'gauge.beyond' : 'gauge.opposite'));
  byId('number').dataset.where = !shown ? 'none' : beyond ? 'out' : 'in';
  const band = threshold === undefined ? '' : number(threshold, 1);
  showGauge(deviation, threshold, {
    less: t(`metric.${metric}.less`),
    more: t(`metric.${metric}.more`),
    band: threshold === undefined ? '' : t('gauge.band', { band }),
    label: shown ? t('gauge.label', { metric: t(`metric.${metric}`), value: signed(deviation, 1), band }) : t('gauge.none'),
  });
}

function showFigures() {
  put('cadence', now.cadence_spm === undefined ? '\u2013' : number(now.cadence_spm, 0));
  put('cues', String(now.cues));
  put('marks', String(now.marks));
  put('time', clock(now.elapsed_s));
  const planned = now.planned_s > 0 ? clock(now.planned_s) : now.planned_m > 0 ? gone() + distance(now.planned_m) : '';
  put('planned', planned === '' ? '' : t('figure.planned', { planned }));
  const speed = now.speed_kmh;
  byId('speed-box').hidden = speed === undefined;
  byId('distance-box').hidden = speed === undefined;
  if (speed !== undefined) {
    const miles = choices.units === 'mi';
    put('speed', number(miles ? speed / KM_PER_MILE : speed, 1));
    put('speed-unit', t(miles ? 'unit.mph' : 'unit.kmh'));
    put('distance', number(now.distance_m / 1000 / (miles ? KM_PER_MILE : 1), 2));
    put('distance-unit', t(miles ? 'unit.mi' : 'unit.km'));
  }
}

function distance(metres) {
  const miles = choices.units === 'mi';
  return `${number(metres / 1000 / (miles ? KM_PER_MILE : 1), 1)} ${t(miles ? 'unit.mi' : 'unit.km')}`;
}

/** What has been gone of a planned distance, where the belt's speed is known. */
function gone() {
  return now.distance_m === undefined ? '' : `${distance(now.distance_m)} / `;
}

function linkText(away) {
  const gaps = now.missing_samples > 0;
  if (now.replayed) {
    return t(gaps ? 'link.replayed_gaps' : 'link.replayed', { gaps: now.gaps });
  }
  return t(away ? 'link.away' : gaps ? 'link.gaps' : 'link.ok', { gaps: now.gaps });
}

function showLink() {
  const away = !now.replayed && (now.parts.some((part) => !part.delivers) || now.why === 'no_signal');
  byId('link').dataset.away = String(away);
  put('link-text', linkText(away));
  const percent = now.battery_pct;
  byId('battery').hidden = percent === undefined;
  if (percent !== undefined) {
    put('battery-text', t('battery.text', { percent }));
    byId('charge').setAttribute('width', String((12 * percent) / 100));
  }
}

/** A recording is told as one wherever anything of it is shown, over a cue too. */
function showOrigin() {
  byId('simulated').hidden = !now.simulated;
  for (const id of ['replayed', 'cue-replayed']) {
    byId(id).hidden = !now.replayed;
  }
  root.toggleAttribute('data-paused', now.paused === true);
  if (now.replayed) {
    const text = t(now.paused ? 'app.paused' : 'app.replayed', { source: now.source });
    put('replayed', text);
    put('cue-replayed', now.simulated ? `${text} \u00b7 ${t('app.simulated')}` : text);
  }
}

/** What the last run asked for at this moment. */
function showReminder() {
  const asked = now.reminder?.aim;
  put('reminder', asked === undefined ? '' : t(`reminder.${asked}`));
  byId('reminder').hidden = asked === undefined;
}

function showWays() {
  const channels = now?.channels ?? [];
  byId('shape-choice').hidden = !channels.includes('shape');
  byId('voice-choice').hidden = !('speechSynthesis' in window);
  byId('tone-choice').hidden = !channels.includes('tone');
  put('motor-note', t(channels.includes('motor') ? 'choices.motor' : 'choices.nomotor'));
}

function show() {
  root.dataset.hand = choices.hand;
  showState();
  showPosture();
  if (now !== undefined) {
    showOrigin();
    showFigures();
    showLink();
    showAfter(now);
    showReminder();
    showWays();
    showControls(now);
    showGuide(now);
    showCheckIn(now.checkin);
  }
}

/** One more point if that is all that is new, else everything. */
async function showTrace() {
  const next = now.points_total === pointsSeen + 1 && now.marks === marksSeen && now.cues === cuesSeen;
  if (next) {
    pointsSeen = now.points_total;
    await showChart.add(now.point);
  } else if (now.points_total !== pointsSeen || now.marks !== marksSeen || now.cues !== cuesSeen) {
    [pointsSeen, marksSeen, cuesSeen] = [now.points_total, now.marks, now.cues];
    const whole = await trace();
    if (whole !== null) {
      pointsSeen = whole.points_total;
      await showChart.whole(whole);
    }
  }
}

function ways() {
  const channels = now?.channels ?? [];
  return { shape: choices.shape && channels.includes('shape'), tone: choices.tone && channels.includes('tone') };
}

function changed(name) {
  if (name === 'language') {
    speak(choices.language).then(() => {
      respeak();
      show();
    });
  }
  show();
}

async function begin() {
  connectControls();
  connectAfter();
  connectChoices(byId('choices'), changed);
  byId('choices-open').addEventListener('click', () => byId('choices').showModal());
  byId('try').addEventListener('click', () => {
    byId('choices').close();
    give(ways());
  });
  document.addEventListener('pointerdown', allowSound);
  const refused = await Promise.all([enter().catch(() => false), speak(choices.language)]).then(([no]) => no);
  if (refused) {
    lostWhy = 'lost.token';
  }
  show();
  listen({
    heard(message) {
      now = message;
      lostWhy = undefined;
      show();
      showTrace();
    },
    cue() {
      give(ways());
    },
    opened() {
      pointsSeen = -1;
    },
    lost(reason) {
      lostWhy = reason;
      show();
    },
  });
}

begin();
