// From words in trouble to remedies: every phrase of a remedy is found by itself, so that the
// sentence one would say oneself wins over a long text that happens to hold the same words.
import { searchIndex } from "./search-index.js";

const WEIGHTS = { symptom: 1, synonym: 1, title: 1, about: 0.4, summary: 0.4 };
const REST = 0.15; // what the other phrases of a remedy add to its best one
const ALIKE = 1.15; // scores within this factor of each other are about equally good
const WORTH = 1 / 3; // of the best score; what is below only shares a common word

function phrases(remedy) {
  return [
    ...remedy.symptoms.map((text) => ["symptom", text]),
    ...remedy.synonyms.map((text) => ["synonym", text]),
    ...remedy.called.map(({ text, lang }) => ["synonym", text, lang]),
    ["title", remedy.title],
    ...remedy.about.map((text) => ["about", text]),
    ["summary", remedy.summary],
  ];
}

function indexOf(remedies) {
  const index = searchIndex({
    fields: ["text"],
    storeFields: ["place", "kind", "text", "lang"],
    combineWith: "OR",
    forgiving: 4,
  });
  const found = remedies.flatMap((remedy, place) =>
    phrases(remedy).map(([kind, text, lang]) => ({ place, kind, text, lang })),
  );
  index.addAll(found.map((phrase, id) => ({ id, ...phrase })));
  return index;
}

/** @param {any} hit */
const sentence = ({ kind, text, lang }) => (kind === "symptom" || kind === "synonym" ? { text, lang } : null);

/**
 * A function from words to matches `{remedy, said, score}`, best first; `said` is the sentence that matched,
 * its `text` and, where it is known, its `lang`.
 */
export function remedySearch(remedies) {
  const index = indexOf(remedies);
  return (words) => {
    const found = new Map();
    for (const hit of index.search(words, { boostDocument: (_id, _term, { kind }) => WEIGHTS[String(kind)] })) {
      const match = found.get(hit.place);
      if (match) {
        match.score += REST * hit.score;
        match.said ??= sentence(hit);
      } else {
        found.set(hit.place, { remedy: remedies[hit.place], score: hit.score, said: sentence(hit) });
      }
    }
    return inOrder([...found.values()]);
  };
}

/** Those worth showing, best first; among about equally good ones the urgent first. */
function inOrder(matches) {
  const best = Math.max(...matches.map((match) => match.score));
  const band = ({ score }) => Math.floor(Math.log(best / score) / Math.log(ALIKE));
  return matches
    .filter(({ score }) => score >= WORTH * best)
    .sort((a, b) => band(a) - band(b) || a.remedy.urgency - b.remedy.urgency || b.score - a.score);
}
