// Ids of chosen things in the address, so that a choice can be shared, kept and reloaded.
import { written } from "./address.js";

/** The ids under a name in the address, each once. */
export function idsInAddress(name = "ids") {
  const given = new URLSearchParams(location.search).get(name) ?? "";
  return [
    ...new Set(
      given
        .split(",")
        .map((id) => id.trim())
        .filter(Boolean),
    ),
  ];
}

/** Write values into the address; an empty one is taken out. */
export function writeAddress(values) {
  const query = written(values);
  history.replaceState(null, "", `${location.pathname}${query ? `?${query}` : ""}${location.hash}`);
}
