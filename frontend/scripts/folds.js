// Folded parts are <details>: they work without this.

/** What stands open without scripts is folded with them, unless the address leads into it. */
function fold() {
  const folds = /** @type {NodeListOf<HTMLDetailsElement>} */ (document.querySelectorAll("details[data-fold]"));
  for (const part of folds) part.open = part.querySelector(":target") !== null;
}

/** Open whatever is folded around the place that the address names. */
function reveal() {
  const target = document.querySelector(":target");
  const around = [];
  for (let part = target?.closest("details"); part; part = part.parentElement.closest("details")) around.push(part);
  if (around.every(({ open }) => open)) return;
  for (const part of around) part.open = true;
  target.scrollIntoView();
}

export function startFolds() {
  fold();
  reveal();
  addEventListener("hashchange", reveal);
}
