// The explorer of case studies: search, filters, sorting, cards, table and map of one selection.
import { data } from "../data.js";
import { Chips, Filters } from "../explorer/panel.js";
import { Note, Results } from "../explorer/results.js";
import { similar } from "../explorer/similar.js";
import { addressOf, read, SORTS, STEP, sortOf, VIEWS } from "../explorer/state.js";
import { saveTable } from "../explorer/table.js";
import { search } from "../explorer/words.js";
import { _, ngettext, number } from "../language.js";
import { Button, Past } from "../parts.js";
import { choose, sorted } from "../pure/choose.js";
import { Tray } from "../tray.js";
import { html, render, useLayoutEffect, useRef } from "../view.js";

/** How long a reader may pause in typing, ms. */
const PAUSE = 60;

function Search({ q, typed }) {
  const box = useRef(null);
  useLayoutEffect(() => {
    // What is being typed stays as it is, spaces at its end included.
    if (box.current !== document.activeElement || box.current.value.trim() !== q.trim()) box.current.value = q;
  }, [q]);
  return html`<form
    class="explorer-search" role="search" aria-label=${_("Case studies")} onSubmit=${(event) => event.preventDefault()}
  >
    <label>
      <span>${_("Search the case studies")}</span>
      <input
        ref=${box} type="search" autocomplete="off" placeholder=${_("litter bins, leak, LED, schools …")}
        onInput=${(event) => typed(event.target.value)}
      />
    </label>
    <${Past} words=${_("To the results")} to=".explorer-results" />
  </form>`;
}

/** @param {any} shown */
function statusOf({ state, selection, known }) {
  const all = known.cases.length;
  const values = { found: number(selection.length), shown: number(state.shown) };
  const some = state.view === "cards" && selection.length > state.shown;
  if (selection.length === all) {
    return some
      ? ngettext("All {n} case study, {shown} shown", "All {n} case studies, {shown} shown", all, values)
      : ngettext("All {n} case study", "All {n} case studies", all);
  }
  return some
    ? ngettext("{found} of {n} case study, {shown} shown", "{found} of {n} case studies, {shown} shown", all, values)
    : ngettext("{found} of {n} case study", "{found} of {n} case studies", all, values);
}

function Sort({ state, change }) {
  const offered = Object.entries(SORTS).filter(([id]) => id !== "fit" || state.q.trim());
  const choice = html`<select value=${sortOf(state)} onChange=${(event) => change({ sort: event.target.value })}>
    ${offered.map(([id, title]) => html`<option key=${id} value=${id}>${title}</option>`)}
  </select>`;
  return html`<label class="explorer-sort">${_("Sort by")} ${choice}</label>`;
}

function Views({ view, change }) {
  const button = ([id, title]) => {
    const pressed = String(id === view);
    return html`<${Button} data-view=${id} aria-pressed=${pressed} onClick=${() => change({ view: id })}>${title}<//>`;
  };
  return html`<div class="explorer-views" role="group" aria-label=${_("Show as")}>
    ${Object.entries(VIEWS).map(button)}
  </div>`;
}

function Save({ state, selection, known }) {
  const save = () => saveTable(selection, known, state.chosen.indicator);
  return html`<p class="explorer-save">
    <${Button} hidden=${state.view !== "table" || selection.length === 0} onClick=${save}>
      ${ngettext("Save this row as CSV", "Save these {n} rows as CSV", selection.length)}
    <//>
  </p>`;
}

function Main({ problem, ...shown }) {
  const { state, known, likeness, act } = shown;
  return html`<section class="explorer-main" aria-labelledby="explorer-title">
    <h2 id="explorer-title" class="sr">${_("Results")}</h2>
    <${Chips} facets=${known.facets} chosen=${state.chosen} q=${state.q} act=${act} />
    <div class="explorer-bar">
      <p class="explorer-status" role="status" tabindex="-1">${problem ?? statusOf(shown)}</p>
      <${Sort} state=${state} change=${act.change} />
      <${Views} view=${state.view} change=${act.change} />
    </div>
    <div class="explorer-note"><${Note} sort=${sortOf(state)} likeness=${likeness} act=${act} /></div>
    <${Save} ...${shown} />
    <div class="explorer-results" tabindex="-1"><${Results} ...${shown} /></div>
  </section>`;
}

function Explorer(shown) {
  const { state, known, counts, act } = shown;
  return html`
    <${Search} q=${state.q} typed=${act.typed} />
    <${Filters} facets=${known.inPanel} counts=${counts} chosen=${state.chosen} pick=${act.pick} />
    <${Main} ...${shown} />
    <${Tray} ids=${state.compare} titleOf=${known.titleOf} change=${act.setCompared} />`;
}

/** What the explorer works on. A place is a facet like the others; one chooses it on the map. */
function knowledge({ facets: inPanel, cities, places, solutions, cases: studies }) {
  const titles = Object.fromEntries(Object.entries(places).map(([id, { title }]) => [id, title]));
  const facets = [...inPanel, { id: "city", title: _("Place"), ordered: false, values: titles }];
  const placed = ({ cities, nations }) => [...cities, ...nations];
  const cases = studies.map((study) => ({ ...study, facets: { ...study.facets, city: placed(study) } }));
  const byId = new Map(cases.map((study) => [study.id, study]));
  const names = Object.fromEntries(facets.map(({ id, values }) => [id, values]));
  return { facets, inPanel, cities, places, solutions, cases, names, titleOf: (id) => byId.get(id).title };
}

