// Writes what tests/unit/test_canonical.py asks for: a file of schemas and entries in, texts out.
import { readFileSync } from "node:fs";
import { argv, stdout } from "node:process";
import { written } from "../scripts/pure/canonical.js";

const { schemas, entries } = JSON.parse(readFileSync(argv[2], "utf-8"));
stdout.write(JSON.stringify(entries.map(({ kind, data }) => written(schemas[kind], data, kind))));
