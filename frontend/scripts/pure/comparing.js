// Same or different: what the rows of a comparison say about the cases in them.

export const MARKS = {
  same: ["=", "same in all"],
  differs: ["≠", "differs"],
  partly: ["≈", "partly the same"],
  units: ["≠", "other units"],
  kinds: ["≠", "differs, and so does the kind of evidence"],
  missing: ["?", "not known of all"],
  unknown: ["?", "not known of any"],
  words: ["¶", "in words, for you to read"],
  one: ["1", "only one has it"],
};
/** Each verdict with its sign and its words. */

const sameSet = (a, b) => a.length === b.length && a.every((one) => b.includes(one));

/** Lists of bare values, one list a case; an empty list is unknown. */
export function verdict(lists) {
  const known = lists.filter((list) => list.length);
  if (!known.length) return "unknown";
  if (known.length < lists.length) return "missing";
  const [first, ...others] = known;
  if (others.every((list) => sameSet(first, list))) return "same";
  return first.some((one) => others.every((list) => list.includes(one))) ? "partly" : "differs";
}

/** The numbers of a result in a unit, or in its own. */
const inUnit = (result, unit) => result.in_units[unit]?.numbers ?? result.numbers;

/** The unit in which all results of a row can be shown exactly: the first that stays readable. */
export function commonUnit(results) {
  const known = results.filter((result) => result.numbers.length);
  const units = [...new Set(known.map((result) => result.unit))];
  if (units.length < 2) return null;
  const holds = units.filter((unit) => known.every((result) => result.unit === unit || unit in result.in_units));
  const large = (unit) => known.every((result) => Math.abs(inUnit(result, unit)[0]) >= 1);
  return holds.find(large) ?? holds[0] ?? null;
}

/** Results of one indicator, one list a case. */
export function resultVerdict(lists) {
  const known = lists.map((list) => list.filter((result) => result.numbers.length));
  const having = known.filter((list) => list.length).length;
  if (!having) return "unknown";
  if (having < lists.length) return having === 1 ? "one" : "missing";
  const all = known.flat();
  const unit = commonUnit(all);
  if (!unit && new Set(all.map((result) => result.unit)).size > 1) return "units";
  const told = verdict(known.map((list) => list.map((result) => inUnit(result, unit).join(" to "))));
  const kinds = known.map((list) => [...new Set(list.map((result) => result.kind))]);
  return told !== "same" && verdict(kinds) !== "same" ? "kinds" : told;
}
