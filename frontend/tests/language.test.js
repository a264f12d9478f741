import assert from "node:assert/strict";
import { test } from "node:test";

// A page in Dutch, with the words that its catalogue holds.
const page = { documentElement: { lang: "nl" } };
Object.assign(globalThis, {
  document: page,
  scifiWords: { "{n} case": ["{n} geval", "{n} gevallen"], "{found} of {all} fit": "{found} van {all} passen" },
});
const { _, andList, longDate, ngettext, number, orList, partialDate } = await import("../scripts/language.js");

test("a text is said in the language of the page, with its values", () => {
  assert.equal(_("{found} of {all} fit", { found: 2, all: 3 }), "2 van 3 passen");
});

test("a text that no catalogue holds stays English", () => {
  assert.equal(_("Nothing fits {name}.", { name: "{x}" }), "Nothing fits {x}.");
  assert.equal(ngettext("{n} city", "{n} cities", 2), "2 cities");
});

test("a number chooses the form of the word, and is grouped as the language groups it", () => {
  assert.equal(ngettext("{n} case", "{n} cases", 1), "1 geval");
  assert.equal(ngettext("{n} case", "{n} cases", 1234), "1.234 gevallen");
  assert.equal(number(0.25), "0,25");
});

test("lists and days follow the language", () => {
  assert.equal(andList(["a", "b", "c"]), "a, b en c");
  assert.equal(longDate(new Date(2024, 4, 14)), "14 mei 2024");
  assert.equal(orList(["a", "b", "c"]), "a, b of c");
});

test("a date is as exact as it is known", () => {
  assert.deepEqual(["2024", "2024-05", "2024-05-14"].map(partialDate), ["2024", "mei 2024", "14 mei 2024"]);
});
