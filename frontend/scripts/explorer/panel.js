// The facets with their counts, and the chips of what was chosen.
import { h } from "../dom.js";

/** Values of a facet that are shown before one asks for all. */
const FEW = 8;
const OPEN_AT_FIRST = ["theme", "grade"];

function option(facet, value, title, change) {
  const count = h("span", { class: "facet-count" });
  const box = h("input", {
    type: "checkbox",
    name: facet.id,
    value,
    onchange: () => change(facet.id, value, box.checked),
  });
  const label = h("label", { class: "facet-value" }, box, h("span", { class: "facet-name" }, title), " ", count);
  const unit = h("span", { class: "sr" });
  let last;
  function update(number, checked) {
    box.checked = checked;
    if (last === number) return;
    last = number;
    unit.textContent = number === 1 ? " case study" : " case studies";
    count.replaceChildren(String(number), unit);
    label.classList.toggle("facet-zero", number === 0);
  }
  return { label, box, update };
}

function group(facet, change) {
  const options = Object.entries(facet.values).map(([value, title]) => [value, option(facet, value, title, change)]);
  const chosen = h("span", { class: "facet-chosen" });
  const box = h("details", { class: "facet", "data-facet": facet.id, open: OPEN_AT_FIRST.includes(facet.id) });
  const short = facet.ordered || options.length <= FEW + 2;
  let all = short;
  const more = h("button", { type: "button", class: "facet-more", hidden: short, onclick: () => toggle() });

  function trim() {
    options.forEach(([, one], place) => {
      one.label.hidden = !all && place >= FEW && !one.box.checked;
    });
    more.textContent = all ? "Show fewer" : `Show all ${options.length}`;
    more.setAttribute("aria-expanded", String(all));
  }
  function toggle() {
    all = !all;
    trim();
    if (all) options[FEW][1].box.focus();
  }
  box.append(
    h("summary", {}, facet.title, " ", chosen),
    h("fieldset", {}, h("legend", { class: "sr" }, facet.title), ...options.map(([, one]) => one.label), more),
  );
  trim();

  function update(counts, values) {
    for (const [value, one] of options) one.update(counts[value] ?? 0, values.includes(value));
    chosen.textContent = values.length ? `(${values.length} chosen)` : "";
    trim();
  }
  return { box, update };
}

/** The panel of all facets; `change(facet, value, on)` is called when a value is ticked or not. */
export function panel(facets, change) {
  const groups = facets.map((facet) => [facet.id, group(facet, change)]);
  const number = h("span");
  const element = h(
    "details",
    { class: "explorer-filters" },
    h("summary", {}, "Filters ", number),
    h("div", { class: "facets" }, ...groups.map(([, one]) => one.box)),
  );
  // At a desk the filters stand beside the cases; on a phone they open when asked for.
  const wide = matchMedia("(min-width: 62rem)");
  const fit = () => (element.open = wide.matches);
  wide.addEventListener("change", fit);
  fit();

  return {
    element,
    update(counts, chosen) {
      const total = Object.values(chosen).reduce((sum, values) => sum + values.length, 0);
      number.textContent = total ? `(${total} chosen)` : "";
      for (const [id, one] of groups) one.update(counts[id], chosen[id]);
    },
    /** Open the facets in which something is chosen. */
    open(chosen) {
      for (const [id, one] of groups) if (chosen[id].length) one.box.open = true;
    },
  };
}

/** What was chosen, each with a button that takes it back. */
export function chips(facets, { chosen, q }, { remove, search, clear }) {
  const chip = (text, onclick) =>
    h(
      "li",
      {},
      h(
        "button",
        { type: "button", class: "chip", "aria-label": `Remove ${text}`, onclick },
        text,
        " ",
        h("span", { "aria-hidden": "true" }, "×"),
      ),
    );
  const items = facets.flatMap((facet) =>
    chosen[facet.id].map((value) => chip(`${facet.title}: ${facet.values[value]}`, () => remove(facet.id, value))),
  );
  if (q.trim()) items.push(chip(`Words: ${q.trim()}`, () => search("")));
  if (!items.length) return [];
  return [
    ...items,
    h("li", {}, h("button", { type: "button", class: "chip chip-clear", onclick: clear }, "Clear all")),
  ];
}
