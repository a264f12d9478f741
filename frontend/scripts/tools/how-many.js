// How many, how long: one question at a time, answered both ways as soon as its numbers are right.
import { onAddress, readAddress, writeAddress } from "../address.js";
import { data } from "../data.js";
import { saveBytes } from "../dom.js";
import { CONTRADICTIONS, SENTENCES } from "../how-many-words.js";
import { _, ngettext } from "../language.js";
import { complain, readNumbers } from "../number-fields.js";
import { Button } from "../parts.js";
import { html, render } from "../view.js";
import { filledIn, MEDIA } from "../workbook.js";

/** @type {HTMLFormElement} */
const form = document.querySelector("[data-tool=how-many]");
/** @type {HTMLElement} */
const place = document.querySelector("[data-how-many-answer]");

const fieldsOf = (id) => /** @type {HTMLElement} */ (form.querySelector(`[data-fields="${id}"]`));
const sectionOf = (id) => document.querySelector(`[data-question="${id}"]`);
const inputs = (part) => /** @type {HTMLInputElement[]} */ ([...part.querySelectorAll("select, input")]);

const parts = (name) => /** @type {HTMLElement[]} */ ([...document.querySelectorAll(`[data-${name}]`)]);

/** What went in, as pairs of words, with a mark on numbers that are still our example. */
const given = (part) =>
  inputs(part)
    .filter(({ value }) => value)
    .map((field) => {
      const label = field.labels[0].textContent;
      if (field instanceof HTMLSelectElement) return { label, value: field.selectedOptions[0].text, ours: false };
      const unit = field.nextElementSibling?.textContent ?? "";
      return { label, value: `${field.value} ${unit}`.trim(), ours: field.value === field.defaultValue };
    });

/** On screen the fields say it themselves. */
function Given({ rows }) {
  return html`<div class="on-paper-only">
    <p class="label">${_("What went in")}</p>
    <dl class="facts">
      ${rows.map(
        ({ label, value, ours }) => html`
          <div key=${label}>
            <dt>${label}</dt>
            <dd>${value}${ours && html` <small>(${_("our example")})</small>`}</dd>
          </div>`,
      )}
    </dl>
  </div>`;
}

/** How many numbers nobody has changed yet. */
const stillOurs = (count) =>
  ngettext(
    "{n} of these numbers is still our example. Put in your own.",
    "{n} of these numbers are still our example. Put in your own.",
    count,
  );

function Answer({ said, asked, rows, acts, trouble }) {
  const ours = rows.filter((row) => row.ours).length;
  return html`
    <h2 id="answer">${_("Answer")}</h2>
    <p class="on-paper-only"><strong>${asked}</strong></p>
    <div role="status">
      ${
        said
          ? said.map((sentence, at) => html`<p key=${at} class=${at ? "" : "calculator-finding"}>${sentence}</p>`)
          : html`<p>${_("Mend the marked field, or fill in what is empty, and the answer stands here.")}</p>`
      }
    </div>
    ${said && ours > 0 && html`<p class="still-ours">${stillOurs(ours)}</p>`}
    ${said && html`<${Given} rows=${rows} />`}
    <p class="calculator-buttons">
      <${Button} disabled=${!said} onClick=${acts.sheet}>${_("Save as a spreadsheet (XLSX)")}<//>
      <${Button} disabled=${!said} onClick=${() => print()}>${_("Print for the council")}<//>
    </p>
    <p role="alert">${trouble}</p>`;
}

async function saveSheet() {
  const book = await data("how-many-sheet");
  const values = {};
  for (const part of parts("fields")) {
    const { values: numbers } = readNumbers(part);
    for (const [name, value] of Object.entries(numbers)) values[`${part.dataset.fields}-${name}`] = value;
  }
  saveBytes("how-many.xlsx", MEDIA, filledIn(book, values));
}

function answer(trouble = "") {
  const { value: id, selectedOptions } = /** @type {HTMLSelectElement} */ (form.elements.namedItem("question"));
  for (const part of parts("fields")) part.hidden = part !== fieldsOf(id);
  for (const part of parts("question")) part.hidden = part !== sectionOf(id);
  const { values, good } = readNumbers(fieldsOf(id));
  const against = good ? CONTRADICTIONS[id]?.(values) : null;
  if (against) complain(document.getElementById(`${id}-${against[0]}`), against[1]);
  const acts = {
    sheet: () => saveSheet().catch(() => answer(_("The file could not be made here. The formulas stand below."))),
  };
  const said = good && !against ? SENTENCES[id](values) : null;
  const rows = given(fieldsOf(id));
  render(html`<${Answer} ...${{ said, asked: selectedOptions[0].text, rows, acts, trouble }} />`, place);
}

/** The question, and of its numbers those that are not our example. */
function toAddress() {
  const { value: question } = /** @type {HTMLSelectElement} */ (form.elements.namedItem("question"));
  const own = inputs(fieldsOf(question)).filter((field) =>
    field instanceof HTMLSelectElement ? field.selectedIndex : field.value !== field.defaultValue,
  );
  writeAddress({ question, ...Object.fromEntries(own.map(({ name, value }) => [name, value])) });
}

function fromAddress() {
  const { question, ...numbers } = readAddress();
  if (!question || !fieldsOf(question)) return;
  /** @type {HTMLSelectElement} */ (form.elements.namedItem("question")).value = question;
  for (const field of inputs(fieldsOf(question))) {
    if (numbers[field.name] !== undefined) field.value = numbers[field.name];
  }
}

if (form) {
  form.hidden = false;
  form.addEventListener("input", () => {
    toAddress();
    answer();
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  onAddress(() => {
    fromAddress();
    answer();
  });
  fromAddress();
  answer();
}
