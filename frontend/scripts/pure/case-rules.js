// What `scifi check` finds in a case study, found while one writes: a twin of each rule of
// `scifi.content.checks` that can be broken in the form, in the same words. A test holds the two
// together: a rule has its twin in RULES, or a line in WITHOUT_TWIN that says why it needs none.
import { _ } from "../language.js";
import { cited, fields, withoutCitations } from "./field-rules.js";
import { nearest } from "./nearest.js";

export const WITHOUT_TWIN = {
  "readable-file": "the form writes the file",
  "file-place": "the form names the folder",
  "short-text": "no field of the form takes that much",
  "own-file": "the form names the folder",
  "usable-name": "such names are among those taken",
  "harmless-prose": "it is about chapters and pages",
  "page-head": "it is about pages",
  "worksheet-rows": "it is about worksheets",
  drawing: "it is about chapters",
  "whole-text": "the form puts in quotes what needs them",
  "unique-keys": "the form writes each field once",
  "plain-scalars": "the form puts in quotes what needs them",
  "known-class": "a case study names no class",
  redirects: "it is about data/redirects.yml",
  "former-id": "the form offers the names of today, and known-id refuses others",
  "present-form": "the form writes the fields of today",
  "told-apart": "of a title it makes a remark, and a case study has no order",
  "needed-exception": "the form writes no comments",
  "place-in-country": "it is about cities",
  "plain-text": "it makes a remark and refuses nothing",
  "outside-source": "it is about laws, funding lines and chapters",
  "checked-lately": "it is about laws and funding lines",
  "chapter-macros": "it is about chapters",
  "chapter-markup": "it is about chapters",
  "markdown-shape": "it is about chapters",
  "number-receipt": "it is about chapters",
  "key-points": "it is about chapters",
  "contract-blanks": "it is about worked pilots",
  "worked-sums": "it is about worked pilots",
};

const OURS = "ours";

const isGroup = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
const isNumber = (value) => typeof value === "number";
const groupsIn = (list) => (Array.isArray(list) ? [...list.entries()].filter(([, item]) => isGroup(item)) : []);

/** Plain data and all that is in it, each with its path, outermost first. */
function* walk(value, path = []) {
  yield [path, value];
  if (Array.isArray(value)) for (const [at, item] of value.entries()) yield* walk(item, [...path, at]);
  if (isGroup(value)) for (const [name, item] of Object.entries(value)) yield* walk(item, [...path, name]);
}

/** A case study as rules look at it: all values, texts with and without those of its sources. */
function read(id, data, library) {
  const values = [...walk(data)];
  const all = values.filter(([, value]) => typeof value === "string");
  return {
    id,
    data,
    library,
    all,
    texts: all.filter(([path]) => path[0] !== "sources"),
    groups: values.filter(([, value]) => isGroup(value)),
    lists: values.filter(([, value]) => Array.isArray(value)),
    sources: isGroup(data.sources) ? data.sources : {},
  };
}

// Letters and marks by their category, yet nothing is drawn for them.
const FILLERS = /\u034f|\u115f|\u1160|\u17b4|\u17b5|\u180b|\u180c|\u180d|\u180f|\u2800|\u3164|\uffa0/u;
const UNSEEN = /(?!\n)[\p{C}\p{Zl}\p{Zp}]/u;

function visibleText({ all, sources }) {
  const found = [...all, ...Object.keys(sources).map((key) => [["sources", key], key])];
  return found.flatMap(([path, text]) => {
    const sign = UNSEEN.exec(text)?.[0] ?? FILLERS.exec(text)?.[0];
    if (sign === undefined) return [];
    const code = `U+${sign.codePointAt(0).toString(16).toUpperCase().padStart(4, "0")}`;
    return { path, what: _("there is an invisible character ({code})", { code }) };
  });
}

function fileName({ id }) {
  if (/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id) && id.length <= 80) return [];
  return {
    path: ["id"],
    what: _('the file name "{name}" cannot be an id', { name: id }),
    why: _("The file name becomes the page's address, which never changes."),
    fix: _("Use small letters a to z, digits and single hyphens, at most 80 characters."),
  };
}

