// Choose several things from a long list: a search field, filters, and check boxes.
import { h } from "./dom.js";

/**
 * The list as an element.
 *
 * `items` have id, title, detail (a line below it) and `text` to search in; `filters` are
 * { label, options: [[value, title]], keeps(item, value) }; `onChange(id, chosen)` is told of
 * each box and may return false to leave it as it was.
 */
export function chooser({ legend, label, items, filters = [], onChange }) {
  const search = h("input", { id: "chooser-search", type: "search", autocomplete: "off", oninput: show });
  const count = h("p", { class: "chooser-count", role: "status" });
  const chosenValues = new Map(filters.map((filter) => [filter, ""]));
  const boxes = new Map();
  const list = h("ul", { class: "chooser-list" });
  for (const item of items) {
    const box = h("input", {
      type: "checkbox",
      value: item.id,
      onchange: () => {
        if (onChange(item.id, box.checked) === false) box.checked = !box.checked;
      },
    });
    boxes.set(item.id, box);
    list.append(
      h("li", { "data-id": item.id }, h("label", {}, box, h("span", {}, item.title, " ", h("small", {}, item.detail)))),
    );
  }
  const rows = [...list.children].map((row, at) => [row, items[at], items[at].text.toLowerCase()]);

  function show() {
    const words = search.value.toLowerCase().split(/\s+/).filter(Boolean);
    let found = 0;
    for (const [row, item, text] of rows) {
      const fits =
        words.every((word) => text.includes(word)) &&
        filters.every((filter) => !chosenValues.get(filter) || filter.keeps(item, chosenValues.get(filter)));
      row.hidden = !fits;
      if (fits) found += 1;
    }
    const narrowed = words.length > 0 || [...chosenValues.values()].some(Boolean);
    count.textContent = narrowed
      ? `${found} of ${items.length} fit${found ? "" : ". Try fewer or other words."}`
      : `${items.length} to choose from`;
  }

  const selects = filters.map((filter) => {
    const id = `chooser-${filter.label.toLowerCase().replaceAll(" ", "-")}`;
    const select = h("select", {
      id,
      onchange: () => {
        chosenValues.set(filter, select.value);
        show();
      },
    });
    for (const [value, title] of filter.options) select.append(h("option", { value }, title));
    return h("div", {}, h("label", { for: id }, filter.label), select);
  });
  show();
  return {
    element: h(
      "fieldset",
      { class: "chooser" },
      h("legend", {}, legend),
      h("div", { class: "chooser-narrow" }, h("div", {}, h("label", { for: search.id }, label), search), selects),
      count,
      list,
    ),
    search,
    /** Check the boxes of these ids and no others. */
    mark(ids) {
      for (const [id, box] of boxes) box.checked = ids.includes(id);
    },
  };
}
