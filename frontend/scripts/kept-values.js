// What is typed into the blanks of the contract and of other papers: kept in this browser alone, under one name that
// the privacy page tells, until it is forgotten.
import { _ } from "./language.js";

const NAME = "scifi-contract";

/** The blank for the name of one's own city; other papers fill it in too. */
export const cityName = () => _("name of the city");

/** What was typed, by the name of the blank. */
export function values() {
  try {
    const kept = Object.entries(JSON.parse(localStorage.getItem(NAME)) ?? {});
    return Object.fromEntries(kept.filter(([, value]) => typeof value === "string"));
  } catch {
    return {}; // what is there was not written by this page, or nothing may be stored
  }
}

/** Keep what was typed; without anything, forget it. */
export function keepValues(typed) {
  try {
    if (Object.values(typed).some(Boolean)) localStorage.setItem(NAME, JSON.stringify(typed));
    else localStorage.removeItem(NAME);
  } catch {
    // A browser that keeps nothing: what is typed lasts as long as the page.
  }
}
