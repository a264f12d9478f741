// Case studies on a map of Europe: the drawing, its buttons, and beside it what was chosen.
import { _, number } from "../language.js";
import { Button } from "../parts.js";
import { around, WHOLE, zoomed } from "../pure/window.js";
import { Html, html, useMemo, useState } from "../view.js";
import { Drawing, nameOf } from "./drawing.js";
import { addressOfCase } from "./parts.js";

function Tools({ window, setWindow }) {
  const whole = window.side === WHOLE.side;
  const zoom = (times) => () => setWindow(zoomed(window, times));
  return html`<div class="map-tools" role="group" aria-label=${_("Size of the map")}>
    <${Button} onClick=${zoom(0.5)} aria-label=${_("Larger")}>+<//>
    <${Button} onClick=${zoom(2)} disabled=${whole} aria-label=${_("Smaller")}>−<//>
    <${Button} onClick=${() => setWindow(WHOLE)} disabled=${whole}>${_("All of Europe")}<//>
  </div>`;
}

/** A place with its number of cases; once it is chosen, with the cases. */
function Place({ place: { id, name, cases: count }, cases, chosen, pick }) {
  const here = chosen ? cases.filter((study) => study.facets.city.includes(id)) : [];
  const link = (study) => html`<li key=${study.id}><a href=${addressOfCase(study)}>${study.title}</a></li>`;
  return html`<li>
    <button type="button" class="map-place" aria-pressed=${String(chosen)} onClick=${() => pick("city", id, !chosen)}>
      ${name}
    </button> (${number(count)})
    ${here.length > 0 && html`<ul class="map-cases">${here.map(link)}</ul>`}
  </li>`;
}

const HINT = _("Choose a mark: what it stands for is listed here.");

/** What a mark stands for: said once when it is chosen, then listed. */
function Beside({ listed, cases, chosen, pick, show }) {
  const count = listed.reduce((sum, place) => sum + place.cases, 0);
  const said = listed.length ? nameOf({ places: listed, cases: count }) : HINT;
  const place = (each) =>
    html`<${Place} key=${each.id} place=${each} cases=${cases} chosen=${chosen.includes(each.id)} pick=${pick} />`;
  return html`<div class="map-beside">
    <p class=${listed.length ? "map-said" : "map-said map-hint"} role="status">${said}</p>
    ${listed.length > 1 && html`<${Button} onClick=${show}>${_("Show them larger")}<//>`}
    <ul class="map-list">${listed.map(place)}</ul>
  </div>`;
}

function All({ places, cases, chosen, pick }) {
  const place = (each) =>
    html`<${Place} key=${each.id} place=${each} cases=${cases} chosen=${chosen.includes(each.id)} pick=${pick} />`;
  const named = [...places].sort((a, b) => a.name.localeCompare(b.name));
  return html`<details id="map-list">
    <summary>${_("The same as a list")}</summary>
    <ul class="browse-list">${named.map(place)}</ul>
  </details>`;
}

const LEGEND = [
  _("The number says how many case studies; a dot without a number is one."),
  _("Round is a town, square a region, a group of municipalities or, shaded, a country as a whole."),
  _("At the edge stand places beyond the map."),
].join(" ");
const BASIS = [
  _('Land and borders: <a href="{url}">Natural Earth</a>, public domain; equal areas, centred on 52° N 10° E.', {
    url: "https://www.naturalearthdata.com/",
  }),
  _("Borders help to find places; they take no position."),
  _("Places as on the page of each city; one without coordinates stands in the middle of its country."),
].join(" ");

/**
 * The map of these cases; `known` are all places by id, `counts` those of each place,
 * `addressWith(place)` is where a mark leads, `pick("city", id, on)` is called when a place is chosen or not.
 */
export function EuropeMap({ known, cases, counts, chosen, addressWith, pick }) {
  const [window, setWindow] = useState(WHOLE);
  const [opened, setOpened] = useState([]);
  const tally = JSON.stringify(counts);
  const places = useMemo(
    () => Object.keys(known).flatMap((id) => (counts[id] > 0 ? [{ ...known[id], id, cases: counts[id] }] : [])),
    [tally],
  );
  const shaded = useMemo(() => places.filter(({ whole }) => whole).map(({ id }) => id), [places]);
  const asked = opened.length ? opened : chosen;
  const listed = places.filter(({ id }) => asked.includes(id)).sort((a, b) => b.cases - a.cases);
  const open = (mark) => {
    const ids = mark.places.map(({ id }) => id);
    if (ids.length === 1) pick("city", ids[0], !chosen.includes(ids[0]));
    setOpened(ids);
  };
  return html`<figure class="explorer-map">
    <p class="map-skip"><a href="#map-list">${_("Skip the map")}</a></p>
    <figcaption>${LEGEND}</figcaption>
    <${Tools} window=${window} setWindow=${setWindow} />
    <div class="map-both">
      <${Drawing}
        places=${places} shaded=${shaded} window=${window} setWindow=${setWindow} chosen=${chosen}
        opened=${opened} addressWith=${addressWith} open=${open}
      />
      <${Beside}
        listed=${listed} cases=${cases} chosen=${chosen} pick=${pick}
        show=${() => setWindow(around(listed.map(({ point }) => point)))}
      />
    </div>
    <${All} places=${places} cases=${cases} chosen=${chosen} pick=${pick} />
    <${Html} as="p" class="chart-basis" text=${BASIS} />
  </figure>`;
}
