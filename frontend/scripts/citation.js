// What only the reader's browser knows of a citation: the day, and the address of this copy.
import { _, longDate } from "./language.js";

/** The address without what the reader has answered or filtered; none for a copy on a disk. */
const address = () => (location.protocol.startsWith("http") ? location.origin + location.pathname : "");

/** @param {string} entry  @param {string} field  @param {string} value */
function withField(entry, field, value) {
  if (!value || entry.includes(`\n  ${field} = `)) return entry;
  return entry.replace(/\n\}$/, () => `,\n  ${field} = {${value}}\n}`);
}

/** @param {Date} day */
function isoDay(day) {
  const parts = [day.getFullYear(), day.getMonth() + 1, day.getDate()];
  return parts.map((part) => String(part).padStart(2, "0")).join("-");
}

/** @param {string} text  @param {Date} day */
function readByNow(text, day) {
  const [entry] = JSON.parse(text);
  const accessed = { "date-parts": [[day.getFullYear(), day.getMonth() + 1, day.getDate()]] };
  return JSON.stringify([{ ...entry, ...(entry.URL || !address() ? {} : { URL: address() }), accessed }], null, 2);
}

/** @param {string} text */
function withAddress(text) {
  return text.includes("://") || !address() ? text : `${text} ${address()}`;
}

export function startCitation() {
  const block = document.querySelector(".cite");
  if (!block) return;
  const day = new Date();
  const [sentence, bibtex, csl] = block.querySelectorAll("[data-cite]");
  sentence.textContent = `${withAddress(sentence.textContent)} ${_("Read on {day}.", { day: longDate(day) })}`;
  bibtex.textContent = withField(withField(bibtex.textContent, "url", address()), "urldate", isoDay(day));
  csl.textContent = readByNow(csl.textContent, day);
}
