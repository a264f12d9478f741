// A route as files one can take along, and the answers behind it.
import TurndownService from "turndown";
import { csv } from "./dom.js";
import { _, ngettext, number } from "./language.js";

/** What a form holds, as answers by question id. */
export function answersFrom(form, questions) {
  return Object.fromEntries(
    questions
      .map((question) => [
        question.id,
        form.getAll(question.id).filter((id) => question.answers.some((answer) => answer.id === id)),
      ])
      .filter(([, ids]) => ids.length),
  );
}

/** The tasks of a step: for each road, for each trait of the city, then for every city. */
export function tasksOf(step, { roads, mine }, { tasks, limits }, axes) {
  const here = (task) => task.step === step.id;
  const care = roads.flatMap(({ pathway }) => {
    const why = _("For the road “{pathway}”", { pathway: pathway.title });
    return pathway.care.filter(here).map(({ html }) => ({ html, why }));
  });
  const own = axes.flatMap((axis) =>
    (mine[axis.id] ?? []).flatMap((id) => {
      const why = `${axis.title}: ${axis.classes[id].toLowerCase()}`;
      return (tasks[axis.id]?.[id] ?? []).filter(here).map(({ html }) => ({ html, why }));
    }),
  );
  const general = step.todos
    .slice(0, Math.max(0, limits.tasks - care.length - own.length))
    .map((html) => ({ html, why: _("For every city") }));
  return [...care, ...own, ...general];
}

/** Why an obstacle is listed: the reader named it, or it is typical of a road. */
export function whyListed({ named, typical }) {
  const roads = typical.map((pathway) => _("typical of “{pathway}”", { pathway: pathway.title }));
  return [...(named ? [_("you named it")] : []), ...roads].join("; ");
}

/** Points in words. */
export const pointsOf = (points) => ngettext("{n} point", "{n} points", points);

/** Why a case study is read first: where it is, and whether its city is of our size. */
export const whyRead = ({ home, sameSize }) =>
  [...(home ? [_("in our country")] : []), ...(sameSize ? [_("a city of our size")] : [])].join("; ");

/** How alike a city is, in words. */
export const likenessOf = ({ same, known }) =>
  _("{same} of {known} known traits the same", { same: number(same), known: number(known) });

/** The plan as Markdown: what the page shows, without its buttons. */
export function planMarkdown(place) {
  const copy = place.cloneNode(true);
  for (const screenOnly of copy.querySelectorAll("button, .plan-tools, .sr")) screenOnly.remove();
  for (const table of copy.querySelectorAll("table")) table.replaceWith(asList(table));
  for (const link of copy.querySelectorAll("a[href]")) {
    link.href = new URL(link.getAttribute("href"), location.href).href;
  }
  const service = new TurndownService({ headingStyle: "atx", bulletListMarker: "-" });
  return `# ${_("Our plan")}\n\n${service.turndown(copy)}\n`;
}

// Plain Markdown has no tables: each row becomes a line "heading: cell; heading: cell".
function asList(table) {
  const heads = [...table.querySelectorAll("thead th")].map((head) => head.textContent);
  const list = document.createElement("ul");
  for (const row of table.querySelectorAll("tbody tr")) {
    const item = document.createElement("li");
    for (const [place, cell] of [...row.cells].entries()) {
      const words = document.createElement("span");
      words.append(place ? `; ${heads[place]}: ` : "", ...cell.cloneNode(true).childNodes);
      item.append(words);
    }
    list.append(item);
  }
  return list;
}

/** The plan as a table: one row for each thing to do, know, ask for or measure. */
export function planCsv(plan) {
  return csv([
    [_("part"), _("what"), _("why"), _("address")],
    ...roadRows(plan),
    ...taskRows(plan),
    ...obstacleRows(plan),
    ...knownRows(plan),
  ]);
}

const roadRows = ({ found, link }) =>
  found.roads.map(({ pathway, points }) => [_("pathway"), pathway.title, pointsOf(points), link(pathway.url)]);

const taskRows = ({ found, knowledge, known, link }) =>
  knowledge.steps.flatMap((step) => {
    const part = _("step {number}: {step}", { number: number(step.order), step: step.title });
    return tasksOf(step, found, knowledge, known.axes).map(({ html, why }) => [part, plain(html), why, link(step.url)]);
  });

const obstacleRows = ({ found, knowledge, link }) =>
  found.obstacles.flatMap((listed) => [
    [_("obstacle"), listed.obstacle.title, whyListed(listed), link(listed.obstacle.url)],
    ...listed.remedies.map((id) => {
      const { title, url } = knowledge.remedies[id];
      return [_("remedy"), title, _("against: {obstacle}", { obstacle: listed.obstacle.title }), link(url)];
    }),
  ]);

const knownRows = ({ found, knowledge, link }) => [
  ...found.solutions.look.map(({ title, verdict, effect, url }) => [
    _("solution"),
    title,
    [verdict.name, effect].filter(Boolean).join("; "),
    link(url),
  ]),
  ...found.alike.map((match) => [_("similar city"), match.city.title, likenessOf(match), link(match.city.url)]),
  ...found.reading.map((each) => [_("case study"), each.title, whyRead(each), link(each.url)]),
  ...(knowledge.buying[found.country] ?? []).flatMap(({ limits, url }) =>
    limits.map((limit) => [_("limit for buying"), limit.sum ?? _("no sum"), limit.what, link(url)]),
  ),
  ...found.funding.map(({ line }) => [_("money"), line.title, line.paysFor, link(line.url)]),
  ...found.indicators.map(({ title, unit, used, url }) => [
    _("indicator"),
    title,
    ngettext("counted in {unit}; used by {n} case study", "counted in {unit}; used by {n} case studies", used, {
      unit,
    }),
    link(url),
  ]),
];

/** Text of HTML that our own build made, without receipts. */
function plain(html) {
  const body = new DOMParser().parseFromString(html, "text/html").body;
  for (const mark of body.querySelectorAll(".receipt")) mark.remove();
  return body.textContent.trim();
}
