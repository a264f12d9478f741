import assert from "node:assert/strict";
import { test } from "node:test";

Object.assign(globalThis, { document: { documentElement: { lang: "en" } } });
const { doors, MOST_BYTES } = await import("../scripts/pure/doors.js");
const { free, keyOf, slug } = await import("../scripts/pure/naming.js");
const { nearest } = await import("../scripts/pure/nearest.js");

const GITHUB = {
  letter: "mailto:a@b.example?subject={subject}&body={body}",
  new_file: "https://github.com/a/b/new/main?filename={path}&value={text}",
  edit: "https://github.com/a/b/edit/main/{path}",
};
const GITLAB = { new_file: "https://gitlab.com/a/b/-/new/main?file_name={path}" };
const FILE = {
  path: "casestudies/a.yml",
  text: "title: Größe & mehr\n",
  subject: "A&B",
  body: "one\ntwo",
  known: false,
};

test("a new file goes into the address, with all its signs encoded", () => {
  const { open, carries, tooLong } = doors(GITHUB, FILE);
  const asked = new URL(open).searchParams;
  assert.equal(asked.get("filename"), FILE.path);
  assert.equal(asked.get("value"), FILE.text);
  assert.deepEqual([carries, tooLong], [true, false]);
});

test("an address of as many bytes as hosts refuse is none, and says so", () => {
  const { open } = doors(GITHUB, FILE);
  const room = MOST_BYTES - open.length - 1;
  assert.ok(doors(GITHUB, { ...FILE, text: FILE.text + "x".repeat(room) }).open);
  assert.deepEqual(doors(GITHUB, { ...FILE, text: FILE.text + "x".repeat(room + 1) }), {
    ...doors(GITHUB, FILE),
    open: null,
    tooLong: true,
  });
});

test("where the host takes no text in an address, its length does not matter", () => {
  const { open, carries, mail } = doors(GITLAB, { ...FILE, text: "x".repeat(20_000) });
  assert.equal(open, "https://gitlab.com/a/b/-/new/main?file_name=casestudies/a.yml");
  assert.deepEqual([carries, mail], [false, null]);
});

test("a file that is there already is opened, not made a second time", () => {
  assert.equal(doors(GITHUB, { ...FILE, known: true }).open, "https://github.com/a/b/edit/main/casestudies/a.yml");
});

test("without settings there is no door", () => {
  assert.deepEqual(doors({}, FILE), { mail: null, open: null, carries: false, tooLong: false });
});

test("a mail counts its lines as mail does", () => {
  assert.equal(doors(GITHUB, FILE).mail, "mailto:a@b.example?subject=A%26B&body=one%0D%0Atwo");
});

test("names are made from words in any European language", () => {
  assert.equal(slug("Größere Mülleimer: 33 % less!"), "grossere-mulleimer-33-less");
  assert.equal(slug("Águilas, Łódź"), "aguilas-lodz");
  assert.equal(slug("one two three four", 10), "one-two");
  assert.equal(slug("…"), "");
});

test("the key of a source is its publisher and year, and no key is used twice", () => {
  assert.equal(keyOf({ publisher: "City of Delft council", date: "2024-06" }, []), "city-of-delft-2024");
  assert.equal(keyOf({ publisher: "City of Delft" }, ["city-of-delft"]), "city-of-delft-2");
  assert.equal(keyOf({ publisher: "Ours" }, []), "ours-2");
  assert.equal(keyOf({}, []), "");
  assert.equal(free("a", ["a", "a-2"]), "a-3");
});

test("the nearest word is offered, else those there are", () => {
  assert.equal(nearest("bruges-", ["ghent", "bruges"]), 'Did you mean "bruges"?');
  assert.equal(nearest("x", ["b", "a"]), "Use one of: a, b.");
  assert.equal(nearest("x", []), "There is nothing to choose from yet.");
});
