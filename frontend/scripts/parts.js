// Small views that several tools share.
import { _ } from "./language.js";
import { html } from "./view.js";

const quiet = (text) => (text ? html`<span class="sr">${text}</span>` : null);

/** A text of which the eye gets only the value in its braces; a screen reader says all of it. */
export function aloud(text, shown) {
  const [before, after] = text.split(/\{\w+\}/);
  return [quiet(before), shown, quiet(after)];
}

/** What a link shows whose title, and so the link, is in another language; without `lang` it needs no mark. */
export const inOurs = (shown, lang) =>
  lang ? html`<span lang=${document.documentElement.lang}>${shown}</span>` : shown;

/** The letter of an evidence grade. */
export const Grade = ({ letter }) =>
  html`<span class=${`grade grade-${letter.toLowerCase()}`}>${aloud(_("Evidence grade {letter}"), letter)}</span>`;

/** What stands where nobody has told. */
export const Unknown = ({ says = _("not reported") }) => html`<span class="unknown">${says}</span>`;

/** Before many stops of the Tab key: leads past them, to the first element of a selector. Seen with focus. */
export const Past = ({ words, to }) => html`<button
  type="button" class="past" onClick=${() => /** @type {HTMLElement} */ (document.querySelector(to)).focus()}
>${words}</button>`;

/** A button that does something in this page. */
export const Button = ({ children, ...attributes }) =>
  html`<button type="button" class="button" ...${attributes}>${children}</button>`;
