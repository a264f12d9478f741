// Words in the language of the page. English stands in the scripts; `assets/words.js` holds
// what another language says instead, made at build from its catalogue.

const language = document.documentElement.lang || "en";
const locale = language.startsWith("en") ? "en-GB" : language;
const translations = globalThis.scifiWords ?? {};
const rules = new Intl.PluralRules(locale);

const fill = (text, values) => text.replace(/\{(\w+)\}/g, (sign, name) => values[name] ?? sign);

/** A text, with `values` in its braces: _("{found} of {all} fit", { found, all }). */
export function _(text, values = {}) {
  return fill(translations[text] ?? text, values);
}

/** A text that depends on a number, which stands in it as {n}. */
export function ngettext(singular, plural, n, values = {}) {
  const [single, many] = translations[singular] ?? [singular, plural];
  return fill(rules.select(n) === "one" ? single : many, { n: number(n), ...values });
}

/** A number as people read it: digits grouped. */
export function number(value, options = {}) {
  return new Intl.NumberFormat(locale, { maximumFractionDigits: 10, ...options }).format(value);
}

/** A day as people read it: 14 May 2024. */
export function longDate(day) {
  return day.toLocaleDateString(locale, { dateStyle: "long" });
}

/** Several things in one phrase: a, b and c. */
export function andList(items) {
  return new Intl.ListFormat(locale, { type: "conjunction" }).format(items);
}

/** A choice of things in one phrase: a, b or c. */
export function orList(items) {
  return new Intl.ListFormat(locale, { type: "disjunction" }).format(items);
}

/** A year, month or day (2024, 2024-05, 2024-05-14) as people read it. */
export function partialDate(text) {
  const month = text.length > 4 ? "long" : undefined;
  const day = text.length > 7 ? "numeric" : undefined;
  return new Date(text).toLocaleDateString(locale, { year: "numeric", month, day, timeZone: "UTC" });
}
