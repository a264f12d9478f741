// A measuring plan: choose indicators, get a table to print and to fill in by hand.
import { chooser } from "../chooser.js";
import { data, root } from "../data.js";
import { csv, h, save } from "../dom.js";
import { idsInAddress, writeAddress } from "../ids.js";

const COLUMNS = [
  ["what", "What"],
  ["unit", "Unit"],
  ["trap", "Baseline before the start: what spoils it"],
  ["who", "Who measures"],
  ["often", "How often"],
  ["cost", "Cost to collect"],
  ["cases", "Cases that used it"],
];

const BY_HAND = ["Our baseline", "Our target"];

/** HTML of our own build as a cell; nothing a reader types comes here. */
function made(name, column, html) {
  const cell = h(name, { class: `plan-${column}`, scope: name === "th" ? "row" : null });
  cell.innerHTML = html;
  return cell;
}

function options(any, titles) {
  return [["", any], ...Object.entries(titles)];
}

async function start(place) {
  const index = await data("picker");
  const about = new Map(index.indicators.map((one) => [one.id, one]));
  const asked = idsInAddress();
  const unknown = asked.filter((id) => !about.has(id));
  let ids = asked.filter((id) => about.has(id));
  let turn = 0;
  let shown = [];

  const message = h("p", { class: "picker-message", role: "alert" });
  const status = h("p", { class: "picker-status", role: "status" });
  const advice = h("div", { class: "picker-advice", role: "status" });
  const summary = h("summary", {});
  const pick = chooser({
    legend: "Indicators",
    label: "Find an indicator",
    items: index.indicators.map((one) => ({
      ...one,
      detail: `${one.unit}; ${one.level}; used by ${one.cases || "no"} case${one.cases === 1 ? "" : "s"} here`,
      text: `${one.title} ${one.unit} ${one.themes.map((theme) => index.themes[theme]).join(" ")}`,
    })),
    filters: [
      {
        label: "Service",
        options: options("all", index.themes),
        keeps: (item, theme) => item.themes.includes(theme),
      },
      {
        label: "What it shows",
        options: options("all", index.levels),
        keeps: (item, level) => item.level === level,
      },
      {
        label: "Services of a pathway",
        options: options("all", Object.fromEntries(index.pathways.map((one) => [one.id, one.title]))),
        keeps: (item, id) =>
          index.pathways.find((one) => one.id === id).themes.some((theme) => item.themes.includes(theme)),
      },
    ],
    onChange: (id, chosen) => {
      choose(chosen ? [...ids, id] : ids.filter((one) => one !== id));
    },
  });
  const cases = h(
    "select",
    { id: "picker-case" },
    h("option", { value: "" }, "choose a case study"),
    index.cases.map((one) => h("option", { value: one.id }, `${one.place}: ${one.title}`)),
  );
  const likeCase = h(
    "div",
    { class: "picker-case" },
    h("div", {}, h("label", { for: cases.id }, "Start from a case study"), cases),
    h(
      "button",
      {
        type: "button",
        class: "button",
        onclick: () => {
          const found = index.cases.find((one) => one.id === cases.value);
          if (!found) {
            message.textContent = "Choose a case study first.";
            cases.focus();
            return;
          }
          choose([...new Set([...ids, ...found.indicators])]);
        },
      },
      "Add the indicators it used",
    ),
  );
  const picker = h("details", { class: "picker-pick" }, summary, likeCase, pick.element);
  const tools = h(
    "div",
    { class: "picker-tools" },
    h("button", { type: "button", class: "button", onclick: () => print() }, "Print the plan"),
    h(
      "button",
      {
        type: "button",
        class: "button",
        onclick: () => save("measuring-plan.csv", "text/csv", csv(sheet())),
      },
      "Save as CSV",
    ),
    h(
      "button",
      {
        type: "button",
        class: "button",
        onclick: () => {
          choose([]);
          picker.open = true;
          summary.focus();
        },
      },
      "Start again",
    ),
  );
  const onPaper = h("p", { class: "paper-head" });
  const result = h("div", { class: "plan" });

  function sheet() {
    const rows = [
      [
        "indicator",
        "what it shows",
        "definition",
        "unit",
        "what spoils the baseline",
        "who measures",
        "how often",
        "cost to collect",
        "cases that used it",
        "our baseline",
        "our target",
        "page",
      ],
    ];
    for (const { id, texts, url } of shown) {
      rows.push([
        about.get(id).title,
        about.get(id).level,
        texts.definition,
        texts.units,
        texts.trap,
        texts.who,
        texts.often,
        texts.cost,
        texts.cases,
        "",
        "",
        root + url,
      ]);
    }
    return rows;
  }

  function row({ id, cells }) {
    const { title, level } = about.get(id);
    const line = h(
      "tr",
      {},
      COLUMNS.map(([column]) => made(column === "what" ? "th" : "td", column, cells[column])),
    );
    line.cells[0].append(
      h("small", { class: "plan-level" }, `Shows ${index.levels[level]}.`),
      h(
        "button",
        {
          type: "button",
          class: "button",
          "data-remove": id,
          "aria-label": `Remove: ${title}`,
          onclick: () => remove(id),
        },
        "Remove",
      ),
    );
    line.append(
      ...BY_HAND.map((words) =>
        h("td", { class: "by-hand" }, h("span", { class: "sr" }, `${words}: to fill in by hand`)),
      ),
    );
    return line;
  }

  async function remove(id) {
    const at = ids.indexOf(id);
    await choose(ids.filter((one) => one !== id));
    const next = ids[at] ?? ids[at - 1];
    (next ? result.querySelector(`[data-remove="${next}"]`) : summary).focus();
  }

  function advise() {
    const words = [];
    if (ids.length > index.many) {
      words.push(
        `You chose ${ids.length}. More than ${index.many} are seldom all kept up: keep those that decide something.`,
      );
    }
    if (ids.length && ids.every((id) => about.get(id).level === "output")) {
      words.push(
        "You only count what was done. Add one that shows what changed (outcome) or what it did for people or climate (impact).",
      );
    }
    advice.replaceChildren(
      ...words.map((text) =>
        h(
          "p",
          {},
          text,
          " ",
          h("span", { class: "ours", title: "Our own words or advice, not from a source" }, "ours"),
        ),
      ),
    );
  }

  /** Take these indicators and show their plan. */
  async function choose(next) {
    const mine = (turn += 1);
    ids = next;
    message.textContent = "";
    writeAddress({ ids: ids.join(",") });
    pick.mark(ids);
    summary.textContent = `Choose indicators (${ids.length} chosen)`;
    for (const one of [tools, onPaper]) one.hidden = !ids.length;
    document.documentElement.classList.toggle("planning", ids.length > 0);
    const found = await Promise.all(ids.map((id) => data(`indicators/${id}`)));
    if (mine !== turn) return;
    shown = found;
    advise();
    const number = ids.length === 1 ? "one indicator" : `${ids.length} indicators`;
    status.textContent = ids.length ? `Your plan has ${number}.` : "Choose three to seven indicators.";
    onPaper.textContent = `Measuring plan with ${number}. SCIFI cookbook, ${location.href}`;
    result.replaceChildren(...(ids.length ? [table()] : []));
  }

  function table() {
    return h(
      "div",
      { class: "table-scroll", tabindex: "0", role: "region", "aria-label": "Measuring plan" },
      h(
        "table",
        { class: "plan-table" },
        h("caption", {}, "Measuring plan. The last two columns are yours, on paper."),
        h(
          "thead",
          {},
          h(
            "tr",
            {},
            COLUMNS.map(([column, title]) => h("th", { scope: "col", class: `plan-${column}` }, title)),
            BY_HAND.map((title) => h("th", { scope: "col", class: "by-hand" }, title, h("small", {}, "number, date"))),
          ),
        ),
        h("tbody", {}, shown.map(row)),
      ),
    );
  }

  place.append(message, picker, status, advice, tools, onPaper, result);
  picker.open = ids.length === 0;
  await choose(ids);
  if (unknown.length) {
    message.textContent =
      `There is no indicator ${unknown.map((id) => `“${id}”`).join(" or ")}; ` +
      `${ids.length ? "the others are shown" : "choose from the list"}.`;
  }
  // The plain tables say the same; they stay for those who would rather leaf through them.
  const all = document.querySelector(".picker-all");
  const leaf = h("details", { class: "picker-leaf" }, h("summary", {}, "All indicators as tables"));
  all.before(leaf);
  leaf.append(all);
}

const place = document.querySelector("[data-tool=picker]");
if (place) {
  start(place).catch(() => {
    place.append(h("p", { role: "alert" }, "The picker could not be loaded. The tables below hold all indicators."));
  });
}
