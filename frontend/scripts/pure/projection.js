// Where a place stands on the map of Europe: Lambert's azimuthal equal-area projection centred on
// 52° N 10° E, as the EU's own LAEA. The bundle draws the land with it, the browser the dots.
const RADIANS = Math.PI / 180;
export const CENTRE = [10, 52];
export const WIDTH = 600;
export const HEIGHT = 600;
export const SCALE = 930;
export const ORIGIN = [270, 352];

/**
 * Longitude and latitude, in degrees, as [x, y] on the map.
 *
 * @param {[number, number]} place
 * @returns {[number, number]}
 */
export function project([longitude, latitude]) {
  const east = (longitude - CENTRE[0]) * RADIANS;
  const north = latitude * RADIANS;
  const middle = CENTRE[1] * RADIANS;
  const near = Math.sin(middle) * Math.sin(north) + Math.cos(middle) * Math.cos(north) * Math.cos(east);
  const k = SCALE * Math.sqrt(2 / (1 + near));
  return [
    ORIGIN[0] + k * Math.cos(north) * Math.sin(east),
    ORIGIN[1] - k * (Math.cos(middle) * Math.sin(north) - Math.sin(middle) * Math.cos(north) * Math.cos(east)),
  ];
}

/** Whether a point lies on the map. */
export const onMap = ([x, y]) => x >= 0 && x <= WIDTH && y >= 0 && y <= HEIGHT;
