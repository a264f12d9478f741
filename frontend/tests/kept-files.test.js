// What a copy that is kept still needs.
import assert from "node:assert/strict";
import { test } from "node:test";
import { bytesOf, changedFiles, megabytes } from "../scripts/pure/kept-files.js";

const NOW = [
  ["", 100, "a"],
  ["cities/", 2_400_000, "b"],
  ["assets/site.css", 10, "c"],
];

test("only what is new or has changed is fetched again", () => {
  const kept = [
    ["", 100, "a"],
    ["cities/", 90, "old"],
    ["gone/", 5, "x"],
  ];
  assert.deepEqual(
    changedFiles(NOW, kept).map(([address]) => address),
    ["cities/", "assets/site.css"],
  );
  assert.deepEqual(changedFiles(NOW, NOW), []);
});

test("its size is told in whole megabytes", () => {
  assert.equal(megabytes(bytesOf(NOW)), 2);
  assert.equal(megabytes(3), 1);
});
