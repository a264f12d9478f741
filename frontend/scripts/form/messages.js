// What is wrong, said at its field and, when asked, in one list on top that leads to each field.
import { h } from "../dom.js";
import { _, ngettext } from "../language.js";
import { inputOf } from "./fields.js";

/** What a box is called: "Result 2: Number". */
function nameOf(box) {
  const item = box.matches("fieldset[data-item]") ? box : box.parentElement.closest("fieldset[data-item]");
  const within = item?.querySelector(":scope > legend").textContent.trim();
  const label = box.dataset.label ?? "";
  if (!within || !label) return label || within || "";
  return _("{group}: {field}", { group: within, field: label });
}

/** A problem in words, with its field and others called as on the page. */
function said(problem, box, name) {
  if (problem.missing) return problem.what.replace(`"${problem.path.at(-1)}"`, `“${name}”`);
  const lead = `${problem.path.join(".")}: `;
  const what = problem.what.startsWith(lead) ? problem.what.slice(lead.length) : problem.what;
  const text = problem.fix ? _("{what}. {advice}", { what, advice: problem.fix }) : what;
  return text.replace(/`(\w+)`/g, (sign, field) => {
    const near = box.parentElement.querySelector(`[data-field="${field}"]`);
    return near ? `“${near.dataset.label}”` : sign;
  });
}

const inOrder = ({ box: one }, { box: other }) =>
  one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : Number(one !== other);

export class Messages {
  constructor(form, fields) {
    this.form = form;
    this.fields = fields;
    this.touched = new Set();
    this.all = false;
    this.summary = h("div", {
      class: "form-summary",
      tabindex: "-1",
      hidden: true,
      "aria-labelledby": "form-summary-title",
    });
    form.before(this.summary);
  }

  /** The field at which a problem is said. */
  boxOf(problem) {
    if (problem.path[0] === "id") return document.querySelector("[data-file-name]");
    const box = this.fields.at(this.form, problem.path);
    return box === this.form ? this.form.querySelector("[data-field=cities]") : box;
  }

  show(problems) {
    const told = problems.map((problem) => {
      const box = this.boxOf(problem);
      return { box, problem, text: said(problem, box, box.dataset.label) };
    });
    told.sort(inOrder);
    for (const old of document.querySelectorAll(".field-error")) this.clear(old);
    for (const { box, text } of told) if (this.all || this.touched.has(box)) this.put(box, text);
    if (!this.summary.hidden) this.list(told);
  }

  clear(message) {
    const input = document.querySelector(`[aria-describedby~="${message.id}"]`);
    input?.setAttribute("aria-describedby", input.getAttribute("aria-describedby").replace(` ${message.id}`, ""));
    input?.removeAttribute("aria-invalid");
    message.remove();
  }

  put(box, text) {
    const known = box.querySelector(":scope > .field-error");
    if (known) return known.append(" ", text);
    const input = inputOf(box);
    const holder = ["checkbox", "radio"].includes(input.type) || box.matches("fieldset") ? box : input;
    const id = `${input.id}-error`;
    const place = box.querySelector(":scope > .help") ?? box.querySelector(":scope > legend, :scope > label");
    const message = h("p", { class: "field-error", id }, text);
    if (place) place.after(message);
    else box.prepend(message);
    holder.setAttribute("aria-describedby", `${holder.getAttribute("aria-describedby") ?? ""} ${id}`);
    if (holder === input) input.setAttribute("aria-invalid", "true");
  }

  /** Everything that is wrong, in one list that gets the focus. */
  summarise(problems) {
    this.all = true;
    this.summary.hidden = problems.length === 0;
    this.show(problems);
    if (problems.length) this.summary.focus();
  }

  list(told) {
    const title = ngettext("{n} thing to mend", "{n} things to mend", told.length);
    const line = ({ box, problem, text }) => {
      const input = inputOf(box);
      const name = nameOf(box);
      const words = problem.missing ? said(problem, box, name) : _("{field}: {text}", { field: name, text });
      const go = (event) => {
        event.preventDefault();
        for (let part = input.closest("details"); part; part = part.parentElement.closest("details")) part.open = true;
        input.focus();
      };
      return h("li", {}, h("a", { href: `#${input.id}`, onclick: go }, words));
    };
    this.summary.hidden = told.length === 0;
    this.summary.replaceChildren(h("h2", { id: "form-summary-title" }, title), h("ul", {}, told.map(line)));
  }
}
