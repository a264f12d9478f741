// The search dialog. Pagefind reads its index in pieces; it is loaded when the dialog opens.
import { data } from "./data.js";
import { h } from "./dom.js";
import { _, ngettext, number } from "./language.js";
import { pageAddress, withIndex } from "./links.js";
import { loadScript } from "./load.js";
import { nameSearch } from "./pure/name-search.js";
import { fold, sought } from "./pure/search-index.js";

const MOST = 20;
/** How many pages that are called as somebody asks stand before those that hold the words. */
const NAMED = 3;
const FACETS = ["part", "theme", "country"];
/** How long a reader may pause in typing, ms. */
const PAUSE = 120;

/** Where pages cannot fetch (a USB stick), titles and first words are searched instead. */
async function titleSearch(base) {
  await loadScript(`${base}assets/pages.js`);
  const pages = globalThis.scifiPages.map(([title, url, part, text]) => ({
    page: { title, url: withIndex(base + url), part, text, plain: true },
    title: fold(title),
    all: fold(`${title} ${text} ${part}`),
  }));
  return {
    filters: async () => ({}),
    async search(query) {
      const words = sought(query);
      const rank = (entry) => words.filter((word) => entry.title.includes(word)).length;
      const found = words.length ? pages.filter(({ all }) => words.every((word) => all.includes(word))) : [];
      found.sort((a, b) => rank(b) - rank(a));
      return { count: found.length, pages: found.slice(0, MOST).map(({ page }) => page) };
    },
  };
}

async function pagefindSearch(base) {
  const index = await import(`${base}pagefind/pagefind.js`);
  await index.options({ excerptLength: 24, baseUrl: base });
  return {
    filters: () => index.filters(),
    async search(query, filters) {
      const { results } = await index.search(query || null, { filters });
      const pages = await Promise.all(results.slice(0, MOST).map((result) => result.data()));
      return { count: results.length, pages: pages.map(pageOf) };
    },
  };
}

/** What is called by a name that the question says, in whatever language; it knows parts and themes, no countries. */
async function namedPages(base) {
  const search = nameSearch(await data("names"));
  const fits = ({ part, themes }, { part: only, theme, country }) =>
    !country && (!only || only === part) && (!theme || themes.includes(theme));
  return (query, filters) =>
    search(query)
      .filter(({ entry }) => fits(entry, filters))
      .slice(0, NAMED)
      .map(({ entry: { title, url, part, text }, name }) => ({
        title,
        url: pageAddress(base + url),
        part,
        text,
        plain: true,
        name: name.text === title ? null : name,
      }));
}

/** A search whose results begin with the pages that are called so. */
async function withNames(engine, base) {
  const [full, named] = await Promise.all([engine, namedPages(base)]);
  return {
    filters: full.filters,
    async search(query, filters) {
      const first = named(query, filters);
      const { count, pages } = await full.search(query, filters);
      const path = ({ url }) => new URL(url, location.href).pathname;
      const others = pages.filter((page) => first.every((other) => path(other) !== path(page)));
      const all = [...first, ...others];
      return { count: Math.max(count, all.length), pages: all.slice(0, MOST) };
    },
  };
}

const pageOf = ({ meta, url, filters, excerpt }) => ({
  title: meta.title,
  url,
  part: filters.part?.[0] ?? "",
  text: excerpt,
});

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
    name && h("p", {}, _("Also called:"), " ", h("mark", { lang: name.lang }, name.text)),
    h("p", {}, plain ? text : excerpt(text)),
  );
}

function counted(count) {
  if (count === 0) return _("Nothing found. Try another word, or look at all pages.");
  if (count <= MOST) return ngettext("{n} page", "{n} pages", count);
  return ngettext("{n} page, the best {most} are shown", "{n} pages, the best {most} are shown", count, {
    most: number(MOST),
  });
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
  let engine;
  return () => {
    const full = location.protocol === "file:" ? titleSearch(base) : pagefindSearch(base);
    engine ??= withNames(full, base).then(async (ready) => {
      fill(selects, await ready.filters());
      return ready;
    });
    return engine;
  };
}

/** A function that shows the pages for what is in the fields of the dialog by now. */
function finder(dialog, input, selects, load) {
  const list = dialog.querySelector(".search-results");
  const status = dialog.querySelector("[role=status]");
  let latest = 0;
  const show = (pages, said) => {
    list.replaceChildren(...pages.map(resultItem));
    status.textContent = said;
  };
  return async () => {
    latest += 1;
    const mine = latest;
    const query = input.value.trim();
    const chosen = selects.filter(({ value }) => value).map(({ name, value }) => [name, value]);
    if (!query && !chosen.length) return show([], "");
    try {
      const engine = await load();
      const { count, pages } = await engine.search(query, Object.fromEntries(chosen));
      if (mine === latest) show(pages, counted(count));
    } catch {
      status.textContent = _("Search could not be loaded. The list of all pages is in the footer.");
    }
  };
}

/** Search while one types, when a facet changes, and on Enter. */
function listen(dialog, input, selects, search) {
  let pause;
  input.addEventListener("input", () => {
    clearTimeout(pause);
    pause = setTimeout(search, PAUSE);
  });
  for (const select of selects) select.addEventListener("change", search);
  dialog.querySelector("form").addEventListener("submit", (event) => {
    event.preventDefault();
    search();
  });
  dialog.addEventListener("click", ({ target }) => {
    if (target === dialog || /** @type {Element} */ (target).closest("[data-search-close]")) dialog.close();
  });
}

/** Whether somebody writes where an event comes from. */
const isTyping = ({ target }) => Boolean(target.closest?.("input, textarea, select, [contenteditable]"));

export function startSearch() {
  const opener = document.querySelector("[data-search-open]");
  const dialog = /** @type {HTMLDialogElement | null} */ (document.querySelector("#search"));
  if (!opener || !dialog) return;
  const input = /** @type {HTMLInputElement} */ (dialog.querySelector("input[type=search]"));
  const selects = FACETS.map((name) => /** @type {HTMLSelectElement} */ (dialog.querySelector(`select[name=${name}]`)));
  const load = loader(new URL(dialog.dataset.base, location.href).href, selects);
  listen(dialog, input, selects, finder(dialog, input, selects, load));

  function open(event) {
    event.preventDefault();
    dialog.showModal();
    input.focus();
    load().catch(() => {});
  }
  opener.addEventListener("click", open);
  document.addEventListener("keydown", (event) => {
    if (event.key === "/" && !event.ctrlKey && !event.metaKey && !dialog.open && !isTyping(event)) open(event);
  });
}
