// Words as every search of the site compares them, and the index that finds entries by them.
import MiniSearch from "minisearch";

/** Letters that are not an accent on another letter. */
const LETTERS = { æ: "ae", œ: "oe", ø: "o", ß: "ss", ł: "l", đ: "d", ı: "i" };

// Words that say nothing about what is sought. "no", "not", "only" and "nobody" do.
const STOP = new Set(
  (
    "a an and are as at be been but by can do does for from had has have he her his i if in into is it its " +
    "me my of on or our she so than that the their them then there they this to too up us was we were what " +
    "when which who will with would you your"
  ).split(" "),
);

/** A text as it is compared: without case and accents. */
export function fold(text) {
  return text
    .toLowerCase()
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/[æœøßłđı]/g, (letter) => LETTERS[letter]);
}

/** The words of a text, folded; "wi-fi" is found as wifi too, and "won't" is one word. */
export function wordsOf(text) {
  const plain = fold(text).replace(/['’]/g, "");
  const joined = plain.match(/[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)+/gu) ?? [];
  return [...plain.split(/[^\p{L}\p{N}]+/u).filter(Boolean), ...joined.map((word) => word.replaceAll("-", ""))];
}

/** A folded word as it is indexed: without the plural's s; null for a word that says nothing. */
export function term(word) {
  if (STOP.has(word)) return null;
  return word.length > 3 && word.endsWith("s") && !word.endsWith("ss") ? word.slice(0, -1) : word;
}

/** The parts of a query to look for in the folded texts of a short list, where no index is worth it. */
export const sought = (query) =>
  fold(query)
    .split(/\s+/)
    .filter((part) => part && !STOP.has(part));

/**
 * An empty index over texts.
 *
 * The beginning of a word will do, and so will a slip in a word of `forgiving` letters and more.
 *
 * @param {{ fields: string[], storeFields?: string[], combineWith: "AND" | "OR", forgiving: number }} options
 */
export function searchIndex({ combineWith, forgiving, ...options }) {
  return new MiniSearch({
    ...options,
    tokenize: wordsOf,
    processTerm: term,
    searchOptions: {
      combineWith,
      prefix: (word) => word.length > 2,
      fuzzy: (word) => (word.length >= forgiving ? 0.2 : false),
    },
  });
}
