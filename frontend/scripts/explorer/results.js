// What stands below the bar: the note on the order, and the case studies of the selection.
import { root } from "../data.js";
import { _, ngettext, number } from "../language.js";
import { withIndex } from "../links.js";
import { choose } from "../pure/choose.js";
import { Html, html, withElements } from "../view.js";
import { Cards } from "./cards.js";
import { EuropeMap } from "./map.js";
import { STEP } from "./state.js";
import { Table } from "./table.js";

const EFFECT = [
  _("The largest change in per cent that a case measured or reports."),
  _("Each counts in its own way, so a larger number is not a better pilot."),
  _('<a href="#how-it-is-counted">How it is worked out</a>'),
].join(" ");

function openRules(event) {
  if (event.target.closest("a")) /** @type {any} */ (document.querySelector("#how-it-is-counted")).open = true;
}

function OtherCity({ own, taken, cities, act }) {
  const choice = html`<select value=${taken?.id ?? ""} onChange=${(event) => act.change({ like: event.target.value })}>
    <option value="">${own ? _("your own city") : _("choose a city")}</option>
    ${cities.map(({ id, title }) => html`<option key=${id} value=${id}>${title}</option>`)}
  </select>`;
  return html`<label>${withElements(_("Compare with {city}"), { city: choice })}</label>`;
}

function orderSaid({ own, taken }) {
  if (taken) return _("Most similar to {city} first.", { city: taken.title });
  if (own) return _("Most similar to the city you described first.");
  return _("We do not know your city yet, so the cases stand by evidence grade.");
}

/** Whose city the cases are compared with, and how to change that. */
function LikenessNote({ likeness, act }) {
  const find = `${root}pathways/find/`;
  const url = location.protocol === "file:" ? withIndex(find) : find;
  const ways = likeness.own
    ? _('<a href="{url}">Change your answers</a>, or take a city of the knowledge base.', { url })
    : _('<a href="{url}">Answer ten questions about your city</a>, or take one of the knowledge base.', { url });
  return html`
    <p>${orderSaid(likeness)} <${Html} text=${ways} /></p>
    <${OtherCity} ...${likeness} act=${act} />`;
}

export function Note({ sort, likeness, act }) {
  if (sort === "effect") return html`<${Html} as="p" text=${EFFECT} onClick=${openRules} />`;
  return sort === "similar" ? html`<${LikenessNote} likeness=${likeness} act=${act} />` : null;
}

/**
 * What would be found without one of the filters, or without the words.
 *
 * @param {any} shown
 */
function waysOut({ known, state, found }) {
  const ways = known.facets
    .filter(({ id }) => state.chosen[id].length)
    .map(({ id, title }) => {
      const chosen = { ...state.chosen, [id]: [] };
      const count = choose(known, chosen, found).fitting.length;
      const text = ngettext(
        "Without the filter on {facet}: {n} case study",
        "Without the filter on {facet}: {n} case studies",
        count,
        { facet: title.toLowerCase() },
      );
      return { text, change: { chosen } };
    });
  if (!found) return ways;
  const count = choose(known, state.chosen).fitting.length;
  const text = ngettext("Without the words: {n} case study", "Without the words: {n} case studies", count);
  return [...ways, { text, change: { q: "" } }];
}

/** What stands instead of cases when nothing fits: the filters to give up, and what that gives. */
function Nothing({ act, ...shown }) {
  const way = ({ text, change }) =>
    html`<li><button type="button" class="chip" onClick=${() => act.takeBack(change)}>${text}</button></li>`;
  return html`
    <p class="explorer-nothing">${_("No case study fits all of this. Take something back:")}</p>
    <ul class="links">${waysOut(shown).map(way)}</ul>`;
}

function More({ left, more }) {
  const values = { next: number(Math.min(left, STEP)), all: number(left) };
  return html`<button type="button" class="button explorer-more" onClick=${more}>
    ${_("Show {next} more of {all}", values)}
  </button>`;
}

function FirstCards({ known, state, likeness, selection, act }) {
  const left = selection.length - state.shown;
  return html`
    <${Cards}
      cases=${selection.slice(0, state.shown)} known=${known} state=${state} likeness=${likeness} compare=${act.compare}
    />
    ${left > 0 && html`<${More} left=${left} more=${act.more} />`}`;
}

function OnMap({ known, state, selection, counts, act }) {
  return html`<${EuropeMap}
    known=${known.places} cases=${selection} counts=${counts.city} chosen=${state.chosen.city}
    addressWith=${act.addressWith} pick=${act.pick}
  />`;
}

function AsCards(shown) {
  return shown.selection.length ? html`<${FirstCards} ...${shown} />` : html`<${Nothing} ...${shown} />`;
}

/** The case studies of the selection, as the reader wants to see them. */
export function Results(shown) {
  const { state, selection, known } = shown;
  if (state.view === "map") {
    // Below the map only the cases of the chosen places are worth the room.
    const below = state.chosen.city.length > 0 || selection.length === 0;
    return html`<${OnMap} ...${shown} />${below && html`<${AsCards} ...${shown} />`}`;
  }
  if (state.view === "table" && selection.length) {
    return html`<${Table} cases=${selection} known=${known} indicators=${state.chosen.indicator} />`;
  }
  return html`<${AsCards} ...${shown} />`;
}
