// The form for a whole case study: checked while one writes, kept in this browser, a file at the end.
import { data } from "../data.js";
import { h } from "../dom.js";
import { Fields, inputOf, itemsOf } from "../form/fields.js";
import { Items } from "../form/items.js";
import { keep, kept } from "../form/kept.js";
import { Messages } from "../form/messages.js";
import { Outcome } from "../form/outcome.js";
import { _ } from "../language.js";
import { written } from "../pure/canonical.js";
import { problems } from "../pure/case-rules.js";
import { keyOf, slug } from "../pure/naming.js";

/** @type {HTMLFormElement} */
const form = document.querySelector("[data-tool=form]");
const HERE = "known-here";

/** Milliseconds after the last key before the form looks at what was written. */
const PAUSE = 250;

const thisMonth = () => new Date().toISOString().slice(0, 7);

/** The case study that the address names, to be corrected; empty for a new one. */
const named = () => /^#casestudy\/([a-z0-9-]+)$/.exec(location.hash)?.[1] ?? "";

class CaseForm {
  constructor(library, contact, known, published) {
    this.library = library;
    this.known = known;
    this.published = published;
    this.fields = new Fields(library.titles);
    this.items = new Items(form, () => this.changed());
    this.messages = new Messages(form, this.fields);
    this.outcome = new Outcome(contact, known, {
      check: () => this.check(),
      forget: () => this.forget(),
      settle: () => this.waiting && this.changed(),
      renamed: () => {
        this.isNamed = this.outcome.name.value.trim() !== "";
        this.later();
      },
    });
    this.offered = h("datalist", { id: HERE });
    this.notice = document.querySelector(".form-notice");
    form.after(this.outcome.element, this.offered);
    this.listen();
    this.begin(kept(known));
  }

  listen() {
    form.addEventListener("submit", (event) => event.preventDefault());
    form.addEventListener("input", () => this.later());
    addEventListener("pagehide", () => this.waiting && this.changed());
    form.addEventListener("focusin", ({ target }) => this.offer(target));
    form.addEventListener("change", ({ target }) => this.left(target));
  }

  /** What was written before, else the case study as it is published, else an empty form. */
  begin(before) {
    const start = before?.data ?? this.published ?? {};
    this.fields.write(form, start, (field) => this.items.free(field));
    this.outcome.name.value = this.known || before?.file || "";
    this.isNamed = Boolean(before?.file);
    this.say(Boolean(before));
    this.look();
  }

  say(again) {
    const words = [
      this.known && _("You correct “{title}”. A comment in its file is not kept.", { title: this.published.title }),
      again && _("This is what you wrote here before."),
      _("What you write is kept in this browser only, until you send it or press “Forget what I wrote”."),
    ];
    this.notice.replaceChildren(h("p", {}, words.filter(Boolean).join(" ")));
  }

  later() {
    clearTimeout(this.waiting);
    this.waiting = setTimeout(() => this.changed(), PAUSE);
  }

  changed() {
    clearTimeout(this.waiting);
    this.waiting = 0;
    this.look();
    const isEmpty = Object.keys(this.data).length === 0;
    const stays = keep(
      this.known,
      isEmpty ? null : { data: this.data, file: this.isNamed ? this.outcome.name.value : "" },
    );
    if (!stays)
      this.notice.replaceChildren(h("p", {}, _("This browser keeps nothing: download your file before you leave.")));
  }

  /** Judge what stands in the form, and show the file. */
  look() {
    this.data = this.fields.read(form) ?? {};
    if (!this.known && !this.isNamed) this.outcome.name.value = slug(this.data.title ?? "");
    this.problems = this.judged();
    this.messages.show(this.problems);
    this.cite(Object.keys(this.data.sources ?? {}));
    this.outcome.show({
      text: written(this.library.schema, this.data, "casestudy"),
      title: this.data.title ?? "",
      problems: this.problems,
      isDraft: this.data.draft === true,
    });
  }

  judged() {
    const id = this.outcome.name.value;
    // A new file is named by its title; until there is one, that is what is missing.
    const found = problems(id, this.data, this.library).filter(({ path }) => id || path[0] !== "id");
    if (this.known || !this.library.cases.includes(id)) return found;
    const what = _("{file} exists already; choose another id.", { file: `casestudies/${id}.yml` });
    return [...found, { path: ["id"], rule: "file-name", what, why: "", fix: "" }];
  }

