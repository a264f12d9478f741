// The state of a tool in its own address, so that a result can be shared, kept and printed. It
// stands behind the sign #: no browser sends that part to a host.

/** What the address says: values by name; a plain #anchor says nothing. */
export function readAddress() {
  return location.hash.includes("=") ? Object.fromEntries(new URLSearchParams(location.hash.slice(1))) : {};
}

/** Values as a line of names and values; empty ones are left out, commas stay readable. */
export function written(values) {
  return Object.entries(values)
    .filter(([, value]) => value)
    .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value).replaceAll("%2C", ",")}`)
    .join("&");
}

/** Write values (empty ones are left out) without a new entry in the history. */
export function writeAddress(values) {
  const state = written(values);
  if (!state && !location.hash.includes("=")) return;
  history.replaceState(null, "", state ? `#${state}` : location.pathname + location.search);
}

/** Call when the address says something else, as after Back; a jump to an #anchor says nothing. */
export function onAddress(restore) {
  window.addEventListener("hashchange", () => {
    if (!location.hash || location.hash.includes("=")) restore();
  });
}
