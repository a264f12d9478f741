import assert from "node:assert/strict";
import { test } from "node:test";
import { maturityClass, weakest } from "../scripts/pure/maturity.js";
import { examples } from "./examples.js";

for (const [name, example] of Object.entries(examples("maturity"))) {
  test(`${name}: ${example.says}`, () => {
    assert.equal(maturityClass(example.levels), example.class);
    assert.deepEqual(weakest(example.levels), example.weakest);
  });
}
