// What the answers of the maturity check mean. The rule can be counted by hand; the page prints it.

/** The highest level. */
export const TOP = 4;

/**
 * The class on the axis; null where fewer than half of the levels (1 to 4, null) are known.
 *
 * Half of the levels at 1 outweigh any strength elsewhere: a city with a strategy but without
 * people and money still starts.
 */
export function maturityClass(levels) {
  const known = levels.filter((level) => level !== null);
  const count = (wanted) => known.filter((level) => level === wanted).length;
  if (!known.length || 2 * known.length < levels.length) return null;
  if (2 * count(1) >= known.length) return "starting-from-zero";
  if (2 * count(TOP) > known.length && count(1) === 0) return "running-services";
  return "first-pilots";
}

/** Places of the lowest known level, in order: one begins with the first; empty if unknown. */
export function weakest(levels) {
  const lowest = Math.min(...levels.filter((level) => level !== null));
  return levels.flatMap((level, place) => (level === lowest ? [place] : []));
}
