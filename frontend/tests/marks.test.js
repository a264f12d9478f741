// Marks on the map: none hides another, none is lost; and the part of the map that is shown.
import assert from "node:assert/strict";
import { test } from "node:test";
import { marks, names } from "../scripts/pure/marks.js";
import { around, moved, shows, WHOLE, zoomed } from "../scripts/pure/window.js";

const place = (id, x, y, cases = 1) => ({
  id,
  title: id,
  point: /** @type {[number, number]} */ ([x, y]),
  cases,
  area: false,
  beyond: "",
});
const ids = (mark) => mark.places.map(({ id }) => id);

test("places that touch are one mark, named by the one with most cases", () => {
  const found = marks([place("delft", 10, 10), place("rotterdam", 14, 10, 3), place("lyon", 10, 90)], 20);

  assert.deepEqual(found.map(ids), [["rotterdam", "delft"], ["lyon"]]);
  assert.deepEqual(found[0].point, [12, 10]);
  assert.equal(found[0].cases, 4);
});

test("no two marks are nearer than asked for, and no place is lost", () => {
  const places = Array.from({ length: 60 }, (_, i) => place(`p${i}`, (i * 37) % 100, (i * 61) % 100));
  const found = marks(places, 17);

  assert.equal(found.flatMap(ids).length, 60);
  for (const [
    i,
    {
      point: [x, y],
    },
  ] of found.entries()) {
    for (const { point } of found.slice(i + 1)) assert.ok(Math.hypot(x - point[0], y - point[1]) >= 17);
  }
});

test("two places at one point are one mark however near one looks", () => {
  assert.deepEqual(marks([place("a", 5, 5), place("b", 5, 5)], 0.01).map(ids), [["a", "b"]]);
});

test("a name stands beside its mark where it covers nothing", () => {
  const sizes = { radius: () => 5, letters: 10, west: 0, east: 100 };
  const found = marks([place("abcd", 10, 50), place("efgh", 90, 50), place("ijkl", 90, 58)], 1);
  const made = names(found, sizes);

  assert.deepEqual(
    made.map(({ text, anchor }) => [text, anchor]),
    [
      ["abcd", "start"],
      ["efgh", "end"],
    ],
  );
});

test("zooming keeps the point under the hand, and never leaves the map", () => {
  const near = zoomed(WHOLE, 0.5, [450, 150]);

  assert.deepEqual(near, { x: 225, y: 75, side: 300 });
  assert.deepEqual(zoomed(near, 2), WHOLE);
  assert.deepEqual(moved(near, 1000, -1000), { x: 300, y: 0, side: 300 });
  assert.equal(zoomed(near, 0.0001).side, 37.5);
});

test("a window around points shows all of them", () => {
  const points = /** @type {[number, number][]} */ ([
    [100, 100],
    [140, 120],
  ]);
  const window = around(points);

  assert.equal(window.side, 60);
  assert.ok(points.every((point) => shows(window, point)));
  assert.ok(!shows(window, [300, 300]));
});
