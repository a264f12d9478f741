// Reading without a network: only where a host serves the site, and only after the page itself is there.
import { root } from "./data.js";
import { loadScript } from "./load.js";

export function startInstalled() {
  const offered = document.querySelector("link[rel=manifest]") && location.protocol.startsWith("http");
  if (!offered || !window.isSecureContext || !("serviceWorker" in navigator)) return;
  addEventListener("load", () => loadScript(`${root}assets/offline.js`).catch(() => {}));
}
