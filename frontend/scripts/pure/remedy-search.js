// From words in trouble to remedies: every phrase of a remedy is found by itself, so that the
// sentence one would say oneself wins over a long text that happens to hold the same words.
import MiniSearch from "minisearch";

const WEIGHTS = { symptom: 1, synonym: 1, title: 1, about: 0.4, summary: 0.4 };
const REST = 0.15; // what the other phrases of a remedy add to its best one
const ALIKE = 1.15; // scores within this factor of each other are about equally good
const WORTH = 1 / 3; // of the best score; what is below only shares a common word

// Words that say nothing about the trouble. "no", "not", "only" and "nobody" do.
const STOP = new Set(
  (
    "a an and are as at be been but by can do does for from had has have he her his i if in into is it its " +
    "me my of on or our she so than that the their them then there they this to too up us was we were what " +
    "when which who will with would you your"
  ).split(" "),
);

const folded = (word) => word.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

/** A word as it is indexed: without accents, without the plural's s; null for a stop word. */
function term(word) {
  const plain = folded(word);
  if (STOP.has(plain)) return null;
  return plain.length > 3 && plain.endsWith("s") && !plain.endsWith("ss") ? plain.slice(0, -1) : plain;
}

/** The words of a text; "wi-fi" is found as wifi too, and "won't" is one word. */
function tokenize(text) {
  const plain = text.replace(/['’]/g, "");
  const joined = [...plain.matchAll(/[\p{L}\p{M}\p{N}]+(?:-[\p{L}\p{M}\p{N}]+)+/gu)];
  return [...plain.split(/[^\p{L}\p{M}\p{N}]+/u).filter(Boolean), ...joined.map(([one]) => one.replaceAll("-", ""))];
}

function phrases(remedy) {
  return [
    ...remedy.symptoms.map((text) => ["symptom", text]),
    ...remedy.synonyms.map((text) => ["synonym", text]),
    ["title", remedy.title],
    ...remedy.about.map((text) => ["about", text]),
    ["summary", remedy.summary],
  ];
}

/** A function from words to matches `{remedy, phrase, kind, score}`, best first. */
export function remedySearch(remedies) {
  const index = new MiniSearch({
    fields: ["text"],
    storeFields: ["place", "kind", "text"],
    tokenize,
    processTerm: term,
  });
  index.addAll(
    remedies
      .flatMap((remedy, place) => phrases(remedy).map(([kind, text]) => ({ place, kind, text })))
      .map((phrase, id) => ({ id, ...phrase })),
  );
  return (words) => {
    const found = new Map();
    const hits = index.search(words, {
      combineWith: "OR",
      prefix: (one) => one.length > 2,
      fuzzy: (one) => (one.length > 3 ? 0.2 : false),
      boostDocument: (_, __, { kind }) => WEIGHTS[kind],
    });
    for (const hit of hits) {
      const known = found.get(hit.place);
      if (known) {
        known.score += REST * hit.score;
        if (!known.said && isSaid(hit)) known.said = hit.text;
      } else {
        found.set(hit.place, {
          remedy: remedies[hit.place],
          score: hit.score,
          kind: hit.kind,
          said: isSaid(hit) ? hit.text : null,
        });
      }
    }
    return inOrder([...found.values()]);
  };
}

const isSaid = ({ kind }) => kind === "symptom" || kind === "synonym";

/** Those worth showing, best first; among about equally good ones the urgent first. */
function inOrder(matches) {
  const best = Math.max(...matches.map((match) => match.score));
  const band = ({ score }) => Math.floor(Math.log(best / score) / Math.log(ALIKE));
  return matches
    .filter(({ score }) => score >= WORTH * best)
    .sort((a, b) => band(a) - band(b) || a.remedy.urgency - b.remedy.urgency || b.score - a.score);
}
