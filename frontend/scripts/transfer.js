// The transfer check: the reader's city beside the city of a case study, trait by trait.
import { data } from "./data.js";
import { h } from "./dom.js";
import { _, number } from "./language.js";
import { profile } from "./profile.js";
import { answered, compare, similarity } from "./pure/matching.js";

export function startTransfer() {
  /** @type {HTMLElement} */
  const box = document.querySelector("[data-transfer]");
  const answers = profile();
  if (!box?.dataset.transfer || !Object.keys(answers).length) return;
  fill(box, answers).catch(() => {
    // The table stays as it is: the case's city, with room for one's own.
  });
}

async function fill(box, answers) {
  const { axes, questions, cities } = await data("profile");
  const city = cities.find(({ id }) => id === box.dataset.transfer);
  const rows = [...box.querySelectorAll("[data-axis]")];
  const names = rows.map((row) => row.dataset.axis);
  const compared = compare(names, answered(questions, answers).traits, city.traits);
  for (const [place, comparison] of compared.entries()) {
    fillRow(rows[place], comparison, axes.find(({ id }) => id === comparison.axis).classes);
  }
  introduce(box.querySelector("[data-transfer-intro]"), city, similarity(compared));
}

function fillRow(row, { mine, verdict }, titles) {
  const verdicts = { same: _("same"), differs: _("differs: ask what changes"), unknown: _("you have not said") };
  const [, , ours, word] = row.cells;
  ours.textContent = mine.map((id) => titles[id]).join(", ") || _("not answered");
  ours.className = mine.length ? "" : "unknown";
  word.textContent = verdicts[verdict];
  row.className = `verdict-${verdict}`;
}

function introduce(intro, city, { same, known }) {
  const finder = intro.querySelector("a[href*='find']")?.getAttribute("href");
  const finding = _("{same} of {known} known traits are the same as in {city}.", {
    same: number(same),
    known: number(known),
    city: city.title,
  });
  intro.replaceChildren(
    h("strong", {}, finding),
    ` ${_("What differs needs a second look; what must exist first is listed above.")} `,
    finder ? h("a", { href: finder }, _("Change the answers about our city")) : "",
  );
}
