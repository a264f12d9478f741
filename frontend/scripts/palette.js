// Set the reader's palette before the page is painted, so that nothing flashes.
// Stored under one key, on this device only; see the privacy page.
try {
  const chosen = localStorage.getItem("scifi-palette");
  if (chosen === "light" || chosen === "dark") document.documentElement.dataset.palette = chosen;
} catch {
  // Storage can be switched off; the system's palette then applies.
}
document.documentElement.classList.add("js");