  check() {
    this.changed();
    this.messages.summarise(this.problems);
    if (!this.problems.length) this.outcome.element.querySelector("#send-it").scrollIntoView();
  }

  /** A field was left: from now on its mistakes are told, and what follows from it is filled in. */
  left(target) {
    const box = target.closest("[data-field]");
    if (!box) return;
    this.messages.touched.add(box);
    const item = target.closest("[data-item]");
    if (item?.parentElement.closest("[data-type=keyed]")) this.name(item);
    if (box.dataset.field === "indicator") this.fillUnit(item, this.library.units[this.fields.readField(box)] ?? []);
    // Later: a message that comes at once would move the button that is being pressed.
    this.later();
  }

  /** A source without a key gets one from its publisher and date; it was read just now. */
  name(item) {
    const read = inputOf(item.querySelector("[data-field=read]"));
    if (!read.value && inputOf(item.querySelector("[data-field=url]")).value) read.value = thisMonth();
    const key = item.querySelector("[data-key]");
    if (key.value.trim()) return;
    const others = itemsOf(form.querySelector("[data-type=keyed]")).map(
      (each) => each.querySelector("[data-key]").value,
    );
    key.value = keyOf(this.fields.read(item) ?? {}, others);
  }

  fillUnit(item, units) {
    const unit = inputOf(item.querySelector("[data-field=unit]"));
    if (units.length === 1 && !unit.value) [unit.value] = units;
  }

  /** Offer what a field may hold here: the units of the indicator, the keys of the sources. */
  offer(target) {
    const box = target.closest("[data-field]");
    const choices = box && this.choices(box.dataset.field, target.closest("[data-item]"));
    if (!choices) return;
    this.offered.replaceChildren(...choices.map((value) => h("option", { value })));
    target.setAttribute("list", HERE);
    const isEmpty = !target.value && choices.length === 1 && box.dataset.field === "source";
    if (isEmpty) [target.value] = choices;
  }

  choices(name, item) {
    const data = this.fields.read(form) ?? {};
    if (name === "source") return Object.keys(data.sources ?? {});
    if (name === "unit") return this.library.units[this.fields.read(item)?.indicator] ?? [];
    if (name === "variant")
      return (data.solutions ?? []).flatMap(({ solution }) => this.library.variants[solution] ?? []);
    return null;
  }

  /** Below each claim, a button for each source that puts its receipt into the text. */
  cite(keys) {
    const marks = [...keys.filter(Boolean), "ours"];
    if (String(marks) === String(this.marks) && !form.querySelector("[data-claim]:not(:has(.form-cite))")) return;
    this.marks = marks;
    for (const box of form.querySelectorAll("[data-claim]")) {
      const buttons = marks.map((key) =>
        h(
          "button",
          { type: "button", class: "button", onclick: () => this.put(box, ` [@${key}]`) },
          h("code", {}, `[@${key}]`),
        ),
      );
      const line = h("p", { class: "form-cite" }, h("span", {}, _("Put in a receipt:")), ...buttons);
      const old = box.querySelector(":scope > .form-cite");
      if (old) old.replaceWith(line);
      else box.append(line);
    }
  }

  put(box, mark) {
    const input = /** @type {HTMLTextAreaElement} */ (inputOf(box));
    const before = input.value.slice(0, input.selectionEnd).trimEnd();
    const after = input.value.slice(input.selectionEnd);
    input.value = before + mark + after;
    input.focus();
    input.selectionEnd = before.length + mark.length;
    this.left(input);
  }

  forget() {
    keep(this.known, null);
    form.reset();
    this.items.clear();
    this.messages.touched.clear();
    this.messages.all = false;
    this.messages.summary.hidden = true;
    this.begin(null);
    inputOf(form).focus();
  }
}

async function start() {
  const [library, contact] = await Promise.all([data("form"), data("contact")]);
  const id = named();
  const known = library.cases.includes(id) ? id : "";
  new CaseForm(library, contact, known, known ? await data(`cases/${known}`) : null);
  addEventListener("hashchange", () => named() !== known && location.reload());
}

if (form) start();
