// The maturity check: answers become a drawn profile, a place to begin and a class.
import { readAddress, writeAddress } from "../address.js";
import { root } from "../data.js";
import { csv, h, save } from "../dom.js";
import { keepProfile, profile } from "../profile.js";
import { maturityClass, weakest } from "../pure/maturity.js";

const TOP = 4;
const UNKNOWN = "unknown";

const form = document.querySelector("[data-tool=maturity]");
const out = document.querySelector("[data-maturity-result]");
const dimensions = [...(form?.querySelectorAll("fieldset") ?? [])].map((box) => ({
  id: box.id,
  title: box.dataset.dimension,
  levels: [...box.querySelectorAll(".level")].slice(0, TOP).map((level) => ({
    title: level.querySelector("label span").textContent,
    text: level.querySelector("p"),
  })),
  begin: document.querySelector(`[data-begin="${box.id}"]`),
}));

/** An SVG element; sizes in em, so that it grows with the letters around it. */
function s(name, attributes, ...children) {
  const made = document.createElementNS("http://www.w3.org/2000/svg", name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
}

/** What stands in an element of the page, to be shown again elsewhere. */
const again = (element) => [...element.childNodes].map((node) => node.cloneNode(true));
const list = (words) => (words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`);
const step = (dimension) => dimension.begin.querySelector("td a");

/** The answer to each question: 1 to 4, "unknown", or null where none was given. */
function answers() {
  const given = new FormData(form);
  return dimensions.map(({ id }) => {
    const value = given.get(id);
    return value === null || value === UNKNOWN ? value : Number(value);
  });
}

const levelsOf = (given) => given.map((one) => (typeof one === "number" ? one : null));

function inWords(one) {
  if (one === null) return "not answered";
  return one === UNKNOWN ? "not known" : `${one} of ${TOP}`;
}

/** A bar of four steps for each dimension; filled and empty steps differ without any colour. */
function drawing(given) {
  const row = (dimension, at) => {
    const top = at * 3.4;
    const one = given[at];
    const steps = Array.from({ length: TOP }, (_, i) =>
      s("rect", {
        x: `${i * 25}%`,
        y: `${top + 1.5}em`,
        width: "25%",
        height: "1.1em",
        class: typeof one !== "number" ? "step-unknown" : i < one ? "step-on" : "step-off",
      }),
    );
    return [
      s("text", { x: "0", y: `${top + 1.1}em` }, dimension.title),
      s("text", { x: "100%", y: `${top + 1.1}em`, "text-anchor": "end", class: "step-value" }, inWords(one)),
      ...steps,
    ];
  };
  return s(
    "svg",
    {
      class: "maturity-drawing",
      width: "100%",
      height: `${dimensions.length * 3.4}em`,
      role: "img",
      "aria-label": `Profile: ${dimensions.map((d, at) => `${d.title} ${inWords(given[at])}`).join("; ")}.`,
    },
    ...dimensions.flatMap(row),
  );
}

/** What to do for the next level: a table cell. */
function next(dimension, one) {
  if (one === TOP) return h("td", {}, "The highest level. Keep it, and help others.");
  if (typeof one !== "number") return h("td", {}, "Find out first: who in your city could answer this?");
  const level = dimension.levels[one];
  const box = h("td", {}, h("b", {}, `From ${one} to ${one + 1}: ${level.title}. `), ...again(level.text));
  return box;
}

function table(given) {
  const row = (dimension, at) => {
    const one = given[at];
    const name = typeof one === "number" ? `${inWords(one)}: ${dimension.levels[one - 1].title}` : inWords(one);
    return h(
      "tr",
      {},
      h("th", { scope: "row" }, h("a", { href: `#${dimension.id}` }, dimension.title)),
      h("td", {}, name),
      next(dimension, one),
    );
  };
  const caption = "Your profile, and the next level of each dimension";
  return h(
    "div",
    { class: "table-scroll", tabindex: "0", role: "region", "aria-label": caption },
    h(
      "table",
      {},
      h("caption", {}, caption),
      h("thead", {}, h("tr", {}, ...["Dimension", "Today", "The next level"].map((t) => h("th", { scope: "col" }, t)))),
      h("tbody", {}, dimensions.map(row)),
    ),
  );
}

/** The weakest dimension with its step and its first things to do. */
function begin(levels) {
  const low = weakest(levels).map((at) => dimensions[at]);
  if (!low.length)
    return [h("h3", {}, "Begin by asking"), h("p", {}, "No level is known yet. Ask the departments, then come back.")];
  const [first] = low;
  const tie =
    low.length > 1
      ? `${list(low.map((d) => d.title))} are equally low. Begin with ${first.title}: it comes first in the list.`
      : `${first.title} is the lowest of the levels you know.`;
  return [
    h("h3", {}, `Begin with: ${first.title}`),
    h("p", {}, `${tie} The step of the survival guide for it: `, step(first).cloneNode(true), "."),
    first.begin.querySelector("ul").cloneNode(true),
  ];
}

