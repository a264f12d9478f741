// What the pay-back shows: published results to tick, and the answer as sentences.
import { _, andList, ngettext, number } from "./language.js";
import { short } from "./number-fields.js";
import { Button } from "./parts.js";
import { html } from "./view.js";

const range = (low, high, one) =>
  low === high ? one(low) : _("{low} to {high}", { low: number(low), high: one(high) });

/** A saving in per cent, or what became more. */
const spared = ({ low, high }) =>
  high < 0
    ? range(-high, -low, (value) => _("{n} % more", { n: number(value) }))
    : range(low, high, (value) => _("{n} % less", { n: number(value) }));

const ofOne = ({ low, currency, unit }) =>
  _("{currency} {sum} per {unit}", { currency, sum: number(low >= 100 ? Math.round(low) : low), unit });

/** One published number with its tick, its case study, and its receipt. */
function Row({ row, told, kinds, root, ticked, tick, disabled = false }) {
  return html`<li>
    <label>
      <input type="checkbox" checked=${ticked} disabled=${disabled} onChange=${(event) => tick(event.target.checked)} />
      ${" "}${row.place}: ${told(row)}, ${row.what} (${kinds[row.kind]})
    </label>${" "}
    <a href=${new URL(row.case, root).href}>${_("case study")}</a>${" "}
    <a class="number" href=${row.source}>${_("source")}</a>
  </li>`;
}

function Rows({ rows, left, act, list, ...same }) {
  return html`<ul class="pay-back-rows">
    ${rows.map(
      (row, at) => html`<${Row} key=${at} row=${row} ...${same} ticked=${!left.has(at)}
        tick=${(on) => act.tick(list, at, on)} disabled=${same.cannot?.(row)} />`,
    )}
  </ul>`;
}

/** The published results of a solution, by outcome, and its published costs. */
export function Published({ found, outcome, left, leftCosts, root, act }) {
  const { results } = found.outcomes[outcome];
  const same = { kinds: found.kinds, root, act };
  return html`
    <fieldset>
      <legend>${_("What case studies published")}</legend>
      ${
        found.outcomes.length > 1 &&
        html`<div class="number-field">
          <label for="outcome">${_("What is spared")}</label>
          <select id="outcome" onChange=${(event) => act.outcome(event.target.selectedIndex)}>
            ${found.outcomes.map(
              ({ title }, at) => html`<option key=${at} selected=${at === outcome}>${title}</option>`,
            )}
          </select>
        </div>`
      }
      <p>${_("Take the tick away from what is not like your town. Measured and reported results are ticked.")}</p>
      <${Rows} rows=${results} left=${left} list="results" told=${spared} ...${same} />
      ${
        found.costs.length > 0 &&
        html`
          <p class="label">${_("What others paid for one")}</p>
          <p>
            ${_("To draw your price from these, tick three or more in euros for the same thing.")}${" "}
            ${_("Leave your own price empty then.")}
          </p>
          <${Rows} rows=${found.costs} left=${leftCosts} list="costs" told=${ofOne} ...${same}
            cannot=${(row) => row.currency !== "EUR"} />`
      }
    </fieldset>`;
}

const NAMES = {
  prices: () => _("the price of one"),
  yearly: () => _("the yearly cost of one"),
  now: () => _("how much you use today"),
  costs: () => _("what one visit, m³ or kWh costs"),
  shares: () => _("the share spared"),
};

const three = (value) => number(Number(value.toPrecision(3)));
const euros = (value) => _("EUR {n}", { n: three(value) });

/** A value of the number that decides, with its unit. */
const UNITS = {
  prices: euros,
  yearly: euros,
  now: three,
  costs: euros,
  shares: (value) => _("{n} %", { n: three(value) }),
};

const yearsOf = (value) => (Number.isFinite(value) ? _("{n} years", { n: short(value) }) : _("never"));

/** The sentences of an answer, the finding first. */
export function sentences({ years, never, decides }, life) {
  const said = [
    Number.isFinite(years[50])
      ? _("In half of the draws it pays back within {n} years.", { n: short(years[50]) })
      : _("In more than half of the draws it never pays back."),
    _("10 of 100 draws take at most: {few}. 90 of 100: {most}.", { few: yearsOf(years[10]), most: yearsOf(years[90]) }),
    _("The chance that it does not pay back in the {life} years that it lasts is {chance} per cent.", {
      life: number(life),
      chance: number(Math.round(never * 100)),
    }),
  ];
  if (!decides) return said;
  const { name, low, high, yearsLow, yearsHigh } = decides;
  const values = { name: NAMES[name](), low: UNITS[name](low), high: UNITS[name](high) };
  said.push(
    Number.isFinite(yearsLow) || Number.isFinite(yearsHigh)
      ? _("What decides is {name}. At {low}, and all else in its middle, it takes: {slow}. At {high}: {fast}.", {
          ...values,
          slow: yearsOf(yearsLow),
          fast: yearsOf(yearsHigh),
        })
      : _("What decides is {name}, from {low} to {high}; but no value in your ranges makes it pay.", values),
  );
  return said;
}

/** Of which kinds the drawn results are, so that none is taken for another. */
export function mixed(rows, kinds) {
  const found = [...new Set(rows.map(({ kind }) => kind))];
  const counts = found.map((kind) => `${number(rows.filter((row) => row.kind === kind).length)} ${kinds[kind]}`);
  return ngettext(
    "Drawn from {n} published result: {kinds}.",
    "Drawn from {n} published results: {kinds}.",
    rows.length,
    {
      kinds: andList(counts),
    },
  );
}

function Receipts({ rows, told, kinds }) {
  return html`<ul class="claims">
    ${rows.map(
      (row, at) => html`<li key=${at}>
        ${row.place}: ${told(row)}, ${row.what} (${kinds[row.kind]}), <a href=${row.source}>${_("source")}</a>
      </li>`,
    )}
  </ul>`;
}

/** Sentences, own numbers and receipts; where there is no answer, why. */
export function Answer({ said, refused, own, shares, prices, kinds, title, acts, trouble }) {
  return html`
    <h2 id="answer">${_("Answer")}</h2>
    ${title && html`<p class="on-paper-only"><strong>${_("Does it pay to buy this? {title}", { title })}</strong></p>`}
    <div role="status">
      ${
        said
          ? said.map((sentence, at) => html`<p key=${at} class=${at ? "" : "calculator-finding"}>${sentence}</p>`)
          : html`<p>${refused}</p>`
      }
    </div>
    ${
      said &&
      html`
        <p>${mixed(shares, kinds)}</p>
        <div class="on-paper-only">
          <p class="label">${_("Own numbers, estimated")}</p>
          <dl class="facts">
            ${own.map(({ label, value }) => html`<div key=${label}><dt>${label}</dt><dd>${value}</dd></div>`)}
          </dl>
          <p class="label">${_("Numbers of others")}</p>
          <${Receipts} rows=${shares} told=${spared} kinds=${kinds} />
          ${prices.length > 0 && html`<${Receipts} rows=${prices} told=${ofOne} kinds=${kinds} />`}
        </div>`
    }
    <p class="calculator-buttons">
      <${Button} disabled=${!said} onClick=${acts.sheet}>${_("Save as a spreadsheet (XLSX)")}<//>
      <${Button} disabled=${!said} onClick=${() => print()}>${_("Print for the council")}<//>
    </p>
    <p role="alert">${trouble}</p>`;
}
