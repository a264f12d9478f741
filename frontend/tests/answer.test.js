import assert from "node:assert/strict";
import { test } from "node:test";
import { answered, asked, file, plain, read } from "../scripts/pure/answer.js";

const NOTHING = { now: {}, source: {}, by: "", note: "" };
const SOURCE = { title: "Annual report", publisher: "City of Bruges", url: "https://city.example/report" };
const gap = (more) => ({ file: "casestudies/a.yml", field: "period.end", was: null, shape: "value", ...more });
const one = (input) => [{ name: "", input, needed: true }];

test("an address names kind, entry and field, whether its brackets are written out or not", () => {
  const wanted = { kind: "casestudy", id: "bins-bruges", field: "results[2].measured_by" };
  assert.deepEqual(asked("#casestudy/bins-bruges/results[2].measured_by"), wanted);
  assert.deepEqual(asked("#casestudy/bins-bruges/results%5B2%5D.measured_by"), wanted);
});

test("an address that was made up names nothing", () => {
  for (const wrong of [
    "",
    "#by-hand",
    "#a/../b/c",
    "#a/b/<b>",
    "#a/b/c[x]",
    "#a/b/c/d",
    "#A/b/c",
    "#a/b/%3Cscript%3E",
  ]) {
    assert.equal(asked(wrong), null, wrong);
  }
});

test("dates are those of the calendar", () => {
  for (const right of ["2024", "2024-02", "2024-02-29"]) assert.deepEqual(read("date", right, true), { value: right });
  for (const wrong of ["24", "2024-13", "2023-02-29", "June 2024", "2024-6"]) {
    assert.deepEqual(read("date", wrong, true), { problem: "date" }, wrong);
  }
});

test("a number may have a decimal comma; one that could be thousands is asked for again", () => {
  assert.deepEqual(read("number", "12,5", true), { value: 12.5 });
  assert.deepEqual(read("number", "−3", true), { value: -3 });
  assert.deepEqual(read("number", "10 000", true), { value: 10_000 });
  assert.deepEqual(read("number", "0.125", true), { value: 0.125 });
  for (const unclear of ["10.000", "1,500", "1.028.787"]) {
    assert.equal(read("number", unclear, true).problem, "thousands", unclear);
  }
  for (const wrong of ["33 %", "a lot", "1e5", "30-35"]) assert.equal(read("number", wrong, true).problem, "number");
});

test("what may be left empty is null, what is needed is asked for", () => {
  assert.deepEqual(read("text", " ", false), { value: null });
  assert.deepEqual(read("text", "", true), { problem: "empty" });
});

test("a text loses line ends and signs that nobody sees, and is refused with markup", () => {
  assert.equal(plain(" a\n\nb\u200b\u00adc\u202e "), "a bc");
  assert.equal(read("text", "a <b>", true).problem, "markup");
  assert.equal(read("long", "{{ x }}", true).problem, "markup");
  assert.equal(read("country", "be", true).value, "BE");
});

test("an answer without source is short", () => {
  const { answer } = answered(gap({ parts: one("date") }), { ...NOTHING, now: { "": "2024-06" } }, "2026-11-30");
  assert.equal(file(answer), 'file: "casestudies/a.yml"\nfield: "period.end"\nwas: null\nnow: "2024-06"\n');
});

test("an answer that needs a source asks for it, and half a source is asked for whole", () => {
  const sourced = gap({ parts: one("long"), sourced: true });
  const { problems } = answered(sourced, { ...NOTHING, now: { "": "It paid." } }, "2026-11-30");
  assert.deepEqual(Object.keys(problems), ["source-title", "source-publisher", "source-url"]);
  const half = answered(gap({ parts: one("date") }), { ...NOTHING, now: { "": "2024" }, source: { title: "x" } }, "");
  assert.deepEqual(Object.keys(half.problems), ["source-publisher", "source-url"]);
});

test("the first of a list is a group behind a dash, the source a group", () => {
  const parts = [
    { name: "amount", input: "number", needed: true },
    { name: "what", input: "text", needed: true },
  ];
  const money = gap({ field: "money", was: [], shape: "item", parts, sourced: true });
  const typed = { ...NOTHING, now: { amount: "48000", what: 'the "big" one: all' }, source: SOURCE, by: "city" };
  const { answer } = answered(money, typed, "2026-11-30");
  assert.equal(
    file(answer),
    [
      'file: "casestudies/a.yml"',
      'field: "money"',
      "was: []",
      "now:",
      "  - amount: 48000",
      '    what: "the \\"big\\" one: all"',
      "source:",
      '  title: "Annual report"',
      '  publisher: "City of Bruges"',
      '  url: "https://city.example/report"',
      "  date: null",
      '  read: "2026-11-30"',
      'by: "city"',
      "",
    ].join("\n"),
  );
});
