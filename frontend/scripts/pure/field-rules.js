// The rule `fields` for plain data: what the schema asks, and a twin of each check that the models
// make beyond it (`x-checks`, see `scifi.content.field_checks`). Words are those of `scifi check`.
import { _ } from "../language.js";
import { nearest } from "./nearest.js";

const CITATION = /\[@([a-z0-9]+(?:-[a-z0-9]+)*)\]/g;

/** The source keys that a text cites, in order. */
export const cited = (text) => [...text.matchAll(CITATION)].map((match) => match[1]);

/** A text as spoken: its citation marks taken out. */
export const withoutCitations = (text) => text.replace(/\s*\[@([a-z0-9]+(?:-[a-z0-9]+)*)\]/g, "").trim();

function isDate(text) {
  if (!/^[12][0-9]{3}(-[0-9]{2}(-[0-9]{2})?)?$/.test(text)) {
    return { fix: _("Write a year, a month or a day: 2019, 2019-06 or 2019-06-17.") };
  }
  const [year, month = 1, day = 1] = text.split("-").map(Number);
  const found = new Date(Date.UTC(year, month - 1, day));
  const real = found.getUTCMonth() === month - 1 && found.getUTCDate() === day;
  return real
    ? null
    : {
        what: _("is no date of the calendar: {date}", { date: text }),
        fix: _("Look the date up again; the month has no such day, or the year no such month."),
      };
}

function hasWordsForCard(text) {
  const words = withoutCitations(text).split(/\s+/).filter(Boolean).length;
  return words > 60
    ? {
        what: _("has {words} words, at most 60 are read on a card", { words }),
        fix: _("Say it in 60 words; the rest belongs into the fields below."),
      }
    : null;
}

