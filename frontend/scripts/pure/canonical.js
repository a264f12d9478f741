// The one written form of a content file; the twin of src/scifi/content/canonical.py, same bytes.
import { scalar, shortList, strip, text, WIDTH } from "./notation.js";

/** Kinds whose files do not lie below data/. */
const OUTSIDE_DATA = ["casestudy", "chapter"];

const isGroup = (value) => value !== null && typeof value === "object" && !Array.isArray(value);

/** The text of a content file; of a chapter the part above its prose, with both lines ---. */
export function written(schema, data, kind) {
  const folder = OUTSIDE_DATA.includes(kind) ? "../data/schemas" : "../schemas";
  const first = `# yaml-language-server: $schema=${folder}/${kind}.json`;
  const body = `${[first, ...fields(settled(schema, data), 0)].join("\n")}\n`;
  return kind === "chapter" ? `---\n${body}---\n` : body;
}

/**
 * The same data, settled: fields in the order of the schema, defaults left out, space at the ends
 * of texts gone, a year that stands alone as a number.
 */
export const settled = (schema, data) => settledValue(data, schema, schema.$defs ?? {});

function settledValue(value, schema, definitions) {
  const options = optionsOf(schema, definitions);
  if (Array.isArray(value)) {
    const items = options.find((option) => option.items)?.items ?? {};
    return value.map((item) => settledValue(item, items, definitions));
  }
  if (isGroup(value)) return settledGroup(value, fitting(value, options), definitions);
  if (typeof value !== "string") return value;
  const stripped = strip(value, " \t\n");
  const types = options.map((option) => option.type);
  const isYear = /^[12][0-9]{3}$/.test(stripped) && types.includes("string") && types.includes("integer");
  return isYear ? Number(stripped) : stripped;
}

function settledGroup(group, schema, definitions) {
  const known = schema.properties ?? {};
  const names = Object.keys(known).filter((name) => Object.hasOwn(group, name));
  names.push(...Object.keys(group).filter((name) => !Object.hasOwn(known, name)));
  const others = Object.values(schema.patternProperties ?? {})[0] ?? schema.additionalProperties;
  const entries = names.map((name) => {
    const field = Object.hasOwn(known, name) ? known[name] : others;
    return [name, settledValue(group[name], field, definitions)];
  });
  return new Map(entries.filter(([name, value]) => !isDefault(name, value, schema)));
}

/** All forms that a schema lets a value take, references followed. */
function optionsOf(schema, definitions) {
  if (!isGroup(schema)) return [];
  if (schema.$ref) return optionsOf(definitions[schema.$ref.split("/").at(-1)], definitions);
  const several = schema.anyOf ?? schema.oneOf;
  if (several) return several.flatMap((option) => optionsOf(option, definitions));
  return Array.isArray(schema.type) ? schema.type.map((type) => ({ ...schema, type })) : [schema];
}

/** The schema of a group of fields; of several the one whose constants are those of the data. */
const fitting = (group, options) =>
  options.find(
    ({ type, properties = {} }) =>
      type === "object" &&
      Object.entries(properties).every(([name, field]) => !("const" in field) || group[name] === field.const),
  ) ?? {};

/** Whether a field says what it says anyway; one that is required or unknown never does. */
function isDefault(name, value, { properties = {}, required = [] }) {
  if (!Object.hasOwn(properties, name) || required.includes(name)) return false;
  if ("default" in properties[name]) return value === properties[name].default;
  return Array.isArray(value) ? value.length === 0 : value instanceof Map && value.size === 0;
}

const fields = (group, indent) => [...group].flatMap(([name, value]) => entry(`${scalar(name)}:`, value, indent));

/** The lines of a value behind its `lead`: its name with a colon, or the dash of an item. */
function entry(lead, value, indent) {
  const [first, ...below] = content(lead, value, indent);
  const space = " ".repeat(indent);
  if (lead === "-" && !first) return [`${space}- ${below[0].trimStart()}`, ...below.slice(1)];
  return [space + lead + (first && ` ${first}`), ...below];
}

/** What stands behind the lead, and the lines below. */
function content(lead, value, indent) {
  const inner = indent + 2;
  const room = WIDTH - indent - lead.length - 1;
  if (typeof value === "string") {
    const [first, ...below] = text(value, room, WIDTH - inner);
    return [first, ...below.map((line) => line && " ".repeat(inner) + line)];
  }
  if (value instanceof Map) return value.size ? ["", ...fields(value, inner)] : ["{}"];
  if (!Array.isArray(value)) return [scalar(value)];
  const short = shortList(value, room, lead === "-");
  return short === null ? ["", ...value.flatMap((item) => entry("-", item, inner))] : [short];
}