function freeAddress({ id, library }) {
  if (library.former.includes(id)) {
    return {
      path: ["id"],
      what: _('the name "{id}" was that of a former entry', { id }),
      why: _("Whoever has its address is to find what took its place, and nothing else."),
      fix: _("Rename the file, such as {name}; if it was never gone, delete its line in {list}.", {
        name: `${id}-2.yml`,
        list: "data/redirects.yml",
      }),
    };
  }
  if (!library.taken.includes(id)) return [];
  return {
    path: ["id"],
    what: _('the name "{id}" is taken by a page of the site', { id }),
    why: _("The id becomes the page's address, and an address leads to one page."),
    fix: _("Rename the file, such as {name}.", { name: `${id}-2.yml` }),
  };
}

const STUB = /(?<![\p{L}\p{N}_])(?:TODO|TBD|FIXME|XXX)(?![\p{L}\p{N}_])|\?\?\?|lorem ipsum/u;

function finished({ all, texts }) {
  const stubs = all.flatMap(([path, text]) => {
    const word = (STUB.exec(text) ?? /lorem ipsum/i.exec(text))?.[0];
    if (!word) return [];
    return {
      path,
      what: _("this still says {word}", { word }),
      why: _("The site shows no stubs."),
      fix: _("Write the text, or null (for a list []) where nothing is known."),
    };
  });
  const receipts = texts
    .filter(([, text]) => text.startsWith("[@") && !withoutCitations(text))
    .map(([path]) => ({
      path,
      what: _("there is a receipt and nothing else"),
      why: _("A source proves a statement; here is none."),
      fix: _("Write the statement in front of it."),
    }));
  return [...stubs, ...receipts];
}

const NOTHING = /^(?:n\/a|n\. ?a\.|k\. ?a\.|tba|-+|\?+|\.{3}|\u2026|\u2013|\u2014)$/i;

const nullForUnknown = ({ all }) =>
  all
    .filter(([, text]) => text.trim().length <= "k. A.".length && NOTHING.test(text.trim()))
    .map(([path, sign]) => ({
      path,
      what: _('"{sign}" stands for something unknown', { sign }),
      why: _("Null is counted as a gap and asked for; a sign is a value like any other."),
      fix: _("Write null without quotes; in a list, delete the line."),
    }));

/** Every id that a case study names: its path, the kind, the id. */
function* references(data, kinds, path = []) {
  if (Array.isArray(data)) for (const [at, item] of data.entries()) yield* references(item, kinds, [...path, at]);
  if (!isGroup(data)) return;
  for (const [name, value] of Object.entries(data)) {
    const kind = kinds[name];
    const listed = kind && Array.isArray(value) ? [...value.entries()] : [];
    if (kind && typeof value === "string") yield [[...path, name], kind, value];
    else if (!listed.length) yield* references(value, kinds, [...path, name]);
    for (const [at, item] of listed) {
      if (typeof item === "string") yield [[...path, name, at], kind, item];
      else yield* references(item, kinds, [...path, name, at]);
    }
  }
}

function knownId({ data, library }) {
  const known = (kind) => Object.keys(library.titles[kind] ?? {});
  return [...references(data, library.kinds)]
    .filter(([, kind, id]) => !known(kind).includes(id))
    .map(([path, kind, id]) => ({
      path,
      what: _('unknown {kind} "{id}"', { kind, id }),
      why: _("The page would link to nothing."),
      fix: nearest(id, known(kind)),
    }));
}

function ownLink({ id, data, library, lists }) {
  const again = (path, named) => ({
    path,
    what: _('"{id}" is named twice', { id: named }),
    why: _("It would be shown twice, and counted twice."),
    fix: _("Delete one of the two."),
  });
  const seen = new Set();
  const links = [...references(data, library.kinds)].flatMap(([path, kind, named]) => {
    const inList = typeof path.at(-1) === "number" && `${path.slice(0, -1)} ${named}`;
    const isTwice = inList && seen.has(inList);
    if (inList) seen.add(inList);
    if (kind === "casestudy" && named === id) {
      return {
        path,
        what: _("the entry names itself"),
        why: _("The link would lead to the page that it stands on."),
        fix: _("Delete it, or name the entry that is meant."),
      };
    }
    return isTwice ? again(path, named) : [];
  });
  const words = lists
    .filter(([path]) => !(path.at(-1) in library.kinds))
    .flatMap(([path, items]) => {
      const at = items.findIndex((item, place) => typeof item === "string" && items.indexOf(item) < place);
      return at < 0 ? [] : again([...path, at], items[at]);
    });
  return [...links, ...words];
}

