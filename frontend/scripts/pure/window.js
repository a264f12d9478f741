// The part of a map that is shown: a square, given by its north-western corner and its side.
import { WIDTH } from "./projection.js";

/** @typedef {{ x: number, y: number, side: number }} Window */

/** @type {Window} */
export const WHOLE = { x: 0, y: 0, side: WIDTH };
/** The smallest part that is shown: one sixteenth of the map across. */
const LEAST = WIDTH / 16;

/** @returns {Window} */
function within({ x, y, side }) {
  const held = Math.min(Math.max(side, LEAST), WIDTH);
  const most = WIDTH - held;
  return { x: Math.min(Math.max(x, 0), most), y: Math.min(Math.max(y, 0), most), side: held };
}

/**
 * A window with its side so many times as long; the point `at` stays where it is.
 *
 * @param {Window} window
 * @param {number} times
 * @param {[number, number]} at
 */
export function zoomed({ x, y, side }, times, at = [x + side / 2, y + side / 2]) {
  const next = Math.min(Math.max(side * times, LEAST), WIDTH);
  const share = next / side;
  return within({ x: at[0] - (at[0] - x) * share, y: at[1] - (at[1] - y) * share, side: next });
}

/**
 * A window moved by so many units.
 *
 * @param {Window} window
 */
export const moved = ({ x, y, side }, east, south) => within({ x: x + east, y: y + south, side });

/**
 * The window around some points, with room at its edges.
 *
 * @param {[number, number][]} points
 */
export function around(points) {
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
  const [west, north] = [Math.min(...xs), Math.min(...ys)];
  const [east, south] = [Math.max(...xs), Math.max(...ys)];
  const side = Math.min(Math.max(1.5 * Math.max(east - west, south - north), LEAST), WIDTH);
  return within({ x: (west + east - side) / 2, y: (north + south - side) / 2, side });
}

/** Whether a point is shown. */
export const shows = ({ x, y, side }, [east, south]) =>
  east >= x && east <= x + side && south >= y && south <= y + side;
