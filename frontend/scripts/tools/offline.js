// The page on reading without a network: keep the whole cookbook, renew it, forget it, see what is there.
import { root } from "../data.js";
import { h } from "../dom.js";
import { _, number } from "../language.js";
import { bytesOf, changedFiles, megabytes } from "../pure/kept-files.js";
import { filesKept, filesNow, forgetAll, keepAll, pagesKept } from "../worker/keeping.js";

/** Pages that are named; who keeps more finds them by the list of all pages. */
const NAMED = 30;

const size = (files) => number(megabytes(bytesOf(files)));

/** What can be done now, in words; null where there is nothing to do. */
function offer(now, kept) {
  if (!now) return null;
  if (!kept) return _("Keep the whole cookbook on this device ({size} MB)", { size: size(now) });
  const changed = changedFiles(now, kept);
  return changed.length ? _("Renew the cookbook on this device ({size} MB)", { size: size(changed) }) : null;
}

function state(now, kept) {
  if (!kept) return _("Pages that you have read are on this device. PDFs and other papers are not.");
  if (now && changedFiles(now, kept).length)
    return _("The whole cookbook is on this device; the site has changed since.");
  return _("The whole cookbook is on this device. PDFs and other papers are not.");
}

async function show(box) {
  const [now, kept] = [await filesNow().catch(() => null), await filesKept()];
  const status = h("p", { role: "status" }, state(now, kept));
  const words = offer(now, kept);
  const keep = words && h("button", { type: "button", class: "button", onclick: () => keepWhole(box, status) }, words);
  const forget = h(
    "button",
    { type: "button", class: "button", onclick: () => forgetWhole(box) },
    _("Remove all from this device"),
  );
  box.replaceChildren(status, h("p", {}, keep, " ", forget), ...(kept ? [] : await listed()));
}

async function keepWhole(box, status) {
  for (const button of box.querySelectorAll("button")) button.disabled = true;
  try {
    await keepAll((done, all) => {
      status.textContent = _("{done} of {all} MB", { done: number(megabytes(done)), all: number(megabytes(all)) });
    });
    await show(box);
  } catch {
    await show(box);
    box.prepend(
      h("p", { class: "warning" }, _("Not all could be fetched: is there a network, and room on the device?")),
    );
  }
}

async function forgetWhole(box) {
  await forgetAll();
  await show(box);
}

/** The pages that are here, by their titles. */
async function listed() {
  const pages = (await pagesKept(NAMED)).filter(({ title }) => title);
  if (!pages.length) return [];
  const links = pages.map(({ url, title }) => h("li", {}, h("a", { href: url }, title)));
  return [h("p", {}, _("You can read these pages now:")), h("ul", {}, links)];
}

/** Who was sent here from a page without a network can try it again. */
function missed() {
  const wanted = location.hash.slice(1);
  if (!/^[\w/-]+$/.test(wanted)) return null;
  const again = h("a", { href: root + wanted }, _("Try it again"));
  return h(
    "p",
    { class: "warning" },
    _("There is no network, and the page you asked for is not on this device."),
    " ",
    again,
  );
}

function start() {
  const box = /** @type {HTMLElement | null} */ (document.querySelector("[data-tool=offline]"));
  if (!box || !globalThis.caches || !location.protocol.startsWith("http")) return;
  const line = missed();
  if (line) box.before(line);
  show(box);
}

start();
