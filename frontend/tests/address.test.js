import assert from "node:assert/strict";
import { test } from "node:test";
import { listed, written } from "../scripts/address.js";

test("an address stays readable: commas as they are, nothing about what is empty", () => {
  assert.equal(written({ theme: "water,waste", city: "", q: null, level: 2 }), "theme=water,waste&level=2");
});

test("nothing that a reader types breaks an address", () => {
  const typed = "a&b=c #?";

  assert.deepEqual(Object.fromEntries(new URLSearchParams(written({ [typed]: typed }))), { [typed]: typed });
});

test("a list of ids holds each once, without gaps", () => {
  assert.deepEqual(listed("a, b,,a,"), ["a", "b"]);
  assert.deepEqual(listed(undefined), []);
});
