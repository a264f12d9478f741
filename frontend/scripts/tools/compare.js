// Case studies side by side: choose two to four, read them row by row, print or save.
import { chooser } from "../chooser.js";
import { data, root } from "../data.js";
import { csv, h, save } from "../dom.js";
import { idsInAddress, writeAddress } from "../ids.js";
import { commonUnit, MARKS, resultVerdict, verdict } from "../pure/comparing.js";

const NAMES = ["no case study", "one case study", "two case studies", "three case studies", "four case studies"];

/** HTML of our own build as an element; nothing a reader types comes here. */
function made(html, ...names) {
  const cell = h("div", { class: ["cell", ...names].join(" ") });
  cell.innerHTML = html;
  return cell;
}

const notReported = () => h("span", { class: "unknown" }, "not reported");

/** Keys of those parts that any case has, most shared first. */
function union(cases, part) {
  const found = new Map();
  for (const one of cases) {
    for (const { id, title, url } of one[part]) {
      if (!found.has(id)) found.set(id, { id, title, url, count: 0 });
      found.get(id).count += 1;
    }
  }
  return [...found.values()].sort((a, b) => b.count - a.count);
}

function fixedRow(row, cases) {
  return {
    title: row.title,
    note: row.note,
    verdict: row.values ? verdict(cases.map((one) => one.values[row.key])) : "words",
    lines: row.lines,
    cells: cases.map((one) => made(one.cells[row.key])),
  };
}

function resultCell(results, unit) {
  if (!results.length) return h("div", { class: "cell" }, notReported());
  return h(
    "div",
    { class: "cell" },
    results.map((result) => {
      const one = made(result.html, "result");
      const same = result.in_units[unit]?.text;
      one.className = "result";
      if (same) {
        one.querySelector(".number-line").after(h("p", { class: "converted on-paper-too" }, same));
      }
      return one;
    }),
  );
}

function resultRows(cases, printed) {
  return union(cases, "results").map(({ id, title, url }, at) => {
    const lists = cases.map((one) => one.results.find((found) => found.id === id)?.numbers ?? []);
    const unit = commonUnit(lists.flat());
    return {
      title,
      url,
      results: lists,
      verdict: resultVerdict(lists),
      lines: at < printed ? 2 : 0,
      cells: lists.map((list) => resultCell(list, unit)),
    };
  });
}

function obstacleRows(cases, printed) {
  return union(cases, "obstacles").map(({ id, title, url, count }, at) => ({
    title,
    url,
    verdict: count === cases.length ? "same" : count === 1 ? "one" : "missing",
    says: count > 1 ? `shared by ${count === cases.length ? "all" : `${count} of ${cases.length}`}` : null,
    lines: at < printed ? 2 : 0,
    cells: cases.map((one) => {
      const met = one.obstacles.find((found) => found.id === id);
      return met ? made(met.html) : h("div", { class: "cell" }, notReported());
    }),
  }));
}

const none = (title, cases) => ({
  title,
  verdict: "unknown",
  lines: 1,
  cells: cases.map(() => h("div", { class: "cell" }, notReported())),
});

/** Sections with their rows, in the order of the page. */
function sections(index, cases) {
  const found = new Map();
  const rows = (title) => found.get(title) ?? found.set(title, []).get(title);
  for (const row of index.rows) {
    if (row.section === "For your city" && !found.has("Results")) {
      const results = resultRows(cases, index.printed.results);
      const obstacles = obstacleRows(cases, index.printed.obstacles);
      rows("Results").push(...(results.length ? results : [none("Numbers", cases)]));
      rows("Obstacles met").push(...(obstacles.length ? obstacles : [none("Obstacles", cases)]));
    }
    rows(row.section).push(fixedRow(row, cases));
  }
  return found;
}

function tableRow(row) {
  const [sign, words] = MARKS[row.verdict];
  const mark = h(
    "span",
    { class: `mark mark-${row.verdict}` },
    h("span", { class: "sign", "aria-hidden": "true" }, sign),
    h("span", { class: "mark-says" }, ` ${row.says ?? words}`),
  );
  const title = h("span", { class: "row-title" }, row.url ? h("a", { href: root + row.url }, row.title) : row.title);
  const line = h(
    "tr",
    { "data-verdict": row.verdict, class: row.lines ? `lines-${row.lines}` : "not-on-paper" },
    h("th", { scope: "row" }, title, mark, row.note ? h("small", {}, row.note) : null),
  );
  line.append(...row.cells.map((cell) => h("td", {}, cell)));
  return line;
}

function table(index, cases, found) {
  const heads = cases.map((one) =>
    h("th", { scope: "col" }, h("a", { href: root + one.about.url }, one.about.title), h("small", {}, one.about.place)),
  );
  const made = h(
    "table",
    { class: "compare-table" },
    h("caption", {}, `${cases.length} case studies side by side. Numbers lead to their sources.`),
    h("thead", {}, h("tr", {}, h("th", { scope: "col" }, "Compared"), heads)),
  );
  for (const [title, rows] of found) {
    made.append(
      h(
        "tbody",
        {},
        h(
          "tr",
          { class: "section not-on-paper" },
          h("th", { scope: "rowgroup" }, title),
          cases.map((one) => h("td", {}, one.about.place)),
        ),
        rows.map(tableRow),
      ),
    );
  }
  return h("div", { class: "table-scroll", tabindex: "0", role: "region", "aria-label": "Comparison" }, made);
}

