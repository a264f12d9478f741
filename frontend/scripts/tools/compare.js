// Case studies side by side: choose two to four, read them row by row, print or save.
import { readIds, readQuery, writeQuery } from "../address.js";
import { Chooser } from "../chooser.js";
import { sections } from "../compare/rows.js";
import { sheet } from "../compare/sheet.js";
import { isHidden, Table } from "../compare/table.js";
import { data } from "../data.js";
import { csv, save } from "../dom.js";
import { _, ngettext, number, orList } from "../language.js";
import { Button } from "../parts.js";
import { suggestions } from "../pure/comparing.js";
import { html, render, useState } from "../view.js";

const LEAST = 2;
const OFFERS = 4;
const AMOUNTS = { 2: _("two case studies"), 3: _("three case studies"), 4: _("four case studies") };

const gradedPlace = ({ place, grade }) => _("{place}, grade {grade}", { place, grade });

/** A button on a case; `act` and the id say where the focus goes when the list has changed. */
const CaseButton = ({ act, words, entry, ...attributes }) => html`<${Button}
  data-act=${`${act} ${entry.id}`}
  aria-label=${_("{action}: {title}", { action: words, title: entry.title })}
  ...${attributes}
>${words}<//>`;

function Pick({ index, items, ids, pick }) {
  const [open] = useState(ids.length < LEAST);
  return html`<details class="compare-pick" open=${open}>
    <summary>
      ${_("Choose cases ({n} of at most {most} chosen)", { n: number(ids.length), most: number(index.most) })}
    </summary>
    <${Chooser} legend=${_("Case studies")} label=${_("Find a case")} items=${items} chosen=${ids} onChange=${pick} />
  </details>`;
}

function ChosenCase({ entry, first, last, act }) {
  return html`<li>
    <span>${entry.title} <small>${gradedPlace(entry)}</small></span>
    <span class="compare-buttons">
      <${CaseButton}
        act="earlier" words=${_("Earlier")} entry=${entry} disabled=${first} onClick=${() => act.move(entry.id, -1)}
      />
      <${CaseButton}
        act="later" words=${_("Later")} entry=${entry} disabled=${last} onClick=${() => act.move(entry.id, 1)}
      />
      <${CaseButton} act="remove" words=${_("Remove")} entry=${entry} onClick=${() => act.remove(entry.id)} />
    </span>
  </li>`;
}

function Chosen({ entries, act }) {
  const item = (entry, place) => html`<${ChosenCase}
    key=${entry.id} entry=${entry} first=${place === 0} last=${place === entries.length - 1} act=${act}
  />`;
  return html`<ol class="compare-chosen" hidden=${!entries.length}>${entries.map(item)}</ol>`;
}

function Offer({ entry, shared, act }) {
  const why = _("{place}. Both measured: {shared}", { place: entry.place, shared });
  return html`<li>
    <span>${entry.title} <small>${why}</small></span>
    <${CaseButton} act="add" words=${_("Add")} entry=${entry} onClick=${() => act.add(entry.id)} />
  </li>`;
}

function Offers({ index, about, ids, act }) {
  const room = ids.length > 0 && ids.length < index.most;
  const found = room ? suggestions(index.cases, ids).slice(0, OFFERS) : [];
  return html`<details class="compare-more" open=${ids.length === 1} hidden=${!found.length}>
    <summary>${_("Worth a comparison: they measured the same")}</summary>
    <ul>
      ${found.map(({ id, shared }) => html`<${Offer} key=${id} entry=${about.get(id)} shared=${shared} act=${act} />`)}
    </ul>
  </details>`;
}

/** How many rows are the same, differ, or are not known of all. */
function countedRows(rows, ids) {
  const same = rows.filter(({ verdict }) => verdict === "same").length;
  const differ = rows.filter(({ verdict }) => ["differs", "kinds", "units", "partly"].includes(verdict)).length;
  const unknown = rows.filter(({ verdict }) => ["missing", "one", "unknown"].includes(verdict)).length;
  return _("Comparing {cases}: {same}, {differ}, {unknown}.", {
    cases: AMOUNTS[ids.length],
    same: ngettext("{n} row is the same", "{n} rows are the same", same),
    differ: ngettext("{n} differs", "{n} differ", differ),
    unknown: ngettext("{n} is not known of all", "{n} are not known of all", unknown),
  });
}

function statusOf({ ids, shown, loading, differ }) {
  if (!ids.length) return _("Choose two to four case studies.");
  if (ids.length < LEAST) return _("Choose at least one more case study.");
  if (loading) return _("Loading …");
  const rows = shown.sections.flatMap((section) => section.rows);
  const hidden = rows.filter((row) => isHidden(row, differ)).length;
  const counted = countedRows(rows, ids);
  return hidden ? `${counted} ${ngettext("{n} row is hidden.", "{n} rows are hidden.", hidden)}` : counted;
}

function saveSheet({ ids, shown }) {
  save(`compare-${ids.join("-")}.csv`.slice(0, 120), "text/csv", csv(sheet(shown.cases, shown.sections)));
}

function Tools({ tool, act }) {
  return html`<div class="compare-tools" hidden=${tool.ids.length < LEAST}>
    <label class="compare-switch">
      <input type="checkbox" checked=${tool.differ} onChange=${(event) => act.differ(event.target.checked)} />
      ${" "}${_("Only rows that differ")}
    </label>
    <${Button} onClick=${() => print()}>${_("Print on one page")}<//>
    <${Button} disabled=${!tool.shown} onClick=${() => saveSheet(tool)}>${_("Save as CSV")}<//>
  </div>`;
}

