// Pay-back with ranges: published results that the reader keeps ticked, his own numbers beside them.
import { onAddress, readAddress, writeAddress } from "../address.js";
import { data, root } from "../data.js";
import { saveBytes } from "../dom.js";
import { _ } from "../language.js";
import { readNumbers } from "../number-fields.js";
import { Answer, Published, sentences } from "../pay-back-page.js";
import { FEWEST, payBack } from "../pure/pay-back.js";
import { html, render } from "../view.js";
import { filledIn, MEDIA } from "../workbook.js";

/** @type {HTMLFormElement} */
const form = document.querySelector("[data-tool=pay-back]");
/** @type {HTMLElement} */
const list = document.querySelector("[data-pay-back-published]");
/** @type {HTMLElement} */
const place = document.querySelector("[data-pay-back-answer]");

const state = { id: "", found: null, outcome: 0, left: new Set(), leftCosts: new Set(), trouble: "" };

const chooser = () => /** @type {HTMLSelectElement} */ (form.elements.namedItem("solution"));
const fields = () => /** @type {HTMLInputElement[]} */ ([...form.querySelectorAll("input[data-least]")]);

/** Places of results that are not ticked from the start: those that nobody measured or reported. */
const doubtful = (rows) => rows.flatMap(({ kind }, at) => (["measured", "reported"].includes(kind) ? [] : [at]));

/** Results that are ticked, and costs that can be drawn from: three or more in euros for one unit. */
function kept() {
  const shares = state.found.outcomes[state.outcome].results.filter((_row, at) => !state.left.has(at));
  const costs = state.found.costs.filter(({ currency }, at) => currency === "EUR" && !state.leftCosts.has(at));
  const alike = new Set(costs.map(({ unit }) => unit)).size === 1;
  return { shares, costs: alike && costs.length >= FEWEST ? costs : [] };
}

const span = ({ low, high }) => [low, high];

/**
 * The plan to reckon with, or what stands in its way.
 *
 * @returns {{ refused?: string, plan?: any, values?: any, shares?: any[], prices?: any[] }}
 */
function planned() {
  const { values, good } = readNumbers(form.querySelector("[data-own]"));
  if (!state.found) return { refused: _("Choose what you want to buy, and write your own numbers.") };
  const { shares, costs } = kept();
  if (new Set(shares.map((row) => row.case)).size < FEWEST) {
    const why = _("Nothing is drawn: fewer than three case studies with a published result are ticked.");
    const instead = _("One or two are no range. Try it in a pilot, and measure the share yourself.");
    return { refused: `${why} ${instead}` };
  }
  if (!good) return { refused: _("Write your own numbers, and mend those that are marked.") };
  const own = (name) => [values[`${name}-low`], values[`${name}-high`]];
  const priced = values["prices-low"] !== null;
  if (!priced && !costs.length) {
    return { refused: _("Write a price, or tick three or more published costs in euros for the same thing.") };
  }
  const plan = {
    devices: values.devices,
    life: values.life,
    prices: priced ? [own("prices")] : costs.map(span),
    ...Object.fromEntries(["yearly", "now", "costs"].map((name) => [name, [own(name)]])),
    shares: shares.map(span),
  };
  return { plan, values, shares, prices: priced ? [] : costs };
}

/** One's own numbers as words. */
const ownWords = () =>
  fields()
    .filter(({ value }) => value)
    .map((field) => ({
      label: field.labels[0].textContent,
      value: `${field.value} ${field.nextElementSibling?.textContent ?? ""}`.trim(),
    }));

async function saveSheet({ values = {}, shares = [], prices = [], plan }) {
  const book = await data("pay-back-sheet");
  const inWords = (row) => ({ ...row, kind: state.found.kinds[row.kind] });
  const rows = (name, found) =>
    found
      .map(inWords)
      .flatMap((row, at) =>
        ["place", "what", "kind", "low", "high", "source"].map((field) => [
          `${name}-${at + 1}-${field}`,
          row[field] ?? null,
        ]),
      );
  const [[low, high]] = plan.prices;
  const priced = prices.length ? prices : [{ what: _("Our own price"), low, high }];
  const filled = {
    about: state.found.title,
    ...values,
    ...Object.fromEntries([...rows("shares", shares), ...rows("prices", priced)]),
  };
  saveBytes("pay-back.xlsx", MEDIA, filledIn(book, filled));
}

function drawList() {
  const acts = {
    tick(which, at, on) {
      const left = which === "results" ? state.left : state.leftCosts;
      if (on) left.delete(at);
      else left.add(at);
      changed();
    },
    outcome(at) {
      Object.assign(state, { outcome: at, left: new Set(doubtful(state.found.outcomes[at].results)) });
      changed();
    },
  };
  render(state.found ? html`<${Published} ...${state} root=${root} act=${acts} />` : null, list);
}

function drawAnswer(trouble = "") {
  const { plan, refused, ...rest } = planned();
  const said = plan ? sentences(payBack(plan), plan.life) : null;
  const failed = _("The file could not be made here. The formula stands below.");
  const acts = { sheet: () => saveSheet({ plan, ...rest }).catch(() => drawAnswer(failed)) };
  const shown = { said, refused, own: ownWords(), kinds: state.found?.kinds, title: state.found?.title, acts, trouble };
  render(html`<${Answer} ...${shown} shares=${rest.shares ?? []} prices=${rest.prices ?? []} />`, place);
}

function changed() {
  const own = Object.fromEntries(fields().map(({ name, value }) => [name, value]));
  const outcome = state.outcome ? String(state.outcome) : "";
  const [left, leftCosts] = [state.left, state.leftCosts].map((places) => [...places].join(",") || "none");
  writeAddress(state.id ? { solution: state.id, outcome, left, costs: leftCosts, ...own } : own);
  drawList();
  drawAnswer();
}

/** Take a solution; `kept` are places of unticked results, of which the address may tell. */
async function choose(id, { outcome = 0, left = null, leftCosts = null } = {}) {
  const found = id ? await data(`pay-back/${id}`) : null;
  const at = found?.outcomes[outcome] ? outcome : 0;
  Object.assign(state, {
    id,
    found,
    outcome: at,
    left: new Set(left ?? doubtful(found?.outcomes[at].results ?? [])),
    leftCosts: new Set(leftCosts ?? doubtful(found?.costs ?? [])),
  });
  drawList();
  drawAnswer();
}

const placesOf = (text) => (text === undefined ? null : text === "none" ? [] : text.split(",").map(Number));

async function fromAddress() {
  const { solution = "", outcome, left, costs, ...own } = readAddress();
  const known = [...chooser().options].some(({ value }) => value === solution);
  for (const field of fields()) if (own[field.name] !== undefined) field.value = own[field.name];
  chooser().value = known ? solution : "";
  await choose(known ? solution : "", {
    outcome: Number(outcome ?? 0),
    left: placesOf(left),
    leftCosts: placesOf(costs),
  });
}

/** Our example, with the solution that it is about. */
async function example(button) {
  const { solution, ...numbers } = JSON.parse(button.dataset.example);
  for (const field of fields()) field.value = numbers[field.name] ?? "";
  chooser().value = solution;
  await choose(solution);
  changed();
}

if (form) {
  form.hidden = false;
  chooser().addEventListener("change", () => choose(chooser().value).then(changed));
  form.addEventListener("input", (event) => {
    if (fields().includes(/** @type {HTMLInputElement} */ (event.target))) changed();
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  /** @type {HTMLElement} */ (form.querySelector("[data-example]")).addEventListener("click", (event) =>
    example(event.currentTarget),
  );
  onAddress(fromAddress);
  fromAddress();
}
