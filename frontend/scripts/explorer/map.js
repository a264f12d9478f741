// Case studies on a map of Europe that is part of the page: no tile, no request.
import { borders, land } from "virtual:europe";
import { _, ngettext, number } from "../language.js";
import { HEIGHT, onMap, project, WIDTH } from "../pure/projection.js";
import { Html, html, memo, useLayoutEffect, useMemo } from "../view.js";
import { studies } from "./parts.js";

const SMALLEST = 5;
/** Names of places further to the east stand on the left of their dot. */
const EAST = WIDTH * 0.7;

/** Points on the map by the id of the city; those outside are left out. */
function pointsOf(cities) {
  const known = Object.entries(cities).filter(([, { at }]) => at);
  const points = known.map(([id, { at }]) => ({ id, point: project(at) }));
  return Object.fromEntries(points.filter(({ point }) => onMap(point)).map(({ id, point }) => [id, point]));
}

function labelOf(title, count, chosen) {
  const values = { city: title, studies: studies(count) };
  return chosen ? _("{city}: {studies}, chosen", values) : _("{city}: {studies}", values);
}

const counted = (title, count) => _("{city} ({n})", { city: title, n: number(count) });

const Dot = memo(({ id, title, point: [x, y], count, chosen, href, pick }) => {
  const radius = SMALLEST * Math.sqrt(count);
  const east = x > EAST;
  const click = (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    pick("city", id, !chosen);
  };
  return html`<a
    class=${chosen ? "chosen" : null} href=${href} data-city=${id}
    aria-label=${labelOf(title, count, chosen)} onClick=${click}
  >
    <circle class="map-touch" cx=${x} cy=${y} r="13" />
    <circle class="map-dot" cx=${x} cy=${y} r=${radius} />
    <text
      class="map-name" x=${x} y=${y} dx=${(east ? -1 : 1) * (radius + 4)}
      text-anchor=${east ? "end" : null} aria-hidden="true"
    >${counted(title, count)}</text>
  </a>`;
});

const Land = memo(
  () => html`<g transform="scale(.5)" aria-hidden="true">
    <path class="map-land" d=${land} />
    <path class="map-borders" d=${borders} />
  </g>`,
);

/** Keep the focus on a dot that is moved: small dots lie above large ones, so their order changes. */
function useFocusOnDot() {
  const held = document.activeElement?.matches(".explorer-map [data-city]") ? document.activeElement : null;
  useLayoutEffect(() => {
    if (held?.isConnected && held !== document.activeElement) /** @type {SVGElement} */ (held).focus();
  });
}

function Drawing({ cities, points, counts, chosen, addressWith, pick }) {
  useFocusOnDot();
  const drawn = Object.keys(points)
    .filter((id) => counts[id] > 0)
    .sort((a, b) => counts[b] - counts[a]);
  const dot = (id) => html`<${Dot}
    key=${id} id=${id} title=${cities[id].title} point=${points[id]} count=${counts[id]}
    chosen=${chosen.includes(id)} href=${addressWith(id)} pick=${pick}
  />`;
  return html`<svg
    viewBox=${`0 0 ${WIDTH} ${HEIGHT}`} role="group"
    aria-label=${_("Map of Europe with the places of the case studies")}
  >
    <${Land} />
    <g>${drawn.map(dot)}</g>
  </svg>`;
}

/** The cases of the selection that the map cannot show, with the places they are in. */
function missing(cases, cities, points) {
  const off = cases.filter((study) => !study.cities.some((id) => points[id]));
  if (!off.length) return _("Every case study of the selection has a dot.");
  const names = new Set(off.flatMap((study) => [...study.cities.map((id) => cities[id].title), ...study.countries]));
  return ngettext(
    "Not on the map: {n} case study, because the place has no known point or lies outside ({places}).",
    "Not on the map: {n} case studies, because the place has no known point or lies outside ({places}).",
    off.length,
    { places: [...names].sort().join(", ") },
  );
}

function Place({ id, title, count, chosen, pick }) {
  const name = html`<button
    type="button" class="map-place" aria-pressed=${String(chosen)} onClick=${() => pick("city", id, !chosen)}
  >${title}</button>`;
  return html`<li>${name} (${number(count)})</li>`;
}

function Places({ cities, counts, chosen, pick }) {
  const shown = Object.keys(counts)
    .filter((id) => counts[id] > 0)
    .sort((a, b) => cities[a].title.localeCompare(cities[b].title));
  const place = (id) => html`<${Place}
    key=${id} id=${id} title=${cities[id].title} count=${counts[id]} chosen=${chosen.includes(id)} pick=${pick}
  />`;
  return html`<details>
    <summary>${_("The same as a list")}</summary>
    <ul class="browse-list">${shown.map(place)}</ul>
  </details>`;
}

const LEGEND = _(
  "One dot for each place; the larger, the more case studies of the selection. Choose a dot to see only its cases.",
);
const BASIS = [
  _('Land and borders: <a href="{url}">Natural Earth</a>, public domain; equal areas, centred on 52° N 10° E.', {
    url: "https://www.naturalearthdata.com/",
  }),
  _("Borders help to find places; they take no position."),
  _("Places as on the page of each city."),
].join(" ");

/**
 * The map of these cases; `counts` are those of each place, `addressWith(city)` is where a dot leads,
 * `pick("city", id, on)` is called when a place is chosen or not.
 */
export function EuropeMap({ cities, cases, counts, chosen, addressWith, pick }) {
  const points = useMemo(() => pointsOf(cities), [cities]);
  const places = { cities, counts, chosen, pick };
  return html`<figure class="explorer-map">
    <figcaption>${LEGEND}</figcaption>
    <${Drawing} ...${places} points=${points} addressWith=${addressWith} />
    <p class="map-missing">${missing(cases, cities, points)}</p>
    <${Places} ...${places} />
    <${Html} as="p" class="chart-basis" text=${BASIS} />
  </figure>`;
}
