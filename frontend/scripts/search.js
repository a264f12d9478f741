// The search dialog. Pages that are called as somebody asks come first; then those that hold the words, which Pagefind
// reads from its index in pieces. Both are loaded when the dialog opens; from a folder only the first can be.
import { data } from "./data.js";
import { h } from "./dom.js";
import { _, ngettext, number } from "./language.js";
import { pageAddress } from "./links.js";
import { fold, terms, wordsOf } from "./pure/folding.js";
import { siteSearch } from "./pure/site-search.js";

/** How many results are shown at first, and how many more each time. */
const STEP = 20;
const FACETS = ["part", "theme", "country"];
/** The score, as a share of the best, from which a page is no chance likeness. */
const CLEAR = 0.4;
/** How long a reader may pause in typing, ms. */
const PAUSE = 120;

/** The search among all pages by what they are called and are about. */
async function namedPages(base) {
  const search = siteSearch(await data("search"));
  const fits = ({ part, themes, countries }, wanted) =>
    (!wanted.part || wanted.part === part) &&
    (!wanted.theme || themes.includes(wanted.theme)) &&
    (!wanted.country || countries.includes(wanted.country));
  return (query, filters) =>
    search(query)
      .filter(({ score }, _place, all) => score >= CLEAR * all[0].score)
      .filter(({ entry }) => fits(entry, filters))
      .map(({ entry: { title, url, part, text }, name }) => ({
        title,
        url: pageAddress(base + url),
        part,
        text,
        plain: true,
        name: name && name.text !== title ? name : null,
      }));
}

/** The search in the whole text of pages; a result is read when it is shown. */
async function fullText(base) {
  if (location.protocol === "file:") return { filters: async () => ({}), search: async () => [] };
  const index = await import(`${base}pagefind/pagefind.js`);
  await index.options({ excerptLength: 24, baseUrl: base });
  return {
    filters: () => index.filters(),
    async search(query, filters) {
      const { results } = await index.search(query || null, { filters });
      return results;
    },
  };
}

const pageOf = ({ meta, url, filters, excerpt }) => ({
  title: meta.title,
  url,
  part: filters.part?.[0] ?? "",
  text: excerpt,
});

const path = (url) => new URL(url, location.href).pathname;

/** Results page by page: first those that are called so, then those that hold the words and were not shown yet. */
async function* results(named, texts, holds) {
  const shown = new Set();
  for (const page of named) {
    if (shown.has(page.url)) continue;
    shown.add(page.url).add(path(page.url));
    yield page;
  }
  for (const text of texts) {
    const found = await text.data();
    if (!shown.has(path(found.url)) && holds(found.content)) yield pageOf(found);
  }
}

/** Whether a text has a word of a question: Pagefind also offers pages that have only its beginning. */
function holdsSome(query) {
  const words = terms(wordsOf(query)).map((word) => (word.length > 4 ? word.slice(0, -1) : word));
  return (text) => {
    const folded = fold(text);
    return !words.length || words.some((word) => folded.includes(word));
  };
}

async function engine(base) {
  const [named, full] = await Promise.all([namedPages(base), fullText(base)]);
  return {
    filters: full.filters,
    async search(query, filters) {
      const first = query ? named(query, filters) : [];
      return results(first, await full.search(query, filters), holdsSome(query));
    },
  };
}

/** An excerpt with its marked words; anything else that looks like markup stays text. */
function excerpt(text) {
  const { body } = new DOMParser().parseFromString(text, "text/html");
  return [...body.childNodes].map((node) =>
    node.nodeName === "MARK" ? h("mark", {}, node.textContent) : node.textContent,
  );
}

function resultItem({ title, url, part, text, plain, name }) {
  return h(
    "li",
    {},
    h("span", { class: "search-part", "data-part": part.toLowerCase().replaceAll(" ", "-") }, part),
    h("a", { href: url }, title),
    name && h("p", {}, _("Also called:"), " ", h("mark", name.lang ? { lang: name.lang } : {}, name.text)),
    h("p", {}, plain ? text : excerpt(text)),
  );
}

/** Offer the values of each facet, with their number of pages; a facet without any is left out. */
function fill(selects, filters) {
  for (const select of selects) {
    const values = Object.entries(filters[select.name] ?? {}).sort();
    select.closest("label").hidden = values.length === 0;
    for (const [value, count] of values) {
      select.add(new Option(_("{value} ({n})", { value, n: number(count) }), value));
    }
  }
}

/** A function that loads the search once: what is missing to look for pages. */
function loader(base, selects) {
  let ready;
  return () => {
    ready ??= engine(base).then(async (made) => {
      fill(selects, await made.filters());
      return made;
    });
    return ready;
  };
}

/** The next results of a search, and whether there are more. */
async function take(found, count) {
  const pages = [];
  while (pages.length < count) {
    const { value, done } = await found.next();
    if (done) return { pages, more: false };
    pages.push(value);
  }
  return { pages, more: true };
}

