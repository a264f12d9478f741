// From a question to what is called so.
import assert from "node:assert/strict";
import { test } from "node:test";
import { nameSearch } from "../scripts/pure/name-search.js";

const entry = (id, ...names) => ({ id, names: names.map((text) => ({ text })) });

const SOLUTIONS = [
  entry("bins", "Fill sensors in bins", "smart bins", "slimme vuilnisbakken", "poubelles intelligentes"),
  entry("lamps", "New LED street lamps", "led-straatverlichting", "éclairage public", "Straßenbeleuchtung"),
  entry("heat", "A heat network", "réseau de chaleur", "Fernwärme"),
  entry("buses", "Buses on demand", "on-demand minibus", "start-up bus"),
];

/** Ids of what is found, best first, for several questions. */
const found = (...questions) => questions.map((words) => nameSearch(SOLUTIONS)(words).map(({ entry: { id } }) => id));

test("a question that says a name in any language finds what is called so", () => {
  assert.deepEqual(
    found(
      "do smart bins save kilometres",
      "slimme vuilnisbakken, werkt dat?",
      "est-ce que le réseau de chaleur est rentable ?",
      "Was kostet Fernwärme?",
    ),
    [["bins"], ["bins"], ["heat"], ["heat"]],
  );
});

test("the name that was said is told", () => {
  const [{ name }] = nameSearch(SOLUTIONS)("poubelles intelligentes");

  assert.equal(name.text, "poubelles intelligentes");
});

test("a slip, a plural, a hyphen and a word inside a long one are forgiven", () => {
  assert.deepEqual(found("fernwarme", "smart bin", "startup bus", "Beleuchtung", "poubeles inteligentes"), [
    ["heat"],
    ["bins"],
    ["buses"],
    ["lamps"],
    ["bins"],
  ]);
});

test("one word of two finds nothing in a long question, but does when it stands alone", () => {
  assert.deepEqual(found("is our smart plan good", "vuilnisbakken"), [[], ["bins"]]);
});

test("little words are no name, and no words find nothing", () => {
  assert.deepEqual(found("on de la à", "", "the"), [[], [], []]);
});

test("a word in its right letters is not taken for another with a slip", () => {
  const search = nameSearch([entry("waste", "déchets verts"), entry("law", "décrets verts")]);

  assert.deepEqual(
    search("déchets").map(({ entry: { id } }) => id),
    ["waste"],
  );
});
