// A question while running: three words. Before one of every two answers the clip is hidden, and for five seconds after it.

import { t } from '/words.js';
import { tap } from '/stream.js';

const byId = (id) => document.getElementById(id);
const root = document.documentElement;

let drawn;

/** What is asked, answered and seen; undefined without check-ins. */
export function show(checkin) {
  const state = checkin?.state ?? 'quiet';
  root.dataset.hides = String(checkin?.hides_clip === true);
  byId('checkin').hidden = state === 'quiet';
  if (state === 'quiet') {
    return;
  }
  const key = `${checkin.turn} ${state} ${root.lang}`;
  if (drawn === key) {
    return;
  }
  drawn = key;
  byId('checkin-ask').textContent = t(state === 'asked' ? 'checkin.ask' : state === 'hidden' ? 'checkin.wait' : 'checkin.seen');
  const box = byId('checkin-words');
  if (state === 'asked') {
    box.replaceChildren(...checkin.words.map((word, value) => {
      const button = document.createElement('button');
      button.type = 'button';
      button.id = `feel-${value}`;
      button.textContent = t(word);
      button.addEventListener('click', () => tap(checkin.turn, 'feel', value));
      return button;
    }));
  } else {
    const words = document.createElement('p');
    const said = `${t('checkin.said')} ${t(checkin.words[checkin.said])}`;
    words.textContent = state === 'shown' ? `${t(checkin.words[checkin.seen])} (${said})` : said;
    box.replaceChildren(words);
  }
}

/** How well it was felt, in words; empty where nothing was asked. */
export function closing(checkin) {
  if (checkin === undefined || checkin.answers === 0) {
    return '';
  }
  const felt = t('checkin.awareness', { agreed: checkin.agreed, answers: checkin.answers });
  return checkin.kappa === undefined ? felt : `${felt}. ${t('checkin.kappa', { kappa: checkin.kappa, half: checkin.kappa_half_width })}`;
}
