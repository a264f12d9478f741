import assert from "node:assert/strict";
import { test } from "node:test";
import { csv } from "../scripts/dom.js";

test("a spreadsheet gets text as text: quoted where needed, never run as a formula", () => {
  const rows = [
    ["a,b", 'say "x"', "two\nlines"],
    ["=1+1", "-x", -1],
    [null, undefined, 0],
  ];

  assert.equal(csv(rows), '\ufeff"a,b","say ""x""","two\nlines"\r\n\'=1+1,\'-x,-1\r\n,,0\r\n');
});
