// A reader's own number among published results: pure sums.

/**
 * How many results reach a number.
 *
 * `results` are changes for the better, so more is better; with `lower` they are levels of which
 * less is better.
 */
export function reached(results, own, lower = false) {
  return results.filter(({ value }) => (lower ? value <= own : value >= own)).length;
}

/** The results nearest to a number: the closest that reaches it, and the closest that does not. */
export function neighbours(results, own, lower = false) {
  const ordered = results.toSorted((a, b) => (lower ? a.value - b.value : b.value - a.value));
  const reaching = ordered.filter(({ value }) => (lower ? value <= own : value >= own));
  return { above: reaching.at(-1), below: ordered[reaching.length] };
}

/** A number as typed, with a decimal comma or point; null if it is none. */
export function typed(text) {
  const plain = text.trim().replace(/\s/g, "").replace(",", ".");
  return /^[-+−]?\d*\.?\d+$/.test(plain) ? Number(plain.replace("−", "-")) : null;
}
