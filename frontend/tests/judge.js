// Judge case studies as the form does: node judge.js FILE. The file holds libraries and cases, see
// tests/unit/test_form_rules.py; printed are the names of the rules that each case breaks.
import { readFileSync } from "node:fs";
import process from "node:process";

Object.assign(globalThis, { document: { documentElement: { lang: "en" } } });
const { problems, RULES, WITHOUT_TWIN } = await import("../scripts/pure/case-rules.js");
const { CHECKS } = await import("../scripts/pure/field-rules.js");

const { libraries, cases } = JSON.parse(readFileSync(process.argv[2], "utf-8"));
const judged = cases.map(({ id, data, library }) => problems(id, data, libraries[library]));
process.stdout.write(JSON.stringify({ rules: Object.keys(RULES), without: WITHOUT_TWIN, checks: CHECKS, judged }));
