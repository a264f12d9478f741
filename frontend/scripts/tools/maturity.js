// The maturity check: answers become a drawn profile, a place to begin and a class.
import { onAddress, readAddress, writeAddress } from "../address.js";
import { csv, h, receiptNumber, save } from "../dom.js";
import { _, number } from "../language.js";
import { isLevel, levelInWords, Result, told } from "../maturity-page.js";
import { maturityClass, TOP } from "../pure/maturity.js";
import { html, render } from "../view.js";

/** @type {HTMLFormElement} */
const form = document.querySelector("[data-tool=maturity]");
/** @type {HTMLElement} */
const place = document.querySelector("[data-maturity-result]");
const status = h("p", { role: "status", class: "maturity-status" });

/** Everything about a dimension, as its question and its row of the table of steps say it. */
function dimensionOf(box) {
  const begin = document.querySelector(`[data-begin="${box.id}"]`);
  const step = begin.querySelector("td a");
  const levels = [...box.querySelectorAll(".level")].slice(0, TOP);
  return {
    id: box.id,
    title: box.dataset.dimension,
    levels: levels.map((level) => ({
      title: level.querySelector("label span").textContent,
      html: level.querySelector("p").innerHTML,
    })),
    step: { title: step.textContent, address: step.getAttribute("href") },
    begin: begin.querySelector("ul").innerHTML,
  };
}

const dimensions = [...(form?.querySelectorAll("fieldset") ?? [])].map(dimensionOf);

/** The classes in words, as the table of the rule says them. */
const classes = Object.fromEntries(
  [...document.querySelectorAll("[data-class]")].map((row) => [
    row.getAttribute("data-class"),
    row.querySelector("th").textContent,
  ]),
);

/** The answer to each question: 1 to 4, "unknown", or null where none was given. */
function answers() {
  const given = new FormData(form);
  return dimensions.map(({ id }) => {
    const value = given.get(id);
    return value === null || value === "unknown" ? value : Number(value);
  });
}

function show() {
  const result = { dimensions, classes, given: answers() };
  const begun = result.given.some((answer) => answer !== null);
  const actions = { print: () => print(), save: () => saveTable(result), clear };
  place.hidden = !begun;
  document.body.toggleAttribute("data-maturity-done", begun);
  status.textContent = told(result);
  render(html`<div>${begun && html`<${Result} ...${result} actions=${actions} />`}</div>`, place);
  citeOnPaper();
}

/** On paper only the sources stand that the result names; each keeps its number. */
function citeOnPaper() {
  const links = document.querySelectorAll(".maturity-result .receipt a");
  const named = new Set([...links].map((link) => receiptNumber(link).textContent));
  for (const [at, source] of [...document.querySelectorAll(".receipts li")].entries()) {
    source.setAttribute("value", String(at + 1));
    source.toggleAttribute("data-unnamed", !named.has(String(at + 1)));
  }
}

function saveTable({ given }) {
  const id = given.includes(null) ? null : maturityClass(given.map((answer) => (isLevel(answer) ? answer : null)));
  const rows = dimensions.map(({ title, levels, step }, at) => {
    const answer = given[at];
    const known = isLevel(answer);
    return [
      title,
      known ? answer : levelInWords(answer),
      known ? levels[answer - 1].title : "",
      known && answer < TOP ? levels[answer].title : "",
      step.title,
    ];
  });
  const levelHead = _("Level (1 to {top})", { top: number(TOP) });
  const head = [_("Dimension"), levelHead, _("Level in words"), _("Next level"), _("Step if weakest")];
  const end = [_("Class on the axis digital maturity"), id ? classes[id] : _("none"), "", "", ""];
  save("maturity-check.csv", "text/csv", csv([head, ...rows, end]));
}

function remember() {
  writeAddress(Object.fromEntries(answers().map((answer, at) => [dimensions[at].id, answer])));
}

/** Answers from the address; one without answers, such as a link to a question, changes nothing. */
function restore() {
  const said = readAddress();
  if (!Object.keys(said).length) return;
  for (const input of form.querySelectorAll("input")) input.checked = said[input.name] === input.value;
}

function clear() {
  form.reset();
  remember();
  show();
  form.querySelector("input").focus();
}

if (dimensions.length) {
  document.querySelector("[data-by-hand]").classList.add("on-paper");
  form.after(status);
  form.addEventListener("change", () => {
    show();
    remember();
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  onAddress(() => {
    restore();
    show();
  });
  restore();
  show();
}
