// The table of solutions: narrowed by theme, by size of city and by words, and put in order.
import { onAddress, readAddress, writeAddress } from "../address.js";
import { data } from "../data.js";
import { _, number } from "../language.js";
import { fold, listSearch } from "../pure/folding.js";
import { siteSearch } from "../pure/site-search.js";
import { html, render } from "../view.js";

/** How well a name must answer the words for its solution to be shown, of 1. */
const SURE = 0.4;

/** @type {HTMLTableElement} */
const table = document.querySelector(".solution-table");
const rows = [...table.tBodies[0].rows].map((row, place) => ({
  row,
  place,
  address: row.querySelector("a").getAttribute("href"),
  themes: row.dataset.themes.split(" "),
  sizes: row.dataset.sizes.split(" "),
}));
const saying = listSearch(rows.map(({ row }) => row.cells[0].textContent));
const heads = [...table.tHead.rows[0].cells].map((cell) => cell.textContent);

/** The addresses of solutions that are called so, in any language; none before their names are loaded. */
let calledSo = (_words) => [];

/** Load the names of solutions in all languages, once: they wait until somebody types a word. */
const loadNames = once(async () => {
  const search = siteSearch((await data("search")).filter(({ kind }) => kind === "solution"));
  // Here a solution's address is a folder of this page, below the site's root it is one of "solutions/".
  calledSo = (words) =>
    search(words)
      .filter(({ called }) => called >= SURE)
      .map(({ entry: { url } }) => url.replace(/^solutions\//, ""));
});

function once(work) {
  let begun;
  return () => {
    begun ??= work();
    return begun;
  };
}

/** Show the rows that fit: those that hold the words, and those that are called so; gives how many. */
function narrow({ q, theme, size }) {
  const said = saying(q);
  const called = calledSo(q);
  const says = ({ place, address }) => said[place] || called.includes(address);
  const fits = (each) => (!theme || each.themes.includes(theme)) && (!size || each.sizes.includes(size)) && says(each);
  let shown = 0;
  for (const each of rows) {
    each.row.hidden = !fits(each);
    if (!each.row.hidden) shown += 1;
  }
  return shown;
}

/** What a row is put in order by: the number of a cell, or the words of its head. */
function key({ row }, column) {
  const cell = row.cells[column];
  return column ? Number(cell.dataset.sort) : fold(cell.textContent);
}

/** Put the rows in the order of a column; the proof begins with the best, others with the largest. */
function order(by) {
  const column = by && heads[by] ? Number(by) : 1;
  const sign = column > 1 ? -1 : 1;
  const sorted = rows.toSorted((a, b) => {
    const [one, other] = [key(a, column), key(b, column)];
    return (one < other ? -sign : one > other ? sign : 0) || a.place - b.place;
  });
  table.tBodies[0].append(...sorted.map(({ row }) => row));
}

function Choice({ name, title, all, options, value, choose }) {
  return html`<div>
    <label for=${`solutions-${name}`}>${title}</label>
    <select id=${`solutions-${name}`} value=${value} onChange=${(event) => choose({ [name]: event.target.value })}>
      ${all && html`<option value="">${all}</option>`}
      ${options.map(([id, words]) => html`<option key=${id} value=${id}>${words}</option>`)}
    </select>
  </div>`;
}

function Solutions({ choice, shown, known, choose }) {
  const said = shown
    ? _("{found} of {all} solutions", { found: number(shown), all: number(rows.length) })
    : _("No solution of {all} fits. Try fewer or other words.", { all: number(rows.length) });
  return html`<form role="search" aria-label=${_("Solutions")} onSubmit=${(event) => event.preventDefault()}>
    <div class="chooser-narrow">
      <div>
        <label for="solutions-words">${_("Words")}</label>
        <input
          id="solutions-words" type="search" autocomplete="off" value=${choice.q}
          onInput=${(event) => choose({ q: event.target.value })}
        />
      </div>
      <${Choice}
        name="theme" title=${_("Service")} all=${_("all")} options=${known.themes}
        value=${choice.theme} choose=${choose}
      />
      <${Choice}
        name="size" title=${_("Tried in")} all=${_("any size")} options=${known.sizes}
        value=${choice.size} choose=${choose}
      />
      <${Choice}
        name="by" title=${_("Order")} options=${heads.map((head, place) => [place === 1 ? "" : String(place), head])}
        value=${choice.by} choose=${choose}
      />
    </div>
    <p class="chooser-count" role="status">${said}</p>
  </form>`;
}

function start(place) {
  const known = JSON.parse(place.dataset.known);
  let choice = { q: "", theme: "", size: "", by: "" };
  function draw() {
    order(choice.by);
    // Words of titles do also without.
    if (choice.q.trim()) loadNames().then(show, () => {});
    show();
  }
  function show() {
    render(html`<${Solutions} choice=${choice} shown=${narrow(choice)} known=${known} choose=${choose} />`, place);
  }
  function choose(change) {
    choice = { ...choice, ...change };
    writeAddress({ ...choice, q: choice.q.trim() });
    draw();
  }
  function restore() {
    choice = { q: "", theme: "", size: "", by: "", ...readAddress() };
    draw();
  }
  onAddress(restore);
  restore();
}

const place = document.querySelector("[data-tool=solutions]");
if (place) start(place);
