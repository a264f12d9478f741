// What is new to a reader who comes back.
import assert from "node:assert/strict";
import { test } from "node:test";
import { isNewer, lastRead, withReading } from "../scripts/pure/last-read.js";

const PAGE = "solutions/";

test("a reader who comes back is told of the last day before today, however often the page is opened today", () => {
  const first = withReading({}, PAGE, "2026-05-12");
  assert.equal(lastRead(first, PAGE, "2026-05-12"), "");
  const second = withReading(first, PAGE, "2026-11-30");
  const third = withReading(second, PAGE, "2026-11-30");
  assert.equal(lastRead(first, PAGE, "2026-11-30"), "2026-05-12");
  assert.equal(lastRead(third, PAGE, "2026-11-30"), "2026-05-12");
});

test("new is what changed after the day of reading; nothing is new to a new reader", () => {
  assert.ok(isNewer("2026-11-30", "2026-11-29"));
  assert.ok(!isNewer("2026-11-30", "2026-11-30"));
  assert.ok(!isNewer("2026-11-30", ""));
  assert.ok(isNewer("2026-12", "2026-11-30"));
  assert.ok(!isNewer("2026-11", "2026-11-29"));
});
