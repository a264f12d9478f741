// Small views that several tools share.
import { _ } from "./language.js";
import { html } from "./view.js";

const quiet = (text) => (text ? html`<span class="sr">${text}</span>` : null);

/** A text of which the eye gets only the value in its braces; a screen reader says all of it. */
export function aloud(text, shown) {
  const [before, after] = text.split(/\{\w+\}/);
  return [quiet(before), shown, quiet(after)];
}

/** The letter of an evidence grade. */
export const Grade = ({ letter }) =>
  html`<span class=${`grade grade-${letter.toLowerCase()}`}>${aloud(_("Evidence grade {letter}"), letter)}</span>`;

/** What stands where nobody has told. */
export const Unknown = ({ says = _("not reported") }) => html`<span class="unknown">${says}</span>`;

/** A button that does something in this page. */
export const Button = ({ children, ...attributes }) =>
  html`<button type="button" class="button" ...${attributes}>${children}</button>`;
