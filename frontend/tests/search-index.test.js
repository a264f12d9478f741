// Words as searches compare them.
import assert from "node:assert/strict";
import { test } from "node:test";
import { fold, searchIndex, sought, term, wordsOf } from "../scripts/pure/search-index.js";

test("case, accents and letters with strokes are the same to a search", () => {
  assert.equal(fold("Sønderborg, Łódź, STRAßE, Águilas"), "sonderborg, lodz, strasse, aguilas");
});

test("a word with a hyphen is found in parts and as a whole; an apostrophe divides nothing", () => {
  assert.deepEqual(wordsOf("Wi-Fi won’t open!"), ["wi", "fi", "wont", "open", "wifi"]);
});

test("one and many are one word; glass is not many glas", () => {
  assert.deepEqual(["sensors", "glass", "gas"].map(term), ["sensor", "glass", "gas"]);
});

test("words that stand everywhere say nothing, but “no” does", () => {
  assert.deepEqual(["the", "your", "no", "nobody"].map(term), [null, null, "no", "nobody"]);
});

test("in a short list, the parts of words are sought", () => {
  assert.deepEqual(sought(" The Łódź  trams"), ["lodz", "trams"]);
  assert.deepEqual(sought("of the"), []);
});

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

test("all words must be there, or any, as an index asks", () => {
  assert.deepEqual(found("litter lamps"), []);
  assert.deepEqual(found("litter lamps", { combineWith: "OR" }).sort(), ["bins", "lamps"]);
});

test("short words are forgiven a slip only where an index says so", () => {
  assert.deepEqual(found("lamb"), []);
  assert.deepEqual(found("lamb", { forgiving: 4 }), ["lamps"]);
});
