// Words as every search of the site compares them.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { asked, fold, listSearch, term, wordsJoined, wordsOf } from "../scripts/pure/folding.js";

const TABLE = new URL("../../tests/examples/search/folding.tsv", import.meta.url);

test("case, accents, strokes and raised or lowered signs do not count, in Python neither", () => {
  const rows = readFileSync(TABLE, "utf-8").trimEnd().split("\n").slice(1);

  for (const [text, folded] of rows.map((row) => row.split("\t"))) assert.equal(fold(text), folded);
});

test("an apostrophe divides nothing, but the article before it is no word", () => {
  assert.deepEqual(wordsOf("The city’s Wi-Fi won't open!"), ["the", "citys", "wi", "fi", "wont", "open"]);
  assert.deepEqual(wordsOf("fuite d'eau, qualità dell'aria"), ["fuite", "eau", "qualita", "aria"]);
});

test("a word with a hyphen may be written as one", () => {
  assert.deepEqual(wordsJoined("Wi-Fi, 24-hour"), ["wifi", "24", "hour"]);
});

test("one and many are one word; glass is not many glas; little words are none, but “no” is", () => {
  assert.deepEqual(["sensors", "cities", "glass", "gas"].map(term), ["sensor", "city", "glass", "gas"]);
  assert.deepEqual(["the", "your", "no", "nobody"].map(term), [null, null, "no", "nobody"]);
});

test("two words known as one may be written so, and one as two that are known", () => {
  const knows = (word) => ["street", "light", "streetlight", "lockin", "per", "son"].includes(word);

  assert.deepEqual(asked("the street lights", knows), [[["street", "light"], ["streetlight"]]]);
  assert.deepEqual(asked("streetlights", knows), [[["streetlight"], ["street", "light"]]]);
  assert.deepEqual(asked("lock-in", knows), [[["lock"], ["lockin"]]]);
  assert.deepEqual(asked("person", knows), [[["person"]]]);
  assert.deepEqual(asked("of the", knows), []);
});

const TEXTS = [
  "Street light in Łódź",
  "Streetlights, dimmed",
  "Street-light with sensors",
  "CO₂ in schools",
  "Straßenbeleuchtung",
  "Litter bins in Sønderborg",
];

/** Places of the texts that fit. */
const found = (question) => listSearch(TEXTS)(question).flatMap((fits, place) => (fits ? [place] : []));

test("in a short list, however a name is written, the same is found", () => {
  for (const question of ["street light", "Street-Lights", "streetlight", "the STREETLIGHTS"]) {
    assert.deepEqual(found(question), [0, 1, 2], question);
  }
  assert.deepEqual(["co2", "CO₂", "lodz", "strasse", "beleuchtung", "bin", "sonder"].map(found), [
    [3],
    [3],
    [0],
    [4],
    [4],
    [5],
    [5],
  ]);
});

test("every word must be there, short ones as the beginning of a word; no words leave the whole list", () => {
  assert.deepEqual(found("street sensor"), [2]);
  assert.deepEqual(found("reet"), []);
  assert.deepEqual(found("of the").length, TEXTS.length);
});
