// What tests compare with: examples written down by hand, and the data of the whole knowledge base.
import { readdirSync, readFileSync } from "node:fs";
import { env } from "node:process";
import { pathToFileURL } from "node:url";

const FOLDER = new URL("../../tests/examples/", import.meta.url);

/** The examples of a folder of tests/examples, by the name of their file. */
export function examples(name) {
  const folder = new URL(`${name}/`, FOLDER);
  const files = readdirSync(folder).filter((file) => file.endsWith(".json"));
  return Object.fromEntries(files.map((file) => [file, JSON.parse(readFileSync(new URL(file, folder), "utf-8"))]));
}

/** Data by its name, as the site hands it to the scripts; tests/unit/test_scripts.py writes it. */
export async function siteData(name) {
  if (!env.SCIFI_SITE_DATA) throw new Error("run these tests with: pytest tests/unit/test_scripts.py");
  await import(pathToFileURL(`${env.SCIFI_SITE_DATA}/${name}.js`).href);
  return globalThis.scifi[name];
}
