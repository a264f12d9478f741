// The state of a page in its own address, so that a result can be shared, kept and printed.
//
// What a reader says about a city or types stands behind the sign #: no browser sends that part to
// a host. Public things a reader chose, such as case studies to compare, stand in the query.

/** Values by name, as a query or the part behind # holds them; a plain #anchor holds none. */
const parsed = (text) => Object.fromEntries(new URLSearchParams(text.includes("=") ? text.slice(1) : ""));

/** Values as a line of names and values; empty ones are left out, commas stay readable. */
export function written(values) {
  return Object.entries(values)
    .filter(([, value]) => value)
    .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value).replaceAll("%2C", ",")}`)
    .join("&");
}

/** The words between commas, each once: "a,b,a" is a and b. */
export function listed(text = "") {
  const words = text.split(",").map((word) => word.trim());
  return [...new Set(words.filter(Boolean))];
}

/** What stands behind #: values by name. */
export const readAddress = () => parsed(location.hash);

/** Write values behind # (empty ones are left out) without a new entry in the history. */
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

/** What stands in the query: values by name. */
export const readQuery = () => parsed(location.search);

/** Write values into the query (empty ones are left out); what stands behind # stays. */
export function writeQuery(values) {
  const query = written(values);
  history.replaceState(null, "", `${location.pathname}${query ? `?${query}` : ""}${location.hash}`);
}

/** The ids under a name in the query, each once. */
export const readIds = (name = "ids") => listed(readQuery()[name]);
