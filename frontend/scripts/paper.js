// What paper needs and a style sheet cannot give: folded parts open, address and day of the print.
import { _, longDate } from "./language.js";

/** Parts that were folded before the print. */
const opened = [];

/** Browsers that do not know `::details-content` print only what is open. */
function unfold() {
  const folded = /** @type {NodeListOf<HTMLDetailsElement>} */ (document.querySelectorAll("main details:not([open])"));
  for (const part of folded) {
    part.open = true;
    opened.push(part);
  }
}

function fold() {
  for (const part of opened.splice(0)) part.open = false;
}

/** Addresses are spelt out for other hosts only; scripts write those of our own pages in full, too. */
function markOwnLinks() {
  const links = /** @type {NodeListOf<HTMLAnchorElement>} */ (document.querySelectorAll('main a[href^="http"]'));
  for (const link of links) link.toggleAttribute("data-own", link.origin === location.origin);
}

/** The address without its #, behind which a reader's own answers may stand. */
function fillLetterhead() {
  const address = document.querySelector("[data-page-address]:not([data-published])");
  if (address && location.protocol.startsWith("http")) {
    address.textContent = location.origin + location.pathname + location.search;
  }
  const printed = document.querySelector("[data-page-printed]");
  printed.textContent = _("Printed on {day}.", { day: longDate(new Date()) });
}

/** The running foot: the margins of a sheet know no attributes, only values of the style. */
function nameSheets() {
  const { runningTitle } = document.documentElement.dataset;
  document.documentElement.style.setProperty("--running-title", JSON.stringify(runningTitle));
}

export function startPaper() {
  nameSheets();
  addEventListener("beforeprint", () => {
    unfold();
    markOwnLinks();
    fillLetterhead();
  });
  addEventListener("afterprint", fold);
}
