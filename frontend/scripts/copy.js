// Words that a town takes along: a button in the line below them copies them as plain text.
import { h } from "./dom.js";
import { values } from "./kept-values.js";
import { _ } from "./language.js";

/** What is no part of the words: receipts, words for screen readers alone, buttons. */
const LEFT_OUT = ".receipt, .sr, .copy-line";

const LINES = "p, h3, h4, h5, li, tr";

const oneLine = (text) => text.replace(/\s+/g, " ").trim();

/** A paragraph as it is, an item behind its sign or number, a row with tabs as a spreadsheet reads it. */
function line(element) {
  if (element.matches("tr")) return [...element.cells].map((cell) => oneLine(cell.textContent)).join("\t");
  const item = element.closest("li");
  if (!item) return oneLine(element.textContent);
  const place = [...item.parentElement.children].indexOf(item) + 1;
  return `${item.parentElement.matches("ol") ? `${place}.` : "–"} ${oneLine(element.textContent)}`;
}

/** The words of an element as plain text: an empty line before a paragraph, none before an item or a row. */
export function plainWords(element) {
  const copy = element.cloneNode(true);
  for (const part of copy.querySelectorAll(LEFT_OUT)) part.remove();
  const lines = [...copy.querySelectorAll(LINES)].filter((each) => !each.querySelector(LINES));
  return lines
    .map((each) => `${each.closest("li, tr") ? "\n" : "\n\n"}${line(each)}`)
    .join("")
    .trim();
}

async function toClipboard(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false; // not allowed, or a page that came over a network without a lock
  }
}

/** A text whose blanks hold what was typed for the contract: the town says its name once. */
function filledIn(text) {
  const typed = values();
  return text.replace(/\[([^\]:]+)(?:: [^\]]*)?\]/g, (blank, name) => typed[name] || blank);
}

async function copy(words, status) {
  status.textContent = "";
  const text = plainWords(words);
  const filled = filledIn(text);
  if (await toClipboard(filled)) {
    status.textContent = filled === text ? _("Copied") : _("Copied, with what you filled in for the contract");
    return;
  }
  getSelection().selectAllChildren(words);
  status.textContent = _("The text is selected: press Ctrl and C to copy it.");
}

/** A button for each element with `data-copy`, its name, in the line that waits below it. */
export function startCopying() {
  for (const words of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("[data-copy]"))) {
    const status = h("span", { role: "status" });
    const said = _("Copy “{title}”", { title: words.dataset.copy });
    const button = h("button", { type: "button", class: "button", onclick: () => copy(words, status) }, said);
    words.nextElementSibling.append(button, " ", status);
  }
}
