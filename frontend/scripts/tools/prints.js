// The list of printed files: narrowed by kind and by words. The page itself holds the whole list.
import { onAddress, readAddress, writeAddress } from "../address.js";
import { _, number } from "../language.js";
import { fold, sought } from "../pure/search-index.js";
import { html, render } from "../view.js";

/** The sections of the page: kind, heading, and rows with their text as it is compared. */
const sections = [...document.querySelectorAll("[data-prints]")].map((/** @type {HTMLElement} */ table) => {
  const heading = document.getElementById(table.dataset.prints);
  const rows = [...table.querySelectorAll("tbody tr")].map((/** @type {HTMLTableRowElement} */ row) => ({
    row,
    text: fold(`${heading.textContent} ${row.cells[0].textContent}`),
  }));
  return { kind: table.dataset.prints, title: heading.textContent, heading, table, rows };
});

/** Show the rows that fit, and only sections that have some; gives how many rows are shown. */
function narrow({ q, kind }) {
  const words = sought(q);
  let shown = 0;
  for (const section of sections) {
    const fits = ({ text }) => (!kind || kind === section.kind) && words.every((word) => text.includes(word));
    for (const { row } of section.rows) row.hidden = true;
    const found = section.rows.filter(fits);
    for (const { row } of found) row.hidden = false;
    section.table.hidden = section.heading.hidden = !found.length;
    shown += found.length;
  }
  return shown;
}

function told(shown, { q, kind }) {
  const all = number(sections.flatMap(({ rows }) => rows).length);
  if (!q.trim() && !kind) return _("{all} files", { all });
  if (!shown) return _("No file of {all} fits. Try fewer or other words.", { all });
  return _("{found} of {all} files", { found: number(shown), all });
}

const Option = ({ kind, title }) => html`<option value=${kind}>${title}</option>`;

function Prints({ choice, shown, choose }) {
  return html`<form role="search" aria-label=${_("Printed files")} onSubmit=${(event) => event.preventDefault()}>
    <div class="chooser-narrow">
      <div>
        <label for="prints-words">${_("Words in the title")}</label>
        <input
          id="prints-words" type="search" autocomplete="off" value=${choice.q}
          onInput=${(event) => choose({ ...choice, q: event.target.value })}
        />
      </div>
      <div>
        <label for="prints-kind">${_("Kind of paper")}</label>
        <select
          id="prints-kind" value=${choice.kind}
          onChange=${(event) => choose({ ...choice, kind: event.target.value })}
        >
          <option value="">${_("all")}</option>
          ${sections.map((section) => html`<${Option} key=${section.kind} ...${section} />`)}
        </select>
      </div>
    </div>
    <p class="prints-count" role="status">${told(shown, choice)}</p>
  </form>`;
}

function start(place) {
  const draw = (choice) => render(html`<${Prints} choice=${choice} shown=${narrow(choice)} choose=${choose} />`, place);
  function choose(choice) {
    draw(choice);
    writeAddress({ q: choice.q.trim(), kind: choice.kind });
  }
  const restore = () => {
    const { q = "", kind = "" } = readAddress();
    draw({ q, kind });
  };
  onAddress(restore);
  // A link to a section that the choice has hidden shows all again.
  window.addEventListener("hashchange", () => {
    const target = document.getElementById(location.hash.slice(1));
    if (!target?.hidden) return;
    draw({ q: "", kind: "" });
    target.scrollIntoView();
  });
  restore();
}

const place = document.querySelector("[data-tool=prints]");
if (place) start(place);
