// What one writes is kept in this browser alone, under one name that the privacy page tells.
const NAME = "scifi-case";

function all() {
  try {
    return JSON.parse(localStorage.getItem(NAME)) ?? {};
  } catch {
    return {}; // what is there was not written by this form, or nothing may be stored
  }
}

/** What was written for a case study; of a new one the id is empty. */
export const kept = (id) => all()[id];

/** Keep what is written, or forget it; true if the browser could. */
export function keep(id, written) {
  const { [id]: _before, ...others } = all();
  const now = written ? { ...others, [id]: written } : others;
  try {
    if (Object.keys(now).length) localStorage.setItem(NAME, JSON.stringify(now));
    else localStorage.removeItem(NAME);
    return true;
  } catch {
    return false;
  }
}
