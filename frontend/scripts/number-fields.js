// Fields for numbers on a page: read them, and say at each what is wrong with it.
import { _, number } from "./language.js";
import { numberOf } from "./pure/number-text.js";

const MISTAKES = {
  thousands: () => _("Write it without a sign between the thousands, such as 12000."),
  number: () => _("Write a number alone, such as 12.5."),
  whole: () => _("Write a whole number, such as 12."),
  range: ({ least, most }) => _("Write a number from {least} to {most}.", { least: number(least), most: number(most) }),
};

/** Say at a field what is wrong with it; without words, that nothing is. */
export function complain(input, words = "") {
  input.toggleAttribute("aria-invalid", false);
  if (words) input.setAttribute("aria-invalid", "true");
  const place = document.getElementById(`${input.id}-wrong`);
  if (place.textContent !== words) place.textContent = words;
}

function readInput(input, before) {
  const { least, most, whole, optional, high } = input.dataset;
  const limits = { least: Number(least), most: Number(most) };
  const found = numberOf(input.value, { ...limits, whole: whole !== undefined, optional: optional !== undefined });
  let words = found.wrong && found.wrong !== "missing" ? MISTAKES[found.wrong](limits) : "";
  if (high !== undefined && !words) {
    if (found.value === null) found.value = before;
    else if (before !== null && found.value < before) words = _("The high number is below the low one.");
  }
  complain(input, words);
  return { value: words ? null : found.value, good: !words && !found.wrong };
}

/**
 * The numbers of all fields in a part of the page, by their names.
 *
 * @param {ParentNode} part
 * @returns {{ values: Record<string, number | null>, good: boolean }} good: none is missing or wrong
 */
export function readNumbers(part) {
  const values = {};
  let [all, before] = [true, null];
  for (const field of part.querySelectorAll("select[name], input[data-least]")) {
    const input = /** @type {HTMLInputElement} */ (field);
    const { value, good } =
      field.tagName === "SELECT" ? { value: Number(input.value), good: true } : readInput(input, before);
    values[input.name] = value;
    before = value;
    all &&= good;
  }
  return { values, good: all };
}

/** A number as short as it may be told: three digits, and none behind the point from ten on. */
export const short = (value) => number(value >= 10 ? Math.round(value) : Math.round(value * 10) / 10);
