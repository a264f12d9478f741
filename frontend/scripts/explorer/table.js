// Case studies as a table, and the same rows as CSV.

import { root } from "../data.js";
import { arrange, csv, h, save } from "../dom.js";
import { effectOf } from "../pure/choose.js";
import { address, grade, receipt, when } from "./cards.js";

const HEADS = ["Case study", "Grade", "Effect", "What became of it", "Place", "Services", "When", "Money"];

/** Rows that are there at once, and those that follow in each frame until all are. */
const FIRST = 30;
const CHUNK = 50;

const unknown = (text) => h("span", { class: "unknown" }, text);

function row(one, names, cities) {
  const effect = h("td");
  const made = h(
    "tr",
    { "data-case": one.id },
    h("th", { scope: "row" }, h("a", { href: address(one) }, one.title)),
    h("td", {}, grade(one.facets.grade[0])),
    effect,
    h("td", {}, names.status[one.facets.status[0]].toLowerCase()),
    h("td", {}, one.cities.map((id) => `${cities[id].title}, ${cities[id].country}`).join("; ")),
    h("td", {}, one.facets.theme.map((id) => names.theme[id].toLowerCase()).join(", ")),
    h("td", {}, when(one)),
    h("td", {}, one.money ? receipt(one.money.text, one.money) : unknown("not reported")),
  );
  return { made, effect, shown: undefined };
}

/** A table that keeps its rows, so that a change of filters only moves them. */
export function table(names, cities) {
  const rows = new Map();
  const body = h("tbody");
  const caption = h("caption");
  const element = h(
    "div",
    { class: "table-scroll", tabindex: 0, role: "region", "aria-label": "Case studies as a table" },
    h(
      "table",
      { class: "explorer-table" },
      caption,
      h("thead", {}, h("tr", {}, ...HEADS.map((t) => h("th", { scope: "col" }, t)))),
      body,
    ),
  );

  function rowOf(one, indicators) {
    if (!rows.has(one)) rows.set(one, row(one, names, cities));
    const held = rows.get(one);
    const effect = effectOf(one, indicators);
    if (held.shown !== effect) {
      held.effect.replaceChildren(
        ...(effect
          ? [receipt(effect.text, effect), h("small", {}, ` ${effect.what} (${effect.kind})`)]
          : [unknown("no change in per cent reported")]),
      );
      held.shown = effect;
    }
    return held.made;
  }
  let latest = 0;

  /** The rows from a place on, a few in each frame: a thousand at once would hold up the page. */
  function follow(cases, indicators, from, mine) {
    element.setAttribute("aria-busy", String(from < cases.length));
    if (from >= cases.length) return;
    requestAnimationFrame(() =>
      setTimeout(() => {
        if (mine !== latest) return;
        body.append(...cases.slice(from, from + CHUNK).map((one) => rowOf(one, indicators)));
        follow(cases, indicators, from + CHUNK, mine);
      }),
    );
  }

  return {
    element,
    /** Show all of these cases, in this order. */
    show(cases, { chosen }) {
      caption.textContent = `${cases.length} case ${cases.length === 1 ? "study" : "studies"}`;
      arrange(
        body,
        cases.slice(0, FIRST).map((one) => rowOf(one, chosen.indicator)),
      );
      latest += 1;
      follow(cases, chosen.indicator, FIRST, latest);
    },
  };
}

const COLUMNS = ["theme", "programme", "size", "pathway", "step", "obstacle", "indicator", "status", "money"];

/** Save cases as CSV, with every facet in words. */
export function saveTable(cases, facets, cities, indicators) {
  const titles = Object.fromEntries(facets.map((facet) => [facet.id, facet.title]));
  const values = Object.fromEntries(facets.map((facet) => [facet.id, facet.values]));
  const head = ["Id", "Case study", "Places", "Countries", "Evidence grade", "Start", "End"];
  head.push(...COLUMNS.map((id) => titles[id]), "Largest sum", "What the sum paid for", "Source of the sum");
  head.push("Effect", "Effect for the better in %", "What changed", "How it is known", "Source of the effect", "Page");
  // From a USB stick the full address would tell where the reader keeps their files.
  const base = location.protocol === "file:" ? "" : root;
  const rows = cases.map((one) => {
    const effect = effectOf(one, indicators);
    return [
      one.id,
      one.title,
      one.cities.map((id) => cities[id].title).join("; "),
      [...new Set(one.cities.map((id) => cities[id].country))].join("; "),
      one.facets.grade[0],
      one.start,
      one.end,
      ...COLUMNS.map((id) => one.facets[id].map((value) => values[id][value]).join("; ")),
      one.money?.text,
      one.money?.what,
      one.money?.url,
      effect?.text,
      effect?.change,
      effect?.what,
      effect?.kind,
      effect?.url,
      `${base}casestudies/${one.id}/`,
    ];
  });
  save("case-studies.csv", "text/csv", csv([head, ...rows]));
}
