// The explorer of case studies: search, filters, sorting, cards, table and map of one selection.
import { data, root } from "../data.js";
import { arrange, h } from "../dom.js";
import { deck } from "../explorer/cards.js";
import { map } from "../explorer/map.js";
import { chips, panel } from "../explorer/panel.js";
import { similar } from "../explorer/similar.js";
import { read, SORTS, STEP, VIEWS, write } from "../explorer/state.js";
import { saveTable, table } from "../explorer/table.js";
import { search } from "../explorer/words.js";
import { withIndex } from "../links.js";
import { choose, sorted } from "../pure/choose.js";
import { tray } from "../tray.js";

const place = document.querySelector("[data-tool=explorer]");
const plain = document.querySelector("[data-explorer-plain]");

const studies = (count) => `${count} case ${count === 1 ? "study" : "studies"}`;

function explore(known) {
  // A place is a facet like the others; one chooses it on the map.
  const titles = Object.fromEntries(Object.entries(known.cities).map(([id, { title }]) => [id, title]));
  const facets = [...known.facets, { id: "city", title: "Place", ordered: false, values: titles }];
  const cases = known.cases.map((one) => ({ ...one, facets: { ...one.facets, city: one.cities } }));
  const names = Object.fromEntries(facets.map(({ id, values }) => [id, values]));
  const { cities } = known;

  let state = read(location.search, facets, cases);
  let found = null;
  let likeness = null;
  let selection = [];

  const status = h("p", { class: "explorer-status", role: "status" });
  const chipList = h("ul", { class: "chips", "aria-label": "Chosen filters" });
  const results = h("div", { class: "explorer-results" });
  const sortNote = h("div", { class: "explorer-note" });
  const words = h("input", {
    type: "search",
    autocomplete: "off",
    placeholder: "litter bins, leak, LED, schools …",
    oninput: () => typed(),
  });
  const sort = h(
    "select",
    { onchange: () => change({ sort: sort.value }) },
    ...Object.entries(SORTS).map(([id, title]) => h("option", { value: id }, title)),
  );
  const views = Object.entries(VIEWS).map(([id, title]) =>
    h("button", { type: "button", class: "button", "data-view": id, onclick: () => change({ view: id }) }, title),
  );
  const moreButton = h("button", { type: "button", class: "button explorer-more", onclick: () => more() });
  const saving = h("button", {
    type: "button",
    class: "button",
    onclick: () => saveTable(selection, facets, cities, state.chosen.indicator),
  });
  const filters = panel(known.facets, (facet, value, on) => pick(facet, value, on));
  const asCards = deck(names, cities, compare);
  const asTable = table(names, cities);
  const asMap = map(
    cities,
    (city) => pick("city", city, !state.chosen.city.includes(city)),
    (city) =>
      write({
        ...state,
        shown: STEP,
        chosen: { ...state.chosen, city: toggled("city", city, !state.chosen.city.includes(city)) },
      }),
  );
  const put = tray(
    (id) => cases.find((one) => one.id === id).title,
    (compare) => {
      const last = compare.length === 0;
      change({ compare }, { replace: true });
      if (last) status.focus();
    },
  );
  status.tabIndex = -1;

  /** Keep a new state: in the address, so that it can be shared and Back undoes it. */
  function change(some, { replace = false } = {}) {
    const shown = "shown" in some || "compare" in some || "view" in some ? state.shown : STEP;
    state = { ...state, shown, ...some };
    try {
      history[replace ? "replaceState" : "pushState"](null, "", write(state));
    } catch {
      // Some browsers keep the address of a file as it is; everything else works.
    }
    return render();
  }

  const toggled = (facet, value, on) => [...state.chosen[facet].filter((one) => one !== value), ...(on ? [value] : [])];

  function pick(facet, value, on) {
    return change({ chosen: { ...state.chosen, [facet]: toggled(facet, value, on) } });
  }

  let pause;
  function typed() {
    clearTimeout(pause);
    // One step back takes away the whole search, not a letter.
    pause = setTimeout(() => change({ q: words.value }, { replace: state.q !== "" }), 60);
  }

  function clear() {
    change({ chosen: Object.fromEntries(facets.map(({ id }) => [id, []])), q: "" });
    status.focus();
  }

  function unpick(some) {
    change(some);
    (chipList.querySelector("button") ?? status).focus();
  }

  let latest = 0;
  async function render() {
    const mine = ++latest;
    words.value = words === document.activeElement && words.value.trim() === state.q.trim() ? words.value : state.q;
    try {
      // Without words to search for, the page answers in the same moment.
      found = state.q.trim() ? await search(cases, state.q) : null;
      if (state.sort !== "similar") likeness = null;
      else if (likeness?.like !== state.like) likeness = await similar(state.like);
    } catch {
      if (mine === latest) status.textContent = "Part of the data could not be loaded. Reload the page to try again.";
      return;
    }
    if (mine === latest) show();
  }

  function show() {
    const { fitting, counts } = choose({ facets, cases }, state.chosen, found);
    selection = sorted(fitting, state, likeness?.of);
    filters.update(counts, state.chosen);
    chipList.replaceChildren(
      ...chips(facets, state, {
        remove: (facet, value) => unpick({ chosen: { ...state.chosen, [facet]: toggled(facet, value, false) } }),
        search: (q) => unpick({ q }),
        clear,
      }),
    );
    sort.value = state.sort;
    for (const button of views) button.setAttribute("aria-pressed", String(button.dataset.view === state.view));
    saving.textContent = `Save ${selection.length === 1 ? "this row" : `these ${selection.length} rows`} as CSV`;
    saving.hidden = state.view !== "table" || selection.length === 0;
    sortNote.replaceChildren(...noteOn(state.sort));
    arrange(results, shownAs(state.view, counts));
    put.show(state.compare);
    const first = state.view === "cards" && selection.length > state.shown ? `, ${state.shown} shown` : "";
    status.textContent =
      selection.length === cases.length
        ? `All ${studies(cases.length)}${first}`
        : `${selection.length} of ${studies(cases.length)}${first}`;
  }

  function shownAs(view, counts) {
    if (view === "map") {
      asMap.show(selection, counts.city, state.chosen.city);
      return [asMap.element, ...cardsShown()];
    }
    if (selection.length === 0) return nothing();
    if (view === "cards") return cardsShown();
    asTable.show(selection, state);
    return [asTable.element];
  }

  function cardsShown() {
    if (selection.length === 0) return nothing();
    // Below the map only the cases of the chosen places are worth the room.
    if (state.view === "map" && state.chosen.city.length === 0) return [];
    asCards.show(selection.slice(0, state.shown), state, likeness);
    const left = selection.length - state.shown;
    moreButton.textContent = `Show ${Math.min(left, STEP)} more of ${left}`;
    return left > 0 ? [asCards.element, moreButton] : [asCards.element];
  }

  function more() {
    const first = state.shown;
    change({ shown: state.shown + STEP }, { replace: true }).then(() =>
      results.querySelectorAll(".card-title a")[first]?.focus(),
    );
  }

  function compare(id, on) {
    const chosen = [...state.compare.filter((one) => one !== id), ...(on ? [id] : [])];
    change({ compare: chosen }, { replace: true });
  }

  /** What stands instead of cards when nothing fits: the filters to give up, and what that gives. */
  function nothing() {
    const ways = facets
      .filter(({ id }) => state.chosen[id].length)
      .map(({ id, title }) => {
        const chosen = { ...state.chosen, [id]: [] };
        return [
          `Without the filter on ${title.toLowerCase()}`,
          choose({ facets, cases }, chosen, found).fitting.length,
          { chosen },
        ];
      });
    if (found) ways.push(["Without the words", choose({ facets, cases }, state.chosen).fitting.length, { q: "" }]);
    return [
      h("p", { class: "explorer-nothing" }, "No case study fits all of this. Take something back:"),
      h(
        "ul",
        { class: "links" },
        ...ways.map(([text, count, some]) =>
          h(
            "li",
            {},
            h("button", { type: "button", class: "chip", onclick: () => unpick(some) }, `${text}: ${studies(count)}`),
          ),
        ),
      ),
    ];
  }

  function noteOn(order) {
    if (order === "effect") {
      return [
        h(
          "p",
          {},
          "The largest change in per cent that a case measured or reports. Each counts in its own way, so a larger number is not a better pilot. ",
          h("a", { href: "#how-it-is-counted", onclick: openRules }, "How it is worked out"),
        ),
      ];
    }
    return order === "similar" ? likenessNote() : [];
  }

  function openRules() {
    document.querySelector("#how-it-is-counted").open = true;
  }

  function likenessNote() {
    const { own, taken } = likeness;
    const find = `${root}pathways/find/`;
    const choice = h(
      "select",
      { onchange: () => change({ like: choice.value }) },
      h("option", { value: "" }, own ? "your own city" : "choose a city"),
      ...likeness.cities.map(({ id, title }) => h("option", { value: id }, title)),
    );
    choice.value = taken?.id ?? "";
    const link = h(
      "a",
      { href: location.protocol === "file:" ? withIndex(find) : find },
      own ? "Change your answers" : "Answer eight questions about your city",
    );
    const said =
      own || taken
        ? `Most similar to ${taken ? taken.title : "the city you described"} first. `
        : "We do not know your city yet, so the cases stand by evidence grade. ";
    return [
      h("p", {}, said, link, own ? ", or " : ", or take one of the knowledge base. "),
      h("label", {}, "Compare with ", choice),
    ];
  }

  addEventListener("popstate", () => {
    clearTimeout(pause);
    state = read(location.search, facets, cases);
    filters.open(state.chosen);
    render();
  });

  place.replaceChildren(
    h(
      "form",
      {
        class: "explorer-search",
        role: "search",
        "aria-label": "Case studies",
        onsubmit: (event) => event.preventDefault(),
      },
      h("label", {}, h("span", {}, "Search the case studies"), words),
    ),
    filters.element,
    h(
      "section",
      { class: "explorer-main", "aria-labelledby": "explorer-title" },
      h("h2", { id: "explorer-title", class: "sr" }, "Results"),
      chipList,
      h(
        "div",
        { class: "explorer-bar" },
        status,
        h("label", { class: "explorer-sort" }, "Sort by ", sort),
        h("div", { class: "explorer-views", role: "group", "aria-label": "Show as" }, ...views),
      ),
      sortNote,
      h("p", { class: "explorer-save" }, saving),
      results,
    ),
    put.element,
  );
  filters.open(state.chosen);
  return render();
}

async function start() {
  // The list makes room at once, so that nothing jumps when the data are there.
  plain.hidden = true;
  place.hidden = false;
  place.replaceChildren(h("p", { role: "status" }, "Loading the case studies …"));
  try {
    await explore(await data("casestudies"));
    place.dataset.ready = "";
  } catch {
    // The plain list says the same, without filters.
    place.hidden = true;
    plain.hidden = false;
  }
}

if (place && plain) start();
