// What the build and the tests take from Node; its full types are not worth a package.
declare module "node:assert/strict";
declare module "node:fs";
declare module "node:fs/promises";
declare module "node:module";
declare module "node:path";
declare module "node:process";
declare module "node:test";
declare module "node:url";

// The name of a file of the bundle that waits until a script asks for it.
declare module "later:*" {
  const address: string;
  export default address;
}
