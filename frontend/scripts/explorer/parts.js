// What cards, table and map say alike.
import { root } from "../data.js";
import { _, ngettext, partialDate } from "../language.js";
import { inOurs } from "../parts.js";
import { html } from "../view.js";

export const addressOfCase = ({ id }) => `${root}casestudies/${id}/`;

export const studies = (count) => ngettext("{n} case study", "{n} case studies", count);

export const nameOfPlace = ({ title, country }) => _("{city}, {country}", { city: title, country });

/** From when to when a pilot ran, in words. */
export function when({ start, end }) {
  if (!start && !end) return _("date not reported");
  if (!end) return _("from {start}", { start: partialDate(start) });
  if (!start) return _("until {end}", { end: partialDate(end) });
  if (start === end) return partialDate(start);
  return _("{start} to {end}", { start: partialDate(start), end: partialDate(end) });
}

/** Every place of a case in words: its cities, and the countries that it is about as a whole. */
export const placesOf = (study, cities) =>
  [...study.cities.map((id) => nameOfPlace(cities[id])), ...study.countries].join("; ");

/** The solutions that a case tried, as links; a badge says where nothing changed or it got worse. */
export function Solutions({ study, known: { names, solutions } }) {
  const tried = study.facets.solution.filter((id) => id !== "none");
  const link = (id, place) => html`${place > 0 && "; "}<a href=${`${root}${solutions[id]}`}>${names.solution[id]}</a>
    ${study.against[id] && html` <span class="direction">${study.against[id]}</span>`}`;
  return tried.map(link);
}

/** A number that is itself the link to its source. */
export const Sourced = ({ text, url, source, lang }) =>
  html`<a class="number" href=${url} title=${_("Source: {source}", { source })} lang=${lang}>${inOurs(text, lang)}</a>`;

/** Values of a facet in words that stand inside a line. */
export const inWords = (study, facet, names) =>
  study.facets[facet].map((value) => names[facet][value].toLowerCase()).join(", ");
