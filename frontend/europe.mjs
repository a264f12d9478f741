// The outline of Europe as path strings: Natural Earth (public domain), from the package world-atlas.
import { createRequire } from "node:module";
import { geoAzimuthalEqualArea, geoPath } from "d3-geo";
import { merge, mesh } from "topojson-client";
import { CENTRE, HEIGHT, ORIGIN, SCALE, WIDTH } from "./scripts/pure/projection.js";

/** Islands below this size, in square units of the map, are left out: nobody would see them. */
const SMALLEST = 3;

/** Natural Earth draws who is in control; the line at the neck of Crimea is no border of Europe. */
const NO_BORDER = { west: 32, east: 36.7, south: 45, north: 46.5 };

const world = createRequire(import.meta.url)("world-atlas/countries-50m.json");
const countries = world.objects.countries;

const path = geoPath(
  geoAzimuthalEqualArea()
    .rotate([-CENTRE[0], -CENTRE[1]])
    .scale(SCALE)
    .translate(ORIGIN)
    .clipExtent([
      [-2, -2],
      [WIDTH + 2, HEIGHT + 2],
    ]),
);

/** A path in whole half-units, each point relative to the one before: half as long as it came. */
function compact(text, closed) {
  const rings = [];
  for (const ring of (text ?? "").split("M").filter(Boolean)) {
    const points = ring
      .replace("Z", "")
      .split("L")
      .map((pair) => pair.split(",").map((n) => Math.round(n * 2)));
    const kept = points.filter(([x, y], i) => i === 0 || x !== points[i - 1][0] || y !== points[i - 1][1]);
    if (kept.length < (closed ? 4 : 2) || (closed && area(kept) < SMALLEST * 4)) continue;
    const steps = kept.slice(1).map(([x, y], i) => [x - kept[i][0], y - kept[i][1]]);
    rings.push(`M${kept[0]}l${steps.flat().join(" ").replaceAll(" -", "-")}${closed ? "z" : ""}`);
  }
  return rings.join("");
}

function area(points) {
  const sum = points.reduce((total, [x, y], i) => {
    const [a, b] = points[(i + 1) % points.length];
    return total + x * b - a * y;
  }, 0);
  return Math.abs(sum / 2);
}

const isBorder = (line) =>
  !line.every(
    ([longitude, latitude]) =>
      longitude > NO_BORDER.west &&
      longitude < NO_BORDER.east &&
      latitude > NO_BORDER.south &&
      latitude < NO_BORDER.north,
  );

/** A module with the paths `land` and `borders`, in half-units of the map. */
export function europe() {
  const land = compact(path(merge(world, countries.geometries)), true);
  const lines = mesh(world, countries, (a, b) => a !== b);
  const kept = { ...lines, coordinates: lines.coordinates.filter(isBorder) };
  const borders = compact(path(kept), false);
  return `export const land = ${JSON.stringify(land)};\nexport const borders = ${JSON.stringify(borders)};\n`;
}
