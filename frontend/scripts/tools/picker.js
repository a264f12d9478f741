// A measuring plan: choose indicators, get a table to print and to fill in by hand.
import { readIds, writeQuery } from "../address.js";
import { Chooser } from "../chooser.js";
import { data, root } from "../data.js";
import { csv, h, save } from "../dom.js";
import { cityName, keepValues, values } from "../kept-values.js";
import { _, ngettext, number, orList } from "../language.js";
import { Button } from "../parts.js";
import { Html, html, render, useState } from "../view.js";

const COLUMNS = [
  ["what", _("What")],
  ["unit", _("Unit")],
  ["trap", _("Baseline before the start: what spoils it")],
  ["who", _("Who measures")],
  ["often", _("How often")],
  ["cost", _("Cost to collect")],
  ["cases", _("Cases that used it")],
];

const BY_HAND = [
  [_("Our baseline"), _("Our baseline: to fill in by hand")],
  [_("Our target"), _("Our target: to fill in by hand")],
];

/** The plan for a spreadsheet, with two empty columns to fill in. */
function sheet(plan, about) {
  const head = [
    _("indicator"),
    _("what it shows"),
    _("definition"),
    _("unit"),
    _("what spoils the baseline"),
    _("who measures"),
    _("how often"),
    _("cost to collect"),
    _("cases that used it"),
    _("our baseline"),
    _("our target"),
    _("page"),
  ];
  const rows = plan.map(({ id, texts, url }) => {
    const { title, level } = about.get(id);
    const { definition, units, trap, who, often, cost, cases } = texts;
    return [title, level, definition, units, trap, who, often, cost, cases, "", "", root + url];
  });
  return [head, ...rows];
}

function What({ html: text, title, level, id, remove }) {
  return html`<th class="plan-what" scope="row">
    <${Html} text=${text} />
    <small class="plan-level">${_("Shows {level}.", { level })}</small>
    <${Button} data-remove=${id} aria-label=${_("Remove: {title}", { title })} onClick=${() => remove(id)}>
      ${_("Remove")}
    <//>
  </th>`;
}

function Row({ id, cells, about, levels, remove }) {
  const { title, level } = about.get(id);
  const told = COLUMNS.slice(1).map(
    ([column]) => html`<${Html} as="td" class=${`plan-${column}`} text=${cells[column]} />`,
  );
  return html`<tr>
    <${What} html=${cells.what} title=${title} level=${levels[level]} id=${id} remove=${remove} />
    ${told}
    ${BY_HAND.map(([, words]) => html`<td class="by-hand"><span class="sr">${words}</span></td>`)}
  </tr>`;
}

const Head = () => html`<thead>
  <tr>
    ${COLUMNS.map(([column, title]) => html`<th class=${`plan-${column}`} scope="col">${title}</th>`)}
    ${BY_HAND.map(([title]) => html`<th class="by-hand" scope="col">${title}<small>${_("number, date")}</small></th>`)}
  </tr>
</thead>`;

const headOf = (city) => (city ? _("Measuring plan of {city}.", { city }) : _("Measuring plan."));

function Plan({ plan, about, levels, remove, city }) {
  const row = (indicator) => html`<${Row} key=${indicator.id} ...${indicator} ...${{ about, levels, remove }} />`;
  return html`<div class="table-scroll" tabindex="0" role="region" aria-label=${_("Measuring plan")}>
    <table class="plan-table">
      <caption>${headOf(city)} ${_("The last two columns are yours, on paper.")}</caption>
      <${Head} />
      <tbody>${plan.map(row)}</tbody>
    </table>
  </div>`;
}

/** A way to begin: all indicators that a case study used. */
function LikeCase({ cases, act }) {
  const [id, choose] = useState("");
  const option = (study) => html`<option value=${study.id}>${_("{place}: {title}", study)}</option>`;
  return html`<div class="picker-case">
    <div>
      <label for="picker-case">${_("Start from a case study")}</label>
      <select id="picker-case" onChange=${(event) => choose(event.target.value)}>
        <option value="">${_("choose a case study")}</option>
        ${cases.map(option)}
      </select>
    </div>
    <${Button} onClick=${() => act.addOf(id)}>${_("Add the indicators it used")}<//>
  </div>`;
}

