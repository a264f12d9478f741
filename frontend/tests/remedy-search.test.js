// From words in trouble to remedies.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { remedySearch } from "../scripts/pure/remedy-search.js";
import { siteData } from "./examples.js";

const TABLE = new URL("../../tests/examples/search/remedies.tsv", import.meta.url);

const remedy = (id, symptoms, more = {}) => ({
  id,
  symptoms,
  title: "It went wrong",
  urgency: 1,
  synonyms: [],
  called: [],
  summary: "",
  about: [],
  ...more,
});

/** Id and sentence of each match, for several queries. */
const search = (remedies, ...queries) =>
  queries.map((words) => remedySearch(remedies)(words).map(({ remedy: { id }, said }) => [id, said?.text ?? null]));

test("a sentence with all words comes before those with some, and is named as what matched", () => {
  const remedies = [
    remedy("money", ["council says no money", "grant refused"]),
    remedy("vote", ["new mayor", "council says no"]),
    remedy("law", ["ministry says no"]),
  ];

  const [found] = search(remedies, "council says no");

  assert.deepEqual(found.slice(0, 2), [
    ["vote", "council says no"],
    ["money", "council says no money"],
  ]);
});

test("among about equally good matches the urgent comes first; a clearly better one stays first", () => {
  const remedies = [
    remedy("week", ["pump is broken again"]),
    remedy("today", ["broken pump in the street tonight"], { urgency: 0 }),
    remedy("other", ["nothing of the kind", "trees"], { urgency: 0 }),
  ];

  const [almost, clearly] = search(remedies, "pump", "pump is broken again");

  assert.deepEqual(
    almost.map(([id]) => id),
    ["today", "week"],
  );
  assert.equal(clearly[0][0], "week");
});

test("other words for the same trouble count as much as a symptom", () => {
  const remedies = [
    remedy("bankrupt", ["nobody answers the phone"], { synonyms: ["insolvency", "chapter eleven"] }),
    remedy("stuck", ["meeting after meeting"]),
  ];

  assert.deepEqual(search(remedies, "insolvency", "insolvent"), [
    [["bankrupt", "insolvency"]],
    [["bankrupt", "insolvency"]],
  ]);
});

test("half a word, a slip, a plural, an accent, a hyphen and an apostrophe all arrive", () => {
  const remedies = [remedy("a", ["sensors die in winter"]), remedy("b", ["Wi-Fi élève won't open"])];
  const expected = { a: ["sens", "senzors", "sensor", "SENSORS"], b: ["wifi", "wi fi", "eleve", "élèves", "wont"] };

  for (const [id, queries] of Object.entries(expected)) {
    for (const words of queries) assert.equal(search(remedies, words)[0][0]?.[0], id, words);
  }
});

test("a word that stands nowhere does not hide the rest", () => {
  const remedies = [remedy("a", ["sensors die in winter"]), remedy("b", ["new mayor"])];

  assert.deepEqual(search(remedies, "help, xyzzyqwv: sensors die"), [[["a", "sensors die in winter"]]]);
});

test("words that say nothing find nothing, but “no” matters", () => {
  const remedies = [remedy("a", ["it is the supplier"]), remedy("b", ["there is no supplier"])];

  const [nothing, no] = search(remedies, "what is the", "no supplier");

  assert.deepEqual(nothing, []);
  assert.equal(no[0][0], "b");
});

test("title, summary and obstacle are searched too; they name no sentence and count less", () => {
  const remedies = [
    remedy("titled", ["x"], { title: "The gateway is offline" }),
    remedy("told", ["y"], { summary: "A long text about the weather and a gateway somewhere." }),
    remedy("about", ["z"], { about: ["Gateway trouble"] }),
  ];

  const [found] = search(remedies, "gateway");

  assert.deepEqual(found[0], ["titled", null]);
  assert.ok(found.some(([id]) => id === "about"));
});

test("whoever says a sentence of the aid kit gets its remedy among the first three", async () => {
  const remedies = await siteData("remedies");
  const find = remedySearch(remedies);
  const firstThree = (sentence) =>
    find(sentence)
      .slice(0, 3)
      .map((match) => match.remedy.id);

  const missed = remedies.flatMap(({ id, symptoms, synonyms, called }) =>
    [...symptoms, ...synonyms, ...called.map(({ text }) => text)].filter(
      (sentence) => !firstThree(sentence).includes(id),
    ),
  );

  assert.ok(remedies.length > 20);
  assert.deepEqual(missed, []);
});

test("what an officer would say, in four languages, finds the right remedy, mostly first", async () => {
  const find = remedySearch(await siteData("remedies"));
  const rows = readFileSync(TABLE, "utf-8").trimEnd().split("\n").slice(1);
  const places = rows.map((row) => {
    const [said, expected] = row.split("\t");
    return find(said).findIndex((match) => expected.split("|").includes(match.remedy.id));
  });

  assert.deepEqual(
    rows.filter((_row, at) => places[at] < 0 || places[at] > 1),
    [],
  );
  assert.ok(places.filter((place) => place === 0).length >= 0.9 * rows.length);
});

test("a name in another language says which", () => {
  const search = remedySearch([remedy("bankrupt", [], { called: [{ text: "leverancier failliet", lang: "nl" }] })]);

  assert.deepEqual(search("failliet")[0].said, { text: "leverancier failliet", lang: "nl" });
});
