// On which days a reader was on which page: an object from addresses to the last day and the one before it.

/** The days with today's reading of a page put in. */
export function withReading(days, page, today) {
  const [last] = days[page] ?? [];
  if (last === today) return days;
  return { ...days, [page]: last ? [today, last] : [today] };
}

/** The last day before today on which a page was read; "" where there is none. */
export function lastRead(days, page, today) {
  const [last = "", before = ""] = days[page] ?? [];
  return last === today ? before : last;
}

/** Whether something of a day (2026-11-30), month or year is newer than a reading; nothing is for a new reader. */
export const isNewer = (changed, read) => read !== "" && changed > read.slice(0, changed.length);
