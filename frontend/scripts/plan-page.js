// A route as a page: "our plan", in the order in which a city uses it.
import { h } from "./dom.js";
import { className, tasksOf } from "./plan.js";

/** HTML that our own build made, as nodes. */
function made(html) {
  return [...new DOMParser().parseFromString(html, "text/html").body.childNodes];
}

const text = (html, otherwise) => (html ? made(html) : h("span", { class: "unknown" }, otherwise));

const count = (number, one, many) => `${number} ${number === 1 ? one : many}`;

/** The whole plan as an element; buttons carry data-plan-… for whoever shows it. */
export function showPlan({ found, known, knowledge, answers, city, link }) {
  const about = { found, known, knowledge, answers, city, link };
  const plan = h(
    "section",
    { class: "plan", "aria-label": "Our plan" },
    head(about),
    profileTable(about),
    roads(about),
    ...(found.roads.length ? [steps(about), obstacles(about)] : []),
    alike(about),
    ...(found.roads.length ? [money(about), indicators(about)] : []),
  );
  plan.append(receipts(plan));
  return plan;
}

function head({ found }) {
  const [best] = found.roads;
  const others = found.roads.length - 1;
  const finding = !best
    ? "No pathway fits these answers yet. Answer more questions."
    : !found.recommended
      ? `No pathway reaches the mark yet. The closest is “${best.pathway.title}” with ${count(best.points, "point", "points")}.`
      : `“${best.pathway.title}” fits best, with ${count(best.points, "point", "points")}` +
        (others ? `; ${count(others, "other fits", "others fit")} too.` : ".");
  return h(
    "div",
    { class: "plan-head" },
    h("h2", { id: "our-road", tabindex: "-1" }, "Our road"),
    h("p", { class: "lead", role: "status" }, finding),
    h(
      "p",
      { class: "plan-made" },
      `Made with the SCIFI cookbook on ${new Date().toLocaleDateString("en-GB", { dateStyle: "long" })}.`,
    ),
    h(
      "p",
      { class: "plan-tools" },
      h("button", { type: "button", class: "button", "data-plan-print": true }, "Print our plan"),
      h("button", { type: "button", class: "button", "data-plan-markdown": true }, "Save as text (Markdown)"),
      h("button", { type: "button", class: "button", "data-plan-csv": true }, "Save as table (CSV)"),
      h("span", {}, "The address of this page holds your answers: copy it to share the plan."),
    ),
  );
}

function profileTable({ known, answers, city }) {
  const rows = known.questions.map((question) => {
    const titles = question.answers.filter((a) => (answers[question.id] ?? []).includes(a.id)).map((a) => a.title);
    return h(
      "tr",
      {},
      h("th", { scope: "row" }, question.title),
      h("td", { class: titles.length ? null : "unknown" }, titles.join("; ") || "not answered"),
    );
  });
  return h(
    "details",
    { class: "plan-profile" },
    h("summary", {}, city ? `What this plan rests on (started from ${city})` : "What this plan rests on"),
    table("Our answers", ["Question", "Answer"], rows),
  );
}

function table(caption, heads, rows) {
  return h(
    "div",
    { class: "table-scroll", tabindex: "0", role: "region", "aria-label": caption },
    h(
      "table",
      {},
      h("caption", {}, caption),
      h(
        "thead",
        {},
        h(
          "tr",
          {},
          heads.map((head) => h("th", { scope: "col" }, head)),
        ),
      ),
      h("tbody", {}, rows),
    ),
  );
}

function classes(axes, fit, mine) {
  const both = fit.classes.filter((id) => (mine[fit.axis] ?? []).includes(id));
  return both.map((id) => className(axes, fit.axis, id)).join(", ");
}

function reason(axes, fit, mine, sign) {
  return h("li", {}, h("strong", {}, `${sign}${fit.points} ${classes(axes, fit, mine)}. `), made(fit.html));
}

