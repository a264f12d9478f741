// The map itself: land, marks, names. It is drawn into the page: no tile, no request.
import fineOutline from "later:europe.js";
import { countries as rough, parts as roughParts } from "virtual:europe";
import { beside, data } from "../data.js";
import { _, ngettext, number } from "../language.js";
import { marks, names } from "../pure/marks.js";
import { shows, zoomed } from "../pure/window.js";
import { html, memo, useEffect, useMemo, useRef, useState } from "../view.js";
import { useHand } from "./hand.js";
import { studies } from "./parts.js";

/** Sizes on the screen, px: how far marks stand apart, what a finger hits, marks, letters. */
const APART = 28;
const TOUCH = 13.5;
const SINGLE = 6.5;
const LEAST = 10.5;
const MOST = 13.5;
const LETTERS = 14;

/** From this side of the window on, in units of the map, a finer outline is worth its bytes. */
const NEAR = 260;

const isNumbered = ({ places, cases }) => cases > 1 || places.length > 1;
const radiusOf = (mark) => (isNumbered(mark) ? Math.min(LEAST + mark.cases / 8, MOST) : SINGLE);

/** What a mark stands for, in words. */
export function nameOf({ places, cases }) {
  const [{ title }] = places;
  const place =
    places.length > 1
      ? ngettext("{n} place near {city}", "{n} places near {city}", places.length, { city: title })
      : places[0].name;
  return _("{place}: {studies}", { place, studies: studies(cases) });
}

const ROUGH = { countries: rough, parts: roughParts };

/** The outline for a window: a finer one as soon as it is loaded and can be seen. */
function useOutline(near) {
  const [fine, setFine] = useState(null);
  useEffect(() => {
    // Without it the rough one stays: the map says the same.
    if (near && !fine) data("europe", beside(fineOutline)).then(setFine, () => {});
  }, [near]);
  return near && fine ? fine : ROUGH;
}

const Land = memo(({ outline: { countries, parts }, shaded }) => {
  const path = ([code, line]) =>
    html`<path key=${code} class=${shaded.includes(code) ? "map-here" : null} d=${line} />`;
  return html`<g class="map-land" transform=${`scale(${1 / parts})`} aria-hidden="true">
    ${Object.entries(countries).map(path)}
  </g>`;
});

function Sign({ point: [x, y], radius, area }) {
  return area
    ? html`<rect class="map-dot" x=${x - radius} y=${y - radius} width=${2 * radius} height=${2 * radius} />`
    : html`<circle class="map-dot" cx=${x} cy=${y} r=${radius} />`;
}

const Mark = memo(({ mark, unit, chosen, opened, href, open, point }) => {
  const [x, y] = mark.point;
  const name = nameOf(mark);
  const signs = html`
    <circle class="map-touch" cx=${x} cy=${y} r=${TOUCH * unit} />
    <${Sign} point=${mark.point} radius=${radiusOf(mark) * unit} area=${mark.places.every(({ area }) => area)} />
    ${isNumbered(mark) && html`<text x=${x} y=${y} font-size=${13 * unit}>${number(mark.cases)}</text>`}`;
  const heard = {
    "data-places": mark.places.map(({ id }) => id).join(" "),
    class: chosen || opened ? "chosen" : null,
    onMouseEnter: () => point(mark),
    onMouseLeave: () => point(null),
    onFocus: () => point(mark),
    onBlur: () => point(null),
  };
  const click = (event) => {
    if (href && (event.ctrlKey || event.metaKey || event.shiftKey)) return;
    event.preventDefault();
    open(mark);
  };
  const press = (event) => [" ", "Enter"].includes(event.key) && click(event);
  if (href) {
    const said = chosen ? _("{name}, chosen", { name }) : name;
    return html`<a ...${heard} data-city=${mark.places[0].id} href=${href} aria-label=${said} onClick=${click}>
      ${signs}
    </a>`;
  }
  return html`<g
    ...${heard} role="button" tabindex="0" aria-pressed=${String(opened)} aria-label=${name}
    onClick=${click} onKeyDown=${press}
  >${signs}</g>`;
});

function Names({ found, unit, window, pointed }) {
  const sizes = {
    radius: (mark) => radiusOf(mark) * unit,
    letters: LETTERS * unit,
    west: window.x,
    east: window.x + window.side,
  };
  const still = names(found, sizes);
  const { x, side } = window;
  const label = ({ x: start, y, anchor, text }) =>
    html`<text key=${text} x=${start} y=${y} text-anchor=${anchor}>${text}</text>`;
  const over = pointed && {
    x: Math.min(Math.max(pointed.point[0], x + side * 0.2), x + side * 0.8),
    y: pointed.point[1] - 24 * unit,
    anchor: "middle",
    text: nameOf(pointed),
  };
  return html`<g class="map-names" font-size=${LETTERS * unit} aria-hidden="true">
    ${still.map(label)}
    ${over && html`<g class="map-pointed">${label(over)}</g>`}
  </g>`;
}

/** How wide the drawing is on the screen, px. */
function useWidth(element) {
  const [width, setWidth] = useState(600);
  useEffect(() => {
    const watcher = new ResizeObserver(([{ contentRect }]) => setWidth(contentRect.width || 600));
    watcher.observe(element.current);
    return () => watcher.disconnect();
  }, []);
  return width;
}

/**
 * The map of these places in a window of it. `open(mark)` is called when a mark is chosen; `opened`
 * are the ids of the places whose list is shown, `chosen` those that the cases are filtered by.
 */
export function Drawing({ places, shaded, window, setWindow, chosen, opened, addressWith, open }) {
  const element = useRef(null);
  const unit = window.side / useWidth(element);
  const [pointed, setPointed] = useState(null);
  const found = useMemo(() => marks(places, APART * unit), [places, unit]);
  const outline = useOutline(window.side < NEAR);
  const hand = useHand({ element, window, setWindow, zoom: (times, at) => setWindow(zoomed(window, times, at)) });
  const shown = found.filter(({ point }) => shows(window, point));
  const mark = (each) => {
    const ids = each.places.map(({ id }) => id);
    return html`<${Mark}
      key=${ids[0]} mark=${each} unit=${unit} chosen=${ids.some((id) => chosen.includes(id))}
      opened=${opened.includes(ids[0])} href=${ids.length === 1 && addressWith(ids[0])} open=${open} point=${setPointed}
    />`;
  };
  return html`<svg
    ref=${element} ...${hand} viewBox=${`${window.x} ${window.y} ${window.side} ${window.side}`}
    class=${window.side < 600 ? "map-near" : null} role="group" tabindex="0" aria-label=${LABEL}
  >
    <${Land} outline=${outline} shaded=${shaded} />
    <g class="map-marks">${shown.map(mark)}</g>
    <${Names} found=${shown} unit=${unit} window=${window} pointed=${pointed} />
  </svg>`;
}

const LABEL = _(
  "Map of Europe with the places of the case studies. Arrow keys move it, plus and minus change its size.",
);
