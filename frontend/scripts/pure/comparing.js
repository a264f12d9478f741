// Same or different: what the rows of a comparison say about the cases in them.

const sameSet = (a, b) => a.length === b.length && a.every((value) => b.includes(value));

/** Lists of bare values, one list a case; an empty list is unknown. */
export function verdict(lists) {
  const known = lists.filter((list) => list.length);
  if (!known.length) return "unknown";
  if (known.length < lists.length) return "missing";
  const [first, ...others] = known;
  if (others.every((list) => sameSet(first, list))) return "same";
  return first.some((value) => others.every((list) => list.includes(value))) ? "partly" : "differs";
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

/** Things that any of several lists holds, by id, with the number of lists; most shared first. */
export function union(lists) {
  const found = new Map();
  for (const { id, title, url } of lists.flat()) {
    if (!found.has(id)) found.set(id, { id, title, url, count: 0 });
    found.get(id).count += 1;
  }
  return [...found.values()].sort((a, b) => b.count - a.count);
}

/** Cases that share an indicator with those chosen (ids), most shared first. */
export function suggestions(cases, ids) {
  const alike = cases.filter(({ id }) => ids.includes(id)).flatMap((study) => study.alike);
  const found = new Map();
  for (const [id, shared] of alike.filter(([id]) => !ids.includes(id))) {
    const count = (found.get(id)?.count ?? 0) + 1;
    found.set(id, { id, shared: found.get(id)?.shared ?? shared, count });
  }
  return [...found.values()].sort((a, b) => b.count - a.count);
}
