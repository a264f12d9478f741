// What the reader chose, as the page's address says it: ?theme=water,waste&grade=B&sort=date
import { listed, readQuery, written } from "../address.js";
import { _ } from "../language.js";
import { MOST } from "../tray.js";

export const SORTS = {
  fit: _("Best match"),
  grade: _("Evidence grade"),
  date: _("Newest first"),
  effect: _("Size of effect"),
  similar: _("Similar to my city"),
};
export const VIEWS = { cards: _("Cards"), table: _("Table"), map: _("Map") };
/** Cards that are shown at a time. */
export const STEP = 30;

const known = (name, names, otherwise) => (Object.hasOwn(names, name ?? "") ? name : otherwise);

/** The state in the address; words it does not know are left out. */
export function read(facets, cases) {
  const { q = "", sort, view, like = "", compare, show, ...query } = readQuery();
  const ids = new Set(cases.map(({ id }) => id));
  const valuesOf = ({ id, values }) => listed(query[id]).filter((value) => Object.hasOwn(values, value));
  return {
    chosen: Object.fromEntries(facets.map((facet) => [facet.id, valuesOf(facet)])),
    q,
    sort: known(sort, SORTS, ""),
    view: known(view, VIEWS, "cards"),
    like,
    compare: listed(compare)
      .filter((id) => ids.has(id))
      .slice(0, MOST),
    shown: Math.max(STEP, Number.parseInt(show, 10) || STEP),
  };
}

/** The order of the cases: the one chosen; else how well they fit the words, or the grade. */
export function sortOf({ sort, q }) {
  const searched = q.trim() !== "";
  if (sort && (searched || sort !== "fit")) return sort;
  return searched ? "fit" : "grade";
}

/** The address of a state: only what differs from the beginning. */
export function addressOf({ chosen, q, sort, view, like, compare, shown }) {
  const query = written({
    ...Object.fromEntries(Object.entries(chosen).map(([facet, values]) => [facet, values.join(",")])),
    q: q.trim(),
    sort: sort === sortOf({ sort: "", q }) ? "" : sort,
    like,
    view: view === "cards" ? "" : view,
    show: shown > STEP ? String(shown) : "",
    compare: compare.join(","),
  });
  return query ? `?${query}` : location.pathname;
}