function Pick({ index, items, filters, ids, act }) {
  const [open] = useState(ids.length === 0);
  return html`<details class="picker-pick" open=${open}>
    <summary>${_("Choose indicators ({n} chosen)", { n: number(ids.length) })}</summary>
    <${LikeCase} cases=${index.cases} act=${act} />
    <${Chooser}
      legend=${_("Indicators")} label=${_("Find an indicator")}
      items=${items} filters=${filters} chosen=${ids} onChange=${act.pick}
    />
  </details>`;
}

const Advice = ({ text }) => html`<p>${text}</p>`;

/** What to think of before one settles on these indicators. */
function advice({ index, about, ids }) {
  const found = [];
  if (ids.length > index.many) {
    const values = { n: number(ids.length), many: number(index.many) };
    found.push(_("You chose {n}. More than {many} are seldom all kept up: keep those that decide something.", values));
  }
  if (ids.length && ids.every((id) => about.get(id).level === "output")) {
    const add = _("Add one that shows what changed (outcome) or what it did for people or climate (impact).");
    found.push(`${_("You only count what was done.")} ${add}`);
  }
  return found;
}

function statusOf({ ids }) {
  if (!ids.length) return _("Choose three to seven indicators.");
  return ngettext("Your plan has one indicator.", "Your plan has {n} indicators.", ids.length);
}

const paperHead = ({ ids }) =>
  ngettext(
    "Measuring plan with one indicator. SCIFI cookbook, {address}",
    "Measuring plan with {n} indicators. SCIFI cookbook, {address}",
    ids.length,
    { address: location.href },
  );

function Tools({ tool, act }) {
  const saved = () => save("measuring-plan.csv", "text/csv", csv(sheet(tool.plan, tool.about)));
  return html`<div class="picker-tools" hidden=${!tool.ids.length}>
    <${Button} onClick=${() => print()}>${_("Print the plan")}<//>
    <${Button} onClick=${saved}>${_("Save as CSV")}<//>
    <${Button} onClick=${act.startAgain}>${_("Start again")}<//>
  </div>`;
}

function Picker({ tool, act }) {
  const { index, about, ids, plan, city } = tool;
  return html`
    <p class="picker-message" role="alert">${tool.message}</p>
    <${Pick} index=${index} items=${tool.items} filters=${tool.filters} ids=${ids} act=${act} />
    <p class="picker-status" role="status">${statusOf(tool)}</p>
    <div class="picker-advice" role="status">${advice(tool).map((text) => html`<${Advice} text=${text} />`)}</div>
    <${Tools} tool=${tool} act=${act} />
    <p hidden=${!ids.length}>
      <label for="picker-city">${_("Name of the city, for the head of the plan")}</label>
      <input id="picker-city" value=${city} onInput=${(event) => act.name(event.target.value)} />
    </p>
    <p class="paper-head" hidden=${!ids.length}>${paperHead(tool)}</p>
    <div class="plan">
      ${plan.length > 0 && html`<${Plan} ...${{ plan, about, city }} levels=${index.levels} remove=${act.remove} />`}
    </div>`;
}

function usedBy(cases) {
  return cases ? ngettext("used by {n} case here", "used by {n} cases here", cases) : _("used by no cases here");
}

const itemsOf = ({ indicators, themes, levels }) =>
  indicators.map((entry) => ({
    ...entry,
    detail: _("{unit}; {level}; {used}", { unit: entry.unit, level: levels[entry.level], used: usedBy(entry.cases) }),
    text: `${entry.title} ${entry.unit} ${entry.themes.map((theme) => themes[theme]).join(" ")}`,
  }));