const NO_CODE = {
  country: (code) => _('"{code}" is no country', { code }),
  currency: (code) => _('"{code}" is no currency', { code }),
  lang: (code) => _('"{code}" is no language', { code }),
};

function knownCode({ groups, library }) {
  const unknown = (path, field, code) => {
    const form = { country: /^[A-Z]{2}$/, currency: /^[A-Z]{3}$/, lang: /^[a-z]{2}$/ }[field];
    if (typeof code !== "string" || !form.test(code) || library.codes[field].includes(code)) return [];
    return {
      path,
      what: NO_CODE[field](code),
      why: _("Names, filters and sums follow from the code."),
      fix: nearest(code, library.codes[field]),
    };
  };
  return groups.flatMap(([path, group]) => [
    ...Object.keys(NO_CODE).flatMap((field) => unknown([...path, field], field, group[field])),
    ...(Array.isArray(group.countries) ? group.countries : []).flatMap((code, at) =>
      unknown([...path, "countries", at], "country", code),
    ),
  ]);
}

function knownVariant({ groups, library }) {
  const unknown = (path, { variant }, known) =>
    typeof variant !== "string" || known.includes(variant)
      ? []
      : {
          path: [...path, "variant"],
          what: _('unknown variant "{id}"', { id: variant }),
          why: _("Effects are counted by variant of a solution that the case names."),
          fix: nearest(variant, known),
        };
  const below = (field) => groups.filter(([path]) => path[0] === field);
  const variants = (group) => library.variants[group.solution] ?? [];
  const all = below("solutions").flatMap(([, group]) => variants(group));
  return [
    ...below("solutions").flatMap(([path, group]) => unknown(path, group, variants(group))),
    ...below("results").flatMap(([path, group]) => unknown(path, group, all)),
  ];
}

/** Every source key that is cited: its path, the key, whether a field `source` holds it. */
const citations = ({ groups, texts }) => [
  ...groups
    .filter(([, { source }]) => typeof source === "string")
    .map(([path, { source }]) => [[...path, "source"], source, true]),
  ...texts.flatMap(([path, text]) => cited(text).map((key) => [path, key, false])),
];

function knownSource(document) {
  const known = Object.keys(document.sources);
  const missing = citations(document)
    .filter(([, key, inField]) => !known.includes(key) && (key !== OURS || inField))
    .map(([path, key]) => ({
      path,
      what: _('source "{key}" is not listed under "sources"', { key }),
      why: _("Every receipt has to lead to a page one can open."),
      fix: nearest(key, known),
    }));
  const marks = document.texts.flatMap(([path, text]) =>
    almostCited(text, known).map(([mark, key]) => ({
      path,
      what: _('"{mark}" is not a citation', { mark }),
      why: _("It would be printed as it stands instead of leading to a source."),
      fix: key
        ? _("Write [@{key}].", { key })
        : _("Write one key in each pair of brackets: [@first-key][@second-key]."),
    })),
  );
  return [...missing, ...marks];
}

const LETTERS = "[\\p{L}\\p{N}_-]";
const LOOSE = new RegExp(
  [
    "\\[@[^\\]\\s]*\\]?", // begun right: [@Key], [@a, or never closed
    `[[({<\uff3b\uff08\u3010]\\s*[@\uff20]\\s*${LETTERS}+\\s*[\\])}>\uff3d\uff09\u3011]`, // other brackets
    `(?<![\\p{L}\\p{N}_.@/+-])[@\uff20]${LETTERS}+`, // no brackets at all
  ].join("|"),
  "gu",
);
const KEY_ALONE = new RegExp(`\\[\\^?\\s*(${LETTERS}+)\\s*\\](?![(\\[:])`, "gu");

