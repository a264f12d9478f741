/** The outline of the map, as paths; build.mjs draws it. */
declare module "virtual:europe" {
  export const land: string;
  export const borders: string;
}
