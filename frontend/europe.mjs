// The outline of each country as a path string: Natural Earth (public domain), from the package world-atlas.
//
// Run by itself it writes what Python draws with: `node europe.mjs ../src/scifi/figures/europe.json`.
import { writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { geoIdentity, geoMercator, geoPath } from "d3-geo";
import { feature, mergeArcs } from "topojson-client";
import { HEIGHT, project, WIDTH } from "./scripts/pure/projection.js";

/**
 * How fine a drawing is: its atlas, how many parts of a unit count, how far a line may stray and how
 * small an island may be, in units of the map.
 */
const ROUGH = { atlas: "countries-50m", parts: 1, stray: 0.8, smallest: 5 };
const WORLD = { atlas: "countries-110m", parts: 1, stray: 0.8, smallest: 4 };
const FINE = { atlas: "countries-10m", parts: 10, stray: 0.08, smallest: 0.2 };

/** The numbers that the atlas gives to countries of the map, as codes of two letters (ISO 3166-1). */
const CODES = {
  "008": "AL",
  "020": "AD",
  "040": "AT",
  "056": "BE",
  "070": "BA",
  100: "BG",
  112: "BY",
  191: "HR",
  196: "CY",
  203: "CZ",
  208: "DK",
  233: "EE",
  234: "FO",
  246: "FI",
  248: "AX",
  250: "FR",
  276: "DE",
  300: "GR",
  348: "HU",
  352: "IS",
  372: "IE",
  380: "IT",
  428: "LV",
  438: "LI",
  440: "LT",
  442: "LU",
  470: "MT",
  492: "MC",
  498: "MD",
  499: "ME",
  528: "NL",
  578: "NO",
  616: "PL",
  620: "PT",
  642: "RO",
  643: "RU",
  674: "SM",
  688: "RS",
  703: "SK",
  705: "SI",
  724: "ES",
  752: "SE",
  756: "CH",
  792: "TR",
  804: "UA",
  807: "MK",
  826: "GB",
  833: "IM",
};

/** Natural Earth draws who is in control; Crimea belongs to Ukraine, as the United Nations say. */
const CRIMEA = { west: 32, east: 36.7, south: 44, north: 46.5 };

/** Mercator's projection of the world: three and a third units are a degree of longitude. */
const MERCATOR = {
  scale: 600 / Math.PI,
  origin: [600, 600],
  clip: [
    [0, 150],
    [1200, 850],
  ],
};

const identity = geoIdentity().clipExtent([
  [-2, -2],
  [WIDTH + 2, HEIGHT + 2],
]);

/** The longitudes and latitudes of each arc of an atlas, which holds the steps between them. */
function places({ arcs, transform: { scale, translate } }) {
  return arcs.map((arc) => {
    let [x, y] = [0, 0];
    return arc.map(([east, north]) => {
      x += east;
      y += north;
      return [x * scale[0] + translate[0], y * scale[1] + translate[1]];
    });
  });
}

function distance([x, y], [ax, ay], [bx, by]) {
  const length = Math.hypot(bx - ax, by - ay);
  if (length === 0) return Math.hypot(x - ax, y - ay);
  return Math.abs((bx - ax) * (ay - y) - (ax - x) * (by - ay)) / length;
}

/** A line without the points that nobody would miss (Ramer, Douglas and Peucker). */
function simple(line, stray) {
  const [first, last] = [line[0], line.at(-1)];
  const away = line.map((point) => distance(point, first, last));
  const most = Math.max(...away);
  if (most <= stray) return [first, last];
  const far = away.indexOf(most);
  return [...simple(line.slice(0, far + 1), stray).slice(0, -1), ...simple(line.slice(far), stray)];
}

const isCrimea = (line) =>
  line.every(
    ([east, north]) => east > CRIMEA.west && east < CRIMEA.east && north > CRIMEA.south && north < CRIMEA.north,
  );

/** The countries of an atlas, each with its polygons. */
function countries(world, lines) {
  const all = world.objects.countries.geometries.map(({ id, properties, type, arcs }) => ({
    code: CODES[id] ?? properties.name,
    polygons: type === "Polygon" ? [arcs] : arcs,
  }));
  const lineOf = (arc) => lines[arc < 0 ? ~arc : arc];
  const russia = all.find(({ code }) => code === "RU");
  const held = russia.polygons.filter(([ring]) => ring.every((arc) => isCrimea(lineOf(arc))));
  russia.polygons = russia.polygons.filter((polygon) => !held.includes(polygon));
  all.find(({ code }) => code === "UA").polygons.push(...held);
  return all;
}

/** A path in whole parts of a unit, each point relative to the one before: half as long as it came. */
function compact(text, { parts, smallest }) {
  return rings(text, parts)
    .filter((points) => points.length > 3 && area(points) >= smallest * parts * parts)
    .map((points) => {
      const steps = points.slice(1).map(([x, y], i) => [x - points[i][0], y - points[i][1]]);
      return `M${points[0]}l${steps.flat().join(" ").replaceAll(" -", "-")}z`;
    })
    .join("");
}

/** The points of each ring of a path, in whole parts of a unit, none twice in a row. */
function rings(text, parts) {
  const pointsOf = (ring) => ring.split("L").map((pair) => pair.split(",").map((n) => Math.round(n * parts)));
  const moved = ([x, y], before) => !before || x !== before[0] || y !== before[1];
  return (text ?? "")
    .replaceAll("Z", "")
    .split("M")
    .filter(Boolean)
    .map(pointsOf)
    .map((points) => points.filter((point, i) => moved(point, points[i - 1])));
}

function area(points) {
  const sum = points.reduce((total, [x, y], i) => {
    const [a, b] = points[(i + 1) % points.length];
    return total + x * b - a * y;
  }, 0);
  return Math.abs(sum / 2);
}

/** The path of each country of the map by its code, in `parts` of a unit. */
function outline(fineness) {
  const world = createRequire(import.meta.url)(`world-atlas/${fineness.atlas}.json`);
  const lines = places(world);
  const flat = { type: "Topology", arcs: lines.map((line) => simple(line.map(project), fineness.stray)) };
  const path = geoPath(identity);
  const drawn = countries(world, lines).map(({ code, polygons }) => {
    const parts = polygons.map((arcs) => ({ type: "Polygon", arcs }));
    const whole = parts.length > 1 ? mergeArcs(flat, parts) : parts[0];
    return [code, compact(path(feature(flat, whole)), fineness)];
  });
  const seen = drawn.filter(([, text]) => text).sort(([a], [b]) => (a < b ? -1 : 1));
  return { parts: fineness.parts, countries: Object.fromEntries(seen) };
}

/** The whole world, Mercator's: where places beyond the map are; a country has no name here. */
function world({ atlas, parts, stray, smallest }) {
  const topology = createRequire(import.meta.url)(`world-atlas/${atlas}.json`);
  const mercator = geoMercator().scale(MERCATOR.scale).translate(MERCATOR.origin).clipExtent(MERCATOR.clip);
  const path = geoPath(mercator);
  const lined = { ...topology, arcs: places(topology).map((line) => thinned(line, mercator, stray)), transform: null };
  return topology.objects.countries.geometries
    .map((country) => compact(path(feature(lined, country)), { parts, smallest }))
    .filter(Boolean);
}

/** A line of longitudes and latitudes without the points that nobody would miss once it is drawn. */
function thinned(line, projection, stray) {
  const kept = new Set(
    simple(
      line.map((place) => [...projection(place), place]),
      stray,
    ).map(([, , place]) => place),
  );
  return line.filter((place) => kept.has(place));
}

export const rough = () => outline(ROUGH);
export const fine = () => outline(FINE);

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  writeFileSync(process.argv[2], `${JSON.stringify({ ...rough(), world: world(WORLD) }, null, 1)}\n`);
}
