import assert from "node:assert/strict";
import { test } from "node:test";
import { answered, compare, rank, similarity } from "../scripts/pure/matching.js";

const POINTS = { fitsFrom: 3, hurts: 1 };

const fit = (axis, name, points) => ({ axis, classes: [name], points });

const PATHWAYS = [
  { id: "small", order: 1, fits: [fit("size", "small", 3)], against: [], obstacles: [] },
  {
    id: "large",
    order: 2,
    fits: [fit("size", "large", 2), fit("age", "old", 1)],
    against: [fit("size", "small", 2)],
    obstacles: ["silos"],
  },
  { id: "hurt", order: 3, fits: [fit("age", "old", 2)], against: [], obstacles: ["silos"] },
];

const points = (mine, obstacles = []) =>
  Object.fromEntries(rank(PATHWAYS, mine, obstacles, POINTS).map((match) => [match.pathway.id, match.points]));

const fitting = (mine, obstacles = []) =>
  rank(PATHWAYS, mine, obstacles, POINTS)
    .filter((match) => match.fits)
    .map((match) => match.pathway.id);

test("each class that speaks for a road adds points, each that speaks against it takes them away", () => {
  assert.deepEqual(points({ size: ["small"], age: ["old"] }), { small: 3, hurt: 2, large: -1 });
});

test("what is not answered counts nothing", () => {
  assert.deepEqual(points({}), { small: 0, large: 0, hurt: 0 });
  assert.deepEqual(fitting({}), []);
});

test("roads with equal points stand in the order of the list", () => {
  const tied = rank(PATHWAYS.toReversed(), { size: ["none"] }, [], POINTS);

  assert.deepEqual(
    tied.map((match) => match.pathway.id),
    ["small", "large", "hurt"],
  );
});

test("the road with most points stands first", () => {
  assert.equal(rank(PATHWAYS, { size: ["large"] }, [], POINTS)[0].pathway.id, "large");
});

test("an obstacle that hurts counts only where it is typical", () => {
  assert.deepEqual(points({}, ["silos", "else"]), { small: 0, large: 1, hurt: 1 });
});

test("an obstacle alone makes no road, whatever it counts", () => {
  assert.ok(rank(PATHWAYS, {}, ["silos"], { fitsFrom: 3, hurts: 9 }).every((match) => !match.fits));
});

test("a road is recommended from the mark on, and an obstacle can lift it there", () => {
  assert.deepEqual(fitting({ size: ["small"] }), ["small"]);
  assert.deepEqual(fitting({ age: ["old"] }), []);
  assert.deepEqual(fitting({ age: ["old"] }, ["silos"]), ["hurt"]);
});

test("cities are only compared where both are known", () => {
  const mine = { size: ["small"], age: ["old"], shape: ["compact"] };
  const theirs = { size: ["small"], age: ["new"] };

  const rows = compare(["size", "age", "shape", "heat"], mine, theirs);

  assert.deepEqual(
    rows.map((row) => row.verdict),
    ["same", "differs", "unknown", "unknown"],
  );
  assert.deepEqual(similarity(rows), { same: 1, known: 2, likeness: 0 });
});

test("answers stand for classes and obstacles, each obstacle once", () => {
  const answer = (id, traits, obstacles) => ({ id, traits, obstacles });
  const few = answer("few", [{ axis: "size", class: "small" }], ["silos"]);
  const many = answer("many", [{ axis: "size", class: "large" }], []);
  const pain = answer("departments", [], ["silos"]);
  const questions = [
    { id: "people", answers: [few, many] },
    { id: "pain", answers: [pain] },
  ];

  assert.deepEqual(answered(questions, { people: ["few"], pain: ["departments", "nonsense"] }), {
    traits: { size: ["small"] },
    obstacles: ["silos"],
  });
  assert.deepEqual(answered(questions, { people: ["few", "many"] }).traits, { size: ["small", "large"] });
});
