// Which case studies fit, how many each further choice would give, and in which order they stand.

/**
 * The case studies that fit, and how many have each value.
 *
 * Within a facet any of the chosen values will do; each facet must be met. A value's count leaves
 * its own facet out, so it says what choosing it gives. `found` holds the ids that the words of
 * the search allow, or is null.
 */
export function choose({ facets, cases }, chosen, found = null) {
  const active = facets.filter(({ id }) => chosen[id].length);
  const counts = Object.fromEntries(facets.map(({ id }) => [id, {}]));
  const fitting = [];
  for (const one of cases) {
    if (found && !found.has(one.id)) continue;
    const missed = active.filter(({ id }) => !one.facets[id].some((value) => chosen[id].includes(value)));
    if (missed.length > 1) continue;
    if (missed.length === 0) fitting.push(one);
    // A case that misses one facet only would be won by a choice in that facet.
    for (const { id } of missed.length ? missed : facets) {
      for (const value of one.facets[id]) counts[id][value] = (counts[id][value] ?? 0) + 1;
    }
  }
  return { fitting, counts };
}

/** The change that stands for a case: the largest, of the indicators chosen if there are any. */
export function effectOf(one, indicators) {
  return one.effects.find(({ indicator }) => !indicators.length || indicators.includes(indicator)) ?? null;
}

const dated = (one) => one.end ?? one.start ?? "";

/** The cases in the order asked for; they come in by evidence grade, and equal ones stay so. */
export function sorted(cases, { sort, chosen }, likeness) {
  if (sort === "date") return [...cases].sort((a, b) => dated(b).localeCompare(dated(a)));
  if (sort === "effect") {
    const size = new Map(cases.map((one) => [one, effectOf(one, chosen.indicator)?.change ?? -Infinity]));
    return [...cases].sort((a, b) => (size.get(a) === size.get(b) ? 0 : size.get(b) - size.get(a)));
  }
  if (sort === "similar" && likeness) {
    const rank = new Map(cases.map((one) => [one, likeness(one)]));
    return [...cases].sort((a, b) => {
      const [one, other] = [rank.get(a), rank.get(b)];
      if (!one.known || !other.known) return (other.known > 0) - (one.known > 0);
      return other.likeness - one.likeness || other.known - one.known;
    });
  }
  return cases;
}
