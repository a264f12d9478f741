// Full-text search over the case studies; index and words are loaded when somebody first searches.
import { data } from "../data.js";
import { terms, wordsOf } from "../pure/folding.js";
import { searchIndex } from "../pure/search-index.js";

let index;

async function build(cases) {
  const words = await data("casewords");
  const made = searchIndex({ fields: ["title", "summary", "words"], combineWith: "AND", forgiving: 5 });
  const texts = cases.map(({ id, title, summary }) => ({ id, title, summary, words: words[id] ?? "" }));
  // A few at a time, so that one can go on typing meanwhile.
  await made.addAllAsync(texts, { chunkSize: 50 });
  return made;
}

/** A word in the title says most about a case. */
const BOOST = { title: 6, summary: 2 };

/** The cases that have all the words, by id, each with how well it fits; null without words to search for. */
export async function search(cases, query) {
  if (!terms(wordsOf(query)).length) return null;
  index ??= build(cases).catch((problem) => {
    index = undefined;
    throw problem;
  });
  return new Map((await index).search(query, { boost: BOOST }).map(({ id, score }) => [id, score]));
}
