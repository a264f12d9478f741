// Names made from words: of a file from its title, of a source from its publisher.
import { fold } from "./folding.js";

/** Words as a name: small letters and digits with single hyphens, cut at a word. */
export function slug(words, most = 60) {
  const name = fold(words)
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "");
  return name.length <= most
    ? name
    : name
        .slice(0, most + 1)
        .replace(/-[^-]*$/, "")
        .slice(0, most);
}

/** A name that is not taken: the name itself, or with a number. */
export function free(name, taken) {
  let found = name;
  for (let number = 2; taken.includes(found); number += 1) found = `${name}-${number}`;
  return found;
}

/** The key of a source: two words of its publisher, and the year. */
export function keyOf({ publisher = "", date = "" }, taken) {
  const name = slug(`${publisher.split(/\s+/).slice(0, 3).join(" ")} ${String(date ?? "").slice(0, 4)}`, 40);
  return name && free(name, [...taken, "ours"]);
}
