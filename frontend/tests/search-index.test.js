// Entries found by their words.
import assert from "node:assert/strict";
import { test } from "node:test";
import { searchIndex } from "../scripts/pure/search-index.js";

/**
 * @param {string} query
 * @param {{ combineWith?: "AND" | "OR", forgiving?: number }} options
 */
function found(query, { combineWith = "AND", forgiving = 5 } = {}) {
  const index = searchIndex({ fields: ["text"], combineWith, forgiving });
  index.addAll([
    { id: "lamps", text: "Street lamps that dim in Águilas" },
    { id: "bins", text: "Litter bins in Sønderborg" },
  ]);
  return index.search(query).map(({ id }) => id);
}

test("the beginning of a word, a plural and a slip are enough", () => {
  for (const query of ["aguilas", "lamp", "stre", "streat lamps", "the dim lamps"]) {
    assert.deepEqual(found(query), ["lamps"], query);
  }
});

test("a name is found in whichever way it is written", () => {
  for (const query of ["streetlamp", "street-lamp", "street lamp"]) assert.deepEqual(found(query), ["lamps"], query);
  const index = searchIndex({ fields: ["text"], combineWith: "AND", forgiving: 5 });
  index.addAll([
    { id: "one", text: "a streetlight" },
    { id: "parts", text: "a street-light" },
    { id: "two", text: "a light on the street" },
  ]);

  const ids = (query) =>
    index
      .search(query)
      .map(({ id }) => id)
      .sort();
  assert.deepEqual(["streetlight", "street light", "street-light"].map(ids), Array(3).fill(["one", "parts", "two"]));
});

test("all words must be there, or any, as an index asks", () => {
  assert.deepEqual(found("litter lamps"), []);
  assert.deepEqual(found("litter lamps", { combineWith: "OR" }).sort(), ["bins", "lamps"]);
});

test("short words are forgiven a slip only where an index says so", () => {
  assert.deepEqual(found("lamb"), []);
  assert.deepEqual(found("lamb", { forgiving: 4 }), ["lamps"]);
});
