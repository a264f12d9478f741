// Case studies put aside to be compared, in a bar that stays at the foot of the window.
import { root } from "./data.js";
import { h } from "./dom.js";
import { withIndex } from "./links.js";

export const MOST = 4;
const LEAST = 2;

/** The address that compares case studies side by side. */
export function comparison(ids) {
  const page = new URL("compare/", root).href;
  return `${location.protocol === "file:" ? withIndex(page) : page}?ids=${ids.join(",")}`;
}

/** A bar for the chosen case studies; `change(ids)` is called when the reader takes some out. */
export function tray(titleOf, change) {
  const said = h("span", { role: "status" });
  const list = h("ul", { class: "tray-list" });
  const go = h("a", { class: "button tray-go" });
  const none = h("button", { type: "button", class: "button", onclick: () => change([]) }, "Clear");
  const element = h(
    "section",
    { class: "tray", "aria-label": "Chosen to compare", hidden: true },
    h("p", {}, said),
    list,
    h("p", { class: "tray-actions" }, go, " ", none),
  );
  const item = (id, ids) =>
    h(
      "li",
      {},
      h("span", {}, titleOf(id)),
      h(
        "button",
        {
          type: "button",
          "aria-label": `Do not compare ${titleOf(id)}`,
          onclick: () => change(ids.filter((one) => one !== id)),
        },
        "×",
      ),
    );

  /** Show these ids; nothing chosen, no bar. */
  function show(ids) {
    element.hidden = ids.length === 0;
    document.documentElement.classList.toggle("has-tray", ids.length > 0);
    list.replaceChildren(...ids.map((id) => item(id, ids)));
    go.hidden = ids.length < LEAST;
    go.textContent = `Compare ${ids.length} cases`;
    go.href = comparison(ids);
    if (ids.length === 0) said.textContent = "";
    else if (ids.length < LEAST) said.textContent = "1 case chosen. Choose one more to compare.";
    else
      said.textContent = `${ids.length} cases chosen${ids.length === MOST ? ", the most that fit side by side" : ""}.`;
  }
  return { element, show };
}
