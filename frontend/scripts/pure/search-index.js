// An index that finds entries by their words, as every search of the site compares them.
import MiniSearch from "minisearch";
import { asked, term, wordsToIndex } from "./folding.js";

/**
 * An empty index over texts: `add` entries, then `search(question, options)`.
 *
 * The beginning of a word will do, and so will a slip in a word of `forgiving` letters and more.
 *
 * @param {{ fields: string[], storeFields?: string[], combineWith: "AND" | "OR", forgiving: number }} options
 */
export function searchIndex({ combineWith, forgiving, ...options }) {
  const known = new Set();
  const index = new MiniSearch({
    ...options,
    tokenize: wordsToIndex,
    processTerm(word) {
      known.add(term(word));
      return term(word);
    },
    searchOptions: {
      processTerm: term,
      prefix: (word) => word.length > 2,
      fuzzy: (word) => (word.length >= forgiving ? 0.2 : false),
    },
  });
  const all = (queries, together) => ({ combineWith: together, queries });
  return {
    addAll: (entries) => index.addAll(entries),
    addAllAsync: (entries, pace) => index.addAllAsync(entries, pace),
    /** @param {any} [settings] */
    search(question, settings = {}) {
      const sought = asked(question, (word) => known.has(word));
      if (!sought.length) return [];
      const words = sought.map((ways) =>
        all(
          ways.map((way) => all(way, "AND")),
          "OR",
        ),
      );
      return index.search(all(words, combineWith), settings);
    },
  };
}
