// What paper needs and a style sheet cannot give: folded parts open, address and day of the print.

const opened = [];

/** Browsers that do not know `::details-content` print only what is open. */
function unfold() {
  for (const one of document.querySelectorAll("main details:not([open])")) {
    one.open = true;
    opened.push(one);
  }
}

function fold() {
  for (const one of opened.splice(0)) one.open = false;
}

/** Addresses are spelt out for other hosts only; scripts write those of our own pages in full, too. */
function tellOwn() {
  for (const link of document.querySelectorAll('main a[href^="http"]')) {
    link.toggleAttribute("data-own", link.origin === location.origin);
  }
}

/** The address without its #, behind which a reader's own answers may stand. */
function tell() {
  const address = document.querySelector("[data-page-address]:not([data-published])");
  if (address && location.protocol.startsWith("http")) {
    address.textContent = location.origin + location.pathname + location.search;
  }
  const day = new Date().toLocaleDateString("en-GB", { dateStyle: "long" });
  document.querySelector("[data-page-printed]").textContent = `Printed on ${day}.`;
}

export function startPaper() {
  addEventListener("beforeprint", () => {
    unfold();
    tellOwn();
    tell();
  });
  addEventListener("afterprint", fold);
}