/** Marks that look like a citation and are none, each with the key that is meant, or without. */
function almostCited(text, known) {
  const bare = text
    .replace(/\[@[a-z0-9]+(?:-[a-z0-9]+)*\]/g, " ")
    .replace(/https?:\/\/\S+|`[^`]*`|\{\{[^{}\n]*\}\}/g, " ");
  const keys = [...known, OURS];
  const meant = (mark) => {
    const names = mark.toLowerCase().match(new RegExp(`${LETTERS}+`, "gu")) ?? [];
    return names.length === 1 && keys.includes(names[0]) ? names[0] : "";
  };
  const loose = [...bare.matchAll(LOOSE)].map(([mark]) => [mark, meant(mark)]);
  const alone = [...bare.replace(LOOSE, " ").matchAll(KEY_ALONE)].filter(([, key]) => keys.includes(key));
  return [...loose.filter(([mark, key]) => key || mark.startsWith("[@")), ...alone.map(([mark, key]) => [mark, key])];
}

/** A text without marks that look like a citation and are none. */
const withoutMarks = (text, known) =>
  almostCited(text, known).reduce((bare, [mark]) => bare.replaceAll(mark, " "), text);

function usedSource(document) {
  const used = citations(document).map(([, key]) => key);
  const wrong = (key) =>
    key === OURS
      ? {
          what: _('a source cannot be called "ours"'),
          why: _("[@ours] marks our own advice."),
          fix: _("Give the source another key."),
        }
      : {
          what: _('source "{key}" is never cited', { key }),
          why: _("Sources that support nothing make a page look better founded than it is."),
          fix: _("Cite it with [@{key}] where it supports something, or delete it.", { key }),
        };
  return Object.keys(document.sources)
    .filter((key) => key === OURS || !used.includes(key))
    .map((key) => ({ path: ["sources", key], ...wrong(key) }));
}

/** The host of an address in small letters; empty for one that cannot be read. */
const hostOf = (url) => (/^[a-z][a-z0-9+.-]*:\/\/(?:[^/?#]*@)?([^/?#:]*)/i.exec(url)?.[1] ?? "").toLowerCase();

function isRefused(host, names) {
  const labels = host.split(".");
  const isNamed = (name) => (name.includes(".") ? `.${host}`.endsWith(`.${name}`) : labels.includes(name));
  return host.includes("proxy") || names.some(isNamed);
}

function primarySource({ sources, library }) {
  return Object.entries(sources).flatMap(([key, source]) => {
    const host = isGroup(source) && typeof source.url === "string" ? hostOf(source.url).replace(/\.+$/, "") : "";
    if (!isRefused(host, library.refused)) return [];
    return {
      path: ["sources", key, "url"],
      what: _('"{host}" shows what others published', { host }),
      why: _("A copy can vanish or change, and nobody sees who stands behind it."),
      fix: _("Link the page of its publisher or its DOI, or leave out source and claim."),
    };
  });
}

const count = (text, sign) => text.split(sign).length - 1;

/** What keeps a stranger from opening an address; empty for nothing, and for no address. */
function addressFault(url, ownNetwork) {
  if (!/^https?:\/\//.test(url)) return "";
  const host = hostOf(url).replace(/\.+$/, "");
  if (/^https?:\/*https?:?\//.test(url) && count(url, "://") > 1) return _("the address has https:// twice");
  if (/[.,;]$/.test(url) || (url.endsWith(")") && count(url, "(") < count(url, ")"))) {
    return _('the address ends in "{sign}"', { sign: url.at(-1) });
  }
  if (url.split("/")[2].includes("@")) return _("the address has a name or password in it");
  const isOwn = !host.includes(".") || /^[\d.]+$/.test(host) || ownNetwork.some((end) => host.endsWith(end));
  return isOwn ? _('"{host}" is no host that others can reach', { host }) : "";
}

const webAddress = ({ groups, library }) =>
  groups
    .filter(([, { url }]) => typeof url === "string")
    .map(([path, { url }]) => [path, addressFault(url, library.ownNetwork)])
    .filter(([, what]) => what)
    .map(([path, what]) => ({
      path: [...path, "url"],
      what,
      why: _("A reader who wants to check it has to be able to open it."),
      fix: _("Open the page, and copy its address from the browser."),
    }));

const measuredPeriod = ({ data }) =>
  groupsIn(data.results)
    .filter(([, { kind, period }]) => kind === "measured" && !period)
    .map(([at]) => ({
      path: ["results", at, "period"],
      what: _("a measured result has no period"),
      why: _("Without its period nobody can compare or repeat the measurement."),
      fix: _("Fill in `period`, or call the result `reported` if no source names one."),
    }));

const missing = (value) => value === null || value === undefined;

/** Whether a number in this unit is itself a difference: "% less" is, "kWh/year" is not. */
const statesChange = (unit) => ["less", "more", "better", "earlier"].includes(String(unit).trim().split(/\s+/).at(-1));

const comparedResult = ({ data }) =>
  groupsIn(data.results)
    .filter(
      ([, { comparison, value, baseline, unit }]) =>
        ["control-group", "other-form"].includes(comparison) &&
        !missing(value) &&
        missing(baseline) &&
        !statesChange(unit),
    )
    .map(([at]) => ({
      path: ["results", at, "comparison"],
      what: _("a compared result shows one side only"),
      why: _("A comparison nobody can see is none."),
      fix: _('Fill in `baseline`, or give the difference in a unit such as "% less".'),
    }));

function fittingUnit({ data, library }) {
  return groupsIn(data.results)
    .filter(([, { indicator, unit }]) => indicator in library.units && !library.units[indicator].includes(unit))
    .map(([at, { indicator, unit }]) => ({
      path: ["results", at, "unit"],
      what: _('"{indicator}" is not counted in "{unit}"', { indicator, unit }),
      why: _("Results of one indicator share one axis."),
      fix: nearest(unit, library.units[indicator]),
    }));
}

function datesInOrder({ groups }) {
  return groups.flatMap(([path, group]) => {
    const [start, end] = [String(group.start || ""), String(group.end || "")];
    // Dates of different precision compare on what both say: 2019 and 2019-06 agree.
    const common = Math.min(start.length, end.length);
    if (end.slice(0, common) >= start.slice(0, common)) return [];
    return {
      path: [...path, "end"],
      what: _("the end {end} lies before the start {start}", { start, end }),
      why: _("Nothing can end before it begins."),
      fix: _("Check both dates against the source."),
    };
  });
}

function interval(path, { interval: ends, value }) {
  if (!isGroup(ends) || ![ends.low, ends.high, value].every(isNumber)) return [];
  if (ends.low <= value && value <= ends.high) return [];
  return {
    path: [...path, "interval"],
    what: _("the interval from {low} to {high} does not hold {value}", { ...ends, value }),
    why: _("An interval of confidence lies around its result."),
    fix: _("Check signs and unit: both ends are in the unit of the result."),
  };
}

function range(path, { value, value_to: high }) {
  if (!isNumber(high) || (isNumber(value) && high > value)) return [];
  return {
    path: [...path, "value_to"],
    what: _("the range from {low} to {high} does not rise", { low: value, high }),
    why: _("A range has a lower end, `value`, and an upper end, `value_to`."),
    fix: _("Swap the two, or leave `value_to` out."),
  };
}

const rangeInOrder = ({ groups }) =>
  groups.flatMap(([path, group]) => [interval(path, group), range(path, group)].flat());

const DATES = ["start", "end", "date", "read", "confirmed", "checked", "closes"];
const DONE = ["read", "confirmed", "checked"];

const asDate = (value) => (/^\d{4}(-\d\d){0,2}$/.test(String(value)) ? String(value) : "");

function dateFault(name, text, today) {
  const year = Number(text.slice(0, 4));
  if (!text) return "";
  if (year < 1900 || year > 2100) return _("the year {year} cannot be meant", { year });
  const isToCome = DONE.includes(name) && text > today.slice(0, text.length);
  return isToCome ? _("{date} is still to come", { date: text }) : "";
}

function possibleDate({ groups, library }) {
  const today = library.today ?? new Date().toISOString().slice(0, 10);
  const impossible = (path, what) => ({
    path,
    what,
    why: _("A date that cannot be makes readers doubt all others."),
    fix: _("Look the date up again: year, month, day."),
  });
  return groups.flatMap(([path, group]) => {
    const found = DATES.map((name) => [name, dateFault(name, asDate(group[name]), today)])
      .filter(([, what]) => what)
      .map(([name, what]) => impossible([...path, name], what));
    const [published, read] = [asDate(group.date), asDate(group.read)];
    const common = Math.min(published.length, read.length);
    const isBefore = published && read && read.slice(0, common) < published.slice(0, common);
    return isBefore ? [...found, impossible([...path, "read"], _("it was read before it was published"))] : found;
  });
}

function possibleNumber({ groups, library }) {
  const impossible = (path, what) => ({
    path,
    what,
    why: _("It is a slip, and a chart would show it all the same."),
    fix: _("Check sign and unit against the source."),
  });
  return groups.flatMap(([path, group]) => {
    const unit = typeof group.unit === "string" ? group.unit : "";
    const words = unit.trim().split(/\s+/);
    const isShare = unit.startsWith("% of ") && !library.noShares.includes(words.at(-1));
    const isLess = unit.startsWith("%") && words[1] === "less";
    const outside = ["value", "value_to", "baseline"]
      .filter((name) => isNumber(group[name]))
      .filter((name) => (isShare && (group[name] < 0 || group[name] > 100)) || (isLess && group[name] > 100))
      .map((name) => impossible([...path, name], _("{value} {unit} cannot be", { value: group[name], unit })));
    const negative = ["amount", "value"]
      .filter((name) => "currency" in group && isNumber(group[name]) && group[name] < 0)
      .map((name) => impossible([...path, name], _("{value} is less than nothing", { value: group[name] })));
    return [...outside, ...negative];
  });
}

const WORD = "[\\p{L}\\p{N}_]";
const GROUPED = new RegExp(
  `(?<![\\p{L}\\p{N}_.,/:@-])[1-9]\\d{0,2}(?:\\.\\d{3})+` +
    `(?![\\d.,-]*\\d|${WORD}| ?(?:million|billion|m(?!${WORD})|bn(?!${WORD})))`,
  "gu",
);

const clearNumber = ({ texts }) =>
  texts.flatMap(([path, text]) =>
    [...text.replace(/https?:\/\/\S+|`[^`]*`/g, "").matchAll(GROUPED)].map(([number]) => ({
      path,
      what: _('"{number}" in a sentence can be read in two ways', { number }),
      why: _("Half of Europe groups thousands by points, and others see a fraction."),
      fix: _("Write {number}.", { number: number.replaceAll(".", ",") }),
    })),
  );

