// What a page does for reading without a network: it starts the service worker and tells of newer versions.
// Loaded when all else is there, and only from a host.
import { Workbox } from "workbox-window";
import { root } from "../data.js";
import { h } from "../dom.js";
import { _ } from "../language.js";
import { filesKept } from "./keeping.js";

/** A line at the foot of the window, which screen readers hear. */
function tell(words, action) {
  const line = h("div", { class: "announcement", role: "status" });
  document.body.append(line);
  const close = h("button", { type: "button", class: "button", onclick: () => line.remove() }, _("Not now"));
  line.append(h("p", {}, words), action, close);
}

/** Who keeps the whole has an older copy now; a page that has been open is older than the site. */
async function tellOfNewerVersion(isOldPage) {
  if (await filesKept()) {
    const renew = h("a", { href: `${root}offline/` }, _("Renew it"));
    tell(_("The cookbook on this device is older than the site."), renew);
  } else if (isOldPage) {
    const reload = h("button", { type: "button", class: "button", onclick: () => location.reload() }, _("Reload"));
    tell(_("A newer version of the cookbook is here."), reload);
  }
}

/** Keep what this page is made of: the worker was not there yet when it was loaded. */
function keepThisPage(workbox) {
  const loaded = performance.getEntriesByType("resource").map(({ name }) => name);
  const own = loaded.filter((address) => address.startsWith(root));
  const urlsToCache = [...new Set([location.href.split("#")[0], ...own])];
  return workbox.messageSW({ type: "CACHE_URLS", payload: { urlsToCache } });
}

async function start() {
  const isFirstVisit = !navigator.serviceWorker.controller;
  const workbox = new Workbox(`${root}sw.js`);
  let isOldPage = false;
  // A page that has just come is new itself; one that has been open is not, when a newer worker comes.
  workbox.addEventListener("installed", ({ isUpdate, isExternal }) => {
    if (isUpdate) tellOfNewerVersion(isOldPage || isExternal);
  });
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState !== "visible") return;
    isOldPage = true;
    workbox.update().catch(() => {});
  });
  await workbox.register();
  await workbox.active;
  if (isFirstVisit) await keepThisPage(workbox);
}

// Without the worker everything works as before, only not without a network.
start().catch(() => {});
