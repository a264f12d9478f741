// A route as files one can take along, and the answers behind it.
import TurndownService from "turndown";
import { csv } from "./dom.js";

/** What a form holds, as answers by question id. */
export function answersFrom(form, questions) {
  return Object.fromEntries(
    questions
      .map((q) => [q.id, form.getAll(q.id).filter((id) => q.answers.some((one) => one.id === id))])
      .filter(([, ids]) => ids.length),
  );
}

/** The title of an entry of a list by its id, or "". */
export const nameOf = (list, id) => list.find((one) => one.id === id)?.title ?? "";

/** The title of a class of an axis. */
export function className(axes, axis, id) {
  return axes.find((one) => one.id === axis)?.classes[id] ?? id;
}

/** Text of HTML that our own build made, without receipts and badges. */
export function plain(html) {
  const made = new DOMParser().parseFromString(html, "text/html").body;
  for (const mark of made.querySelectorAll(".receipt, .ours")) mark.remove();
  return made.textContent.trim();
}

/** A step shows at least this many tasks; those for every city fill it up. */
const TASKS = 3;

/** The tasks of a step: for each road, for each trait of the city, then for every city. */
export function tasksOf(step, { roads, mine }, knowledge, axes) {
  const care = roads.flatMap(({ pathway }) =>
    pathway.care
      .filter((one) => one.step === step.id)
      .map((one) => ({ html: one.html, why: `For the road “${pathway.title}”` })),
  );
  const own = axes.flatMap((axis) =>
    (mine[axis.id] ?? []).flatMap((id) =>
      (knowledge.tasks[axis.id]?.[id] ?? [])
        .filter((one) => one.step === step.id)
        .map((one) => ({
          html: one.html,
          why: `${axis.title}: ${axis.classes[id].toLowerCase()}`,
        })),
    ),
  );
  const general = step.todos
    .slice(0, Math.max(0, TASKS - care.length - own.length))
    .map((html) => ({ html, why: "For every city" }));
  return [...care, ...own, ...general];
}

/** The plan as Markdown: what the page shows, without its buttons. */
export function planMarkdown(place) {
  const copy = place.cloneNode(true);
  for (const one of copy.querySelectorAll("button, .plan-tools, .sr")) one.remove();
  for (const table of copy.querySelectorAll("table")) table.replaceWith(asList(table));
  const service = new TurndownService({ headingStyle: "atx", bulletListMarker: "-" });
  for (const link of copy.querySelectorAll("a[href]"))
    link.href = new URL(link.getAttribute("href"), location.href).href;
  return `# Our plan\n\n${service.turndown(copy)}\n`;
}

// Plain Markdown has no tables: each row becomes a line "heading: cell; heading: cell".
function asList(table) {
  const heads = [...table.querySelectorAll("thead th")].map((one) => one.textContent);
  const list = document.createElement("ul");
  for (const row of table.querySelectorAll("tbody tr")) {
    const item = document.createElement("li");
    [...row.cells].forEach((cell, at) => {
      const words = document.createElement("span");
      words.append(at ? `; ${heads[at]}: ` : "", ...cell.cloneNode(true).childNodes);
      item.append(words);
    });
    list.append(item);
  }
  return list;
}

/** The plan as a table: one row for each thing to do, know, ask for or measure. */
export function planCsv({ found, knowledge, known, link }) {
  const rows = [["part", "what", "why", "address"]];
  for (const { pathway, points } of found.roads) {
    rows.push(["pathway", pathway.title, `${points} points`, link(pathway.url)]);
  }
  for (const step of knowledge.steps) {
    for (const { html, why } of tasksOf(step, found, knowledge, known.axes)) {
      rows.push([`step ${step.order}: ${step.title}`, plain(html), why, link(step.url)]);
    }
  }
  for (const { obstacle, named, typical, remedies } of found.obstacles) {
    const why = [named ? "you named it" : "", ...typical.map((one) => `typical of ${one.title}`)];
    rows.push(["obstacle", obstacle.title, why.filter(Boolean).join("; "), link(obstacle.url)]);
    for (const id of remedies) {
      const remedy = knowledge.remedies[id];
      rows.push(["remedy", remedy.title, `against: ${obstacle.title}`, link(remedy.url)]);
    }
  }
  for (const { city, same, known: both } of found.alike) {
    rows.push(["similar city", city.title, `${same} of ${both} known traits the same`, link(city.url)]);
  }
  for (const { line } of found.funding) {
    rows.push(["money", line.title, line.paysFor, link(line.url)]);
  }
  for (const one of found.indicators) {
    rows.push(["indicator", one.title, `counted in ${one.unit}; used by ${one.used} case studies`, link(one.url)]);
  }
  return csv(rows);
}
