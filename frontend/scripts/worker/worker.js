// The service worker: pages that were read can be read again without a network.
//
// With a network a page always comes from it, so nobody reads old facts by chance. What came is kept; without a
// network, or where it takes too long, what was kept is shown, and else the page that says how to keep more.
import { cacheNames, setCacheNameDetails } from "workbox-core";
import { cleanupOutdatedCaches, matchPrecache, precache } from "workbox-precaching";
import { registerRoute, setCatchHandler } from "workbox-routing";
import { NetworkFirst } from "workbox-strategies";

const worker = /** @type {any} */ (self);
const OFFLINE = "offline/";
/** Seconds until what was kept is shown. */
const PATIENCE = 5;
/** Files that a reader takes along as files. */
const PAPERS = /\.(pdf|zip|epub|docx|odt|csv)$/;

setCacheNameDetails({ prefix: "scifi" });
// The build puts in the offline page and what it needs; each has a mark that changes with what is in it.
// @ts-expect-error: only the build knows this name, and looks for it as it stands here.
precache(self.__WB_MANIFEST);
cleanupOutdatedCaches();

registerRoute(
  ({ url, sameOrigin }) => sameOrigin && !PAPERS.test(url.pathname),
  new NetworkFirst({
    cacheName: cacheNames.runtime,
    networkTimeoutSeconds: PATIENCE,
    matchOptions: { ignoreSearch: true },
  }),
);

setCatchHandler(async ({ request }) => {
  const kept = await matchPrecache(request.url);
  if (kept || request.mode !== "navigate") return kept ?? Response.error();
  // Links of a page begin at its own address, so the reader is sent to that of the offline page.
  const wanted = request.url.slice(worker.registration.scope.length).split(/[?#]/)[0];
  return Response.redirect(`${worker.registration.scope}${OFFLINE}#${wanted}`);
});

// Pages come from the network first, so a new worker breaks no page that an old one has shown.
worker.addEventListener("install", () => worker.skipWaiting());
