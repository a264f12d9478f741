// Choose several things from a long list: a search field, filters, and check boxes.
import { _, number } from "./language.js";
import { Past } from "./parts.js";
import { listSearch } from "./pure/folding.js";
import { html, useMemo, useState } from "./view.js";

/** From more boxes than these on a button leads past them. */
const MANY = 10;

function Filter({ id, label, options, onChange }) {
  const name = `chooser-${id}`;
  return html`<div>
    <label for=${name}>${label}</label>
    <select id=${name} onChange=${(event) => onChange(event.target.value)}>
      ${options.map(([value, title]) => html`<option key=${value} value=${value}>${title}</option>`)}
    </select>
  </div>`;
}

function Item({ item, chosen, hidden, onChange }) {
  const changed = (event) => onChange(item.id, event.target.checked);
  return html`<li data-id=${item.id} hidden=${hidden}>
    <label>
      <input type="checkbox" value=${item.id} checked=${chosen} onChange=${changed} />
      <span>${item.title} <small>${item.detail}</small></span>
    </label>
  </li>`;
}

function counted(found, all, narrowed) {
  if (!narrowed) return _("{n} to choose from", { n: number(all) });
  if (!found) return _("0 of {all} fit. Try fewer or other words.", { all: number(all) });
  return _("{found} of {all} fit", { found: number(found), all: number(all) });
}

/**
 * The list with its fields.
 *
 * `items` have id, title, detail (a line below it) and `text` to search in; `filters` are
 * { id, label, options: [[value, title]], keeps(item, value) }; `chosen` are the ids whose boxes
 * are checked; `onChange(id, on)` is told of each box, and whoever draws anew may leave it as it was.
 */
export function Chooser({ legend, label, items, filters = [], chosen, onChange }) {
  const [words, setWords] = useState("");
  const [values, setValues] = useState({});
  const search = useMemo(() => listSearch(items.map(({ text }) => text)), [items]);
  const said = search(words);
  const active = filters.filter(({ id }) => values[id]);
  const fits = items.map((item, place) => said[place] && active.every(({ id, keeps }) => keeps(item, values[id])));
  const found = fits.filter(Boolean).length;
  const narrow = (id) => (value) => setValues({ ...values, [id]: value });
  return html`<fieldset class="chooser">
    <legend>${legend}</legend>
    <div class="chooser-narrow">
      <div>
        <label for="chooser-search">${label}</label>
        <input
          id="chooser-search" type="search" autocomplete="off" onInput=${(event) => setWords(event.target.value)}
        />
      </div>
      ${filters.map((filter) => html`<${Filter} key=${filter.id} ...${filter} onChange=${narrow(filter.id)} />`)}
    </div>
    <p class="chooser-count" role="status">
      ${counted(found, items.length, words.trim() !== "" || active.length > 0)}
    </p>
    ${found > MANY && html`<${Past} words=${_("Past the list")} to=".chooser-end" />`}
    <ul class="chooser-list">
      ${items.map((item, place) => {
        const on = chosen.includes(item.id);
        return html`<${Item} key=${item.id} item=${item} chosen=${on} hidden=${!fits[place]} onChange=${onChange} />`;
      })}
    </ul>
    <p class="chooser-end sr" tabindex="-1">${_("End of the list")}</p>
  </fieldset>`;
}
