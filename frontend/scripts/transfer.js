// The transfer check: the reader's city beside the city of a case study, trait by trait.
import { data } from "./data.js";
import { h } from "./dom.js";
import { profile } from "./profile.js";
import { answered, compare, similarity } from "./pure/matching.js";

const VERDICTS = {
  same: "same",
  differs: "differs: ask what changes",
  unknown: "you have not said",
};

export function startTransfer() {
  const box = document.querySelector("[data-transfer]");
  const answers = profile();
  if (!box?.dataset.transfer || !Object.keys(answers).length) return;
  fill(box, answers).catch(() => {
    // The table stays as it is: the case's city, with room for one's own.
  });
}

async function fill(box, answers) {
  const { axes, questions, cities } = await data("profile");
  const city = cities.find((one) => one.id === box.dataset.transfer);
  const rows = [...box.querySelectorAll("[data-axis]")];
  const names = rows.map((row) => row.dataset.axis);
  const compared = compare(names, answered(questions, answers).traits, city.traits);
  for (const [at, { axis, mine, verdict }] of compared.entries()) {
    const titles = axes.find((one) => one.id === axis).classes;
    const [, , ours, word] = rows[at].cells;
    ours.textContent = mine.map((id) => titles[id]).join(", ") || "not answered";
    ours.className = mine.length ? "" : "unknown";
    word.textContent = VERDICTS[verdict];
    rows[at].className = `verdict-${verdict}`;
  }
  const { same, known } = similarity(compared);
  const finder = box.querySelector("[data-transfer-intro] a[href*='find']");
  const intro = box.querySelector("[data-transfer-intro]");
  intro.replaceChildren(
    h("strong", {}, `${same} of ${known} known traits are the same as in ${city.title}.`),
    " What differs needs a second look; what must exist first is listed above. ",
    finder ? h("a", { href: finder.getAttribute("href") }, "Change the answers about our city") : "",
  );
}
