// What this browser remembers of its owner's wishes. Nothing of it is sent anywhere.

const KEY = 'holdline';
const LANGUAGES = ['en', 'de'];

function firstLanguage() {
  const spoken = navigator.languages.map((tag) => tag.slice(0, 2).toLowerCase());
  return spoken.find((tag) => LANGUAGES.includes(tag)) ?? 'en';
}

/** Defaults, and what was chosen before; a store that is refused or garbled is as good as none. */
function read() {
  const units = navigator.language === 'en-US' || navigator.language === 'en-GB' ? 'mi' : 'km';
  const defaults = { language: firstLanguage(), units, hand: 'right', shape: true, tone: false, sounds: true, voice: false };
  try {
    return { ...defaults, ...JSON.parse(localStorage.getItem(KEY) ?? '{}') };
  } catch {
    return defaults;
  }
}

export const choices = read();

if (!LANGUAGES.includes(choices.language)) {
  choices.language = firstLanguage();
}

/** Remembers a wish. */
export function keep(name, value) {
  choices[name] = value;
  for (const input of document.getElementsByName(name)) {
    input.checked = input.type === 'checkbox' ? value : input.value === value;
  }
  try {
    localStorage.setItem(KEY, JSON.stringify(choices));
  } catch {
    // It then holds until this page is closed.
  }
}

/** Connects the form; changed(name) after each change. */
export function connect(form, changed) {
  for (const input of form.querySelectorAll('input')) {
    const { name, type, value } = input;
    input.checked = type === 'checkbox' ? choices[name] : choices[name] === value;
    input.addEventListener('change', () => {
      keep(name, type === 'checkbox' ? input.checked : value);
      changed(name);
    });
  }
}