/** Show the selection that a state asks for; what it needs more is loaded first. */
function drawer(place, known, act) {
  let latest;
  let shown;
  let likeness = null;

  const draw = (changes) => {
    shown = { ...shown, ...changes };
    render(html`<${Explorer} ...${shown} />`, place);
  };

  return async (state) => {
    latest = state;
    let found = null;
    try {
      // Without words to search for, the page answers in the same moment.
      if (state.q.trim()) found = await search(known.cases, state.q);
      if (sortOf(state) === "similar" && likeness?.like !== state.like) likeness = await similar(state.like);
    } catch {
      const problem = _("Part of the data could not be loaded. Reload the page to try again.");
      if (state === latest && shown) draw({ problem });
      return;
    }
    if (state !== latest) return;
    const sort = sortOf(state);
    const like = sort === "similar" ? likeness : null;
    const { fitting, counts } = choose(known, state.chosen, found);
    const selection = sorted(fitting, { sort, chosen: state.chosen }, like?.of, found);
    draw({ known, act, state, found, counts, selection, likeness: like, problem: null });
  };
}

/** The state of the explorer: in the address, so that it can be shared and Back undoes it. */
function keeper(known, show) {
  let state = read(known.facets, known.cases);
  return {
    get state() {
      return state;
    },
    reread() {
      state = read(known.facets, known.cases);
      return show(state);
    },
    change(some, { replace = false } = {}) {
      const shown = "shown" in some || "compare" in some || "view" in some ? state.shown : STEP;
      state = { ...state, shown, ...some };
      try {
        history[replace ? "replaceState" : "pushState"](null, "", addressOf(state));
      } catch {
        // Some browsers keep the address of a file as it is; everything else works.
      }
      return show(state);
    },
  };
}

/** What a reader does with facets, places and words: `kept` is the state, `focus(selector)` gives the focus. */
function choices(known, kept, focus) {
  const { change } = kept;
  const withValue = (facet, value, on) => {
    const others = kept.state.chosen[facet].filter((chosen) => chosen !== value);
    return { ...kept.state.chosen, [facet]: on ? [...others, value] : others };
  };
  const takeBack = (some) => {
    change(some);
    focus(".chips button");
  };
  return {
    change,
    takeBack,
    pick: (facet, value, on) => change({ chosen: withValue(facet, value, on) }),
    unpick: (facet, value) => takeBack({ chosen: withValue(facet, value, false) }),
    unsearch: () => takeBack({ q: "" }),
    clear() {
      change({ chosen: Object.fromEntries(known.facets.map(({ id }) => [id, []])), q: "" });
      focus(".explorer-status");
    },
    addressWith(city) {
      const chosen = withValue("city", city, !kept.state.chosen.city.includes(city));
      return addressOf({ ...kept.state, shown: STEP, chosen });
    },
  };
}

/** What a reader does with the cases that are shown. */
function uses(kept, focus) {
  const setCompared = (compare) => kept.change({ compare }, { replace: true });
  return {
    async more() {
      const first = kept.state.shown;
      await kept.change({ shown: first + STEP }, { replace: true });
      focus(".card-title a", first);
    },
    compare(id, on) {
      const others = kept.state.compare.filter((chosen) => chosen !== id);
      setCompared(on ? [...others, id] : others);
    },
    setCompared(ids) {
      setCompared(ids);
      if (ids.length === 0) focus(".explorer-status");
    },
  };
}

function explore(place, known) {
  /** @type {Record<string, any>} */
  const act = {};
  const kept = keeper(known, drawer(place, known, act));
  const focus = (selector, nth = 0) =>
    (place.querySelectorAll(selector)[nth] ?? place.querySelector(".explorer-status")).focus();
  let pause;
  const typed = (q) => {
    clearTimeout(pause);
    // One step back takes away the whole search, not a letter.
    pause = setTimeout(() => kept.change({ q }, { replace: kept.state.q !== "" }), PAUSE);
  };
  Object.assign(act, choices(known, kept, focus), uses(kept, focus), { typed });

  addEventListener("popstate", async () => {
    clearTimeout(pause);
    await kept.reread();
    for (const { id } of known.inPanel.filter(({ id }) => kept.state.chosen[id].length)) {
      place.querySelector(`[data-facet="${id}"]`).open = true;
    }
  });
  return kept.reread();
}

async function start(place, plain) {
  // The list makes room at once, so that nothing jumps when the data are there.
  plain.hidden = true;
  place.hidden = false;
  render(html`<p role="status">${_("Loading the case studies …")}</p>`, place);
  try {
    await explore(place, knowledge(await data("casestudies")));
    place.dataset.ready = "";
  } catch {
    // The plain list says the same, without filters.
    place.hidden = true;
    plain.hidden = false;
  }
}

const place = /** @type {HTMLElement | null} */ (document.querySelector("[data-tool=explorer]"));
const plain = /** @type {HTMLElement | null} */ (document.querySelector("[data-explorer-plain]"));
if (place && plain) start(place, plain);