/** What a cell says, without the numbers of its sources. */
function words(cell) {
  const copy = cell.cloneNode(true);
  for (const one of copy.querySelectorAll(".receipt")) one.remove();
  for (const one of copy.querySelectorAll(".ours")) one.textContent = " (ours)";
  for (const one of copy.querySelectorAll("li, p")) one.append("\n");
  return copy.textContent
    .replace(/[ \t]+/g, " ")
    .replace(/\s*\n\s*/g, "\n")
    .trim();
}

const PARTS = {
  value: (result) => result.numbers.join(" to "),
  qualifier: (result) => result.qualifier,
  unit: (result) => result.unit,
  baseline: (result) => result.baseline,
  change: (result) => result.change,
  kind: (result) => result.kind,
  "measured by": (result) => result.measured_by,
  comparison: (result) => result.comparison,
  period: (result) => result.period,
  source: (result) => result.source,
};

/** The comparison for a spreadsheet: each row as shown, and each number in its parts. */
function sheet(cases, found) {
  const rows = [["section", "row", "compared", ...cases.map((one) => one.about.title)]];
  rows.push(["", "page", "", ...cases.map((one) => one.id)]);
  for (const [section, lines] of found) {
    for (const row of lines) {
      rows.push([section, row.title, row.says ?? MARKS[row.verdict][1], ...row.cells.map(words)]);
      if (!row.results) continue;
      for (const [part, take] of Object.entries(PARTS)) {
        rows.push([
          section,
          `${row.title}: ${part}`,
          "",
          ...row.results.map((list) =>
            // One number stays a number; several are told apart by a stroke.
            list.length === 1 && part === "value" && list[0].numbers.length === 1
              ? list[0].numbers[0]
              : list.map((result) => take(result) ?? "").join(" | "),
          ),
        ]);
      }
    }
  }
  return rows;
}

/** Cases that share an indicator with those chosen, most shared first. */
function suggestions(index, ids) {
  const found = new Map();
  for (const { alike } of index.cases.filter((one) => ids.includes(one.id))) {
    for (const [id, shared] of alike) {
      if (ids.includes(id)) continue;
      const known = found.get(id) ?? { id, shared, count: 0 };
      found.set(id, { ...known, count: known.count + 1 });
    }
  }
  return [...found.values()].sort((a, b) => b.count - a.count).slice(0, 4);
}

