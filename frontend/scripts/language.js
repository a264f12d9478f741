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

// A thousand numbers are shown at once; to make a format takes much longer than to use it.
const plain = new Intl.NumberFormat(locale, { maximumFractionDigits: 10 });

/** A number as people read it: digits grouped. */
export const number = (value) => plain.format(value);

/** A day as people read it: 14 May 2024. */
export function longDate(day) {
  return day.toLocaleDateString(locale, { dateStyle: "long" });
}

const yearAnd = (rest) => new Intl.DateTimeFormat(locale, { year: "numeric", timeZone: "UTC", ...rest });
const dates = [yearAnd({}), yearAnd({ month: "long" }), yearAnd({ month: "long", day: "numeric" })];

/** A year, month or day (2024, 2024-05, 2024-05-14) as people read it. */
export function partialDate(text) {
  return dates[text.split("-").length - 1].format(new Date(text));
}

/** Several things in one phrase: a, b and c. */
export function andList(items) {
  return new Intl.ListFormat(locale, { type: "conjunction" }).format(items);
}

/** A choice of things in one phrase: a, b or c. */
export function orList(items) {
  return new Intl.ListFormat(locale, { type: "disjunction" }).format(items);
}
