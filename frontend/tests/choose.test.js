// Which case studies fit, and in which order they stand.
import assert from "node:assert/strict";
import { test } from "node:test";
import { choose, effectOf, sorted } from "../scripts/pure/choose.js";

const facets = [{ id: "theme" }, { id: "grade" }, { id: "indicator" }];
const study = (id, theme, grade, more = {}) => ({
  id,
  facets: { theme, grade: [grade], indicator: [] },
  effects: [],
  start: null,
  end: null,
  ...more,
});
const cases = [
  study("pumps", ["water"], "B"),
  study("bins", ["waste"], "C"),
  study("lamps", ["lighting", "energy"], "B"),
];
const chosen = (values = {}) => ({ theme: [], grade: [], indicator: [], ...values });
const ids = (list) => list.map(({ id }) => id);

test("values of one facet add up, facets cut", () => {
  const either = choose({ facets, cases }, chosen({ theme: ["water", "waste"] }));
  const both = choose({ facets, cases }, chosen({ theme: ["water", "waste"], grade: ["C"] }));

  assert.deepEqual(ids(either.fitting), ["pumps", "bins"]);
  assert.deepEqual(ids(both.fitting), ["bins"]);
});

test("the count beside a value is what choosing it gives", () => {
  const { counts } = choose({ facets, cases }, chosen({ grade: ["B"] }));

  assert.deepEqual(counts.theme, { water: 1, lighting: 1, energy: 1 });
  assert.deepEqual(counts.grade, { B: 2, C: 1 });
});

test("words narrow the cases and the counts", () => {
  const { fitting, counts } = choose({ facets, cases }, chosen(), new Set(["bins"]));

  assert.deepEqual(ids(fitting), ["bins"]);
  assert.deepEqual(counts.grade, { C: 1 });
});

test("what fits the words best stands first, if that is the order", () => {
  const found = new Map([
    ["pumps", 1],
    ["lamps", 3],
    ["bins", 2],
  ]);

  assert.deepEqual(ids(sorted(cases, { sort: "fit", chosen: chosen() }, null, found)), ["lamps", "bins", "pumps"]);
  assert.deepEqual(ids(sorted(cases, { sort: "grade", chosen: chosen() }, null, found)), ids(cases));
});

test("the effect of a case is its largest, or that of the indicator one chose", () => {
  const effects = [
    { indicator: "heat", change: 40 },
    { indicator: "co2", change: 10 },
  ];
  const lamps = study("lamps", ["energy"], "B", { effects });

  assert.equal(effectOf(lamps, []).change, 40);
  assert.equal(effectOf(lamps, ["co2"]).change, 10);
  assert.equal(effectOf(lamps, ["trees"]), null);
});

test("the newest stand first; a case without a date stands last", () => {
  const dated = [
    study("none", [], "B"),
    study("old", [], "B", { start: "2012", end: "2014-05" }),
    study("new", [], "B", { start: "2020" }),
  ];

  assert.deepEqual(ids(sorted(dated, { sort: "date", chosen: chosen() }, null)), ["new", "old", "none"]);
});

test("the largest effect stands first; cases without one keep their order at the end", () => {
  const measured = [
    study("a", [], "B"),
    study("b", [], "B"),
    study("c", [], "C", { effects: [{ indicator: "heat", change: 5 }] }),
  ];

  assert.deepEqual(ids(sorted(measured, { sort: "effect", chosen: chosen() }, null)), ["c", "a", "b"]);
});

test("the most similar stand first; of equally similar ones that of which more is known", () => {
  const likeness = {
    pumps: { known: 0, likeness: 0 },
    bins: { known: 3, likeness: 1 },
    lamps: { known: 5, likeness: 1 },
  };

  const order = sorted(cases, { sort: "similar", chosen: chosen() }, ({ id }) => likeness[id]);

  assert.deepEqual(ids(order), ["lamps", "bins", "pumps"]);
});
