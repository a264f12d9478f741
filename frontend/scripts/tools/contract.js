// The assembler: nine answers choose the clauses of a contract; its blanks are filled in here, and
// the file is cut and saved here. Nothing is sent.
import { onAddress, readAddress, writeAddress } from "../address.js";
import { contractFile } from "../contract-file.js";
import { Assembled } from "../contract-page.js";
import { data, root } from "../data.js";
import { bytesOf, save, saveBytes } from "../dom.js";
import { keepValues, values } from "../kept-values.js";
import { _ } from "../language.js";
import { annexLetters, blanks, chosen, markdown, parted } from "../pure/contract.js";
import { html, render } from "../view.js";

const MEDIA = {
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  odt: "application/vnd.oasis.opendocument.text",
};

/** @type {HTMLFormElement} */
const form = document.querySelector("[data-tool=contract]");
/** @type {HTMLElement} */
const place = document.querySelector("[data-contract-result]");

/** The answers by question; several boxes ticked make one answer with commas. */
function answers() {
  const given = {};
  for (const [name, value] of new FormData(form)) given[name] = given[name] ? `${given[name]},${value}` : String(value);
  return given;
}

/** Answers from the address; what it does not name stays as it is. */
function restore() {
  const said = readAddress();
  for (const field of form.elements) {
    if (!(field instanceof HTMLInputElement || field instanceof HTMLSelectElement) || !(field.name in said)) continue;
    if (field instanceof HTMLSelectElement) field.value = said[field.name];
    else if (field.type === "radio") field.checked = said[field.name] === field.value;
    else field.checked = said[field.name].split(",").includes(field.value);
  }
}

/** The groups that the contract holds, each with its clauses and why each is in. */
function assembled({ groups }, given) {
  return groups
    .map(({ title, clauses }) => ({ title, held: chosen(clauses, given) }))
    .filter(({ held }) => held.length)
    .map(({ title, held }) => ({ title, held, clauses: held.map(({ clause }) => clause) }));
}

const texts = ({ clauses }) => clauses.map(({ pieces }) => pieces);

async function saveFile(kind, groups, typed, comments) {
  const files = await data("contract-files");
  const clauses = groups.flatMap((group) => group.clauses);
  const wanted = { ids: clauses.map(({ id }) => id), letters: annexLetters(clauses), values: typed, comments };
  saveBytes(`contract.${kind}`, MEDIA[kind], contractFile(kind, bytesOf(files[kind]), wanted));
}

function start(all) {
  const state = { typed: values(), comments: true, said: "" };

  function draw(changes = {}) {
    Object.assign(state, changes);
    const groups = assembled(all, answers());
    const asked = blanks([all.parties, ...groups.flatMap(texts)]);
    const choice = /** @type {HTMLSelectElement} */ (form.elements.namedItem("country"));
    const [country] = choice.selectedOptions;
    if (country.value && asked.has(all.countryBlank)) asked.set(all.countryBlank, country.text);
    const forms = parted(asked, [
      { title: "", texts: [all.parties] },
      ...groups.map((group) => ({ ...group, texts: texts(group) })),
    ]);
    const acts = {
      type: (name, value) => keep({ ...state.typed, [name]: value }),
      propose: () => keep({ ...Object.fromEntries([...asked].filter(([, proposal]) => proposal)), ...filledIn() }),
      forget: () => keep({}),
      comments: (comments) => draw({ comments }),
      markdown: () => save("contract.md", "text/markdown", markdown(all, groups, state.typed)),
      file: (kind) =>
        saveFile(kind, groups, state.typed, state.comments).catch(() =>
          draw({ said: _("The file could not be made here. Take the whole contract below, or Markdown.") }),
        ),
    };
    const needs = { ...all.needs, every: _("in every contract"), larger: _("in larger contracts") };
    render(html`<${Assembled} ...${{ groups, forms, needs, root, state, acts }} />`, place);
  }
  const filledIn = () => Object.fromEntries(Object.entries(state.typed).filter(([, value]) => value));
  function keep(typed) {
    keepValues(typed);
    draw({ typed });
  }

  form.hidden = false;
  form.addEventListener("change", () => {
    writeAddress(answers());
    draw();
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  onAddress(() => {
    restore();
    draw();
  });
  restore();
  draw();
}

if (form) data("contract").then(start);