/** What stands above the table on paper. */
function paperHead({ ids }) {
  const values = {
    cases: AMOUNTS[ids.length],
    date: new Date().toISOString().slice(0, 10),
    address: location.href,
  };
  return [
    _("SCIFI cookbook: {cases} compared, {date}.", values),
    _("Shortened to one page: = same in all, ≈ partly, ≠ differs, ? not known of all, 1 only one has it."),
    _("Everything, with sources: {address}", values),
  ].join(" ");
}

function Compare({ tool, act }) {
  const { ids, index, about, items, shown, differ } = tool;
  const ready = ids.length >= LEAST;
  return html`
    <p class="compare-message" role="alert">${tool.message}</p>
    <${Pick} index=${index} items=${items} ids=${ids} pick=${act.pick} />
    <${Chosen} entries=${ids.map((id) => about.get(id))} act=${act} />
    <${Offers} index=${index} about=${about} ids=${ids} act=${act} />
    <p class="compare-status" role="status">${statusOf(tool)}</p>
    <${Tools} tool=${tool} act=${act} />
    <p class="paper-head" hidden=${!ready}>${ready && paperHead(tool)}</p>
    <div class=${shown ? `compare-result compare-${shown.cases.length}` : "compare-result"}>
      ${shown && html`<${Table} ...${shown} differ=${differ} />`}
    </div>`;
}

/** What is wrong with the ids that were asked for. */
function problems(unknown, some, tooMany) {
  const found = [];
  if (unknown.length) {
    const ids = orList(unknown.map((id) => `“${id}”`));
    found.push(
      some
        ? _("There is no case study {ids}; the others are shown.", { ids })
        : _("There is no case study {ids}; choose from the list.", { ids }),
    );
  }
  if (tooMany) found.push(_("Only the first four are shown."));
  return found.join(" ");
}

/** What the tool shows before anything is chosen. */
function toolOf(index) {
  const items = index.cases.map((entry) => ({
    id: entry.id,
    title: entry.title,
    detail: gradedPlace(entry),
    text: `${entry.title} ${entry.place}`,
  }));
  return {
    index,
    items,
    about: new Map(index.cases.map((entry) => [entry.id, entry])),
    ids: [],
    differ: readQuery().differ === "1",
    message: "",
    shown: null,
    loading: false,
  };
}

/** A function that shows these cases, as soon as what they say is there. */
function shower(tool, draw) {
  return async (ids) => {
    const ready = ids.length >= LEAST;
    draw({ ids, message: "", loading: ready, shown: ready ? tool.shown : null });
    if (!ready) return;
    const texts = await Promise.all(ids.map((id) => data(`casestudies/${id}`)));
    if (ids !== tool.ids) return;
    const cases = texts.map((study) => ({ ...study, about: tool.about.get(study.id) }));
    draw({ loading: false, shown: { cases, sections: sections(tool.index, cases) } });
  };
}

/** What a reader does; `focus(...names)` gives the focus to the first of these buttons that can take it. */
function actions(tool, draw, choose, focus) {
  const without = (id) => tool.ids.filter((chosen) => chosen !== id);
  return {
    differ: (differ) => draw({ differ }),
    pick(id, on) {
      if (!on) return choose(without(id));
      if (tool.ids.length < tool.index.most) return choose([...tool.ids, id]);
      draw({ message: _("Four case studies are the most. Take one out first.") });
    },
    add(id) {
      choose([...tool.ids, id]);
      focus(`remove ${id}`);
    },
    remove(id) {
      const place = tool.ids.indexOf(id);
      const left = without(id);
      choose(left);
      focus(`remove ${left[place] ?? left[place - 1]}`);
    },
    move(id, by) {
      const next = without(id);
      next.splice(tool.ids.indexOf(id) + by, 0, id);
      choose(next);
      const [same, other] = by < 0 ? ["earlier", "later"] : ["later", "earlier"];
      focus(`${same} ${id}`, `${other} ${id}`);
    },
  };
}

async function start(place, all) {
  const tool = toolOf(await data("compare"));
  const act = {};
  function draw(changes) {
    Object.assign(tool, changes);
    writeQuery({ ids: tool.ids.join(","), differ: tool.differ ? "1" : "" });
    document.documentElement.classList.toggle("comparing", tool.ids.length >= LEAST);
    render(html`<${Compare} tool=${tool} act=${act} />`, place);
  }
  function focus(...names) {
    const buttons = names.map((name) => place.querySelector(`[data-act="${CSS.escape(name)}"]:not(:disabled)`));
    (buttons.find(Boolean) ?? place.querySelector(".compare-pick summary")).focus();
  }
  const choose = shower(tool, draw);
  Object.assign(act, actions(tool, draw, choose, focus));
  all.open = false;

  const [known, unknown] = [true, false].map((wanted) => readIds().filter((id) => tool.about.has(id) === wanted));
  await choose(known.slice(0, tool.index.most));
  draw({ message: problems(unknown, known.length > 0, known.length > tool.index.most) });
}

const place = document.querySelector("[data-tool=compare]");
if (place) {
  const all = /** @type {HTMLDetailsElement} */ (document.querySelector(".compare-all"));
  start(place, all).catch(() => {
    const says = _("The comparison could not be loaded. The table below shows all case studies.");
    render(html`<p role="alert">${says}</p>`, place);
    all.open = true;
  });
}