/** The class, why one may doubt it, and the button that keeps it. */
function verdict(given, levels) {
  const open = given.filter((one) => one === null).length;
  const heading = h("h3", {}, "Your class on the axis digital maturity");
  if (open) {
    return [
      heading,
      h(
        "p",
        {},
        `${open} ${open === 1 ? "question is" : "questions are"} still open. The class needs an answer to each; “We do not know” is one.`,
      ),
    ];
  }
  const id = maturityClass(levels);
  if (!id) return [heading, h("p", {}, "No class: fewer than half of the levels are known.")];
  const known = levels.filter((level) => level !== null);
  const [low, high] = [Math.min(...known), Math.max(...known)];
  const uneven =
    high - low > 1
      ? h("p", {}, `Your profile is uneven, from ${low} to ${high}. The class hides that; the bars do not.`)
      : null;
  return [
    heading,
    h(
      "p",
      { class: "maturity-class" },
      h("strong", {}, className(id)),
      ". ",
      h("a", { href: "#how-the-class-is-found" }, "How it is found"),
    ),
    uneven,
    keeping(id),
  ];
}

const className = (id) => document.querySelector(`[data-class="${id}"] th`).textContent;

function keeping(id) {
  const said = h("p", { role: "status" });
  const finder = () => h("a", { href: new URL("pathways/find/", root).href }, "Find your road");
  const keep = () => {
    said.replaceChildren(
      ...(keepProfile({ ...profile(), maturity: [id] })
        ? ["Stored on this device, nowhere else. The pathway finder now knows this answer: ", finder(), "."]
        : ["This browser does not let us store it. Give the answer yourself: ", finder(), "."]),
    );
    forget.hidden = !profile().maturity;
  };
  const forget = h(
    "button",
    {
      class: "button",
      type: "button",
      hidden: !profile().maturity,
      onclick: () => {
        const { maturity, ...rest } = profile();
        keepProfile(rest);
        use.focus();
        forget.hidden = true;
        said.replaceChildren("Forgotten.");
      },
    },
    "Forget it",
  );
  const use = h("button", { class: "button", type: "button", onclick: keep }, "Use this for our city");
  return h(
    "div",
    { class: "maturity-keep" },
    h("p", {}, "The pathway finder asks for this class. You can hand it over; it is stored on this device only."),
    h("p", { class: "maturity-buttons" }, use, forget),
    said,
  );
}

function download(given, levels) {
  const id = given.includes(null) ? null : maturityClass(levels);
  const rows = dimensions.map((dimension, at) => {
    const one = given[at];
    const known = typeof one === "number";
    return [
      dimension.title,
      known ? one : inWords(one),
      known ? dimension.levels[one - 1].title : "",
      known && one < TOP ? dimension.levels[one].title : "",
      step(dimension).textContent,
    ];
  });
  const head = ["Dimension", "Level (1 to 4)", "Level in words", "Next level", "Step if weakest"];
  const end = ["Class on the axis digital maturity", id ? className(id) : "none", "", "", ""];
  save("maturity-check.csv", "text/csv", csv([head, ...rows, end]));
}

/** What is said when an answer changes the result. */
function told(given, levels) {
  const done = given.filter((one) => one !== null).length;
  const answered = `${done} of ${dimensions.length} answered.`;
  if (done < dimensions.length) return answered;
  const id = maturityClass(levels);
  const [low] = weakest(levels);
  return [
    answered,
    id ? `Your class: ${className(id)}.` : "No class: too little is known.",
    low === undefined ? "" : `Begin with ${dimensions[low].title}.`,
  ]
    .join(" ")
    .trim();
}

/** On paper only the sources stand that the result names; each keeps its number. */
function citeOnPaper() {
  const named = new Set(
    [...document.querySelectorAll(".maturity-result .receipt a")].map((link) => link.lastChild.textContent),
  );
  document.querySelectorAll(".receipts li").forEach((source, at) => {
    source.value = at + 1;
    source.toggleAttribute("data-unnamed", !named.has(String(at + 1)));
  });
}

const status = h("p", { role: "status", class: "maturity-status" });
const body = h("div", {});

function show() {
  const given = answers();
  const levels = levelsOf(given);
  const done = given.filter((one) => one !== null).length;
  out.hidden = done === 0;
  document.body.toggleAttribute("data-maturity-done", done > 0);
  status.textContent = told(given, levels);
  if (!done) return body.replaceChildren();
  body.replaceChildren(
    h("h2", { id: "your-profile" }, "Your profile"),
    drawing(given),
    ...begin(levels),
    ...verdict(given, levels).filter(Boolean),
    h("h3", {}, "Level by level"),
    table(given),
    h(
      "p",
      { class: "maturity-saved" },
      "The address of this page now holds your answers: save it, or send it to a colleague.",
    ),
    h(
      "p",
      { class: "maturity-buttons" },
      h("button", { class: "button", type: "button", onclick: () => print() }, "Print"),
      h("button", { class: "button", type: "button", onclick: () => download(given, levels) }, "Save as CSV"),
      h("button", { class: "button", type: "button", onclick: clear }, "Start again"),
    ),
  );
  citeOnPaper();
}

function remember() {
  writeAddress(Object.fromEntries(answers().map((one, at) => [dimensions[at].id, one])));
}

/** Answers from the address; one without answers, such as a link to a question, changes nothing. */
function restore() {
  if (!location.hash.includes("=")) return;
  const said = readAddress();
  for (const input of form.elements) {
    if (input.type === "radio") input.checked = said[input.name] === input.value;
  }
}

function clear() {
  form.reset();
  remember();
  show();
  form.querySelector("input").focus();
}

if (dimensions.length) {
  document.querySelector("[data-by-hand]").classList.add("on-paper");
  form.after(status);
  out.append(body);
  form.addEventListener("change", () => {
    show();
    remember();
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  window.addEventListener("hashchange", () => {
    restore();
    show();
  });
  restore();
  show();
}
