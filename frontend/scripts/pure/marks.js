// What stands where on a map: marks of places, and names beside them. `marks` is a twin of that in
// `scifi.figures.places`, `names` of `_labels` in `scifi.figures.maps`.

/**
 * @typedef {{
 *   id: string, title: string, point: [number, number], cases: number, area: boolean, beyond: string,
 * }} Place
 */
/** @typedef {{ point: [number, number], places: Place[], cases: number }} Mark */

const byCases = (one, other) => other.cases - one.cases || (one.title < other.title ? -1 : 1);
const mean = (numbers) => numbers.reduce((sum, number) => sum + number, 0) / numbers.length;

/** @returns {Mark} */
function markOf(places) {
  const held = [...places].sort(byCases);
  return {
    point: [mean(held.map(({ point }) => point[0])), mean(held.map(({ point }) => point[1]))],
    places: held,
    cases: held.reduce((sum, { cases }) => sum + cases, 0),
  };
}

/** The two marks that are nearest to each other, by their place in the list; null if all are `apart`. */
function nearest(found, apart) {
  let [least, pair] = [apart, null];
  for (let one = 0; one < found.length; one += 1) {
    for (let other = one + 1; other < found.length; other += 1) {
      const [[x, y], [a, b]] = [found[one].point, found[other].point];
      const away = Math.hypot(x - a, y - b);
      if (away < least) [least, pair] = [away, [one, other]];
    }
  }
  return pair;
}

/**
 * The fewest merged marks of which no two are nearer than `apart`; most case studies first.
 *
 * @param {Place[]} places
 * @param {number} apart
 */
export function marks(places, apart) {
  let found = places.map((place) => markOf([place]));
  for (let pair = nearest(found, apart); pair; pair = nearest(found, apart)) {
    const [one, other] = pair.map((at) => found[at].places);
    found = found.filter((_mark, at) => !pair.includes(at));
    found.push(markOf([...one, ...other]));
  }
  return found.sort((a, b) => b.cases - a.cases || (a.places[0].title < b.places[0].title ? -1 : 1));
}

const meets = (a, b) => a[0] <= b[2] && b[0] <= a[2] && a[1] <= b[3] && b[1] <= a[3];

/** Letters of a name that stands on the map; longer ones say more than they show. */
const LONGEST = 24;

/** What can stand beside a mark: the name of its one place, or of its countries beyond the map. */
function caption({ places }) {
  const beyond = [...new Set(places.map((place) => place.beyond))];
  const text = places.length === 1 ? places[0].title : beyond.every(Boolean) ? beyond.join(", ") : "";
  return text.length <= LONGEST ? text : "";
}

/** A name on the right and on the left of a mark, with the room that it takes. */
function beside(text, [x, y], radius, letters) {
  const [width, height] = [0.55 * letters * text.length, 0.5 * letters];
  const away = radius + letters / 3;
  const label = (anchor, start, west) => ({
    label: { x: start, y, anchor, text },
    room: [west, y - height, west + width, y + height],
  });
  return [label("start", x + away, x + away), label("end", x - away, x - away - width)];
}

/**
 * Names of marks, where they are short and cover no mark and no other name.
 *
 * @param {Mark[]} found
 * @param {{ radius: (mark: Mark) => number, letters: number, west: number, east: number }} sizes
 */
export function names(found, { radius, letters, west, east }) {
  const taken = found.map((mark) => {
    const [[x, y], r] = [mark.point, radius(mark)];
    return [x - r, y - r, x + r, y + r];
  });
  const made = [];
  for (const mark of found.filter(caption)) {
    const fitting = beside(caption(mark), mark.point, radius(mark), letters).find(
      ({ room }) => room[0] >= west && room[2] <= east && !taken.some((other) => meets(room, other)),
    );
    if (fitting) {
      taken.push(fitting.room);
      made.push(fitting.label);
    }
  }
  return made;
}
