// The state of a tool in its own address, so that a result can be shared, kept and printed.

/** What the address says: values by name. */
export function readAddress() {
  return Object.fromEntries(new URLSearchParams(location.search));
}

/** Write values (empty ones are left out) without a new entry in the history. */
export function writeAddress(values) {
  const query = Object.entries(values)
    .filter(([, value]) => value)
    .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value).replaceAll("%2C", ",")}`)
    .join("&");
  try {
    history.replaceState(null, "", `${location.pathname}${query ? `?${query}` : ""}${location.hash}`);
  } catch {
    // Some browsers do not let a page from a USB stick change its address; all else works.
  }
}