function counted(count, more, what) {
  if (count === 0) {
    return _("Nothing found. Try another word, one word less, or look at all pages; the link is in the footer.");
  }
  return more
    ? _("The best {n} pages for {what}", { n: number(count), what })
    : ngettext("{n} page", "{n} pages", count);
}

/** A function that shows the pages for what is in the fields of the dialog by now. */
function finder(dialog, input, selects, load) {
  const list = dialog.querySelector(".search-results");
  const status = dialog.querySelector("[role=status]");
  const further = dialog.querySelector(".search-more");
  let latest = 0;
  let current = null;

  /** Show the next results below those that are there. */
  async function show({ found, what }, mine, shown) {
    const { pages, more } = await take(found, STEP);
    if (mine !== latest) return;
    list.replaceChildren(...shown, ...pages.map(resultItem));
    status.textContent = counted(list.childElementCount, more, what);
    further.hidden = !more;
  }

  further.addEventListener("click", async () => {
    const before = [...list.children];
    await show(current, latest, before);
    list.children[before.length]?.querySelector("a").focus();
  });
  return async () => {
    latest += 1;
    const mine = latest;
    const query = input.value.trim();
    const chosen = selects.filter(({ value }) => value).map(({ name, value }) => [name, value]);
    if (!query && !chosen.length) {
      list.replaceChildren();
      status.textContent = "";
      further.hidden = true;
      return;
    }
    try {
      const ready = await load();
      const found = await ready.search(query, Object.fromEntries(chosen));
      if (mine !== latest) return;
      current = { found, what: [query, ...chosen.map(([, value]) => value)].filter(Boolean).join(" · ") };
      await show(current, mine, []);
    } catch {
      status.textContent = _("Search could not be loaded. The list of all pages is in the footer.");
    }
  };
}

/** Arrow keys go from the words to the results and from one to the next; upwards they come back to the words. */
function listenToArrows(dialog, input) {
  dialog.addEventListener("keydown", (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step || event.target instanceof HTMLSelectElement) return;
    const stops = [input, .../** @type {NodeListOf<HTMLElement>} */ (dialog.querySelectorAll(".search-results a"))];
    const next = stops[stops.indexOf(/** @type {HTMLElement} */ (event.target)) + step];
    if (!next) return;
    event.preventDefault();
    next.focus();
  });
}

/** Search while one types and when a facet changes; Enter opens the best result. */
function listen(dialog, input, selects, search) {
  let pause;
  input.addEventListener("input", () => {
    clearTimeout(pause);
    pause = setTimeout(search, PAUSE);
  });
  for (const select of selects) select.addEventListener("change", search);
  dialog.querySelector("form").addEventListener("submit", async (event) => {
    event.preventDefault();
    clearTimeout(pause);
    await search();
    dialog.querySelector(".search-results a")?.click();
  });
  dialog.addEventListener("click", ({ target }) => {
    const part = /** @type {Element} */ (target);
    if (part === dialog || part.closest("[data-search-close]")) dialog.close();
    // Whoever comes back from a result finds the search as it was; the browser keeps this with its place in history.
    if (part.closest(".search-results a")) history.replaceState({ ...history.state, search: input.value }, "");
  });
  listenToArrows(dialog, input);
}

/** Whether somebody writes where an event comes from. */
const isTyping = ({ target }) => Boolean(target.closest?.("input, textarea, select, [contenteditable]"));

/** The words of a search that one comes back to, or of a link with `?q=`; a tool reads those itself. */
function wordsBefore() {
  const linked = document.querySelector("[data-tool]") ? "" : new URLSearchParams(location.search).get("q");
  return history.state?.search ?? linked ?? "";
}

export function startSearch() {
  const openers = document.querySelectorAll("[data-search-open], [data-search-door]");
  const dialog = /** @type {HTMLDialogElement | null} */ (document.querySelector("#search"));
  if (!openers.length || !dialog) return;
  const input = /** @type {HTMLInputElement} */ (dialog.querySelector("input[type=search]"));
  const selects = FACETS.map((name) => /** @type {HTMLSelectElement} */ (dialog.querySelector(`select[name=${name}]`)));
  const load = loader(new URL(dialog.dataset.base, location.href).href, selects);
  const search = finder(dialog, input, selects, load);
  listen(dialog, input, selects, search);

  function open(event) {
    event?.preventDefault();
    dialog.showModal();
    input.focus();
    load().catch(() => {});
  }
  for (const opener of openers) opener.addEventListener("click", open);
  document.addEventListener("keydown", (event) => {
    if (event.key === "/" && !event.ctrlKey && !event.metaKey && !dialog.open && !isTyping(event)) open(event);
  });
  if (wordsBefore()) {
    input.value = wordsBefore();
    open();
    search();
  }
}
