/** The outline of the map: the path of each country by its code, in parts of a unit; build.mjs draws it. */
declare module "virtual:europe" {
  export const parts: number;
  export const countries: Record<string, string>;
}
