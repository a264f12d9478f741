// The whole cookbook kept on this device, in the cache from which the service worker answers.
import { root } from "../data.js";
import { changedFiles } from "../pure/kept-files.js";

/** The name that Workbox gives to the cache of what was read. */
const CACHE = `scifi-runtime-${root}`;
const LIST = `${root}assets/offline.json`;
/** The list of what was kept, under an address that no page asks for. */
const KEPT = `${root}assets/kept.json`;
/** Files that are fetched at a time. */
const AT_ONCE = 8;

/** Every file of the site as it is now: `{ files: [[address, bytes, mark], …] }`; fails without a network. */
export async function filesNow() {
  const answer = await fetch(LIST, { cache: "no-cache" });
  if (!answer.ok) throw new Error(`${LIST}: ${answer.status}`);
  return (await answer.json()).files;
}

/** The files that are kept; null where the reader has not asked for the whole. */
export async function filesKept() {
  const cache = await caches.open(CACHE);
  const answer = await cache.match(KEPT);
  return answer ? (await answer.json()).files : null;
}

/** Fetch what is missing or has changed; `tell` hears how many of the bytes are there. */
export async function keepAll(tell) {
  const [now, kept, cache] = [await filesNow(), await filesKept(), await caches.open(CACHE)];
  const missing = changedFiles(now, kept ?? []);
  const all = missing.reduce((sum, [, bytes]) => sum + bytes, 0);
  let done = 0;
  const waiting = [...missing];
  async function fetchSome() {
    for (let file = waiting.pop(); file; file = waiting.pop()) {
      await cache.add(new Request(root + file[0], { cache: "no-cache" }));
      done += file[1];
      tell(done, all);
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, fetchSome));
  await cache.put(KEPT, new Response(JSON.stringify({ files: now })));
}

/** Forget everything that was kept, pages that were read too. */
export const forgetAll = () => caches.delete(CACHE);

/** Address and title of some pages that can be read without a network, those read last first. */
export async function pagesKept(most) {
  const cache = await caches.open(CACHE);
  const addresses = (await cache.keys()).map(({ url }) => url.split("?")[0]).filter((url) => url.endsWith("/"));
  const chosen = [...new Set(addresses.reverse())].slice(0, most);
  return Promise.all(chosen.map(async (url) => ({ url, title: titleOf(await (await cache.match(url)).text()) })));
}

const titleOf = (html) =>
  new DOMParser().parseFromString(html, "text/html").querySelector("h1")?.textContent.trim() ?? "";
