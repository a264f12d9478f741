// A comparison as a table.
import { root } from "../data.js";
import { _, ngettext } from "../language.js";
import { Unknown } from "../parts.js";
import { Html, html } from "../view.js";

/** Verdicts of rows that show no difference. */
const ALIKE = ["same", "unknown"];

/** Whether a row is left out where only differences are wanted. */
export const isHidden = (row, differ) => differ && ALIKE.includes(row.verdict);

const Cell = ({ text }) =>
  text === null ? html`<div class="cell"><${Unknown} /></div>` : html`<${Html} as="div" class="cell" text=${text} />`;

function RowHead({ row }) {
  return html`<th scope="row">
    <span class="row-title">${row.url ? html`<a href=${root + row.url}>${row.title}</a>` : row.title}</span>
    <span class=${`mark mark-${row.verdict}`}>
      <span class="sign" aria-hidden="true">${row.sign}</span><span class="mark-says"> ${row.says}</span>
    </span>
    ${row.note && html`<small>${row.note}</small>`}
  </th>`;
}

function Row({ row, hidden }) {
  const room = row.lines ? `lines-${row.lines}` : "not-on-paper";
  return html`<tr data-verdict=${row.verdict} class=${room} hidden=${hidden}>
    <${RowHead} row=${row} />
    ${row.cells.map((text) => html`<td><${Cell} text=${text} /></td>`)}
  </tr>`;
}

function Section({ title, rows, cases, differ }) {
  return html`<tbody hidden=${rows.every((row) => isHidden(row, differ))}>
    <tr class="section not-on-paper">
      <th scope="rowgroup">${title}</th>
      ${cases.map(({ about }) => html`<td>${about.place}</td>`)}
    </tr>
    ${rows.map((row) => html`<${Row} row=${row} hidden=${isHidden(row, differ)} />`)}
  </tbody>`;
}

const CaseHead = ({ about }) =>
  html`<th scope="col"><a href=${root + about.url}>${about.title}</a><small>${about.place}</small></th>`;

/** The table of cases and sections; with `differ` only rows that show a difference. */
export function Table({ cases, sections, differ }) {
  const caption = ngettext(
    "{n} case study side by side. Numbers lead to their sources.",
    "{n} case studies side by side. Numbers lead to their sources.",
    cases.length,
  );
  return html`<div class="table-scroll" tabindex="0" role="region" aria-label=${_("Comparison")}>
    <table class="compare-table">
      <caption>${caption}</caption>
      <thead>
        <tr>
          <th scope="col">${_("Compared")}</th>
          ${cases.map(({ about }) => html`<${CaseHead} about=${about} />`)}
        </tr>
      </thead>
      ${sections.map((section) => html`<${Section} ...${section} cases=${cases} differ=${differ} />`)}
    </table>
  </div>`;
}