const UNIT_FIELDS = ["unit", "units"];

const perCent = ({ texts }) =>
  texts
    .filter(([path]) => !path.slice(-2).some((part) => UNIT_FIELDS.includes(part)))
    .flatMap(([path, text]) =>
      [...text.matchAll(/(?<![\d.,])\d[\d.,]*\s?%/g)].map(([sign]) => ({
        path,
        what: _('"{number}" in a sentence', { number: sign }),
        why: _("One style is easier to read, and to search for."),
        fix: _("Write {number} per cent.", { number: sign.replace(/[%\s]+$/, "") }),
      })),
    );

/** Characters that no typeface of the papers has; those of wrong citations are told as such. */
function printableText({ all, sources, library }) {
  const known = new Set(library.printable);
  const bare = ([path, text]) => [path, path[0] === "sources" ? text : withoutMarks(text, Object.keys(sources))];
  return all.map(bare).flatMap(([path, text]) =>
    [...new Set(text)]
      .filter((sign) => sign > "\u007f" && !known.has(sign))
      .map((character) => ({
        path,
        what: _('no typeface has the character "{character}" ({code})', {
          character,
          code: `U+${character.codePointAt(0).toString(16).toUpperCase().padStart(4, "0")}`,
        }),
        why: _("On paper it would be a number in brackets."),
        fix: _("Say it in words, or in Latin letters."),
      })),
  );
}

