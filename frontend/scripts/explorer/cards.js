// Case studies as cards.
import { root } from "../data.js";
import { arrange, h } from "../dom.js";
import { effectOf } from "../pure/choose.js";
import { MOST } from "../tray.js";

export const address = (one) => `${root}casestudies/${one.id}/`;

/** From when to when a pilot ran, in words. */
export function when({ start, end }) {
  if (start && end) return start === end ? start : `${start} to ${end}`;
  if (start) return `from ${start}`;
  return end ? `until ${end}` : "date not reported";
}

/** A number that is itself the link to its source. */
export function receipt(text, { url, source }) {
  return h("a", { class: "number", href: url, title: `Source: ${source}` }, text);
}

export const grade = (letter) =>
  h("span", { class: `grade grade-${letter.toLowerCase()}` }, h("span", { class: "sr" }, "Evidence grade "), letter);

export const status = (id, title) => h("span", { class: `status status-${id}` }, title.toLowerCase());

function effectLine(effect) {
  if (!effect) return h("p", { class: "card-effect unknown" }, "Effect: no change in per cent reported");
  return h(
    "p",
    { class: "card-effect" },
    "Effect: ",
    receipt(effect.text, effect),
    `, ${effect.what} (${effect.kind})`,
  );
}

function moneyLine(money) {
  if (!money) return h("p", { class: "card-money unknown" }, "Money: not reported");
  return h("p", { class: "card-money" }, "Money: ", receipt(money.text, money), `, ${money.what}`);
}

const SAID = { same: "same", differs: "differs", unknown: "not known of both" };

/** How alike a case's place and the reader's city are, with the axes behind it. */
export function likenessBox(one, { axes, of }) {
  const { city, rows, same, known } = of(one);
  const name = city?.title ?? "its place";
  if (!known) return h("p", { class: "card-likeness unknown" }, `${name}: no trait known of both cities`);
  const titles = (axis, ids) => ids.map((id) => axis.classes[id] ?? id).join(" or ") || "not known";
  const lines = rows.map((row) => {
    const axis = axes.find(({ id }) => id === row.axis);
    return h(
      "tr",
      {},
      h("th", { scope: "row" }, axis.title),
      h("td", {}, titles(axis, row.mine)),
      h("td", {}, titles(axis, row.theirs)),
      h("td", {}, SAID[row.verdict]),
    );
  });
  return h(
    "details",
    { class: "card-likeness" },
    h("summary", {}, `${name}: ${same} of ${known} known ${known === 1 ? "trait" : "traits"} the same`),
    h(
      "div",
      { class: "table-scroll", tabindex: 0, role: "region", "aria-label": `Your city and ${name}, trait by trait` },
      h(
        "table",
        {},
        h(
          "thead",
          {},
          h("tr", {}, ...["Trait", "Your city", name, "Verdict"].map((t) => h("th", { scope: "col" }, t))),
        ),
        h("tbody", {}, ...lines),
      ),
    ),
  );
}

function card(one, effect, likeness, box, { names, cities }) {
  const places = one.cities.map((id) => `${cities[id].title}, ${cities[id].country}`).join("; ");
  const themes = one.facets.theme.map((id) => names.theme[id].toLowerCase()).join(", ");
  const [became] = one.facets.status;
  return h(
    "article",
    { class: "card case-card", "data-part": "casestudies", "data-case": one.id },
    h("p", { class: "card-kicker" }, grade(one.facets.grade[0]), " ", status(became, names.status[became])),
    h("h3", { class: "card-title" }, h("a", { href: address(one) }, one.title)),
    h("p", {}, one.summary),
    effectLine(effect),
    moneyLine(one.money),
    likeness?.of ? likenessBox(one, likeness) : null,
    h("p", { class: "card-foot" }, `${places} · ${themes} · ${when(one)}`),
    h("label", { class: "card-compare" }, box, h("span", {}, "Compare", h("span", { class: "sr" }, ` ${one.title}`))),
  );
}

/** All cards: each is made when it is first shown, and again only when it would say something else. */
export function deck(names, cities, compare) {
  const element = h("div", { class: "cards" });
  const kept = new Map();

  function cardOf(one, { chosen, compare: ids }, likeness) {
    const effect = effectOf(one, chosen.indicator);
    let held = kept.get(one);
    if (held?.effect !== effect || held?.likeness !== likeness) {
      const box = h("input", {
        type: "checkbox",
        "data-compare": one.id,
        onchange: () => compare(one.id, box.checked),
      });
      held = { effect, likeness, box, made: card(one, effect, likeness, box, { names, cities }) };
      kept.set(one, held);
    }
    held.box.checked = ids.includes(one.id);
    held.box.disabled = !held.box.checked && ids.length >= MOST;
    return held.made;
  }
  return {
    element,
    show(cases, state, likeness) {
      arrange(
        element,
        cases.map((one) => cardOf(one, state, likeness)),
      );
    },
  };
}
