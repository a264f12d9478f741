// Data of the tools: classic scripts below assets/data/, loaded when they are needed.
import { loadScript } from "./load.js";

// The address of the running script tells where the site's root is, also from a USB stick.
const { src } = /** @type {HTMLScriptElement} */ (document.currentScript);
const assets = new URL(/\/tools\/[^/]*$/.test(src) ? "../.." : "..", src);

/** The site's root, for links that data hold as addresses below it. */
export const root = new URL("..", assets).href;

/** The address of a file that the bundle names `later:…`: it is told as seen from the running script. */
export const beside = (address) => new URL(address, src).href;

/** A value by its name, loaded once. */
export async function data(name, address = new URL(`data/${name}.js`, assets).href) {
  await loadScript(address);
  return globalThis.scifi[name];
}
