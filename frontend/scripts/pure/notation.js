// How a value is written in YAML; the twin of src/scifi/content/notation.py, same characters.

export const WIDTH = 120;

/** What some reader of YAML takes for something other than text. */
const NOT_TEXT = new RegExp(
  `^(${[
    "|~|null|true|false|y|n|yes|no|on|off",
    "[-+]?[0-9_]*\\.?[0-9_]*(e[-+]?[0-9]*)?", // a number, perhaps with digits in groups
    "[-+]?[0-9][0-9_]*(:[0-5]?[0-9])+(\\.[0-9_]*)?", // base 60
    "0[xob][0-9a-f_]+",
    "[-+]?\\.(inf|nan)",
  ].join("|")})$`,
  "i",
);

/** What begins or ends something in YAML, and so cannot stand in a text without quotes. */
const MISLEADING = /^[-?:,[\]{}#&*!|>'"%@\x60\s]|:\x20|\x20#|\t|\n|:$|\s$/;

const UNPRINTABLE = /(?![\t\n])[\p{Cc}\p{Cs}\u2028\u2029\ufeff\ufffe\uffff]/u;
const LIKE_THOUSANDS = /^-?[1-9][0-9]{0,2}\.[0-9]{3}$/;
const WORD = /^(?!TODO$)[A-Za-z0-9]+(-[A-Za-z0-9]+)*$/;
const BREAK = /(?<=[^ \t]) (?=[^ \t])/;

/** How many characters a text has; those outside the first plane count as one. */
const length = (text) => [...text].length;

/** A text, number, truth value or null on one line; `inside` are signs that need quotes too. */
export function scalar(value, inside = "") {
  if (typeof value === "number") return number(value);
  if (typeof value !== "string") return String(value);
  return needsQuotes(value, inside) ? quoted(value) : value;
}

/** `13.125` gets a zero at its end: half of Europe would read it as thirteen thousand. */
const number = (value) => (LIKE_THOUSANDS.test(value) ? `${value}0` : String(value));

const needsQuotes = (text, inside) =>
  NOT_TEXT.test(text) ||
  MISLEADING.test(text) ||
  UNPRINTABLE.test(text) ||
  [...inside].some((sign) => text.includes(sign));

const quoted = (text) =>
  JSON.stringify(text).replace(
    new RegExp(UNPRINTABLE, "gu"),
    (sign) => `\\u${sign.codePointAt(0).toString(16).padStart(4, "0")}`,
  );

/** A list in brackets: of ids, or a row of a table (`nested`); null if it does not fit in `room`. */
export function shortList(items, room, nested) {
  if (items.some((item) => item !== null && typeof item === "object")) return null;
  if (!nested && !items.every((item) => typeof item === "string" && WORD.test(item))) return null;
  const text = `[${items.map((item) => scalar(item, ",[]{}")).join(", ")}]`;
  return length(text) <= room ? text : null;
}

/** A text as what stands behind its name, in `room` characters, and the lines below. */
export function text(value, room, roomBelow) {
  const line = scalar(value);
  const lines = value.split("\n");
  if (UNPRINTABLE.test(value) || value !== strip(value, " \t\n")) return [line];
  if (lines.some((part) => part !== strip(part, " \t"))) return ["|-", ...lines];
  const escaped = line !== value && /[\t\n"\\]/.test(value);
  if (!escaped && (length(line) <= room || !BREAK.test(value))) return [line];
  return [">-", ...folded(lines, roomBelow)];
}

/** A text without these signs at its ends. */
export function strip(value, signs) {
  let [start, end] = [0, value.length];
  while (start < end && signs.includes(value[start])) start += 1;
  while (end > start && signs.includes(value[end - 1])) end -= 1;
  return value.slice(start, end);
}

/** Lines of at most `room` characters; a line break of the text is an empty line more. */
const folded = (lines, room) =>
  lines.flatMap((line, number) => [...(number ? [""] : []), ...(line ? wrapped(line, room) : [])]);

function wrapped(line, room) {
  const lines = [];
  for (const word of line.split(BREAK)) {
    const longer = `${lines.at(-1)} ${word}`;
    if (lines.length && length(longer) <= room) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}