function roads({ found, known, knowledge, link }) {
  const titles = Object.fromEntries(knowledge.obstacles.map((one) => [one.id, one.title]));
  const one = ({ pathway, points, reasons, against, obstacles: hurting }) =>
    h(
      "article",
      { class: "card road", "data-part": "pathways" },
      h("p", { class: "card-kicker" }, count(points, "point", "points")),
      h("h3", { class: "card-title" }, h("a", { href: link(pathway.url) }, pathway.title)),
      h("p", { class: "label" }, "What speaks for it"),
      h(
        "ul",
        {},
        reasons.map((fit) => reason(known.axes, fit, found.mine, "+")),
        hurting.length
          ? h(
              "li",
              {},
              h("strong", {}, `+${hurting.length} What hurts you is typical here: `),
              `${hurting.map((id) => titles[id].toLowerCase()).join("; ")}.`,
            )
          : null,
      ),
      h("p", { class: "label" }, "What speaks against it"),
      against.length
        ? h(
            "ul",
            {},
            against.map((fit) => reason(known.axes, fit, found.mine, "−")),
          )
        : h("p", {}, "Nothing you told us."),
      h("p", { class: "label" }, "Where to start"),
      h(
        "ul",
        {},
        pathway.start.slice(0, 2).map((html) => h("li", {}, made(html))),
      ),
    );
  const rows = found.ranking.map(({ pathway, points, reasons, against }) =>
    h(
      "tr",
      {},
      h("th", { scope: "row" }, h("a", { href: link(pathway.url) }, pathway.title)),
      h("td", {}, String(points).replace("-", "−")),
      h("td", {}, reasons.map((fit) => classes(known.axes, fit, found.mine)).join("; ") || "nothing"),
      h("td", {}, against.map((fit) => classes(known.axes, fit, found.mine)).join("; ") || "nothing"),
    ),
  );
  return h(
    "section",
    { class: "plan-roads" },
    h("h2", {}, "Which pathways fit, and why"),
    h("div", { class: "cards" }, found.roads.map(one)),
    h(
      "details",
      { class: "plan-all" },
      h("summary", {}, `All ${found.ranking.length} pathways with their points`),
      table("All pathways with their points", ["Pathway", "Points", "Speaks for it", "Speaks against it"], rows),
    ),
  );
}

function steps({ found, known, knowledge, link }) {
  const one = (step) =>
    h(
      "li",
      {},
      h("h3", {}, h("a", { href: link(step.url) }, `${step.order}. ${step.title}`)),
      h("p", { class: "question" }, step.question),
      h(
        "ul",
        { class: "plan-tasks" },
        tasksOf(step, found, knowledge, known.axes).map(({ html, why }) =>
          h("li", {}, h("span", { class: "why" }, `${why}: `), made(html)),
        ),
      ),
      h("p", { class: "where" }, h("a", { href: link(step.url) }, `All ${step.all} things to do in this step`)),
    );
  return h(
    "section",
    { class: "plan-steps" },
    h("h2", {}, "Seven steps, and what matters for a city like ours"),
    h("ol", { class: "plan-list" }, knowledge.steps.map(one)),
  );
}

function obstacles({ found, knowledge, link }) {
  const rows = found.obstacles.map(({ obstacle, named, typical, remedies }) => {
    const why = [named ? "you named it" : "", ...typical.map((one) => `typical of “${one.title}”`)];
    return h(
      "tr",
      {},
      h("th", { scope: "row" }, h("a", { href: link(obstacle.url) }, obstacle.title)),
      h("td", {}, why.filter(Boolean).join("; ")),
      h("td", {}, count(obstacle.met, "case study", "case studies")),
      h(
        "td",
        {},
        remedies.length
          ? h(
              "ul",
              { class: "links" },
              remedies.map((id) =>
                h("li", {}, h("a", { href: link(knowledge.remedies[id].url) }, knowledge.remedies[id].title)),
              ),
            )
          : h("span", { class: "unknown" }, "no remedy here yet"),
      ),
    );
  });
  return h(
    "section",
    { class: "plan-obstacles" },
    h("h2", {}, "What will stand in the way, and what cures it"),
    table("Likely obstacles", ["Obstacle", "Why it is listed", "Met by", "First aid and cures"], rows),
  );
}

const VERDICTS = { same: "same", differs: "differs", unknown: "not known of both" };

