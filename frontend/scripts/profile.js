// What the reader said about their city: kept in this browser only, under one key, until they
// forget it. The privacy page names the key.
const KEY = "scifi-profile";

/** Answers by question id, each a list of answer ids; {} if nothing is known. */
export function profile() {
  try {
    const kept = JSON.parse(localStorage.getItem(KEY) ?? "{}");
    const known = kept !== null && typeof kept === "object" && !Array.isArray(kept);
    return known ? Object.fromEntries(Object.entries(kept).filter(([, ids]) => Array.isArray(ids) && ids.length)) : {};
  } catch {
    return {};
  }
}

/** Keep answers; false if this browser does not let us. */
export function keepProfile(answers) {
  try {
    if (Object.values(answers).some((ids) => ids.length)) {
      localStorage.setItem(KEY, JSON.stringify(answers));
    } else localStorage.removeItem(KEY);
    return true;
  } catch {
    return false;
  }
}

/** Forget the city. */
export function forgetProfile() {
  keepProfile({});
}
