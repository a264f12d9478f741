import assert from "node:assert/strict";
import { test } from "node:test";
import { answered, compare, rank, similarity } from "../scripts/pure/matching.js";

const POINTS = { fitsFrom: 3 };

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

test("of roads with equal points that with the strongest single reason stands first", () => {
  const hints = {
    id: "hints",
    order: 0,
    fits: [fit("size", "small", 2), fit("age", "old", 1)],
    against: [],
    obstacles: [],
  };
  const mine = { size: ["small"], age: ["old"] };

  assert.deepEqual(
    rank([hints, PATHWAYS[0]], mine, [], POINTS).map((match) => match.pathway.id),
    ["small", "hints"],
  );
});

test("an obstacle that hurts is named where it is typical, and counts nothing", () => {
  const found = rank(PATHWAYS, {}, ["silos", "else"], POINTS);

  assert.deepEqual(
    found.map((match) => match.obstacles),
    [[], ["silos"], ["silos"]],
  );
  assert.deepEqual(points({}, ["silos", "else"]), { small: 0, large: 0, hurt: 0 });
});

test("a road is recommended from the mark on, and no obstacle lifts it there", () => {
  assert.deepEqual(fitting({ size: ["small"] }), ["small"]);
  assert.deepEqual(fitting({ age: ["old"] }), []);
  assert.deepEqual(fitting({ age: ["old"] }, ["silos"]), []);
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

test("answers stand for classes, obstacles, services and a country, each obstacle once", () => {
  const answer = (id, more) => ({ id, traits: [], obstacles: [], themes: [], country: null, ...more });
  const few = answer("few", { traits: [{ axis: "size", class: "small" }], obstacles: ["silos"] });
  const many = answer("many", { traits: [{ axis: "size", class: "large" }] });
  const questions = [
    { id: "people", answers: [few, many] },
    { id: "pain", answers: [answer("departments", { obstacles: ["silos"] })] },
    { id: "service", answers: [answer("bins", { themes: ["waste"] }), answer("open")] },
    { id: "country", answers: [answer("be", { country: "BE" })] },
  ];
  const given = { people: ["few"], pain: ["departments", "nonsense"], service: ["bins"], country: ["be"] };

  assert.deepEqual(answered(questions, given), {
    traits: { size: ["small"] },
    obstacles: ["silos"],
    themes: ["waste"],
    country: "BE",
  });
  assert.deepEqual(answered(questions, { people: ["few", "many"] }).traits, { size: ["small", "large"] });
  assert.equal(answered(questions, { service: ["open"] }).country, null);
});
