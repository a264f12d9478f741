// From a question to pages, by what they are called in any language and by what they are about.
//
// A full-text index finds pages that hold every word. Whoever asks "slimme vuilnisbakken, werkt dat?" shares one name
// with a page in English and no other word. So names are counted here: how much of a name the question says, and how
// much of the question the name answers. It is small enough for every page, and works from a folder.
import { asked, terms, wordsJoined, wordsOf } from "./folding.js";

/** Little words of Dutch, French and German, folded, and of English questions; `terms` leaves the other English out. */
const LITTLE = new Set(
  (
    "aan als bij dat de der die een en er het hoe ik is kan met naar niet of om onze op per te van voor " +
    "wat we wie zijn " +
    "au aux avec ce ces comment dans des du elle en est et il la le les leur mes mon nos notre on ou par pas " +
    "pour que " +
    "quel quelle qui sa ses son sont sur un une vos votre " +
    "am auf aus bei beim das dem den des ein eine einen einer es fur gegen ich im ist kann man mit nach nicht oder " +
    "sich sie sind uber um und uns unser von vom was wenn wer wie wird wir zu zum zur " +
    "get how many much why work"
  ).split(" "),
);

/** How much a page counts beside others that fit as well: first what answers, last what only lists numbers. */
const WEIGHT = { solution: 1.15, chapter: 1.1, remedy: 1.1, city: 0.95, casestudy: 0.85, term: 0.85, indicator: 0.7 };
const USUAL = 0.95;

/** Share of what a page is about in its score; the rest is how it is called. */
const ABOUT = 0.3;
/** What each further name that fits adds to the best one. */
const REST = 0.15;
/** How much a word counts that stands nowhere, of the weight of the rarest word. */
const UNHEARD = 0.6;

const telling = (words) => words.filter((word) => !LITTLE.has(word));

/** Lists of words, each once; those without any are left out. */
const different = (lists) =>
  [...new Map(lists.map((words) => [words.join(" "), words])).values()].filter((words) => words.length);

/** The words of a text in one or two ways: a word with a hyphen may be written as one. */
const ways = (text) => different([wordsOf(text), wordsJoined(text)].map((words) => telling(terms(words))));

/** The words of a question in one or two ways: as it is written, and as pages write it. */
function waysToAsk(question, users) {
  const sought = asked(question, (word) => users.has(word));
  return different([0, -1].map((way) => telling(sought.flatMap((written) => written.at(way)))));
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

const sorted = (word) => [...word].sort().join("");

/** Whether two words differ by a slip, long ones by two, short ones by swapped letters; nobody mistakes the first. */
function slip(a, b) {
  const letters = Math.min(a.length, b.length);
  if (a[0] !== b[0] || letters < 4) return false;
  if (letters === 4) return sorted(a) === sorted(b);
  const most = letters < 9 ? 1 : 2;
  return Math.abs(a.length - b.length) <= most && distance(a, b) <= most;
}

/** How well a word of a question, written without a slip, is a word of a page: from 0 to 1. */
function likeness(asked, word) {
  if (asked === word) return 1;
  const begun = asked.length > 3 && word.startsWith(asked);
  const bent = word.length > 3 && asked.startsWith(word) && asked.length < word.length + 4; // "lighting", "light"
  if (begun || bent) return 0.7;
  const inside = asked.length > 4 && word.includes(asked); // "Beleuchtung" in "Straßenbeleuchtung"
  const holds = word.length > 5 && asked.includes(word);
  return inside || holds ? 0.6 : 0;
}

const sum = (numbers) => numbers.reduce((total, number) => total + number, 0);

/** The words of all pages, each with the pages that have it. */
function vocabulary(entries, names) {
  const users = new Map();
  const note = (word, entry) => users.set(word, (users.get(word) ?? new Set()).add(entry));
  for (const { words, entry } of names) for (const word of words) note(word, entry);
  for (const entry of entries) for (const word of ways(`${entry.text} ${entry.more}`).flat()) note(word, entry);
  return users;
}

/**
 * A function from a question to `{ entry, name, called, score }`, best first; `entries` have `kind`, `names` (each with
 * a `text`), `text` and `more`. `name` is the one that is meant most, null where only the text fits; `called` is how
 * well it answers the question, from 0 to 1.
 */
export function siteSearch(entries) {
  const names = entries.flatMap((entry) =>
    entry.names.flatMap((name) => ways(name.text).map((words) => ({ entry, name, words: [...new Set(words)] }))),
  );
  const users = vocabulary(entries, names);
  const all = [...users.keys()];
  const rarity = (word) => Math.log(1 + entries.length / users.get(word).size);
  const unheard = UNHEARD * Math.log(1 + entries.length);

  /** What a word of a question may mean: each word of pages that it is, with how well; slips only where none is. */
  function heard(asked) {
    const means = new Map();
    for (const word of all) {
      const well = likeness(asked, word);
      if (well) means.set(word, well);
    }
    if (!means.size) for (const word of all.filter((other) => slip(asked, other))) means.set(word, 0.8);
    const best = Math.max(...means.values());
    const sure = all.filter((word) => means.get(word) === best).map(rarity);
    return { means, weight: sure.length ? Math.min(...sure) : unheard };
  }

  /** How well each entry is called as the question says, by its best name and the others. */
  function called(asked) {
    const total = sum(asked.map(({ weight }) => weight));
    const found = new Map();
    for (const { entry, name, words } of names) {
      const well = (word) => Math.max(...asked.map(({ means }) => means.get(word) ?? 0));
      const told = sum(words.map((word) => rarity(word) * well(word)));
      if (!told) continue;
      const share = told / sum(words.map(rarity));
      const answered = asked.map(
        ({ means, weight }) => weight * Math.max(...words.map((word) => means.get(word) ?? 0)),
      );
      const score = (Math.sqrt(share) * sum(answered)) / total;
      const match = found.get(entry) ?? { name, best: 0, others: 0 };
      match.others += Math.min(score, match.best);
      if (score > match.best) Object.assign(match, { name, best: score });
      found.set(entry, match);
    }
    return found;
  }

  /** How much of the question stands anywhere on each entry. */
  function about(asked) {
    const total = sum(asked.map(({ weight }) => weight));
    const said = new Map();
    for (const { means, weight } of asked) {
      const best = new Map();
      for (const [word, well] of means) {
        for (const entry of users.get(word)) best.set(entry, Math.max(well, best.get(entry) ?? 0));
      }
      for (const [entry, well] of best) said.set(entry, (said.get(entry) ?? 0) + (well * weight) / total);
    }
    return said;
  }

  return (question) => {
    const found = new Map();
    for (const words of waysToAsk(question, users)) {
      const asked = words.map(heard);
      const names = called(asked);
      for (const [entry, share] of about(asked)) {
        const { name = null, best = 0, others = 0 } = names.get(entry) ?? {};
        const fits = (1 - ABOUT) * (best + REST * Math.min(1, others)) + ABOUT * share ** 2;
        const score = fits * (WEIGHT[entry.kind] ?? USUAL);
        if (score > (found.get(entry)?.score ?? 0)) found.set(entry, { entry, name, called: best, score });
      }
    }
    return [...found.values()].sort((a, b) => b.score - a.score);
  };
}
