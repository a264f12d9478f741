// How many years until something has paid for itself, when no number is known exactly.
//
// Each number is a list of spans, [low, high]: one of them is drawn, all alike, then a value within
// it, all alike. The twin of src/scifi/figures/metrics/pay_back.py, where everything is explained.

export const DRAWS = 10_000;
/** Case studies below which nothing is drawn. */
export const FEWEST = 3;

const ROOTS = { prices: [2, 17], yearly: [3, 19], now: [5, 23], costs: [7, 29], shares: [11, 13] };
/** The numbers that are drawn. */
export const NAMES = Object.keys(ROOTS);

/** A number from 0 to 1 for the draw of this count, spread evenly and the same every time. */
export const even = (count, prime) => (count * Math.sqrt(prime)) % 1;

/** A span of the list, then a value within it. */
export function drawn(spans, count, [choice, place]) {
  const [low, high] = spans[Math.floor(even(count, choice) * spans.length)];
  return low + even(count, place) * (high - low);
}

const savedAYear = (devices, { now, costs, shares, yearly }) => (now * costs * shares) / 100 - devices * yearly;

/** Years to pay back: the price of all divided by what is saved a year; infinite for never. */
export function years(devices, values) {
  const saved = savedAYear(devices, values);
  return saved > 0 ? (devices * values.prices) / saved : Number.POSITIVE_INFINITY;
}

/** The value that so many per cent of the sorted values do not exceed. */
export const below = (values, perCent) => values[Math.ceil((values.length * perCent) / 100) - 1];

const sorted = (values) => values.toSorted((a, b) => (a < b ? -1 : Number(a > b)));

/** The number whose range moves the result over the whole life most, all others being in their middle. */
function decides({ devices, life }, draws) {
  const ends = Object.fromEntries(NAMES.map((name) => [name, sorted(draws[name])]));
  const middle = Object.fromEntries(NAMES.map((name) => [name, below(ends[name], 50)]));
  const at = (name, perCent, told) => told(devices, { ...middle, [name]: below(ends[name], perCent) });
  const overLife = (count, values) => life * savedAYear(count, values) - count * values.prices;
  const moved = NAMES.map((name) => Math.abs(at(name, 90, overLife) - at(name, 10, overLife)));
  const most = NAMES[moved.indexOf(Math.max(...moved))];
  if (!Math.max(...moved)) return null;
  const [low, high] = [10, 90].map((perCent) => below(ends[most], perCent));
  return { name: most, low, high, yearsLow: at(most, 10, years), yearsHigh: at(most, 90, years) };
}

/** Draw, count, and find what decides. */
export function payBack(plan) {
  const counts = Array.from({ length: DRAWS }, (_, at) => at + 1);
  const draws = Object.fromEntries(
    NAMES.map((name) => [name, counts.map((count) => drawn(plan[name], count, ROOTS[name]))]),
  );
  const all = sorted(
    counts.map((_, at) => years(plan.devices, Object.fromEntries(NAMES.map((name) => [name, draws[name][at]])))),
  );
  return {
    years: Object.fromEntries([10, 50, 90].map((perCent) => [perCent, below(all, perCent)])),
    never: all.filter((found) => found > plan.life).length / DRAWS,
    decides: decides(plan, draws),
  };
}
