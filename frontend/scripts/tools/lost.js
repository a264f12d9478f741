// The page for lost visitors: pages that are called like the words of the wrong address.
import { data, root } from "../data.js";
import { h } from "../dom.js";
import { pageAddress } from "../links.js";
import { wordsOfAddress } from "../pure/lost-address.js";
import { siteSearch } from "../pure/site-search.js";

const MOST = 5;
/** How much of the words a page must be called by, from 0 to 1, so that it is worth showing. */
const CLOSE = 0.5;

async function start() {
  const box = /** @type {HTMLElement | null} */ (document.querySelector("[data-lost]"));
  const words = wordsOfAddress(location.pathname, new URL(root).pathname);
  if (!box || !words) return;
  const found = siteSearch(await data("search"))(words).filter(({ called }) => called >= CLOSE);
  const pages = new Map(found.map(({ entry }) => [entry.url, entry.title]));
  const links = [...pages].slice(0, MOST).map(([url, title]) => h("a", { href: pageAddress(root + url) }, title));
  box.querySelector("ul").append(...links.map((link) => h("li", {}, link)));
  box.hidden = !links.length;
}

start();
