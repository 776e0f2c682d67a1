// A cue on this screen: a shape that fills it for a moment, a tone, or both.

import { t } from '/words.js';

/** Long enough to be seen from the corner of an eye; cues are a minute apart, so nothing ever flashes. */
const SHOWN_MS = 3000;

let audio;
let hideAt;

/** Browsers give sound only after a touch of the page; to be called by one. */
export function allowSound() {
  audio ??= new AudioContext();
  audio.resume();
}

/** Soft notes, one after another, unless no touch has allowed sound yet. */
function notes(pitchesHz, everyS, loud) {
  if (audio === undefined || audio.state !== 'running') {
    return;
  }
  pitchesHz.forEach((hz, i) => {
    const from = audio.currentTime + i * everyS;
    const gain = audio.createGain();
    gain.gain.setValueAtTime(0, from);
    gain.gain.linearRampToValueAtTime(loud, from + 0.03);
    gain.gain.exponentialRampToValueAtTime(0.001, from + 0.45);
    const note = audio.createOscillator();
    note.type = 'triangle';
    note.frequency.value = hz;
    note.connect(gain).connect(audio.destination);
    note.start(from);
    note.stop(from + 0.5);
  });
}

/** Two, the second higher: up and long. */
function tone() {
  notes([523.25, 659.25], 0.22, 0.5);
}

/** One: the guided start goes on. No cue sounds like it. */
export function chime() {
  notes([392], 0, 0.35);
}

function shape() {
  const box = document.getElementById('cue');
  document.getElementById('cue-word').textContent = t('cue.word');
  document.getElementById('cue-text').textContent = t('cue.text');
  box.hidden = false;
  clearTimeout(hideAt);
  hideAt = setTimeout(() => {
    box.hidden = true;
  }, SHOWN_MS);
}

/** Gives a cue in the ways asked for. */
export function give(ways) {
  if (ways.shape) {
    shape();
  }
  if (ways.tone) {
    tone();
  }
}
