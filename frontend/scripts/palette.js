// What has to be done before the page is painted, so that nothing flashes or moves.

// The reader's palette, stored under one key, on this device only; see the privacy page.
try {
  const chosen = localStorage.getItem("scifi-palette");
  if (chosen === "light" || chosen === "dark") document.documentElement.dataset.palette = chosen;
} catch {
  // Storage can be switched off; the system's palette then applies.
}
document.documentElement.classList.add("js");

// The typefaces, fetched beside the style sheet that names them: one that came later would wait for the next page.
// From a folder a browser refuses to fetch ahead, and has them at once anyway.
if (location.protocol !== "file:") {
  for (const font of document.currentScript.dataset.fonts.split(" ")) {
    const link = document.createElement("link");
    Object.assign(link, { rel: "preload", as: "font", type: "font/woff2", crossOrigin: "", href: font });
    document.head.append(link);
  }
}
