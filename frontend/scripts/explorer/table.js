// Case studies as a table, and the same rows as CSV.
import { root } from "../data.js";
import { csv, save } from "../dom.js";
import { _ } from "../language.js";
import { Grade, Unknown } from "../parts.js";
import { effectOf } from "../pure/choose.js";
import { html, memo, useEffect, useState } from "../view.js";
import { addressOfCase, inWords, placesOf, Solutions, Sourced, studies, when } from "./parts.js";

const HEADS = [
  _("Case study"),
  _("Grade"),
  _("Headline result"),
  _("Place"),
  _("Money"),
  _("What became of it"),
  _("Solution"),
  _("Effect in per cent"),
  _("Services"),
  _("When"),
];

/** Rows that are there at once, and those that follow in each frame until all are. */
const FIRST = 30;
const CHUNK = 50;

function Headline({ headline }) {
  if (!headline) return html`<${Unknown} says=${_("no number on its aim was found")} />`;
  return html`<${Sourced} ...${headline} /><small>${" "}${_("{what} ({kind})", headline)}</small>`;
}

function Effect({ effect }) {
  if (!effect) return html`<${Unknown} says=${_("no change in per cent reported")} />`;
  return html`<${Sourced} ...${effect} /><small>${" "}${_("{what} ({kind})", effect)}</small>`;
}

const Row = memo(({ study, effect, known }) => {
  const { names, cities } = known;
  return html`<tr data-case=${study.id}>
    <th scope="row"><a href=${addressOfCase(study)}>${study.title}</a></th>
    <td><${Grade} letter=${study.facets.grade[0]} /></td>
    <td><${Headline} headline=${study.headline} /></td>
    <td>${placesOf(study, cities)}</td>
    <td>${study.money ? html`<${Sourced} ...${study.money} />` : html`<${Unknown} />`}</td>
    <td>${inWords(study, "status", names)}</td>
    <td><${Solutions} study=${study} known=${known} /></td>
    <td><${Effect} effect=${effect} /></td>
    <td>${inWords(study, "theme", names)}</td>
    <td>${when(study)}</td>
  </tr>`;
});

/** How many rows are there by now, a few more in each frame: a thousand at once would hold up the page. */
function useGrowing(cases) {
  const [grown, grow] = useState({ cases, rows: FIRST });
  const rows = grown.cases === cases ? grown.rows : FIRST;
  useEffect(() => {
    if (rows >= cases.length) return;
    let wait;
    const frame = requestAnimationFrame(() => {
      wait = setTimeout(() => grow({ cases, rows: rows + CHUNK }));
    });
    return () => {
      cancelAnimationFrame(frame);
      clearTimeout(wait);
    };
  }, [cases, rows]);
  return rows;
}

/** All of these cases, in this order. */
export function Table({ cases, known, indicators }) {
  const rows = useGrowing(cases);
  const row = (study) =>
    html`<${Row} key=${study.id} study=${study} effect=${effectOf(study, indicators)} known=${known} />`;
  const label = _("Case studies as a table");
  return html`<div
    class="table-scroll" tabindex="0" role="region" aria-label=${label} aria-busy=${String(rows < cases.length)}
  >
    <table class="explorer-table">
      <caption>${studies(cases.length)}</caption>
      <thead><tr>${HEADS.map((title) => html`<th scope="col">${title}</th>`)}</tr></thead>
      <tbody>${cases.slice(0, rows).map(row)}</tbody>
    </table>
  </div>`;
}

const COLUMNS = [
  "theme",
  "solution",
  "programme",
  "size",
  "pathway",
  "step",
  "obstacle",
  "indicator",
  "status",
  "money",
];

function headOf(facets) {
  const titles = Object.fromEntries(facets.map(({ id, title }) => [id, title]));
  return [
    _("Id"),
    _("Case study"),
    _("Places"),
    _("Countries"),
    _("Evidence grade"),
    _("Start"),
    _("End"),
    ...COLUMNS.map((id) => titles[id]),
    _("Largest sum"),
    _("What the sum paid for"),
    _("Source of the sum"),
    _("Headline result"),
    _("What it counts"),
    _("Source of the headline result"),
    _("Effect"),
    _("Effect for the better in %"),
    _("What changed"),
    _("How it is known"),
    _("Source of the effect"),
    _("Page"),
  ];
}

function lineOf(study, { names, cities }, indicators) {
  const { money, headline } = study;
  const effect = effectOf(study, indicators);
  const places = study.cities.map((id) => cities[id]);
  // From a USB stick the full address would tell where the reader keeps their files.
  const base = location.protocol === "file:" ? "" : root;
  return [
    study.id,
    study.title,
    places.map(({ title }) => title).join("; "),
    [...new Set([...places.map(({ country }) => country), ...study.countries])].join("; "),
    study.facets.grade[0],
    study.start,
    study.end,
    ...COLUMNS.map((id) => study.facets[id].map((value) => names[id][value]).join("; ")),
    ...[money?.text, money?.what, money?.url],
    ...[headline?.text, headline?.what, headline?.url],
    ...[effect?.text, effect?.change, effect?.what, effect?.kind, effect?.url],
    `${base}casestudies/${study.id}/`,
  ];
}

/** Save cases as CSV, with every facet in words. */
export function saveTable(cases, known, indicators) {
  const lines = cases.map((study) => lineOf(study, known, indicators));
  save("case-studies.csv", "text/csv", csv([headOf(known.facets), ...lines]));
}
