// One way in which every search of the site compares words: street light, street-light and streetlight are the same.

/** Letters that are not an accent on another letter. */
const LETTERS = { æ: "ae", œ: "oe", ø: "o", ß: "ss", ł: "l", đ: "d", ð: "d", þ: "th", ħ: "h", ı: "i" };

// Words that say nothing about what is sought. "no", "not", "only" and "nobody" do.
const STOP = new Set(
  (
    "a an and are as at be been but by can do does for from had has have he her his i if in into is it its " +
    "me my of on or our she so than that the their them then there they this to too up us was we were what " +
    "when which who will with would you your"
  ).split(" "),
);

/** Letters of a part that a word may be divided into, and of the whole: "carpark" is, "person" is not. */
const PART = 3;
const WHOLE = 7;

/** From how many letters on a part of a word is looked for inside it, too: "Beleuchtung" in "Straßenbeleuchtung". */
const INSIDE = 5;

/** A text without case, accents and signs above or below the line; the twin of src/scifi/folding.py. */
export function fold(text) {
  return text
    .toLowerCase()
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .replace(/[æœøßłđðþħı]/g, (letter) => LETTERS[letter]);
}

/** The folded words of a text: "won't" is one word, and the article of "l'eau" is none. */
export function wordsOf(text) {
  return fold(text)
    .replace(/\b(?:[cdjlmnst]|qu|dell|all|nell)['’]/g, " ")
    .replace(/['’]/g, "")
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
}

/** The same, with a word in parts written as one: "on-demand" is "ondemand". */
export const wordsJoined = (text) => wordsOf(text.replace(/(?<=\p{L})[-‐‑](?=\p{L})/gu, ""));

/** The words of a text and those in parts as one besides, as an index reads them. */
export const wordsToIndex = (text) => [...new Set([...wordsOf(text), ...wordsJoined(text)])];

/** A folded word as it is compared: one for many, "city" for "cities"; null for a word that says nothing. */
export function term(word) {
  if (STOP.has(word)) return null;
  if (word.length > 4 && word.endsWith("ies")) return `${word.slice(0, -3)}y`;
  return word.length > 3 && word.endsWith("s") && !word.endsWith("ss") ? word.slice(0, -1) : word;
}

/** The terms of words. */
export const terms = (words) => words.map(term).filter((word) => word !== null);

/** A word as two that are known; none where it cannot be divided so. */
function parted(word, knows) {
  for (let at = PART; word.length >= WHOLE && at <= word.length - PART; at += 1) {
    const parts = terms([word.slice(0, at), word.slice(at)]);
    if (parts.length === 2 && parts.every(knows)) return parts;
  }
  return [];
}

/**
 * What a question asks for: for each of its words the ways of writing it, each a list of terms.
 *
 * Two words that are known as one may be written so, and one word as two that are known; `knows`
 * tells whether a term stands anywhere in what is searched.
 *
 * [[["street", "light"], ["streetlight"]], [["broken"]]]
 */
export function asked(question, knows) {
  const words = wordsOf(question);
  const found = [];
  for (let at = 0; at < words.length; at += 1) {
    const pair = words.slice(at, at + 2);
    const one = terms([pair.join("")]);
    if (pair.length === 2 && terms(pair).length && one.every(knows)) {
      found.push([terms(pair), one]);
      at += 1;
    } else {
      found.push([terms([words[at]]), parted(words[at], knows)]);
    }
  }
  return found.map((ways) => ways.filter((way) => way.length)).filter((ways) => ways.length);
}

/**
 * A search in a list that is short enough to need no index: a function from a question to whether
 * each text fits. Every word must be there: its beginning, or of a longer one any part.
 */
export function listSearch(texts) {
  const rows = texts.map(wordsToIndex).map((words) => [...new Set([...words, ...terms(words)])]);
  const known = new Set(rows.flat());
  const lines = rows.map((words) => ` ${words.join(" ")}`);
  return (question) => {
    const sought = asked(question, (word) => known.has(word));
    const has = (line) => (word) => line.includes(word.length < INSIDE ? ` ${word}` : word);
    return lines.map((line) => sought.every((ways) => ways.some((words) => words.every(has(line)))));
  };
}
