const KM_PER_DEGREE = 111.2;

/** Kilometres between two points in degrees, on a plane at the height of the first: right enough within a country. */
export function planeDistance(
  [lat, lon]: readonly [number, number],
  [otherLat, otherLon]: readonly [number, number],
): number {
  const east = (lon - otherLon) * Math.cos((lat * Math.PI) / 180);
  return Math.hypot(lat - otherLat, east) * KM_PER_DEGREE;
}
