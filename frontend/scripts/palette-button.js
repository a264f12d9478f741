// One button, two palettes. Its label says what a press will do.
import { _ } from "./language.js";

export function startPaletteButton() {
  /** @type {HTMLElement} */
  const button = document.querySelector("[data-palette-button]");
  if (!button) return;
  const { dataset } = document.documentElement;
  const system = matchMedia("(prefers-color-scheme: dark)");
  const other = () => ((dataset.palette ?? (system.matches ? "dark" : "light")) === "dark" ? "light" : "dark");
  const label = () => {
    button.title = other() === "light" ? _("Switch to light colours") : _("Switch to dark colours");
    button.setAttribute("aria-label", button.title);
  };
  button.hidden = false;
  label();
  system.addEventListener("change", label);
  button.addEventListener("click", () => {
    dataset.palette = other();
    keep(dataset.palette);
    label();
    document.dispatchEvent(new CustomEvent("scifi:palette"));
  });
}

function keep(palette) {
  try {
    localStorage.setItem("scifi-palette", palette);
  } catch {
    // The choice then lasts for this page only.
  }
}
