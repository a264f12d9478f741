// Fields that repeat: one more result, one more source, and one less.
import { h } from "../dom.js";
import { _ } from "../language.js";
import { inputOf, itemsOf } from "./fields.js";

let made = 0;

/** A copy of an item with names of its own. */
function copied(item) {
  const copy = item.cloneNode(true);
  made += 1;
  const renamed = (name) => name.replace(/^(form-[a-z_]+)-\d+/, `$1-${made + 1}`);
  for (const attribute of ["id", "for", "aria-describedby", "aria-labelledby"]) {
    const holders = [...copy.querySelectorAll(`[${attribute}]`), ...(copy.hasAttribute(attribute) ? [copy] : [])];
    for (const holder of holders) holder.setAttribute(attribute, renamed(holder.getAttribute(attribute)));
  }
  return copy;
}

/** Let all fields of a form repeat: `changed()` is called when an item comes or goes. */
export class Items {
  constructor(form, changed) {
    this.changed = changed;
    this.patterns = new Map();
    for (const field of form.querySelectorAll("[data-type=groups], [data-type=keyed], [data-type=entries]")) {
      const [first] = itemsOf(field);
      this.patterns.set(field, first.cloneNode(true));
      if (field.dataset.type === "groups") first.remove();
      else this.equip(field, first);
      const button = field.querySelector("button[data-add]");
      button.hidden = false;
      button.addEventListener("click", () => this.askFor(field));
    }
  }

  /** One more item, empty. */
  more(field) {
    const item = copied(this.patterns.get(field));
    field.querySelector(":scope > .items").append(item);
    this.equip(field, item);
    this.number(field);
    return item;
  }

  /** An empty item to write into: the one that is there, or one more. */
  free(field) {
    const [first] = itemsOf(field);
    const inputs = first ? [...first.querySelectorAll("input, textarea, select")] : [];
    const isEmpty = first && inputs.every((input) => !input.value || input.type === "checkbox");
    return isEmpty && itemsOf(field).length === 1 ? first : this.more(field);
  }

  askFor(field) {
    const item = this.more(field);
    this.changed();
    inputOf(item).focus();
  }

  equip(field, item) {
    const words = item.querySelector("legend, label").textContent.replace(/\d+/, "").trim();
    const remove = () => this.remove(field, item);
    item.append(
      h(
        "button",
        { type: "button", class: "button item-remove", onclick: remove },
        _("Remove"),
        " ",
        h("span", { class: "sr" }, words),
      ),
    );
  }

  remove(field, item) {
    item.remove();
    this.number(field);
    this.changed();
    field.querySelector(":scope > button[data-add]").focus();
  }

  /** Result 1, Result 2 ... */
  number(field) {
    for (const [at, item] of itemsOf(field).entries()) {
      const place = item.querySelector(":scope > legend [data-number]");
      if (place) place.textContent = String(at + 1);
    }
  }

  /** Every item gone, as before anything was written. */
  clear() {
    for (const field of this.patterns.keys()) {
      for (const item of itemsOf(field)) item.remove();
      if (field.dataset.type !== "groups") this.more(field);
    }
  }
}
