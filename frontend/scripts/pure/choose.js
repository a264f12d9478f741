// Which case studies fit, how many each further choice would give, and in which order they stand.

/**
 * The case studies that fit, and how many have each value.
 *
 * Within a facet any of the chosen values will do; each facet must be met. A value's count leaves
 * its own facet out, so it says what choosing it gives. `found` holds the ids that the words of
 * the search allow, each with how well it fits, or is null.
 */
export function choose({ facets, cases }, chosen, found = null) {
  const active = facets.filter(({ id }) => chosen[id].length);
  const counts = Object.fromEntries(facets.map(({ id }) => [id, {}]));
  const fitting = [];
  for (const study of cases) {
    if (found && !found.has(study.id)) continue;
    const missed = active.filter(({ id }) => !study.facets[id].some((value) => chosen[id].includes(value)));
    if (missed.length > 1) continue;
    if (missed.length === 0) fitting.push(study);
    // A case that misses one facet only would be won by a choice in that facet.
    for (const { id } of missed.length ? missed : facets) {
      for (const value of study.facets[id]) counts[id][value] = (counts[id][value] ?? 0) + 1;
    }
  }
  return { fitting, counts };
}

/** The change that stands for a case: the largest, of the indicators chosen if there are any. */
export function effectOf(study, indicators) {
  return study.effects.find(({ indicator }) => !indicators.length || indicators.includes(indicator)) ?? null;
}

const dated = (study) => study.end ?? study.start ?? "";

/** The cases in the order asked for; they come in by evidence grade, and equal ones stay so. */
export function sorted(cases, { sort, chosen }, likeness, found = null) {
  if (sort === "fit" && found) return [...cases].sort((a, b) => found.get(b.id) - found.get(a.id));
  if (sort === "date") return [...cases].sort((a, b) => dated(b).localeCompare(dated(a)));
  if (sort === "effect") return byEffect(cases, chosen.indicator);
  return sort === "similar" && likeness ? byLikeness(cases, likeness) : cases;
}

function byEffect(cases, indicators) {
  const size = new Map(cases.map((study) => [study, effectOf(study, indicators)?.change ?? -Infinity]));
  return [...cases].sort((a, b) => (size.get(a) === size.get(b) ? 0 : size.get(b) - size.get(a)));
}

function byLikeness(cases, likeness) {
  const ranks = new Map(cases.map((study) => [study, likeness(study)]));
  return [...cases].sort((a, b) => {
    const [first, second] = [ranks.get(a), ranks.get(b)];
    if (!first.known || !second.known) return Number(second.known > 0) - Number(first.known > 0);
    return second.likeness - first.likeness || second.known - first.known;
  });
}
