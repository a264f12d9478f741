// What the reader chose, as the page's address says it: ?theme=water,waste&grade=B&sort=date
import { MOST } from "../tray.js";

export const SORTS = {
  grade: "Evidence grade",
  date: "Newest first",
  effect: "Size of effect",
  similar: "Similar to my city",
};
export const VIEWS = { cards: "Cards", table: "Table", map: "Map" };
/** Cards that are shown at a time. */
export const STEP = 30;

const list = (text) => (text ?? "").split(",").filter(Boolean);
const known = (name, names, otherwise) => (Object.hasOwn(names, name ?? "") ? name : otherwise);

/** The state in an address; words it does not know are left out. */
export function read(search, facets, cases) {
  const query = new URLSearchParams(search);
  const ids = new Set(cases.map((one) => one.id));
  const chosen = {};
  for (const facet of facets) {
    chosen[facet.id] = list(query.get(facet.id)).filter((value) => Object.hasOwn(facet.values, value));
  }
  return {
    chosen,
    q: query.get("q") ?? "",
    sort: known(query.get("sort"), SORTS, "grade"),
    view: known(query.get("view"), VIEWS, "cards"),
    like: query.get("like") ?? "",
    compare: list(query.get("compare"))
      .filter((id) => ids.has(id))
      .slice(0, MOST),
    shown: Math.max(STEP, Number.parseInt(query.get("show"), 10) || STEP),
  };
}

/** The address of a state: only what differs from the beginning, commas left readable. */
export function write(state) {
  const parts = [];
  const add = (name, value) => parts.push(`${name}=${encodeURIComponent(value).replaceAll("%2C", ",")}`);
  for (const [facet, values] of Object.entries(state.chosen)) if (values.length) add(facet, values.join(","));
  if (state.q.trim()) add("q", state.q.trim());
  if (state.sort !== "grade") add("sort", state.sort);
  if (state.like) add("like", state.like);
  if (state.view !== "cards") add("view", state.view);
  if (state.shown > STEP) add("show", state.shown);
  if (state.compare.length) add("compare", state.compare.join(","));
  return parts.length ? `?${parts.join("&")}` : location.pathname;
}
