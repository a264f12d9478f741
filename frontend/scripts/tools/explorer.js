// The explorer of case studies: search, filters, sorting, cards, table and map of one selection.
import { data } from "../data.js";
import { Chips, Filters } from "../explorer/panel.js";
import { Note, Results } from "../explorer/results.js";
import { similar } from "../explorer/similar.js";
import { addressOf, read, SORTS, STEP, VIEWS } from "../explorer/state.js";
import { saveTable } from "../explorer/table.js";
import { search } from "../explorer/words.js";
import { _, ngettext, number } from "../language.js";
import { Button } from "../parts.js";
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

function Sort({ sort, change }) {
  const choice = html`<select value=${sort} onChange=${(event) => change({ sort: event.target.value })}>
    ${Object.entries(SORTS).map(([id, title]) => html`<option key=${id} value=${id}>${title}</option>`)}
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
      <${Sort} sort=${state.sort} change=${act.change} />
      <${Views} view=${state.view} change=${act.change} />
    </div>
    <div class="explorer-note"><${Note} sort=${state.sort} likeness=${likeness} act=${act} /></div>
    <${Save} ...${shown} />
    <div class="explorer-results"><${Results} ...${shown} /></div>
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
function knowledge({ facets: inPanel, cities, cases: studies }) {
  const titles = Object.fromEntries(Object.entries(cities).map(([id, { title }]) => [id, title]));
  const facets = [...inPanel, { id: "city", title: _("Place"), ordered: false, values: titles }];
  const cases = studies.map((study) => ({ ...study, facets: { ...study.facets, city: study.cities } }));
  const byId = new Map(cases.map((study) => [study.id, study]));
  const names = Object.fromEntries(facets.map(({ id, values }) => [id, values]));
  return { facets, inPanel, cities, cases, names, titleOf: (id) => byId.get(id).title };
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
      if (state.sort === "similar" && likeness?.like !== state.like) likeness = await similar(state.like);
    } catch {
      const problem = _("Part of the data could not be loaded. Reload the page to try again.");
      if (state === latest && shown) draw({ problem });
      return;
    }
    if (state !== latest) return;
    const like = state.sort === "similar" ? likeness : null;
    const { fitting, counts } = choose(known, state.chosen, found);
    const selection = sorted(fitting, state, like?.of);
    draw({ known, act, state, found, counts, selection, likeness: like, problem: null });
  };
}

function explore(place, known) {
  let state = read(known.facets, known.cases);
  let pause;

  const show = drawer(place, known, actions());
  const focus = (selector, nth = 0) =>
    /** @type {HTMLElement} */ (
      place.querySelectorAll(selector)[nth] ?? place.querySelector(".explorer-status")
    ).focus();

  /** Keep a new state: in the address, so that it can be shared and Back undoes it. */
  function change(some, { replace = false } = {}) {
    const shown = "shown" in some || "compare" in some || "view" in some ? state.shown : STEP;
    state = { ...state, shown, ...some };
    try {
      history[replace ? "replaceState" : "pushState"](null, "", addressOf(state));
    } catch {
      // Some browsers keep the address of a file as it is; everything else works.
    }
    return show(state);
  }

  function withValue(facet, value, on) {
    const others = state.chosen[facet].filter((chosen) => chosen !== value);
    return { ...state.chosen, [facet]: on ? [...others, value] : others };
  }

  /** Take some of the choice back; the focus stays among what is left of it. */
  function takeBack(some) {
    change(some);
    focus(".chips button");
  }

  function actions() {
    return {
      change,
      takeBack,
      pick: (facet, value, on) => change({ chosen: withValue(facet, value, on) }),
      unpick: (facet, value) => takeBack({ chosen: withValue(facet, value, false) }),
      unsearch: () => takeBack({ q: "" }),
      addressWith: (city) =>
        addressOf({ ...state, shown: STEP, chosen: withValue("city", city, !state.chosen.city.includes(city)) }),
      typed(q) {
        clearTimeout(pause);
        // One step back takes away the whole search, not a letter.
        pause = setTimeout(() => change({ q }, { replace: state.q !== "" }), PAUSE);
      },
      clear() {
        change({ chosen: Object.fromEntries(known.facets.map(({ id }) => [id, []])), q: "" });
        focus(".explorer-status");
      },
      async more() {
        const first = state.shown;
        await change({ shown: state.shown + STEP }, { replace: true });
        focus(".card-title a", first);
      },
      compare(id, on) {
        const others = state.compare.filter((chosen) => chosen !== id);
        change({ compare: on ? [...others, id] : others }, { replace: true });
      },
      setCompared(compare) {
        change({ compare }, { replace: true });
        if (compare.length === 0) focus(".explorer-status");
      },
    };
  }

  addEventListener("popstate", async () => {
    clearTimeout(pause);
    state = read(known.facets, known.cases);
    const { chosen } = state;
    await show(state);
    for (const { id } of known.inPanel.filter(({ id }) => chosen[id].length)) {
      /** @type {HTMLDetailsElement} */ (place.querySelector(`[data-facet="${id}"]`)).open = true;
    }
  });
  return show(state);
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
