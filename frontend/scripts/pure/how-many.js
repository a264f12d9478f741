// How many units, and how many weeks, show a change; and the smallest change that they show.
//
// Spreads, changes and margins are per cent of the mean, shares per cent of all. The twin of
// src/scifi/figures/metrics/sample_size.py, where the formulas name their sources.

/** By the chance of seeing a change that is there, per cent: how many squared standard errors it spans. */
export const FACTORS = { 80: 7.85, 90: 10.51 };
/** Lehr's rule: twice the factor, rounded up. */
export const RULES = { 80: 16, 90: 21 };
/** By the confidence, per cent: how many standard errors a margin spans on each side. */
export const Z = { 90: 1.645, 95: 1.96 };
/** More hand checks than these are not counted out. */
export const MOST_CHECKS = 3000;

/** The next whole number; what is whole but for the noise of a computer stays. */
const roundedUp = (value) => Math.ceil(value - 1e-9);

/** Units in each of two groups that are measured once. */
export const twoGroupsUnits = ({ spread, change, chance = 80 }) => roundedUp(RULES[chance] * (spread / change) ** 2);

/** The smallest change that two groups of so many units show. */
export const twoGroupsChange = ({ spread, units, chance = 80 }) => spread * Math.sqrt(RULES[chance] / units);

/** Units that are measured before and after; the spread is that of their differences. */
export const sameUnits = ({ spread, change, chance = 80 }) => roundedUp(FACTORS[chance] * (spread / change) ** 2);

/** The smallest change that so many units show before and after. */
export const sameUnitsChange = ({ spread, units, chance = 80 }) => spread * Math.sqrt(FACTORS[chance] / units);

/** @type {(area: Record<string, number>) => number} */
const weeklyVariance = ({ units, unit_spread, area_spread, clustering = 0 }) =>
  ((unit_spread ** 2 / units + area_spread ** 2) * (1 + clustering)) / (1 - clustering);

/** Weeks before, and again after, for units in the pilot area and as many in its twin. */
export const weeksWithTwin = ({ change, chance = 80, ...area }) =>
  roundedUp((4 * FACTORS[chance] * weeklyVariance(area)) / change ** 2);

/** The smallest change that so many weeks before and after show. */
export const changeWithTwin = ({ weeks, chance = 80, ...area }) =>
  Math.sqrt((4 * FACTORS[chance] * weeklyVariance(area)) / weeks);

/** How many of all units to weigh, to know their mean within a margin. */
export function unitsToWeigh({ total, spread, margin, confidence = 90 }) {
  const endless = ((Z[confidence] * spread) / margin) ** 2;
  return roundedUp(endless / (1 + endless / total));
}

/** Within which margin so many of all units give the mean; 0 for all of them. */
export const marginOfWeighing = ({ total, spread, units, confidence = 90 }) =>
  Z[confidence] * spread * Math.sqrt(Math.max(0, 1 / units - 1 / total));

/** Answers to a survey for a share within so many points, at 95 per cent. */
export function answers({ margin, share = 50, people = null }) {
  const endless = (Z[95] ** 2 * share * (100 - share)) / margin ** 2;
  return roundedUp(people ? endless / (1 + endless / people) : endless);
}

/** Within how many points so many answers give a share, at 95 per cent. */
export const marginOfAnswers = ({ count, share = 50, people = null }) =>
  Z[95] * Math.sqrt(share * (100 - share) * Math.max(0, 1 / count - (people ? 1 / people : 0)));

/** The chance of at most so many wrong answers, if they come at this rate. */
function atMost(wrong, checks, rate) {
  let chance = 0;
  let ways = 1;
  for (let count = 0; count <= wrong; count += 1) {
    chance += ways * rate ** count * (1 - rate) ** (checks - count);
    ways = (ways * (checks - count)) / (count + 1);
  }
  return chance;
}

/** The share of right answers that hand checks show at least: exact, one-sided. */
export function shareShown({ checks, wrong = 0, confidence = 95 }) {
  let [low, high] = [0, 1];
  for (let step = 0; step < 60; step += 1) {
    const middle = (low + high) / 2;
    if (atMost(wrong, checks, middle) > 1 - confidence / 100) low = middle;
    else high = middle;
  }
  return 100 * (1 - high);
}

/** Hand checks with so many wrong answers that show a share; null above the most. */
export function checksNeeded({ share, wrong = 0, confidence = 95 }) {
  for (let checks = wrong + 1; checks <= MOST_CHECKS; checks += 1) {
    // Noise of a computer must not ask for one more.
    if (atMost(wrong, checks, 1 - share / 100) <= 1 - confidence / 100 + 1e-12) return checks;
  }
  return null;
}
