import assert from "node:assert/strict";
import { test } from "node:test";
import { blanks, chosen, filled, markdown, needs, parted, reason } from "../scripts/pure/contract.js";
import { examples } from "./examples.js";

const clause = (id, level, needed = []) => ({ id, level, needs: needed, pieces: [], title: id });

test("an answer makes what it brings needed, and cameras bring personal data", () => {
  assert.deepEqual(needs({ data: "cameras", place: "devices,app", ai: "no" }), [
    "cameras",
    "personal-data",
    "devices",
    "people-use-it",
  ]);
  assert.deepEqual(needs({}), []);
});

test("a small pilot has what every contract has", () => {
  const all = [clause("purpose", "must"), clause("ethics", "should"), clause("deposit", "if-needed", ["critical"])];
  const ids = (answers) => chosen(all, answers).map(({ clause: { id }, why }) => [id, why]);
  assert.deepEqual(ids({ price: "small" }), [["purpose", "every"]]);
  assert.deepEqual(ids({ price: "large", security: "critical" }), [
    ["purpose", "every"],
    ["ethics", "larger"],
    ["deposit", "critical"],
  ]);
  assert.deepEqual(ids({ price: "small", rollout: "yes" }), [
    ["purpose", "every"],
    ["ethics", "larger"],
  ]);
});

test("a clause with a condition stays out where nothing asks for it, at any level", () => {
  assert.equal(reason(clause("dpia", "must", ["personal-data"]), { price: "large" }), "");
  assert.equal(reason(clause("nothing", "if-needed"), { price: "large" }), "");
});

test("a blank is asked for once, with the proposal that any clause makes", () => {
  const found = blanks([
    ["By ", ["date", ""], "."],
    [["date", "1 May"], " for ", ["sum", ""]],
  ]);
  assert.deepEqual(
    [...found],
    [
      ["date", "1 May"],
      ["sum", ""],
    ],
  );
});

test("what is not filled in stays a blank; Markdown reads nothing into what is typed", () => {
  const one = { ...clause("price", "must"), pieces: ["It costs ", ["sum", "EUR 10"], " by ", ["day", ""]] };
  assert.equal(filled(one.pieces, { day: "1 May" }), "It costs [sum: EUR 10] by 1 May");
  const head = {
    title: "Contract",
    parties: ["Between ", ["name of the city", ""]],
    notes: ["Note"],
    annexesLead: "The annexes:",
    annexes: [
      { letter: "A", title: "Annex A: Places" },
      { letter: "B", title: "Annex B: Tests" },
    ],
    signatures: [
      ["", "City", "Firm"],
      ["Signature", "", ""],
    ],
  };
  one.pieces.push(", see Annex B.");
  assert.equal(
    markdown(head, [{ title: "Money", clauses: [one] }], { sum: "*5*" }),
    "# Contract\n\nBetween \\[name of the city\\]\n\nNote\n\n## 1 Money\n\n### 1.1 price\n\n" +
      "It costs \\*5\\* by \\[day\\], see Annex B.\n\nThe annexes:\n\n- Annex B: Tests\n\n" +
      "|  | City | Firm |\n|---|---|---|\n| Signature |  |  |\n",
  );
});

test("a blank stands in the part that names it first, and parts without one are left out", () => {
  const asked = new Map([
    ["date", "1 May"],
    ["sum", ""],
  ]);
  const found = parted(asked, [
    { title: "Start", texts: [["By ", ["date", ""]]] },
    { title: "Words", texts: [["None."]] },
    { title: "Money", texts: [[["sum", ""], " by ", ["date", ""]]] },
  ]);
  assert.deepEqual(
    found.map(({ title, asked: own }) => [title, [...own]]),
    [
      ["Start", [["date", "1 May"]]],
      ["Money", [["sum", ""]]],
    ],
  );
});

test("the answers choose the clauses that they choose in Python", () => {
  const { clauses, examples: table } = examples("contracts")["choices.json"];
  for (const { answers, chosen: expected } of table) {
    assert.deepEqual(
      Object.fromEntries(chosen(clauses, answers).map(({ clause: { id }, why }) => [id, why])),
      expected,
    );
  }
});