function alike({ found, known, link }) {
  const titles = (axis, ids) => ids.map((id) => axis.classes[id]).join(", ") || "not known";
  const one = ({ city, rows, same, known: both, casestudies }) =>
    h(
      "li",
      {},
      h("h3", {}, h("a", { href: link(city.url) }, city.title), ` ${same} of ${both} known traits the same`),
      h(
        "ul",
        { class: "case-list" },
        casestudies.map((one) =>
          h(
            "li",
            {},
            h(
              "span",
              { class: `grade grade-${one.grade.toLowerCase()}` },
              h("span", { class: "sr" }, "Evidence grade "),
              one.grade,
            ),
            " ",
            h("a", { href: link(one.url) }, one.title),
          ),
        ),
      ),
      h(
        "details",
        { class: "plan-rows" },
        h("summary", {}, `${city.title} and us, trait by trait`),
        table(
          `${city.title} and us`,
          ["Trait", "Our city", city.title, "Verdict"],
          rows.map((row) => {
            const axis = known.axes.find((a) => a.id === row.axis);
            return h(
              "tr",
              { class: `verdict-${row.verdict}` },
              h("th", { scope: "row" }, axis.title),
              h("td", {}, titles(axis, row.mine)),
              h("td", {}, titles(axis, row.theirs)),
              h("td", {}, VERDICTS[row.verdict]),
            );
          }),
        ),
      ),
    );
  return h(
    "section",
    {},
    h("h2", {}, "Cities like ours, and what they tried"),
    found.alike.length
      ? h("ul", { class: "plan-alike" }, found.alike.map(one))
      : h("p", { class: "unknown" }, "None of our cities shares more with yours than separates it."),
    h(
      "p",
      { class: "where" },
      "Of many cities only the size is known, so a match may rest on one trait. A trait is only compared if both cities know it.",
    ),
  );
}

function money({ found, link }) {
  const status = { true: "open or announced", null: "check whether it is open" };
  const rows = found.funding.map(({ line, limits }) =>
    h(
      "tr",
      {},
      h("th", { scope: "row" }, h("a", { href: link(line.url) }, line.title)),
      h("td", {}, line.paysFor),
      h(
        "td",
        {},
        made(line.who),
        limits.map((one) => h("p", { class: "caution" }, h("strong", {}, "For a city like yours: "), made(one.html))),
      ),
      h("td", {}, status[line.current]),
    ),
  );
  const closed = found.closed.map((line) => line.title);
  return h(
    "section",
    {},
    h("h2", {}, "Money to ask for"),
    table("Funding for these roads", ["Funding", "It pays for", "Who may apply", "Status"], rows),
    closed.length ? h("p", { class: "where" }, `Closed when last checked, so left out: ${closed.join("; ")}.`) : null,
  );
}

function indicators({ found, link }) {
  const rows = found.indicators.map((one) =>
    h(
      "tr",
      {},
      h("th", { scope: "row" }, h("a", { href: link(one.url) }, one.title)),
      h("td", {}, one.unit),
      h("td", {}, text(one.who, "depends on the service")),
      h("td", {}, text(one.howOften, "depends on the service")),
      h("td", {}, count(one.used, "case study", "case studies")),
      h("td", { class: "to-fill" }, ""),
    ),
  );
  return h(
    "section",
    {},
    h("h2", {}, "What to measure from day one"),
    h(
      "p",
      {},
      "Take the baseline before anything changes. Two or three of these are enough. ",
      h(
        "a",
        { href: `${link("indicators/plan/")}?ids=${found.indicators.map((one) => one.id).join(",")}` },
        "Make a measuring plan with them",
      ),
    ),
    table(
      "Indicators for these roads",
      ["Indicator", "Counted in", "Who can measure it", "How often", "Used by", "Our baseline"],
      rows,
    ),
  );
}

/** Number the receipts in the order of the page, one number for one source, and list them. */
function receipts(plan) {
  const sources = new Map();
  for (const link of plan.querySelectorAll(".receipt a")) {
    const key = link.getAttribute("href");
    if (!sources.has(key)) sources.set(key, { number: sources.size + 1, title: link.title });
    link.lastChild.textContent = String(sources.get(key).number);
  }
  return h(
    "details",
    { class: "receipts plan-receipts" },
    h("summary", {}, `Receipts: ${count(sources.size, "source", "sources")}`),
    h(
      "ol",
      {},
      [...sources].map(([address, { title }]) => h("li", {}, h("a", { href: address }, title))),
    ),
  );
}
