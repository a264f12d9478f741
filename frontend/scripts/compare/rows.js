// A comparison as sections of rows: what each case says on it, and whether they say the same.
import { h } from "../dom.js";
import { _, number } from "../language.js";
import { commonUnit, resultVerdict, union, verdict } from "../pure/comparing.js";

/** Each verdict with its sign and its words. */
const MARKS = {
  same: ["=", _("same in all")],
  differs: ["≠", _("differs")],
  partly: ["≈", _("partly the same")],
  units: ["≠", _("other units")],
  kinds: ["≠", _("differs, and so does the kind of evidence")],
  missing: ["?", _("not known of all")],
  unknown: ["?", _("not known of any")],
  words: ["¶", _("in words, for you to read")],
  one: ["1", _("only one has it")],
};

/**
 * A row: its verdict with sign and words, and a cell for each case, as HTML of our build or null.
 *
 * @param {{ title: string, verdict: string, lines: number, cells: (string | null)[], says?: string | null }
 *   & Record<string, any>} values `lines` is the room it has on paper; without any it is not printed.
 */
function row({ says, ...values }) {
  const [sign, words] = MARKS[values.verdict];
  return { ...values, sign, says: says ?? words };
}

function fixedRow({ key, title, note, values, lines }, cases) {
  return row({
    title,
    note,
    lines,
    verdict: values ? verdict(cases.map((study) => study.values[key])) : "words",
    cells: cases.map((study) => study.cells[key]),
  });
}

/** A result's HTML; where it was worked out in the unit of the row, the sum stands beside it. */
function resultHtml(result, unit) {
  const made = h("div", { class: "result" });
  made.innerHTML = result.html;
  const same = result.in_units[unit]?.text;
  if (same) made.querySelector(".number-line").after(h("p", { class: "converted on-paper-too" }, same));
  return made.outerHTML;
}

function resultRows(cases, printed) {
  return union(cases.map((study) => study.results)).map(({ id, title, url }, place) => {
    const results = cases.map((study) => study.results.find((result) => result.id === id)?.numbers ?? []);
    const unit = commonUnit(results.flat());
    return row({
      title,
      url,
      results,
      verdict: resultVerdict(results),
      lines: place < printed ? 2 : 0,
      cells: results.map((list) => list.map((result) => resultHtml(result, unit)).join("") || null),
    });
  });
}

function sharedBy(count, all) {
  if (count < 2) return null;
  if (count === all) return _("shared by all");
  return _("shared by {n} of {all}", { n: number(count), all: number(all) });
}

function obstacleVerdict(count, all) {
  if (count === all) return "same";
  return count === 1 ? "one" : "missing";
}

function obstacleRows(cases, printed) {
  return union(cases.map((study) => study.obstacles)).map(({ id, title, url, count }, place) =>
    row({
      title,
      url,
      verdict: obstacleVerdict(count, cases.length),
      says: sharedBy(count, cases.length),
      lines: place < printed ? 2 : 0,
      cells: cases.map((study) => study.obstacles.find((met) => met.id === id)?.html ?? null),
    }),
  );
}

const emptyRow = (title, cases) => row({ title, verdict: "unknown", lines: 1, cells: cases.map(() => null) });

const orEmpty = (rows, title, cases) => (rows.length ? rows : [emptyRow(title, cases)]);

/** Sections as `{title, rows}`, in the order of the page; what was counted and met stands before the last. */
export function sections(index, cases) {
  const titles = [...new Set(index.rows.map(({ section }) => section))];
  const found = titles.map((title) => ({
    title,
    rows: index.rows.filter(({ section }) => section === title).map((fields) => fixedRow(fields, cases)),
  }));
  const results = resultRows(cases, index.printed.results);
  const obstacles = obstacleRows(cases, index.printed.obstacles);
  found.splice(
    -1,
    0,
    { title: _("Results"), rows: orEmpty(results, _("Numbers"), cases) },
    { title: _("Obstacles met"), rows: orEmpty(obstacles, _("Obstacles"), cases) },
  );
  return found;
}
