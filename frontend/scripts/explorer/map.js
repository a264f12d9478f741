// Case studies on a map of Europe that is part of the page: no tile, no request.
import { borders, land } from "virtual:europe";
import { h } from "../dom.js";
import { HEIGHT, onMap, project, WIDTH } from "../pure/projection.js";

const SMALLEST = 5;

function svg(name, attributes = {}, ...children) {
  const made = document.createElementNS("http://www.w3.org/2000/svg", name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
}

const studies = (count) => `${count} case ${count === 1 ? "study" : "studies"}`;

function dot(id, city, [x, y], href, pick) {
  const circle = svg("circle", { class: "map-dot", cx: x, cy: y });
  const name = svg("text", { class: "map-name", x, y, "aria-hidden": "true" });
  const link = svg(
    "a",
    { href: "", "data-city": id },
    svg("circle", { class: "map-touch", cx: x, cy: y, r: 13 }),
    circle,
    name,
  );
  link.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    pick(id);
  });
  if (x > WIDTH * 0.7) name.setAttribute("text-anchor", "end");
  let last;
  function update(count, chosen, address) {
    link.setAttribute("href", address);
    link.classList.toggle("chosen", chosen);
    const text = `${city.title}: ${studies(count)}${chosen ? ", chosen" : ""}`;
    if (text === last) return;
    last = text;
    const radius = SMALLEST * Math.sqrt(count);
    circle.setAttribute("r", radius);
    name.setAttribute("dx", (x > WIDTH * 0.7 ? -1 : 1) * (radius + 4));
    name.textContent = `${city.title} (${count})`;
    link.setAttribute("aria-label", text);
  }
  return { link, update };
}

/** The map; `pick(city)` is called when a place is chosen, `addressOf(city)` gives its link. */
export function map(cities, pick, addressOf) {
  const dots = new Map();
  const places = svg("g");
  for (const [id, city] of Object.entries(cities)) {
    const point = city.at && project(city.at);
    if (point && onMap(point)) dots.set(id, dot(id, city, point, "", pick));
  }
  const note = h("p", { class: "map-missing" });
  const list = h("ul", { class: "browse-list" });
  const element = h(
    "figure",
    { class: "explorer-map" },
    h(
      "figcaption",
      {},
      "One dot for each place; the larger, the more case studies of the selection. Choose a dot to see only its cases.",
    ),
  );
  element.append(
    svg(
      "svg",
      {
        viewBox: `0 0 ${WIDTH} ${HEIGHT}`,
        role: "group",
        "aria-label": "Map of Europe with the places of the case studies",
      },
      svg(
        "g",
        { transform: "scale(.5)", "aria-hidden": "true" },
        svg("path", { class: "map-land", d: land }),
        svg("path", { class: "map-borders", d: borders }),
      ),
      places,
    ),
    note,
    h("details", {}, h("summary", {}, "The same as a list"), list),
    h(
      "p",
      { class: "chart-basis" },
      "Land and borders: ",
      h("a", { href: "https://www.naturalearthdata.com/" }, "Natural Earth"),
      ", public domain; equal areas, centred on 52° N 10° E. Borders help to find places; they take no position. Places as on the page of each city.",
    ),
  );

  const button = (id, count, chosen) =>
    h(
      "li",
      {},
      h(
        "button",
        { type: "button", class: "map-place", "aria-pressed": String(chosen), onclick: () => pick(id) },
        cities[id].title,
      ),
      ` (${count})`,
    );

  /** Draw the places of these cases; `counts` are those of each place. */
  function show(cases, counts, chosen) {
    const shown = Object.keys(counts).filter((id) => counts[id] > 0);
    // Small dots lie above large ones, so that both can be reached.
    const drawn = shown.filter((id) => dots.has(id)).sort((a, b) => counts[b] - counts[a]);
    for (const id of drawn) dots.get(id).update(counts[id], chosen.includes(id), addressOf(id));
    const links = drawn.map((id) => dots.get(id).link);
    if (links.some((link, place) => places.children[place] !== link) || places.children.length !== links.length) {
      const held = document.activeElement;
      places.replaceChildren(...links);
      if (links.includes(held)) held.focus();
    }
    const byName = (a, b) => cities[a].title.localeCompare(cities[b].title);
    list.replaceChildren(...[...shown].sort(byName).map((id) => button(id, counts[id], chosen.includes(id))));
    missing(cases);
  }

  function missing(cases) {
    const off = cases.filter((one) => !one.cities.some((id) => dots.has(id)));
    const names = [...new Set(off.flatMap((one) => one.cities))].map((id) => cities[id].title).sort();
    note.textContent = off.length
      ? `Not on the map: ${studies(off.length)}, because the place has no known point or lies outside (${names.join(", ")}).`
      : "Every case study of the selection has a dot.";
  }
  return { element, show };
}
