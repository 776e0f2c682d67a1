// The three things a runner can do: mute, mark discomfort, end, which asks again. Who watches a recording can pause and end it.

import { t } from '/words.js';
import { act } from '/stream.js';

const SAID_MS = 2000;
const ADVISED_MS = 6000;
const ASKED_MS = 10000;

const byId = (id) => document.getElementById(id);

let muted = false;
let replayed = false;
let paused = false;
let saying;
let advising;

function say(text) {
  clearTimeout(saying);
  byId('mark-text').textContent = text;
  saying = setTimeout(words, SAID_MS);
}

/** What to do about it stands beside the figures for a while: a button that grew would push the others away under a finger. */
function sayMarked() {
  say(t('control.marked'));
  clearTimeout(advising);
  byId('marked').textContent = t('control.marked.more');
  byId('marked').hidden = false;
  advising = setTimeout(() => {
    byId('marked').hidden = true;
  }, ADVISED_MS);
}

/** Of who watches a recording. */
async function watch(word) {
  if (!(await act(word))) {
    byId('pause-text').textContent = t('control.failed');
    setTimeout(words, SAID_MS);
  }
}

/** Texts anew, after a change of state or language. */
function words() {
  byId('mute-text').textContent = t(muted ? 'control.unmute' : 'control.mute');
  byId('mark-text').textContent = t('control.mark');
  byId('pause-text').textContent = t(paused ? 'control.resume' : 'control.pause');
}

/** What the run says of itself. */
export function show(now) {
  const changed = now.muted !== muted || (now.paused === true) !== paused;
  muted = now.muted;
  replayed = now.replayed === true;
  paused = now.paused === true;
  byId('mute').hidden = replayed;
  byId('mark').hidden = replayed;
  byId('pause').hidden = !replayed;
  byId('mute').setAttribute('aria-pressed', String(muted));
  if (changed || byId('mute-text').textContent === '') {
    words();
  }
}

/** The language has changed. */
export function respeak() {
  words();
}

/** Connects the buttons. */
export function connect() {
  const ask = byId('ask');
  let closing;
  byId('mute').addEventListener('click', async () => {
    if (!(await act(muted ? 'unmute' : 'mute'))) {
      byId('mute-text').textContent = t('control.failed');
      setTimeout(words, SAID_MS);
    }
  });
  byId('mark').addEventListener('click', async () => {
    if (await act('mark')) {
      sayMarked();
    } else {
      say(t('control.failed'));
    }
  });
  byId('pause').addEventListener('click', () => watch(paused ? 'resume' : 'pause'));
  byId('end').addEventListener('click', () => {
    if (replayed) {
      watch('end');
      return;
    }
    ask.showModal();
    byId('no').focus();
    clearTimeout(closing);
    closing = setTimeout(() => ask.close(), ASKED_MS);
  });
  byId('no').addEventListener('click', () => ask.close());
  byId('yes').addEventListener('click', async () => {
    if (await act('end')) {
      ask.close();
    } else {
      byId('ask-text').textContent = t('control.failed');
    }
  });
  ask.addEventListener('close', () => {
    clearTimeout(closing);
    byId('ask-text').textContent = t('control.ask');
  });
}
