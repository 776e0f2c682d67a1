// The connection to the run: messages as they come, and whether it is there. It comes back by itself.

/** The server says something at least every two seconds. */
const SILENCE_MS = 6000;
const AGAIN_MS = 3000;

/** A cue that was longer on its way than this is counted and not given. */
const LATE_MS = 1500;

/**
 * Hands in the token of the link's fragment, and takes it out of the address bar and the history.
 * Answers whether there was one that the run refused.
 */
export async function enter() {
  const token = location.hash.slice(1);
  if (token === '') {
    return false;
  }
  history.replaceState(null, '', location.pathname);
  const answer = await fetch('/enter', { method: 'POST', body: token });
  return answer.status === 403;
}

/** Asks the run for one of its acts; false when it did not arrive. */
export async function act(word) {
  try {
    return (await fetch(`/act/${word}`, { method: 'POST' })).ok;
  } catch {
    return false;
  }
}

/** A choice, a skip or an answer for the state of that turn; false when it did not arrive. */
export async function tap(turn, word, value) {
  try {
    return (await fetch('/act/tap', { method: 'POST', body: `${turn} ${word} ${value}` })).ok;
  } catch {
    return false;
  }
}

/** What the runner says of a run that is over, 0 to 10; false when it was not kept. */
export async function say(what, value) {
  try {
    return (await fetch('/act/said', { method: 'POST', body: `${what} ${value}` })).ok;
  } catch {
    return false;
  }
}

/** The last ten minutes, or null. */
export async function trace() {
  try {
    const answer = await fetch('/trace');
    return answer.ok ? await answer.json() : null;
  } catch {
    return null;
  }
}

/**
 * Listens for ever.
 *
 * heard(now) for each state, cue(cue) for each cue that is in time, opened() after each connection,
 * lost(reason) with the key of a text when there is none.
 */
export function listen({ heard, cue, opened, lost }) {
  let source;
  let lastMs = performance.now();
  let earliestMs = Infinity;
  let isOpen = false;

  function delayMs(id) {
    const ownMs = performance.now() - Number(id);
    earliestMs = Math.min(earliestMs, ownMs);
    return ownMs - earliestMs;
  }

  async function why() {
    try {
      const answer = await fetch('/now');
      return answer.status === 401 ? 'lost.token' : answer.ok ? 'lost.full' : 'lost.text';
    } catch {
      return 'lost.text';
    }
  }

  function connect() {
    earliestMs = Infinity;
    source = new EventSource('/events');
    source.addEventListener('open', () => {
      lastMs = performance.now();
      isOpen = true;
      opened();
    });
    source.addEventListener('now', (message) => {
      lastMs = performance.now();
      delayMs(message.lastEventId);
      heard(JSON.parse(message.data));
    });
    source.addEventListener('cue', (message) => {
      lastMs = performance.now();
      if (delayMs(message.lastEventId) <= LATE_MS) {
        cue(JSON.parse(message.data));
      }
    });
    source.addEventListener('error', async () => {
      isOpen = false;
      const gone = source.readyState === EventSource.CLOSED;
      lost(gone ? await why() : 'lost.text');
      if (gone) {
        setTimeout(connect, AGAIN_MS);
      }
    });
  }

  connect();
  setInterval(() => {
    if (isOpen && performance.now() - lastMs > SILENCE_MS) {
      isOpen = false;
      lost('lost.text');
      source.close();
      connect();
    }
  }, 1000);
}
