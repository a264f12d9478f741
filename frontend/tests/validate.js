// Validates data with ajv in strict mode: compiles every schema, then prints what it refuses.
//
//   node validate.js FOLDER DATA.json
//
// FOLDER holds KIND.json; DATA.json holds a file's fields by kind and path.

import { readFileSync } from "node:fs";
import { argv } from "node:process";
import { Ajv2020 } from "ajv/dist/2020.js";

const [folder, data] = argv.slice(2);
const read = (path) => JSON.parse(readFileSync(path, "utf-8"));

const ajv = new Ajv2020({ strict: true, allErrors: true });
const refused = [];
for (const [kind, files] of Object.entries(read(data))) {
  const fits = ajv.compile(read(`${folder}/${kind}.json`));
  for (const [path, fields] of Object.entries(files)) {
    if (!fits(fields)) {
      refused.push(...fits.errors.map((error) => `${path}${error.instancePath}: ${error.message}`));
    }
  }
}
console.log(JSON.stringify(refused));
