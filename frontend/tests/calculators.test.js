import assert from "node:assert/strict";
import { test } from "node:test";
import * as howMany from "../scripts/pure/how-many.js";
import { numberOf } from "../scripts/pure/number-text.js";
import { below, drawn, payBack } from "../scripts/pure/pay-back.js";
import { examples } from "./examples.js";

const { "how-many.json": sizes, "pay-back.json": plans } = examples("calculators");

/** @type {Map<string, any>} */
const sums = new Map(Object.entries(howMany));

/** two_groups_units is called twoGroupsUnits here. */
const camel = (name) => name.replace(/_(.)/g, (_, letter) => letter.toUpperCase());

for (const { asks, given, answer, within = 1e-9, what = asks } of sizes) {
  test(`how many: ${what} ${JSON.stringify(given)}`, () => {
    const found = sums.get(camel(asks))(given);
    if (answer === null) assert.equal(found, null);
    else assert.ok(Math.abs(found - answer) <= within, `${found} is not ${answer}`);
  });
}

/** What JSON cannot hold: null stands for never. */
const told = (years) => (Number.isFinite(years) ? years : null);

function near(found, wanted) {
  if (wanted === null) assert.equal(told(found), null);
  else assert.ok(Math.abs(found - wanted) < 0.01, `${found} is not ${wanted}`);
}

for (const { what, plan, years, never, decides } of plans) {
  test(`pay-back: ${what}`, () => {
    const found = payBack(plan);
    for (const [part, wanted] of Object.entries(years)) near(found.years[part], wanted);
    assert.ok(Math.abs(found.never - never) < 0.001);
    if (decides === null) assert.equal(found.decides, null);
    else if (decides) {
      assert.equal(found.decides.name, decides.name);
      near(found.decides.yearsLow, decides.yearsLow);
      near(found.decides.yearsHigh, decides.yearsHigh);
    }
  });
}

test("two draws added are spread like a triangle: 0.553 at 90 per cent (stdlib.io, triangular quantile)", () => {
  const one = [[-0.5, 0.5]];
  const sums = Array.from({ length: 10_000 }, (_, k) => drawn(one, k + 1, [2, 17]) + drawn(one, k + 1, [3, 19]));
  assert.ok(
    Math.abs(
      below(
        sums.toSorted((a, b) => a - b),
        90,
      ) - 0.553,
    ) < 0.005,
  );
});

const inTens = { least: 0, most: 100 };

test("a number may be written with a comma or a point, and may be left out where that is allowed", () => {
  assert.deepEqual(numberOf(" 12,5 ", inTens), { value: 12.5 });
  assert.deepEqual(numberOf("0.125", inTens), { value: 0.125 });
  assert.deepEqual(numberOf("", { ...inTens, optional: true }), { value: null });
});

test("what is no number, too large or unclear is refused with its reason", () => {
  const wrong = (text, limits = {}) => numberOf(text, { ...inTens, ...limits }).wrong;
  assert.equal(wrong(""), "missing");
  assert.equal(wrong("many"), "number");
  assert.equal(wrong("101"), "range");
  assert.equal(wrong("-1"), "range");
  assert.equal(wrong("2.5", { whole: true }), "whole");
  assert.equal(wrong("12.000", { most: 1e6 }), "thousands");
  assert.equal(wrong("1,200", { most: 1e6 }), "thousands");
});
