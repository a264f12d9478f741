// One answer to one gap: what an address asks for, what was typed, and the file made from it.

const FIELD = /^#([a-z]+)\/([a-z0-9-]+)\/([a-z_]+(?:\[\d+\])?(?:\.[a-z_]+(?:\[\d+\])?)*)$/;

/** Kind, id and field that an address names behind #; null if it names none. */
export function asked(hash) {
  const [, kind, id, field] = FIELD.exec(hash.replaceAll("%5B", "[").replaceAll("%5D", "]")) ?? [];
  return kind ? { kind, id, field } : null;
}

// Signs that nobody sees come along when one copies from a document; no file takes them.
const UNSEEN = /\p{C}|\p{Variation_Selector}|[\u115f\u1160\u2800\u3164\uffa0]/gu;

/** A text as a file holds it: one line, without signs that nobody sees. */
export const plain = (text) => text.replace(/\s+/gu, " ").replace(UNSEEN, "").trim();

function isDay(text) {
  const [year, month = 1, day = 1] = text.split("-").map(Number);
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

function number(text) {
  const digits = text.replace(/\s/g, "").replace("−", "-").replace(",", ".");
  // 10.000 is ten here and ten thousand there.
  if (/^[-+]?[1-9]\d{0,2}(\.\d{3})+$/.test(digits)) return { problem: "thousands" };
  return /^[-+]?\d+(\.\d+)?$/.test(digits) ? { value: Number(digits) } : { problem: "number" };
}

const letters = (count, problem) => (text) => {
  const value = text.toUpperCase();
  return value.length === count && /^[A-Z]+$/.test(value) ? { value } : { problem };
};

const words = (most) => (value) => {
  if (/[<>]|\{[{%#]/.test(value)) return { problem: "markup" };
  return value.length > most ? { problem: "long" } : { value };
};

const READ = {
  date: (text) => (/^[12]\d{3}(-\d\d(-\d\d)?)?$/.test(text) && isDay(text) ? { value: text } : { problem: "date" }),
  number,
  country: letters(2, "country"),
  currency: letters(3, "currency"),
  choice: (value) => ({ value }),
  text: words(200),
  // Room for the receipt that is put behind it.
  long: words(1900),
  url: (text) => (/^https?:\/\/[^\s<>"']{1,490}$/.test(text) ? { value: text } : { problem: "url" }),
};

/** What was typed into one box: a `value`, null if it may stay empty, or the name of a `problem`. */
export function read(input, text, needed) {
  const typed = plain(text);
  if (typed) return READ[input](typed);
  return needed ? { problem: "empty" } : { value: null };
}

/** The boxes of a source, with what one types into each. */
export const SOURCE = [
  { name: "title", input: "text", needed: true },
  { name: "publisher", input: "text", needed: true },
  { name: "url", input: "url", needed: true },
  { name: "date", input: "date", needed: false },
];

/** Values by name, and problems by name led by `group`, of several boxes. */
function readAll(boxes, typed, group) {
  const found = boxes.map(({ name, input, needed }) => [name, read(input, typed[name] ?? "", needed)]);
  return {
    values: Object.fromEntries(found.map(([name, { value }]) => [name, value])),
    problems: Object.fromEntries(
      found.filter(([, { problem }]) => problem).map(([name, { problem }]) => [`${group}-${name}`, problem]),
    ),
  };
}

function shaped(shape, values) {
  if (shape === "group") return values;
  return shape === "item" ? [values] : values[""];
}

/**
 * What was typed, as the `answer` of a file; or `problems` by the name of their box.
 *
 * `gap` is the question with its file, field and present value; `typed` holds the texts of all boxes
 * in the groups `now` and `source`, and `by` and `note`; `today` is the day on which it was read.
 */
export function answered(gap, typed, today) {
  const now = readAll(gap.parts, typed.now, "now");
  const wanted = gap.sourced || Object.values(typed.source).some((text) => plain(text));
  const source = wanted ? readAll(SOURCE, typed.source, "source") : { values: null, problems: {} };
  const note = read("long", typed.note, false);
  const problems = { ...now.problems, ...source.problems, ...(note.problem ? { note: note.problem } : {}) };
  if (Object.keys(problems).length) return { problems };
  const answer = { file: gap.file, field: gap.field, was: gap.was, now: shaped(gap.shape, now.values) };
  if (source.values) answer.source = { ...source.values, read: today };
  if (typed.by) answer.by = typed.by;
  if (note.value) answer.note = note.value;
  return { problems, answer };
}

/** A value as YAML after its name or dash; every text in quotes, so that it means itself. */
function lines(lead, value, indent) {
  const space = " ".repeat(indent);
  if (Array.isArray(value) && value.length) {
    const items = value.map((item) => `${space}  - ${fields(item, indent + 4).slice(indent + 4)}`);
    return `${space}${lead}\n${items.join("")}`;
  }
  if (value && typeof value === "object" && !Array.isArray(value)) {
    return `${space}${lead}\n${fields(value, indent + 2)}`;
  }
  return `${space}${lead} ${JSON.stringify(value)}\n`;
}

const fields = (group, indent) =>
  Object.entries(group)
    .map(([name, value]) => lines(`${name}:`, value, indent))
    .join("");

/** The text of an answer file. */
export const file = (answer) => fields(answer, 0);
