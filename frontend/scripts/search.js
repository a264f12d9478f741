// The search dialog. Pagefind reads its index in pieces; it is loaded when the dialog opens.

import { withIndex } from "./links.js";
import { loadScript } from "./load.js";

const MOST = 20;
const FACETS = ["part", "theme", "country"];

/** Where pages cannot fetch (a USB stick), titles and first words are searched instead. */
async function titleSearch(base) {
  await loadScript(`${base}assets/pages.js`);
  return {
    filters: async () => ({}),
    async search(query) {
      const words = query.toLowerCase().split(/\s+/).filter(Boolean);
      const found = globalThis.scifiPages
        .map(([title, url, part, text]) => {
          const inTitle = title.toLowerCase();
          const all = `${inTitle} ${text.toLowerCase()} ${part.toLowerCase()}`;
          const fits = words.length > 0 && words.every((word) => all.includes(word));
          return { fits, rank: words.filter((w) => inTitle.includes(w)).length, title, url, part, text };
        })
        .filter((one) => one.fits)
        .sort((a, b) => b.rank - a.rank);
      return {
        count: found.length,
        filters: {},
        pages: found.slice(0, MOST).map((one) => ({ ...one, url: withIndex(base + one.url), plain: true })),
      };
    },
  };
}

async function pagefindSearch(base) {
  const index = await import(`${base}pagefind/pagefind.js`);
  await index.options({ excerptLength: 24, baseUrl: base });
  return {
    filters: () => index.filters(),
    async search(query, filters) {
      const found = await index.search(query || null, { filters });
      const pages = await Promise.all(found.results.slice(0, MOST).map((one) => one.data()));
      return {
        count: found.results.length,
        filters: found.filters,
        pages: pages.map((page) => ({
          title: page.meta.title,
          url: page.url,
          part: page.filters.part?.[0] ?? "",
          text: page.excerpt,
        })),
      };
    },
  };
}

/** An excerpt with its marked words; anything else that looks like markup stays text. */
function excerpt(html) {
  const out = document.createDocumentFragment();
  for (const node of new DOMParser().parseFromString(html, "text/html").body.childNodes) {
    if (node.nodeName === "MARK") {
      const mark = document.createElement("mark");
      mark.textContent = node.textContent;
      out.append(mark);
    } else out.append(node.textContent);
  }
  return out;
}

function resultItem({ title, url, part, text, plain }) {
  const item = document.createElement("li");
  const link = document.createElement("a");
  link.href = url;
  link.textContent = title;
  const where = document.createElement("span");
  where.className = "search-part";
  where.dataset.part = part.toLowerCase().replaceAll(" ", "-");
  where.textContent = part;
  const words = document.createElement("p");
  if (plain) words.textContent = text;
  else words.append(excerpt(text));
  item.append(where, link, words);
  return item;
}

export function startSearch() {
  const opener = document.querySelector("[data-search-open]");
  const dialog = document.querySelector("#search");
  if (!opener || !dialog) return;
  const base = new URL(dialog.dataset.base, location.href).href;
  const input = dialog.querySelector("input[type=search]");
  const list = dialog.querySelector(".search-results");
  const status = dialog.querySelector("[role=status]");
  const selects = FACETS.map((name) => dialog.querySelector(`select[name=${name}]`));
  let engine;
  let latest = 0;

  const start = () =>
    (engine ??= (location.protocol === "file:" ? titleSearch(base) : pagefindSearch(base)).then(async (ready) => {
      fill(await ready.filters());
      return ready;
    }));

  function fill(filters) {
    for (const select of selects) {
      const values = Object.entries(filters[select.name] ?? {});
      select.closest("label").hidden = values.length === 0;
      for (const [value, count] of values.sort()) {
        select.add(new Option(`${value} (${count})`, value));
      }
    }
  }

  async function search() {
    const query = input.value.trim();
    const filters = {};
    for (const select of selects) if (select.value) filters[select.name] = select.value;
    const mine = ++latest;
    if (!query && Object.keys(filters).length === 0) {
      list.replaceChildren();
      status.textContent = "";
      return;
    }
    try {
      const found = await (await start()).search(query, filters);
      if (mine !== latest) return;
      list.replaceChildren(...found.pages.map(resultItem));
      status.textContent =
        found.count === 0
          ? "Nothing found. Try another word, or look at all pages."
          : `${found.count} ${found.count === 1 ? "page" : "pages"}` +
            (found.count > MOST ? `, the best ${MOST} are shown` : "");
    } catch {
      status.textContent = "Search could not be loaded. The list of all pages is in the footer.";
    }
  }

  let pause;
  input.addEventListener("input", () => {
    clearTimeout(pause);
    pause = setTimeout(search, 120);
  });
  for (const select of selects) select.addEventListener("change", search);
  dialog.querySelector("form").addEventListener("submit", (event) => {
    event.preventDefault();
    search();
  });
  dialog.addEventListener("click", (event) => {
    if (event.target === dialog || event.target.closest("[data-search-close]")) dialog.close();
  });

  function open(event) {
    event.preventDefault();
    dialog.showModal();
    input.focus();
    start().catch(() => {});
  }
  opener.addEventListener("click", open);
  document.addEventListener("keydown", (event) => {
    const typing = event.target.closest?.("input, textarea, select, [contenteditable]");
    if (!typing && !dialog.open && event.key === "/" && !event.ctrlKey && !event.metaKey) open(event);
  });
}