async function start(place) {
  const index = await data("compare");
  const about = new Map(index.cases.map((one) => [one.id, one]));
  const asked = idsInAddress();
  const unknown = asked.filter((id) => !about.has(id));
  let ids = asked.filter((id) => about.has(id));
  const tooMany = ids.splice(index.most);
  let turn = 0;
  let shown = null;

  const message = h("p", { class: "compare-message", role: "alert" });
  const status = h("p", { class: "compare-status", role: "status" });
  const summary = h("summary", {});
  const pick = chooser({
    legend: "Case studies",
    label: "Find a case",
    items: index.cases.map((one) => ({
      id: one.id,
      title: one.title,
      detail: `${one.place}, grade ${one.grade}`,
      text: `${one.title} ${one.place}`,
    })),
    onChange: (id, chosen) => {
      if (chosen && ids.length === index.most) {
        message.textContent = `Four case studies are the most. Take one out first.`;
        return false;
      }
      choose(chosen ? [...ids, id] : ids.filter((one) => one !== id));
      return true;
    },
  });
  const picker = h("details", { class: "compare-pick" }, summary, pick.element);
  const list = h("ol", { class: "compare-chosen" });
  const offers = h("ul", {});
  const more = h(
    "details",
    { class: "compare-more" },
    h("summary", {}, "Worth a comparison: they measured the same"),
    offers,
  );
  const differ = h("input", {
    type: "checkbox",
    onchange: () => {
      write();
      onlyDiffering();
    },
  });
  differ.checked = new URLSearchParams(location.search).get("differ") === "1";
  const tools = h(
    "div",
    { class: "compare-tools" },
    h("label", { class: "compare-switch" }, differ, " Only rows that differ"),
    h("button", { type: "button", class: "button", onclick: () => print() }, "Print on one page"),
    h(
      "button",
      {
        type: "button",
        class: "button",
        onclick: () =>
          save(`compare-${ids.join("-")}.csv`.slice(0, 120), "text/csv", csv(sheet(shown.cases, shown.found))),
      },
      "Save as CSV",
    ),
  );
  const onPaper = h("p", { class: "paper-head" });
  const result = h("div", { class: "compare-result" });

  function write() {
    writeAddress({ ids: ids.join(","), differ: differ.checked ? "1" : "" });
  }

  function onlyDiffering() {
    const hide = (row) => differ.checked && ["same", "unknown"].includes(row.dataset.verdict);
    for (const row of result.querySelectorAll("tr[data-verdict]")) row.hidden = hide(row);
    for (const body of result.querySelectorAll("tbody")) {
      body.hidden = !body.querySelector("tr[data-verdict]:not([hidden])");
    }
    const rows = [...result.querySelectorAll("tr[data-verdict]")];
    const count = (verdicts) => rows.filter((row) => verdicts.includes(row.dataset.verdict)).length;
    if (rows.length) {
      const hidden = rows.filter((row) => row.hidden).length;
      status.textContent =
        `Comparing ${NAMES[ids.length]}: ${count(["same"])} rows are the same, ` +
        `${count(["differs", "kinds", "units", "partly"])} differ, ${count(["missing", "one", "unknown"])} are not known of all.` +
        (hidden ? ` ${hidden} rows are hidden.` : "");
    }
  }

  function button(words, title, id, act, disabled) {
    return h(
      "button",
      {
        type: "button",
        class: "button",
        "data-act": `${words} ${id}`,
        "aria-label": `${words}: ${title}`,
        disabled,
        onclick: act,
      },
      words,
    );
  }

  function moved(id, by) {
    const at = ids.indexOf(id);
    const next = [...ids];
    next.splice(at, 1);
    next.splice(at + by, 0, id);
    choose(next, [`${by < 0 ? "Earlier" : "Later"} ${id}`, `${by < 0 ? "Later" : "Earlier"} ${id}`]);
  }

  function showChoice() {
    summary.textContent = `Choose cases (${ids.length} of at most ${index.most} chosen)`;
    pick.mark(ids);
    list.replaceChildren(
      ...ids.map((id, at) => {
        const { title, place: where, grade } = about.get(id);
        return h(
          "li",
          {},
          h("span", {}, title, " ", h("small", {}, `${where}, grade ${grade}`)),
          h(
            "span",
            { class: "compare-buttons" },
            button("Earlier", title, id, () => moved(id, -1), at === 0),
            button("Later", title, id, () => moved(id, 1), at === ids.length - 1),
            button("Remove", title, id, () => {
              const next = ids.filter((one) => one !== id);
              choose(next, [`Remove ${next[at] ?? next[at - 1]}`]);
            }),
          ),
        );
      }),
    );
    const found = ids.length && ids.length < index.most ? suggestions(index, ids) : [];
    offers.replaceChildren(
      ...found.map(({ id, shared }) => {
        const { title, place: where } = about.get(id);
        return h(
          "li",
          {},
          h("span", {}, title, " ", h("small", {}, `${where}. Both measured: ${shared}`)),
          button("Add", title, id, () => choose([...ids, id], [`Remove ${id}`])),
        );
      }),
    );
    more.open = ids.length === 1;
    more.hidden = !found.length;
    list.hidden = !ids.length;
  }

  /** Take these cases; the focus goes to the first of the named buttons that can take it. */
  async function choose(next, focus = []) {
    ids = next;
    message.textContent = "";
    write();
    showChoice();
    if (focus.length) {
      const found = focus
        .map((act) => place.querySelector(`[data-act="${CSS.escape(act)}"]:not(:disabled)`))
        .find(Boolean);
      (found ?? summary).focus();
    }
    await showTable();
  }

  async function showTable() {
    const mine = (turn += 1);
    const ready = ids.length >= 2;
    for (const one of [tools, onPaper]) one.hidden = !ready;
    document.documentElement.classList.toggle("comparing", ready);
    if (!ready) {
      shown = null;
      result.replaceChildren();
      status.textContent = ids.length ? "Choose at least one more case study." : "Choose two to four case studies.";
      return;
    }
    status.textContent = "Loading …";
    const cases = await Promise.all(
      ids.map(async (id) => ({
        ...(await data(`casestudies/${id}`)),
        about: about.get(id),
      })),
    );
    if (mine !== turn) return;
    shown = { cases, found: sections(index, cases) };
    result.className = `compare-result compare-${cases.length}`;
    result.replaceChildren(table(index, cases, shown.found));
    onPaper.textContent =
      `SCIFI cookbook: ${NAMES[ids.length]} compared, ${new Date().toISOString().slice(0, 10)}. ` +
      `Shortened to one page: = same in all, ≈ partly, ≠ differs, ? not known of all, 1 only one has it. ` +
      `Everything, with sources: ${location.href}`;
    onlyDiffering();
  }

  place.append(message, picker, list, more, status, tools, onPaper, result);
  picker.open = ids.length < 2;
  const all = document.querySelector(".compare-all");
  all.open = false;
  await choose(ids);
  const problems = [];
  if (unknown.length) {
    problems.push(
      `There is no case study ${unknown.map((id) => `“${id}”`).join(" or ")}; ` +
        `${ids.length ? "the others are shown" : "choose from the list"}.`,
    );
  }
  if (tooMany.length) problems.push("Only the first four are shown.");
  message.textContent = problems.join(" ");
}

const place = document.querySelector("[data-tool=compare]");
if (place) {
  start(place).catch(() => {
    place.append(
      h("p", { role: "alert" }, "The comparison could not be loaded. The table below shows all case studies."),
    );
    document.querySelector(".compare-all").open = true;
  });
}
