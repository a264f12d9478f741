// From a question to the entries that are called so, in any of the languages their names are written in.
//
// A full-text index finds pages that hold every word. Whoever asks "slimme vuilnisbakken, werkt dat?" shares one name
// with a page in English and no other word; so here names are counted, not words. It is small enough for every page.
import { fold, term } from "./search-index.js";

/** Little words of Dutch, French and German, folded; `term` knows those of English. */
const LITTLE = new Set(
  (
    "aan als bij dat de der die een en er het hoe ik is kan met naar niet of om onze op per te van voor " +
    "wat we wie zijn " +
    "au aux avec ce ces comment dans des du elle en est et il la le les leur mes mon nos notre on ou par pas " +
    "pour que " +
    "quel quelle qui sa ses son sont sur un une vos votre " +
    "am auf aus bei beim das dem den des ein eine einen einer es fur gegen ich im ist kann man mit nach nicht oder " +
    "sich sie sind uber um und uns unser von vom was wenn wer wie wird wir zu zum zur"
  ).split(" "),
);

/** Smallest share of a name that a question must say; one of two words is not enough. */
const ENOUGH = 0.65;
/** What each further name adds to the best one. */
const REST = 0.15;

/** The words of a folded text that say something. */
function telling(text) {
  const words = text.split(/[^\p{L}\p{N}]+/u).map(term);
  return words.filter((word) => word && !LITTLE.has(word));
}

const plain = (text) => fold(text).replace(/['’](?=s\b)/g, "");

/** The words of a text in one or two ways: a word with a hyphen may be written as one. */
function ways(text) {
  const parted = plain(text);
  const joined = parted.replace(/(?<=\p{L})-(?=\p{L})/gu, "");
  return [...new Set([parted, joined])].map(telling).filter((words) => words.length);
}

/** How many letters must be changed, left out, put in or swapped to make one word of the other. */
function distance(a, b) {
  let before = [];
  let row = Array.from({ length: b.length + 1 }, (_each, place) => place);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const swapped = i > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      const change = row[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1);
      next[j] = Math.min(row[j] + 1, next[j - 1] + 1, change, swapped ? before[j - 2] + 1 : change);
    }
    [before, row] = [row, next];
  }
  return row[b.length];
}

/** Whether two words of five letters and more differ by a slip, or two long ones by two; nobody mistakes the first. */
function slip(a, b) {
  const letters = Math.min(a.length, b.length);
  const most = letters < 5 ? 0 : letters < 9 ? 1 : 2;
  return a[0] === b[0] && Math.abs(a.length - b.length) <= most && distance(a, b) <= most;
}

/** How well a word of a question, written without a slip, is a word of a name: from 0 to 1. */
function likeness(asked, word) {
  if (asked === word) return 1;
  const begun = asked.length > 3 && word.startsWith(asked);
  const inside = asked.length > 5 && word.includes(asked); // "Beleuchtung" in "Straßenbeleuchtung"
  const bent = word.length > 3 && asked.startsWith(word) && asked.length < word.length + 4; // "lighting", "light"
  return begun || inside || bent ? 0.6 : 0;
}

/**
 * A function from a question to `{ entry, name }`, best first; `entries` have `names`, each with a `text`.
 *
 * An entry is found when the question says one of its names, or nothing but words of its names. Words that many
 * entries share count less; `name` is the one that is meant most.
 */
export function nameSearch(entries) {
  const names = entries.flatMap((entry) =>
    entry.names.flatMap((name) => ways(name.text).map((words) => ({ entry, name, words }))),
  );
  const users = new Map();
  for (const { words, entry } of names) {
    for (const word of words) users.set(word, (users.get(word) ?? new Set()).add(entry));
  }
  const weigh = (words, share) =>
    words.reduce((sum, word) => sum + share(word) * Math.log(1 + entries.length / users.get(word).size), 0);

  /** The words of names that a word of a question is, with how well; slips are looked for where there is none. */
  function heard(one) {
    const all = [...users.keys()];
    const like = all.map((word) => [word, likeness(one, word)]).filter(([, well]) => well);
    return like.length ? like : all.filter((word) => slip(one, word)).map((word) => [word, 0.8]);
  }

  function scored(asked) {
    const well = new Map();
    for (const [word, share] of asked.flat()) well.set(word, Math.max(share, well.get(word) ?? 0));
    const found = new Map();
    for (const { entry, name, words } of names) {
      const told = weigh(words, (word) => well.get(word) ?? 0);
      if (!told) continue;
      const share = told / weigh(words, () => 1);
      const score = told * share;
      const match = found.get(entry) ?? { entry, name, best: 0, others: 0, share: 0 };
      match.others += Math.min(score, match.best);
      if (score > match.best) Object.assign(match, { name, best: score });
      match.share = Math.max(match.share, share);
      found.set(entry, match);
    }
    return [...found.values()].sort((a, b) => b.best + REST * b.others - a.best - REST * a.others);
  }

  /** Whether every word of a question is one of an entry's names. */
  const onlyNamed = (entry, asked) => asked.every((some) => some.some(([word]) => users.get(word).has(entry)));

  return (question) => {
    const asked = ways(question).map((words) => words.map(heard));
    if (!asked.length) return [];
    return scored(asked.flat())
      .filter(({ share, entry }) => share >= ENOUGH || onlyNamed(entry, asked[0]))
      .map(({ entry, name }) => ({ entry, name }));
  };
}
