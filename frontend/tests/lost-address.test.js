// What a wrong address may have meant.
import assert from "node:assert/strict";
import { test } from "node:test";
import { wordsOfAddress } from "../scripts/pure/lost-address.js";

test("the last folder of an address names the page that was meant", () => {
  const words = (path) => wordsOfAddress(path, "/cookbook/");
  assert.deepEqual(
    [
      "/cookbook/aid-kit/no-bidz/",
      "/cookbook/cities/Saint-Quentin.html",
      "/cookbook/cities/index.html",
      "/cookbook/z%C3%BCrich",
      "/cookbook/",
      "/cookbook/100%",
    ].map(words),
    ["no bidz", "Saint Quentin", "cities", "zürich", "", "100"],
  );
});
