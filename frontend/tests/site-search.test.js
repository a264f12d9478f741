// From a question to what is called so.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { siteSearch } from "../scripts/pure/site-search.js";
import { siteData } from "./examples.js";

const FILE = new URL("../../tests/examples/search/questions.tsv", import.meta.url);
const QUESTIONS = readFileSync(FILE, "utf-8")
  .trimEnd()
  .split("\n")
  .slice(1)
  .map((line) => line.split("\t"))
  .map(([query, group, expected]) => ({ query, group, expected: expected.split("|") }));

const entry = (id, ...names) => ({ id, kind: "solution", names: names.map((text) => ({ text })), text: "", more: "" });

const SOLUTIONS = [
  entry("bins", "Fill sensors in bins", "smart bins", "slimme vuilnisbakken", "poubelles intelligentes"),
  entry("lamps", "New LED street lamps", "led-straatverlichting", "éclairage public", "Straßenbeleuchtung"),
  entry("heat", "A heat network", "réseau de chaleur", "Fernwärme"),
  entry("buses", "Buses on demand", "on-demand minibus", "start-up bus"),
];

/** Ids of what is found, best first, for several questions. */
const found = (...questions) => questions.map((words) => siteSearch(SOLUTIONS)(words).map(({ entry: { id } }) => id));

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
  const [{ name }] = siteSearch(SOLUTIONS)("poubelles intelligentes");

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

test("what answers the whole question stands before what answers a part of it", () => {
  const search = siteSearch([
    entry("waste", "waste"),
    entry("heat", "waste heat of a data centre"),
    entry("centre", "centre of the town"),
  ]);

  assert.equal(search("waste heat data centre")[0].entry.id, "heat");
  assert.equal(search("waste")[0].entry.id, "waste");
});

test("what a page is about is found where no name fits, after those that are called so", () => {
  const lamps = { ...entry("lamps", "New street lamps"), text: "The village of Agrón changed all of them." };
  const search = siteSearch([lamps, entry("agron", "Agrón")]);

  assert.deepEqual(
    search("agron").map(({ entry: { id }, name }) => [id, name?.text ?? null]),
    [
      ["agron", "Agrón"],
      ["lamps", null],
    ],
  );
});

test("swapped letters of a short word, an article bound to its word, one word for two are forgiven", () => {
  const search = siteSearch([entry("law", "GDPR"), entry("leak", "fuite d'eau"), entry("lock", "vendor lock-in")]);
  const first = (words) => search(words)[0]?.entry.id;

  assert.deepEqual(["gdrp", "l'eau", "vendor lockin", "gdpx"].map(first), ["law", "leak", "lock", undefined]);
});

test("little words are no name, and no words find nothing", () => {
  assert.deepEqual(found("on de la à", "", "the"), [[], [], []]);
});

test("a word in its right letters is not taken for another with a slip", () => {
  const search = siteSearch([entry("waste", "déchets verts"), entry("law", "décrets verts")]);

  assert.deepEqual(
    search("déchets").map(({ entry: { id } }) => id),
    ["waste"],
  );
});

/** How many questions of a group lead to a page that answers them: all, among the first three, first. */
async function counts(group) {
  const search = siteSearch(await siteData("search"));
  const asked = QUESTIONS.filter((question) => group(question.group));
  const places = asked.map(({ query, expected }) => {
    const pages = [...new Set(search(query).map(({ entry: { url } }) => `/${url.replace(/#.*/, "")}`))];
    return pages.findIndex((page) => expected.includes(page));
  });
  const lost = asked.filter((_question, at) => places[at] < 0 || places[at] > 2).map(({ query }) => query);
  const near = asked.length - lost.length;
  return { near: near / asked.length, first: places.filter((place) => place === 0).length / asked.length, lost };
}

test("real questions in English find their page among the first three", async () => {
  const { near, first, lost } = await counts((group) => /^en|typo|acronym|name/.test(group));

  assert.ok(near >= 0.95 && first >= 0.75, `${near}, ${first}: ${lost.join("; ")}`);
});

test("and those in Dutch, French and German", async () => {
  const { near, first, lost } = await counts((group) => ["nl", "fr", "de"].includes(group));

  assert.ok(near >= 0.85 && first >= 0.75, `${near}, ${first}: ${lost.join("; ")}`);
});
