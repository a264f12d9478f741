// The form as plain data and back: which element holds which field stands in its `data-` marks,
// written by Python (`site/templates/form.html`).
import { fold } from "../pure/folding.js";

/** @typedef {HTMLElement & { dataset: DOMStringMap }} Box */

/** The boxes of a kind that belong to this one, and not to one inside it. */
const own = (box, selector) =>
  [...box.querySelectorAll(selector)].filter(
    (found) => found.parentElement.closest("[data-field], [data-item]") === box,
  );

/** The fields of a group, or of the whole form. */
export const fieldsOf = (group) => own(group, "[data-field]");

/** The items of a field that repeats. */
export const itemsOf = (field) => own(field, "[data-item]");

/** What one types, ticks or chooses in, in this box. */
export const inputOf = (box) => box.querySelector("input, textarea, select");

const keyOf = (item) => item.querySelector("[data-key]");

/** A number as it is written; what is none, or could be two, stays a text, and the check says so. */
function numberIn(text) {
  const isClear = /^[-+]?(\d+(\.\d*)?|\.\d+)$/.test(text) && !/^[-+]?[1-9]\d{0,2}\.\d{3}$/.test(text);
  return isClear ? Number(text) : text;
}

/** A number as one types it: with a fourth digit where three behind the point could be thousands. */
const typed = (value) => String(value).replace(/^(-?[1-9]\d{0,2}\.\d{3})$/, "$10");

const linesIn = (text) =>
  text
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean);

/** What is ticked, in the order in which the file had it: the first is the main one. */
function ticked(field) {
  const before = (field.dataset.order ?? "").split(" ");
  const values = [...field.querySelectorAll("input:checked")].map(({ value }) => value);
  return [...before.filter((value) => values.includes(value)), ...values.filter((value) => !before.includes(value))];
}

const filled = (list) => (list.length ? list : undefined);

/** Reads and writes fields; `titles` are those of entries, by kind and id. */
export class Fields {
  constructor(titles) {
    this.titles = titles;
    this.ids = Object.fromEntries(
      Object.entries(titles).map(([kind, known]) => [
        kind,
        new Map(Object.entries(known).map(([id, title]) => [fold(title), id])),
      ]),
    );
  }

  /** The id of what was named; what nobody knows stays as it was typed. */
  idOf(kind, text) {
    return this.ids[kind]?.get(fold(text)) ?? text;
  }

  titleOf(kind, id) {
    return this.titles[kind]?.[id] ?? id;
  }

  /** The data of a group: null where nothing is known, left out where nothing need be said. */
  read(group) {
    const found = fieldsOf(group).map((field) => [field.dataset.field, this.readField(field), field]);
    if (found.every(([, value]) => value === undefined)) return undefined;
    return Object.fromEntries(
      found
        .map(([name, value, { dataset }]) => [name, value === undefined && "nullable" in dataset ? null : value])
        .filter(([, value]) => value !== undefined),
    );
  }

  readField(field) {
    const { type, kind } = field.dataset;
    if (type === "group") return this.read(field);
    if (type === "groups") return filled(this.items(field).map((item) => this.read(item)));
    if (type === "keyed") return this.readKeyed(field);
    if (type === "choices") return filled(ticked(field));
    if (type === "entries") {
      return filled(this.items(field).map((item) => this.idOf(kind, inputOf(item).value.trim())));
    }
    if (type === "flag") return inputOf(field).checked || undefined;
    const text = inputOf(field).value.trim();
    if (!text) return undefined;
    if (type === "lines") return filled(linesIn(text));
    if (type === "number") return numberIn(text);
    if (type === "entry") return this.idOf(kind, text);
    return type === "choice" && ["true", "false"].includes(text) ? text === "true" : text;
  }

  readKeyed(field) {
    const items = this.items(field);
    return items.length
      ? Object.fromEntries(items.map((item) => [keyOf(item).value.trim(), this.read(item) ?? {}]))
      : undefined;
  }

  /** The items in which something stands. */
  items(field) {
    const isFull = (item) =>
      field.dataset.type === "entries"
        ? inputOf(item).value.trim()
        : this.read(item) !== undefined || keyOf(item)?.value.trim();
    return itemsOf(field).filter(isFull);
  }

  /** Write data into a group; `more(field)` adds an item to a field that repeats. */
  write(group, data, more) {
    for (const field of fieldsOf(group)) {
      const value = data?.[field.dataset.field];
      if (value !== undefined && value !== null) this.writeField(field, value, more);
    }
  }

  writeField(field, value, more) {
    const { type, kind } = field.dataset;
    if (type === "group") this.write(field, value, more);
    else if (type === "groups") for (const each of value) this.write(more(field), each, more);
    else if (type === "keyed") {
      for (const [key, each] of Object.entries(value)) {
        const item = more(field);
        keyOf(item).value = key;
        this.write(item, each, more);
      }
    } else if (type === "entries") for (const id of value) inputOf(more(field)).value = this.titleOf(kind, id);
    else if (type === "choices") {
      field.dataset.order = value.join(" ");
      for (const box of field.querySelectorAll("input")) box.checked = value.includes(box.value);
    } else if (type === "flag") inputOf(field).checked = value;
    else if (type === "lines") inputOf(field).value = value.map((line) => line.replaceAll("\n", " ")).join("\n");
    else inputOf(field).value = type === "entry" ? this.written(field, value) : typed(value);
    for (const part of field.closest("details") ? [field.closest("details")] : []) part.open = true;
  }

  /** An entry as its field names it: a list to open by id, one to type in by title. */
  written(field, id) {
    return inputOf(field).tagName === "SELECT" ? id : this.titleOf(field.dataset.kind, id);
  }

  /** The box of the value at a path, as near as there is one; and the item it stands in. */
  at(form, path) {
    let box = form;
    for (const part of path) {
      const inner = this.step(box, part);
      if (!inner) break;
      box = inner;
    }
    return box;
  }

  step(box, part) {
    const { type } = box.dataset;
    if (type === "keyed") return this.items(box).find((item) => keyOf(item).value.trim() === part);
    if (type === "groups" || type === "entries") return this.items(box)[Number(part)];
    return fieldsOf(box).find((field) => field.dataset.field === part);
  }
}