/** The fields by which the list of indicators is narrowed. */
function filtersOf({ themes, levels, pathways }) {
  const any = ["", _("all")];
  const byPathway = new Map(pathways.map((pathway) => [pathway.id, pathway.themes]));
  return [
    {
      id: "service",
      label: _("Service"),
      options: [any, ...Object.entries(themes)],
      keeps: (item, theme) => item.themes.includes(theme),
    },
    {
      id: "what-it-shows",
      label: _("What it shows"),
      options: [any, ...Object.entries(levels)],
      keeps: (item, level) => item.level === level,
    },
    {
      id: "services-of-a-pathway",
      label: _("Services of a pathway"),
      options: [any, ...pathways.map(({ id, title }) => [id, title])],
      keeps: (item, id) => byPathway.get(id).some((theme) => item.themes.includes(theme)),
    },
  ];
}

/** What the tool shows before anything is chosen. */
const toolOf = (index) => ({
  index,
  about: new Map(index.indicators.map((entry) => [entry.id, entry])),
  items: itemsOf(index),
  filters: filtersOf(index),
  ids: [],
  plan: [],
  city: values()[cityName()] ?? "",
  message: "",
});

/** A function that takes these indicators and shows their plan, as soon as it is there. */
function shower(tool, draw) {
  return async (ids) => {
    draw({ ids, message: "" });
    const plan = await Promise.all(ids.map((id) => data(`indicators/${id}`)));
    if (ids === tool.ids) draw({ plan });
  };
}

/** What a reader does. */
function actions(place, tool, draw, choose) {
  const summary = () => place.querySelector(".picker-pick summary");
  const without = (id) => tool.ids.filter((chosen) => chosen !== id);
  return {
    pick: (id, on) => choose(on ? [...tool.ids, id] : without(id)),
    addOf(id) {
      const found = tool.index.cases.find((study) => study.id === id);
      if (found) return choose([...new Set([...tool.ids, ...found.indicators])]);
      draw({ message: _("Choose a case study first.") });
      place.querySelector("#picker-case").focus();
    },
    async remove(id) {
      const at = tool.ids.indexOf(id);
      const left = without(id);
      await choose(left);
      const next = left[at] ?? left[at - 1];
      (next ? place.querySelector(`[data-remove="${next}"]`) : summary()).focus();
    },
    name(city) {
      keepValues({ ...values(), [cityName()]: city });
      draw({ city });
    },
    startAgain() {
      choose([]);
      place.querySelector(".picker-pick").open = true;
      summary().focus();
    },
  };
}

function problem(unknown, some) {
  const ids = orList(unknown.map((id) => `“${id}”`));
  return some
    ? _("There is no indicator {ids}; the others are shown.", { ids })
    : _("There is no indicator {ids}; choose from the list.", { ids });
}

/** Put what the page said without a script behind a summary, for those who would rather leaf through it. */
function putAside(tables) {
  const leaf = h("details", { class: "picker-leaf" }, h("summary", {}, _("All indicators as tables")));
  tables.before(leaf);
  leaf.append(tables);
}

async function start(place) {
  const tool = toolOf(await data("picker"));
  const act = {};
  function draw(changes) {
    Object.assign(tool, changes);
    writeQuery({ ids: tool.ids.join(",") });
    document.documentElement.classList.toggle("planning", tool.ids.length > 0);
    render(html`<${Picker} tool=${tool} act=${act} />`, place);
  }
  const choose = shower(tool, draw);
  Object.assign(act, actions(place, tool, draw, choose));

  const [known, unknown] = [true, false].map((wanted) => readIds().filter((id) => tool.about.has(id) === wanted));
  await choose(known);
  if (unknown.length) draw({ message: problem(unknown, known.length > 0) });
  putAside(document.querySelector(".picker-all"));
}

const place = document.querySelector("[data-tool=picker]");
if (place) {
  start(place).catch(() => {
    const says = _("The picker could not be loaded. The tables below hold all indicators.");
    render(html`<p role="alert">${says}</p>`, place);
  });
}
