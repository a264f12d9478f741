// One button, two palettes. Its label says what a press will do.
export function startPaletteButton() {
  const button = document.querySelector("[data-palette-button]");
  if (!button) return;
  const root = document.documentElement;
  const system = matchMedia("(prefers-color-scheme: dark)");
  const current = () => root.dataset.palette ?? (system.matches ? "dark" : "light");
  const label = () => {
    const next = current() === "dark" ? "light" : "dark";
    button.setAttribute("aria-label", `Switch to ${next} colours`);
    button.title = `Switch to ${next} colours`;
  };
  button.hidden = false;
  label();
  system.addEventListener("change", label);
  button.addEventListener("click", () => {
    const next = current() === "dark" ? "light" : "dark";
    root.dataset.palette = next;
    try {
      localStorage.setItem("scifi-palette", next);
    } catch {
      // The choice then lasts for this page only.
    }
    label();
    document.dispatchEvent(new CustomEvent("scifi:palette"));
  });
}
