// Case studies put aside to be compared, in a bar that stays at the foot of the window.
import { written } from "./address.js";
import { root } from "./data.js";
import { _, ngettext, number } from "./language.js";
import { withIndex } from "./links.js";
import { Button } from "./parts.js";
import { html } from "./view.js";

export const MOST = 4;
const LEAST = 2;

/** The address that compares case studies side by side. */
export function comparison(ids) {
  const page = new URL("compare/", root).href;
  return `${location.protocol === "file:" ? withIndex(page) : page}?${written({ ids: ids.join(",") })}`;
}

function said(count) {
  if (count === 0) return "";
  if (count < LEAST) return _("1 case chosen. Choose one more to compare.");
  return count === MOST
    ? _("{n} cases chosen, the most that fit side by side.", { n: number(count) })
    : ngettext("{n} case chosen.", "{n} cases chosen.", count);
}

const Chosen = ({ title, remove }) => html`<li>
  <span>${title}</span>
  <button type="button" aria-label=${_("Do not compare {title}", { title })} onClick=${remove}>×</button>
</li>`;

/** The bar for the chosen ids; `change(ids)` is called when the reader takes some out. */
export function Tray({ ids, titleOf, change }) {
  document.documentElement.classList.toggle("has-tray", ids.length > 0);
  const without = (id) => change(ids.filter((chosen) => chosen !== id));
  return html`<section class="tray" aria-label=${_("Chosen to compare")} hidden=${ids.length === 0}>
    <p><span role="status">${said(ids.length)}</span></p>
    <ul class="tray-list">
      ${ids.map((id) => html`<${Chosen} key=${id} title=${titleOf(id)} remove=${() => without(id)} />`)}
    </ul>
    <p class="tray-actions">
      <a class="button tray-go" href=${comparison(ids)} hidden=${ids.length < LEAST}>
        ${ngettext("Compare {n} case", "Compare {n} cases", ids.length)}
      </a>
      ${" "}<${Button} onClick=${() => change([])}>${_("Clear")}<//>
    </p>
  </section>`;
}
