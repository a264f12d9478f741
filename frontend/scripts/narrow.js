// A long list, narrowed by words and by group. The page itself holds the whole list.
import { onAddress, readAddress, writeAddress } from "./address.js";
import { _, number } from "./language.js";
import { listSearch } from "./pure/folding.js";
import { html, render } from "./view.js";

function rowsOf(element, title) {
  const rows = /** @type {NodeListOf<HTMLElement>} */ (element.querySelectorAll("[data-rows] > *, tbody > tr"));
  return [...rows].map((row) => {
    const fold = /** @type {HTMLElement | null} */ (row.closest("[data-name]"));
    return { row, text: `${title} ${fold?.dataset.name ?? ""} ${row.textContent}` };
  });
}

/** Every group of the list: id, heading, rows with their words, and what is folded in it. */
function groupsOf(page) {
  return [...page.querySelectorAll("[data-group]")].map((/** @type {HTMLElement} */ element) => {
    const heading = document.getElementById(element.dataset.group);
    const title = heading.textContent;
    const folds = [...element.querySelectorAll("details"), ...(element instanceof HTMLDetailsElement ? [element] : [])];
    return { id: heading.id, title, heading, element, rows: rowsOf(element, title), folds };
  });
}

/** Show the rows that fit, and only groups and folds that have some; gives how many rows are shown. */
function narrow(groups, search, { q, kind }) {
  const said = search(q);
  const narrowed = q.trim() !== "" || kind !== "";
  let place = 0;
  let shown = 0;
  for (const group of groups) {
    const found = group.rows.filter((_row, at) => (!kind || kind === group.id) && said[place + at]);
    place += group.rows.length;
    for (const { row } of group.rows) row.hidden = true;
    for (const { row } of found) row.hidden = false;
    group.element.hidden = group.heading.hidden = !found.length;
    for (const fold of group.folds) foldAround(fold, narrowed);
    shown += found.length;
  }
  return shown;
}

/** A fold with something that fits opens; when nothing is sought any more, it closes again. */
function foldAround(fold, narrowed) {
  const rows = [...fold.querySelectorAll("[data-rows] > *, tbody > tr")];
  if (!rows.length) return;
  fold.hidden = rows.every((/** @type {HTMLElement} */ row) => row.hidden);
  if (narrowed || "narrowed" in fold.dataset) fold.open = narrowed;
  fold.toggleAttribute("data-narrowed", narrowed);
}

function told(shown, all, { q, kind }) {
  const values = { found: number(shown), all: number(all) };
  if (!q.trim() && !kind) return _("{all} in this list", values);
  return shown ? _("{found} of {all} fit", values) : _("0 of {all} fit. Try fewer or other words.", values);
}

function Words({ label, q, type }) {
  return html`<div>
    <label for="narrow-words">${label}</label>
    <input
      id="narrow-words" type="search" autocomplete="off" value=${q} onInput=${(event) => type(event.target.value)}
    />
  </div>`;
}

const Option = ({ id, title }) => html`<option value=${id}>${title}</option>`;

function Group({ label, kind, groups, pick }) {
  return html`<div>
    <label for="narrow-group">${label}</label>
    <select id="narrow-group" value=${kind} onChange=${(event) => pick(event.target.value)}>
      <option value="">${_("all")}</option>
      ${groups.map(({ id, title }) => html`<${Option} key=${id} id=${id} title=${title} />`)}
    </select>
  </div>`;
}

function Form({ labels, groups, choice, said, choose }) {
  return html`<form role="search" aria-label=${labels.list} onSubmit=${(event) => event.preventDefault()}>
    <div class="chooser-narrow">
      <${Words} label=${labels.words} q=${choice.q} type=${(q) => choose({ ...choice, q })} />
      ${
        labels.groups &&
        html`<${Group}
          label=${labels.groups} kind=${choice.kind} groups=${groups} pick=${(kind) => choose({ ...choice, kind })}
        />`
      }
    </div>
    <p class="narrow-count" role="status">${said}</p>
  </form>`;
}

/**
 * Fields that narrow the list of the page.
 *
 * `place` holds the names of the list, of the field for words and, if groups can be chosen, of that
 * choice. A group is what has `data-group`, the id of its heading; its rows are those of its tables,
 * and the children of what has `data-rows`. They are found by the `data-name` of their fold, too.
 */
export function startNarrowing(place) {
  const labels = place.dataset;
  const groups = groupsOf(document);
  const rows = groups.flatMap(({ rows }) => rows);
  const search = listSearch(rows.map(({ text }) => text));

  function draw(choice) {
    const said = told(narrow(groups, search, choice), rows.length, choice);
    render(html`<${Form} labels=${labels} groups=${groups} choice=${choice} said=${said} choose=${choose} />`, place);
  }
  function choose(choice) {
    draw(choice);
    writeAddress({ q: choice.q.trim(), kind: choice.kind });
  }
  const restore = () => {
    const { q = "", kind = "" } = readAddress();
    draw({ q, kind });
  };
  onAddress(restore);
  // A link to a place that the choice has hidden shows all again.
  addEventListener("hashchange", () => {
    const target = document.querySelector(":target");
    if (!target?.closest("[hidden]")) return;
    draw({ q: "", kind: "" });
    target.closest("details")?.setAttribute("open", "");
    target.scrollIntoView();
  });
  if (location.hash.includes("=")) restore();
  else draw({ q: "", kind: "" });
}
