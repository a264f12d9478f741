// Full-text search over the case studies; index and words are loaded when somebody first searches.
import MiniSearch from "minisearch";
import { data } from "../data.js";

const COMMON = new Set("a an and are as at by for from in is it its of on or that the to was with".split(" "));
const LETTERS = { æ: "ae", œ: "oe", ø: "o", ß: "ss", ł: "l", đ: "d", ı: "i" };

/** A word as it is compared: without case and accents; null for words that stand everywhere. */
function fold(word) {
  const plain = word
    .toLowerCase()
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/[æœøßłđı]/g, (letter) => LETTERS[letter]);
  return COMMON.has(plain) ? null : plain;
}

let index;

async function build(cases) {
  const words = await data("casewords");
  const made = new MiniSearch({
    fields: ["title", "summary", "words"],
    processTerm: fold,
    searchOptions: {
      combineWith: "AND",
      prefix: (word) => word.length > 2,
      fuzzy: (word) => (word.length > 4 ? 0.2 : false),
    },
  });
  // A few at a time, so that one can go on typing meanwhile.
  await made.addAllAsync(
    cases.map(({ id, title, summary }) => ({ id, title, summary, words: words[id] ?? "" })),
    {
      chunkSize: 50,
    },
  );
  return made;
}

/** Ids of the cases that have all the words; null where there is nothing to search for. */
export async function search(cases, query) {
  if (
    !query
      .trim()
      .split(/[\s\p{P}]+/u)
      .some((word) => word && fold(word))
  )
    return null;
  index ??= build(cases).catch((problem) => {
    index = undefined;
    throw problem;
  });
  return new Set((await index).search(query).map(({ id }) => id));
}
