/** Mean radius of the Earth in kilometres (IUGG R₁), as used by {@link greatCircleKm}. */
export const EARTH_RADIUS_KM = 6371.0088;

const RADIANS = Math.PI / 180;

/**
 * Great-circle distance between two points on a sphere of mean Earth radius, in kilometres (haversine formula).
 * Symmetric, 0 for the same point, at most half the circumference (20,015 km); within 0.6 % of the ellipsoid.
 * An unknown coordinate is `NaN` and makes the distance `NaN`: unknown is neither near nor far.
 *
 * @param latitudeA - degrees, -90..90
 * @param longitudeA - degrees, -180..180
 * @param latitudeB - degrees, -90..90
 * @param longitudeB - degrees, -180..180
 */
export function greatCircleKm(
  latitudeA: number,
  longitudeA: number,
  latitudeB: number,
  longitudeB: number,
): number {
  const dLatitude = Math.sin(((latitudeB - latitudeA) * RADIANS) / 2);
  const dLongitude = Math.sin(((longitudeB - longitudeA) * RADIANS) / 2);
  const h =
    dLatitude * dLatitude +
    Math.cos(latitudeA * RADIANS) * Math.cos(latitudeB * RADIANS) * dLongitude * dLongitude;
  return 2 * EARTH_RADIUS_KM * Math.asin(Math.min(1, Math.sqrt(h)));
}
