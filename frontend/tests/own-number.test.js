import assert from "node:assert/strict";
import { test } from "node:test";
import { neighbours, reached, typed } from "../scripts/pure/own-number.js";

const results = [{ value: 0.7 }, { value: 3 }, { value: 19 }, { value: -2 }];

test("a promise of 15 is reached by one result of four", () => {
  assert.equal(reached(results, 15), 1);
  assert.deepEqual(neighbours(results, 15), { above: { value: 19 }, below: { value: 3 } });
});

test("where less is better, smaller numbers reach it", () => {
  assert.equal(reached(results, 3, true), 3);
  assert.deepEqual(neighbours(results, 3, true), { above: { value: 3 }, below: { value: 19 } });
});

test("a number that nobody reached has no result above it", () => {
  assert.equal(reached(results, 50), 0);
  assert.equal(neighbours(results, 50).above, undefined);
});

test("a decimal comma, spaces and a true minus are understood; words are not", () => {
  assert.equal(typed("12,5"), 12.5);
  assert.equal(typed(" 1 200 "), 1200);
  assert.equal(typed("−3"), -3);
  for (const wrong of ["", "a lot", "1e5", "3 %", "."]) assert.equal(typed(wrong), null);
});
