import { html } from "./view.js";

/** A table with its caption and headings; where it is wider than the page, it scrolls. */
export function ScrollTable({ caption, heads, children }) {
  return html`
    <div class="table-scroll" tabindex="0" role="region" aria-label=${caption}>
      <table>
        <caption>${caption}</caption>
        <thead><tr>${heads.map((head) => html`<th scope="col">${head}</th>`)}</tr></thead>
        <tbody>${children}</tbody>
      </table>
    </div>`;
}
