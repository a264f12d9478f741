// "What did others really get?": the reader's own number among the published results of the page.
// The page holds them all in its table; nothing that is typed leaves the browser.
import { _, ngettext, number } from "../language.js";
import { neighbours, reached, typed } from "../pure/own-number.js";
import { html, render } from "../view.js";

const WIDTH = 640;
const HEIGHT = 74;
const LEFT = 16;

/** Where values stand on the drawing: zero, all results and the reader's number have room. */
function scale(values) {
  const low = Math.min(0, ...values);
  const high = Math.max(0, ...values);
  return (value) => LEFT + ((value - low) / (high - low || 1)) * (WIDTH - 2 * LEFT);
}

function Dots({ results, own, unit }) {
  const at = scale([...results.map(({ value }) => value), own]);
  const label = _("{n} published results and your number, {own} {unit}, on one line", {
    n: number(results.length),
    own: number(own),
    unit,
  });
  return html`<svg class="own-dots" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label=${label}>
    <line class="own-axis" x1=${LEFT} x2=${WIDTH - LEFT} y1="40" y2="40" />
    <line class="own-null" x1=${at(0)} x2=${at(0)} y1="22" y2="54" />
    <text x=${at(0)} y="70" text-anchor="middle">0</text>
    ${results.map(({ value }, place) => html`<circle key=${place} class="own-other" cx=${at(value)} cy="40" r="6" />`)}
    <path class="own-mine" d="M${at(own)} 30l8 10-8 10-8-10z" />
    <text x=${at(own)} y="18" text-anchor="middle">${number(own)}</text>
  </svg>`;
}

function told({ results, own, unit, lower }) {
  const all = results.length;
  const n = reached(results, own, lower);
  const { above, below } = neighbours(results, own, lower);
  const values = { own: number(own), unit, found: number(n) };
  const first = ngettext(
    "Of {n} published result {found} reaches or beats {own} {unit}.",
    "Of {n} published results {found} reach or beat {own} {unit}.",
    all,
    values,
  );
  const next = above
    ? _("The nearest that reaches it: {value} ({place}).", { value: number(above.value), place: above.place })
    : _("None reaches it.");
  const under =
    below && _("The nearest that does not: {value} ({place}).", { value: number(below.value), place: below.place });
  return [first, next, under].filter(Boolean).join(" ");
}

function OwnNumber({ known, text, type }) {
  const own = typed(text);
  const wrong = text.trim() && own === null;
  return html`<form onSubmit=${(event) => event.preventDefault()}>
    <h3>${_("What did others really get?")}</h3>
    <label for="own-number">
      ${_("Your own number, measured or promised to you, in {unit}", { unit: known.unit })}
    </label>
    <input
      id="own-number" inputmode="decimal" autocomplete="off" value=${text}
      aria-describedby="own-said" onInput=${(event) => type(event.target.value)}
    />
    <p id="own-said" role="status">
      ${wrong ? _("Write a number alone, such as 12.5.") : own === null ? "" : told({ ...known, own })}
    </p>
    ${own !== null && html`<${Dots} ...${known} own=${own} />`}
    <p class="own-note">${_("Nothing you type leaves this page. The results stand in the table above.")}</p>
  </form>`;
}

function start(place) {
  const known = JSON.parse(place.dataset.known);
  const draw = (text) => render(html`<${OwnNumber} known=${known} text=${text} type=${draw} />`, place);
  draw("");
}

for (const place of document.querySelectorAll("[data-tool=own-number]")) start(place);