/** Each check on a text: what is wrong with it and how to mend it, or null. */
const TEXT_CHECKS = {
  strip_whitespace: (text) => (text.trim() ? null : {}),
  _year_as_text: () => null,
  _is_date: isDate,
  _fits_its_last_sign: (orcid) => {
    const signs = orcid.replaceAll("-", "");
    let total = 0;
    for (const digit of signs.slice(0, -1)) total = (total + Number(digit)) * 2;
    const rest = (12 - (total % 11)) % 11;
    return (rest === 10 ? "X" : String(rest)) === signs.at(-1)
      ? null
      : { what: _("is no ORCID iD: its last sign does not fit the others; copy it from your ORCID page") };
  },
  _at_most_60_words: hasWordsForCard,
  _no_markup: (text) =>
    /[<>]|\{[{%#]/.test(text)
      ? {
          what: _("holds < or > or {{: write it in words; pages show text, never markup"),
          fix: _('Write it in words: "less than", "more than".'),
        }
      : null,
  _has_receipt: (text) =>
    cited(text).length
      ? null
      : {
          what: _("has no receipt"),
          fix: _("End it with [@key], where key stands under sources; your own advice with [@ours]."),
        },
};

const isEmpty = (list) => !Array.isArray(list) || !list.length;

/** Each check on a group of fields together. */
const GROUP_CHECKS = {
  _fill_draft: () => null,
  _has_a_place: ({ cities, countries }) =>
    isEmpty(cities) && isEmpty(countries)
      ? {
          what: _("the case study has no place: `cities` and `countries` are both empty"),
          fix: _("Name the city under `cities`; for a trial of a whole country, the country."),
        }
      : null,
};

/** The names of all checks that have a twin here. */
export const CHECKS = [...Object.keys(TEXT_CHECKS), ...Object.keys(GROUP_CHECKS)];

const typeOf = (value) => (Array.isArray(value) ? "array" : value === null ? "null" : typeof value);

/** Whether a value has a type of JSON Schema. */
function has(type, value) {
  if (type === "integer") return Number.isInteger(value);
  return type === undefined || type === typeOf(value);
}

const NOT_A = {
  string: [(said) => _("{field}: {given} is not text", said), () => _("Write text.")],
  number: [(said) => _("{field}: {given} is not a number", said), asNumber],
  integer: [(said) => _("{field}: {given} is not a whole number", said), () => _("Write a whole number.")],
  boolean: [(said) => _("{field}: {given} is not true or false", said), () => _("Write true or false.")],
  array: [
    (said) => _("{field}: {given} is not a list (lines that start with -)", said),
    () => _("Write a list (lines that start with -)."),
  ],
  object: [(said) => _("{field}: {given} is not a group of fields", said), () => _("Write a group of fields.")],
};

/** How to write a text as a number: 33,5 is 33.5, and 10.000 is ten thousand or ten. */
function asNumber({ field, value }) {
  const name = field.split(".").at(-1);
  const text = String(value).trim();
  const grouped = /^(-?[1-9]\d{0,2})[.,](\d{3})$/.exec(text);
  if (grouped) {
    const [, whole, rest] = grouped;
    const values = { name, first: whole + rest, second: `${Number(`${whole}.${rest}`)}`.replace(/^(-?\d+)$/, "$1.0") };
    return _("Write `{name}: {first}` or `{name}: {second}`.", values);
  }
  if (/^-?\d+,\d+$/.test(text)) return _("Write {fields}.", { fields: `\`${name}: ${text.replace(",", ".")}\`` });
  return _("Write a bare number, such as 33.5.");
}

/** A value as a message quotes it: on one line, cut where it is long. */
function shown(value) {
  if (typeOf(value) === "object") return _("a group");
  const text = JSON.stringify(value);
  return text.length <= 60 ? text : `${text.slice(0, 57)}..."`;
}

/** How to write what a pattern of `scifi.model.texts` asks for. */
function patternWords(pattern) {
  const words = [
    ["[12][0-9]{3}", _("Write a year, a month or a day: 2019, 2019-06 or 2019-06-17.")],
    ["^[A-Z]{2}$", _('Write two capital letters in quotes, such as "BE".')],
    ["^[a-z]{2}$", _("Write two small letters, such as nl.")],
    ["^[A-Z]{3}$", _("Write three capital letters, such as EUR.")],
    ["^https?", _("Write a web address that starts with https://.")],
    ["^[a-z0-9]+", _("Use small letters, digits and single hyphens.")],
  ];
  const found = words.find(([start]) => pattern.includes(start));
  return found ? found[1] : _("Write it on one line, without spaces at its ends.");
}

/** Each bound of a number by its name in a schema, and how to mend a number that does not keep it. */
const BOUNDS = [
  {
    name: "exclusiveMinimum",
    holds: (number, bound) => number > bound,
    fix: (bound) => _("Write a number above {bound}.", { bound }),
  },
  {
    name: "minimum",
    holds: (number, bound) => number >= bound,
    fix: (bound) => _("Write a number from {bound} up.", { bound }),
  },
  {
    name: "exclusiveMaximum",
    holds: (number, bound) => number < bound,
    fix: (bound) => _("Write a number below {bound}.", { bound }),
  },
  {
    name: "maximum",
    holds: (number, bound) => number <= bound,
    fix: (bound) => _("Write a number up to {bound}.", { bound }),
  },
];

class Reader {
  constructor(schema) {
    this.schema = schema;
    this.problems = [];
  }

  tell(path, what, fix = _("Change the value so that it fits."), why = "") {
    this.problems.push({ path, rule: "fields", what, why, fix });
  }

  /** A problem of one value, led in by the name of its field. */
  tellValue(path, what, fix) {
    this.tell(path, path.length ? `${path.join(".")}: ${what}` : what, fix);
  }

  followed(schema) {
    return schema.$ref ? { ...this.schema.$defs[schema.$ref.split("/").at(-1)], ...schema, $ref: undefined } : schema;
  }

  value(given, asked, path) {
    const schema = this.followed(asked);
    const isYear = Number.isInteger(given) && given >= 1000 && given <= 2999;
    const value = isYear && schema["x-checks"]?.includes("_year_as_text") ? String(given) : given;
    if (schema.anyOf) return this.oneOf(value, schema, path);
    const choices = schema.enum ?? ("const" in schema ? [schema.const] : null);
    if (choices && !choices.includes(value)) {
      const what = _("{field}: {given} is not a choice", { field: path.join("."), given: shown(value) });
      return this.tell(path, what, nearest(value, choices));
    }
    if (!has(schema.type, value)) return this.wrongType(value, schema.type, path);
    const kind = typeOf(value);
    if (kind === "string") this.text(value, schema, path);
    if (kind === "number") this.number(value, schema, path);
    if (kind === "array") this.list(value, schema, path);
    if (kind === "object") this.group(value, schema, path);
  }

  /** One of several forms: null is one, the others are judged by that of the value's own type. */
  oneOf(value, { anyOf, ...rest }, path) {
    const options = anyOf.map((option) => this.followed(option)).filter(({ type }) => type !== "null");
    if (value === null && options.length < anyOf.length) return;
    const fitting = options.find(({ type }) => has(type, value)) ?? options[0];
    this.value(value, { ...fitting, "x-checks": rest["x-checks"] ?? fitting["x-checks"] }, path);
  }

  wrongType(value, type, path) {
    const [what, fix] = NOT_A[type];
    const said = { field: path.join("."), given: shown(value), value };
    this.tell(path, what(said), fix(said));
  }

  text(text, { minLength = 0, maxLength, pattern, "x-checks": checks = [] }, path) {
    const said = checks.includes("strip_whitespace") ? text.trim() : text;
    const length = [...said].length;
    if (length < minLength) {
      const what = said.trim()
        ? _("is too short: at least {least} characters", { least: minLength })
        : _("this is empty");
      return this.tellValue(path, what, _("Say it in words."));
    }
    if (length > maxLength) {
      const what = _("has {length} characters, at most {limit} fit", { length, limit: maxLength });
      return this.tellValue(path, what, _("Say it shorter."));
    }
    if (pattern && !new RegExp(pattern, "u").test(said)) {
      const what = _("{given} is not written as this field asks", { given: shown(text) });
      return this.tellValue(path, what, patternWords(pattern));
    }
    this.checks(TEXT_CHECKS, checks, said, path);
  }

  checks(twins, names, value, path) {
    for (const name of names) {
      const wrong = twins[name](value);
      if (!wrong) continue;
      const what = wrong.what ?? _("{given} is not written as this field asks", { given: shown(value) });
      this.tellValue(path, what, wrong.fix);
    }
  }

  number(number, schema, path) {
    const wrong = BOUNDS.find(({ name, holds }) => name in schema && !holds(number, schema[name]));
    if (wrong) this.tellValue(path, _("{given} cannot be", { given: shown(number) }), wrong.fix(schema[wrong.name]));
  }

  list(items, { items: asked, minItems: least = 0, "x-checks": checks }, path) {
    if (items.length < least) {
      const what = _("the list has {length} of at least {least}", { length: items.length, least });
      this.tellValue(path, what, _("Give at least {least}.", { least }));
    }
    for (const [at, item] of items.entries()) this.value(item, { ...asked, "x-checks": checks }, [...path, at]);
  }

  group(group, schema, path) {
    for (const name of [...(schema.required ?? []), ...this.alsoRequired(group, schema)]) {
      if (name in group) continue;
      const fix = _("Add `{name}:` and the value after it; it cannot stay open.", { name });
      const what = _('"{field}" is missing', { field: name });
      this.problems.push({ path: [...path, name], rule: "fields", what, fix, missing: true });
    }
    for (const [name, value] of Object.entries(group)) this.field(name, value, schema, [...path, name]);
    this.checks(GROUP_CHECKS, schema["x-checks"] ?? [], group, path);
  }

  /** What a schema asks for under a condition: all but a draft say what became of the pilot. */
  alsoRequired(group, { if: condition, else: otherwise }) {
    if (!condition) return [];
    const holds = Object.entries(condition.properties).every(([name, { const: value }]) => group[name] === value);
    return holds ? [] : otherwise.required;
  }

  field(name, value, { properties = {}, patternProperties = {} }, path) {
    const pattern = Object.keys(patternProperties).find((each) => new RegExp(each, "u").test(name));
    const asked = properties[name] ?? patternProperties[pattern];
    if (asked) return this.value(value, asked, path);
    const why = _("A field nobody reads would be lost without a word.");
    this.tell(path, _('unknown field "{field}"', { field: name }), nearest(name, Object.keys(properties)), why);
  }
}

/** Every field that is missing, unknown or of the wrong type or form. */
export function fields({ data, library }) {
  const reader = new Reader(library.schema);
  reader.value(data, library.schema, []);
  return reader.problems;
}
