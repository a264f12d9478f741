// A long list, narrowed by words, by group and by filters. The page itself holds the whole list.
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

/** True if a row has, in its `data-…` of each filter, the value that was chosen there. */
const passes = (row, filters, choice) =>
  filters.every(({ id }) => !choice[id] || (row.dataset[id] ?? "").split(" ").includes(choice[id]));

const isNarrowed = ({ q, ...chosen }) => q.trim() !== "" || Object.values(chosen).some(Boolean);

/** Show the rows that fit, and only groups and folds that have some; gives how many rows are shown. */
function narrow(groups, filters, search, choice) {
  const said = search(choice.q);
  const narrowed = isNarrowed(choice);
  let place = 0;
  let shown = 0;
  for (const group of groups) {
    const inGroup = !choice.kind || choice.kind === group.id;
    const found = group.rows.filter(({ row }, at) => inGroup && said[place + at] && passes(row, filters, choice));
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

function told(shown, all, choice) {
  const values = { found: number(shown), all: number(all) };
  if (!isNarrowed(choice)) return _("{all} in this list", values);
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

const Option = ({ value, title }) => html`<option value=${value}>${title}</option>`;

/** One choice among values; `options` are [value, title]. */
function Choice({ id, label, options, value, pick }) {
  return html`<div>
    <label for=${`narrow-${id}`}>${label}</label>
    <select id=${`narrow-${id}`} value=${value} onChange=${(event) => pick(event.target.value)}>
      <option value="">${_("all")}</option>
      ${options.map(([value, title]) => html`<${Option} key=${value} value=${value} title=${title} />`)}
    </select>
  </div>`;
}

function Form({ labels, groups, filters, choice, said, choose }) {
  const options = groups.map(({ id, title }) => [id, title]);
  return html`<form role="search" aria-label=${labels.list} onSubmit=${(event) => event.preventDefault()}>
    <div class="chooser-narrow">
      <${Words} label=${labels.words} q=${choice.q} type=${(q) => choose({ ...choice, q })} />
      ${
        labels.groups &&
        html`<${Choice}
          id="group" label=${labels.groups} options=${options} value=${choice.kind}
          pick=${(kind) => choose({ ...choice, kind })}
        />`
      }
      ${filters.map(
        (filter) => html`<${Choice}
          key=${filter.id} ...${filter} value=${choice[filter.id]}
          pick=${(value) => choose({ ...choice, [filter.id]: value })}
        />`,
      )}
    </div>
    <p class="narrow-count" role="status">${said}</p>
  </form>`;
}

/**
 * Fields that narrow the list of the page.
 *
 * `place` holds the names of the list, of the field for words and, if groups can be chosen, of that
 * choice; and the filters: id, label and options, each a value and its title. A row has its values of
 * a filter in an attribute of that name, such as `data-side="city firm"`. A group is what has
 * `data-group`, the id of its heading; its rows are those of its tables, and the children of what has
 * `data-rows`. They are found by the `data-name` of their fold, too.
 */
export function startNarrowing(place) {
  const labels = place.dataset;
  const filters = JSON.parse(labels.filters ?? "[]");
  const groups = groupsOf(document);
  const rows = groups.flatMap(({ rows }) => rows);
  const search = listSearch(rows.map(({ text }) => text));
  const nothing = Object.fromEntries(["q", "kind", ...filters.map(({ id }) => id)].map((name) => [name, ""]));

  function draw(choice) {
    const said = told(narrow(groups, filters, search, choice), rows.length, choice);
    const shown = { labels, groups, filters, choice, said, choose };
    render(html`<${Form} ...${shown} />`, place);
  }
  function choose(choice) {
    draw(choice);
    writeAddress({ ...choice, q: choice.q.trim() });
  }
  const restore = () => {
    const asked = Object.entries(readAddress()).filter(([name]) => name in nothing);
    draw({ ...nothing, ...Object.fromEntries(asked) });
  };
  onAddress(restore);
  // A link to a place that the choice has hidden shows all again.
  addEventListener("hashchange", () => {
    const target = document.querySelector(":target");
    if (!target?.closest("[hidden]")) return;
    draw(nothing);
    target.closest("details")?.setAttribute("open", "");
    target.scrollIntoView();
  });
  if (location.hash.includes("=")) restore();
  else draw(nothing);
}
