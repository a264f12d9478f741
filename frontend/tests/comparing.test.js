// Same or different, and in which unit.
import assert from "node:assert/strict";
import { test } from "node:test";
import { commonUnit, resultVerdict, suggestions, union, verdict } from "../scripts/pure/comparing.js";

const result = (unit, numbers, more = {}) => ({ unit, numbers, kind: "measured", in_units: {}, ...more });
const kilowatts = result("kWh", [130900], { in_units: { GWh: { numbers: [0.1309] } } });
const gigawatts = result("GWh", [1.31], { in_units: { kWh: { numbers: [1310000] } } });

test("values are the same, partly the same, different, or not known of all or any", () => {
  assert.equal(
    verdict([
      ["a", "b"],
      ["b", "a"],
    ]),
    "same",
  );
  assert.equal(verdict([["a", "b"], ["b"]]), "partly");
  assert.equal(verdict([["a"], ["b"]]), "differs");
  assert.equal(verdict([["a"], []]), "missing");
  assert.equal(verdict([[], []]), "unknown");
});

test("two units become the one in which all numbers stay readable", () => {
  assert.equal(commonUnit([kilowatts, gigawatts]), "kWh");
  assert.equal(commonUnit([kilowatts, kilowatts]), null);
  assert.equal(commonUnit([result("kWh", [1]), result("t", [1])]), null);
});

test("a number that is the same in another unit is the same", () => {
  const same = result("GWh", [0.1309], { in_units: { kWh: { numbers: [130900] } } });

  assert.equal(resultVerdict([[kilowatts], [same]]), "same");
  assert.equal(resultVerdict([[kilowatts], [gigawatts]]), "differs");
});

test("different numbers of different kinds of evidence say so", () => {
  const planned = result("kWh", [5], { kind: "planned" });

  assert.equal(resultVerdict([[kilowatts], [planned]]), "kinds");
});

test("units that cannot be converted are told apart, and what only one has", () => {
  assert.equal(resultVerdict([[kilowatts], [result("t", [5])]]), "units");
  assert.equal(resultVerdict([[kilowatts], []]), "one");
  assert.equal(resultVerdict([[kilowatts], [kilowatts], []]), "missing");
  assert.equal(resultVerdict([[result("kWh", [])], []]), "unknown");
});

test("rows that most cases share come first", () => {
  const row = (id) => ({ id, title: id.toUpperCase(), url: `${id}/` });

  const rows = union([[row("a"), row("b")], [row("b")]]);

  assert.deepEqual(
    rows.map(({ id, count }) => [id, count]),
    [
      ["b", 2],
      ["a", 1],
    ],
  );
});

test("cases that measured the same as most of those chosen are offered first, never one chosen", () => {
  const cases = [
    {
      id: "a",
      alike: [
        ["b", "heat"],
        ["c", "heat"],
        ["d", "co2"],
      ],
    },
    {
      id: "b",
      alike: [
        ["a", "heat"],
        ["d", "noise"],
      ],
    },
  ];

  assert.deepEqual(suggestions(cases, ["a", "b"]), [
    { id: "d", shared: "co2", count: 2 },
    { id: "c", shared: "heat", count: 1 },
  ]);
});
