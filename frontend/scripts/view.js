// Views: components written as HTML in template strings (htm), drawn by Preact.
import htm from "htm";
import { h } from "preact";

export { render } from "preact";
export { useEffect, useLayoutEffect, useMemo, useRef, useState } from "preact/hooks";

/** @type {(strings: TemplateStringsArray, ...values: any[]) => any} */
export const html = htm.bind(h);

/**
 * An element whose content is HTML of our own build, such as a claim with its receipt.
 *
 * Safe because the build escapes every text of a content file before it adds markup of its own;
 * nothing that a reader types or an address holds may come here.
 *
 * @param {{ text: string, as?: string } & Record<string, any>} attributes
 */
export function Html({ text, as = "span", ...attributes }) {
  return h(as, { ...attributes, dangerouslySetInnerHTML: { __html: text } });
}

/**
 * A text of the catalogue with elements in its braces, so that a sentence stays whole:
 * `withElements(_("Begin with the step {step}."), { step: html`<a href=…>…</a>` })`.
 *
 * @param {string} text
 * @param {Record<string, any>} elements
 */
export function withElements(text, elements) {
  return text.split(/\{(\w+)\}/).map((part, place) => (place % 2 ? elements[part] : part));
}

/**
 * A component that is drawn again only when one of its values is another one.
 *
 * @param {(values: any) => any} component
 */
export function memo(component) {
  return function Kept(values) {
    this.shouldComponentUpdate = (next) => Object.keys(next).some((name) => next[name] !== this.props[name]);
    return h(component, values);
  };
}
