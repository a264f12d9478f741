// What is new since a reader was on a page. The days are kept in the browser alone; see the privacy page.
import { root } from "./data.js";
import { h } from "./dom.js";
import { _, partialDate } from "./language.js";
import { isNewer, lastRead, withReading } from "./pure/last-read.js";

const KEY = "scifi-read";

function kept() {
  try {
    const days = JSON.parse(localStorage.getItem(KEY) ?? "{}");
    return days && typeof days === "object" ? days : {};
  } catch {
    return {}; // Storage is switched off, or holds something that is not ours.
  }
}

function keep(days) {
  try {
    localStorage.setItem(KEY, JSON.stringify(days));
  } catch {
    // Without storage nothing is marked.
  }
}

const mark = (read) =>
  h("b", { class: "new" }, _("New since you last read this page on {day}.", { day: partialDate(read) }), " ");

export function startChanges() {
  const page = location.href.split(/[?#]/)[0].replace(root, "").replace("index.html", "");
  const today = new Date().toLocaleDateString("sv"); // Sweden writes 2026-11-30.
  const days = kept();
  const read = lastRead(days, page, today);
  for (const note of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("[data-changed]"))) {
    if (isNewer(note.dataset.changed, read)) note.prepend(mark(read));
  }
  keep(withReading(days, page, today));
  listenToForget();
}

/** The button below the list of all changes. */
function listenToForget() {
  const box = /** @type {HTMLElement | null} */ (document.querySelector("[data-forget-read]"));
  if (!box) return;
  box.hidden = false;
  box.querySelector("button").addEventListener("click", () => {
    try {
      localStorage.removeItem(KEY);
    } catch {
      // There is nothing to forget.
    }
    box.replaceChildren(h("span", { role: "status" }, _("Forgotten.")));
  });
}
