// A comparison for a spreadsheet: each row as shown, and each number in its parts.
import { _ } from "../language.js";

/** What a cell says, without the numbers of its sources. */
function words(text) {
  if (text === null) return _("not reported");
  const { content } = Object.assign(document.createElement("template"), { innerHTML: text });
  for (const receipt of content.querySelectorAll(".receipt")) receipt.remove();
  for (const line of content.querySelectorAll("li, p")) line.append("\n");
  return content.textContent
    .replace(/[ \t]+/g, " ")
    .replace(/\s*\n\s*/g, "\n")
    .trim();
}

const value = ({ numbers: [from, to] }) => (to === undefined ? from : _("{from} to {to}", { from, to }));

const PARTS = [
  [_("{row}: value"), value],
  [_("{row}: qualifier"), (result) => result.qualifier],
  [_("{row}: unit"), (result) => result.unit],
  [_("{row}: baseline"), (result) => result.baseline],
  [_("{row}: change"), (result) => result.change],
  [_("{row}: kind"), (result) => result.kind],
  [_("{row}: measured by"), (result) => result.measured_by],
  [_("{row}: comparison"), (result) => result.comparison],
  [_("{row}: period"), (result) => result.period],
  [_("{row}: source"), (result) => result.source],
];

/** One number stays a number; several are told apart by a stroke. */
function partOf(list, take) {
  if (take === value && list.length === 1) return take(list[0]);
  return list.map((result) => take(result) ?? "").join(" | ");
}

function numberRows(section, { title, results = [] }) {
  if (!results.length) return [];
  return PARTS.map(([name, take]) => [
    section,
    name.replace("{row}", () => title),
    "",
    ...results.map((list) => partOf(list, take)),
  ]);
}

/** The rows of a spreadsheet, for `csv` of dom.js. */
export function sheet(cases, sections) {
  return [
    [_("section"), _("row"), _("compared"), ...cases.map(({ about }) => about.title)],
    ["", _("page"), "", ...cases.map(({ id }) => id)],
    ...sections.flatMap(({ title, rows }) =>
      rows.flatMap((row) => [[title, row.title, row.says, ...row.cells.map(words)], ...numberRows(title, row)]),
    ),
  ];
}