/** Each rule of `scifi check` that a case study can break, by its name. */
export const RULES = {
  "visible-text": visibleText,
  "printable-text": printableText,
  "file-name": fileName,
  "free-address": freeAddress,
  finished,
  "null-for-unknown": nullForUnknown,
  fields,
  "known-id": knownId,
  "known-variant": knownVariant,
  "known-code": knownCode,
  "own-link": ownLink,
  "known-source": knownSource,
  "used-source": usedSource,
  "primary-source": primarySource,
  "web-address": webAddress,
  "measured-period": measuredPeriod,
  "compared-result": comparedResult,
  "fitting-unit": fittingUnit,
  "dates-in-order": datesInOrder,
  "range-in-order": rangeInOrder,
  "possible-date": possibleDate,
  "possible-number": possibleNumber,
  "clear-number": clearNumber,
  "per-cent": perCent,
};

/**
 * Everything that is wrong with a case study.
 *
 * @param {string} id its file's name without ending
 * @param {Record<string, any>} data its fields as plain data
 * @param {Record<string, any>} library what it may refer to: see `library` in `site/tools/form.py`
 * @returns {{ path: (string|number)[], rule: string, what: string, why: string, fix: string }[]}
 */
export function problems(id, data, library) {
  const document = read(id, data, library);
  return Object.entries(RULES).flatMap(([rule, check]) =>
    [check(document)].flat().map((found) => ({ why: "", fix: "", ...found, rule })),
  );
}
