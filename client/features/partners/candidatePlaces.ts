import type { Place } from './wording';

/** West, south, east, north, in degrees. */
export type Bounds = [number, number, number, number];

type Point = Pick<Place, 'longitude' | 'latitude'>;

/** Degrees around a region within which a place is still shown: about 20 km. */
const MARGIN = 0.2;

/** Whether a place stands in a region or just outside it. */
export function isWithin({ longitude, latitude }: Point, [west, south, east, north]: Bounds): boolean {
  return (
    longitude >= west - MARGIN &&
    longitude <= east + MARGIN &&
    latitude >= south - MARGIN &&
    latitude <= north + MARGIN
  );
}

/**
 * What a map should look at to show places: the smallest box around those of a region or just outside it.
 *
 * @param places - undefined where a place is unknown; it is passed over, as are those far away
 * @returns null when no place is left
 */
export function frameOf(places: readonly (Point | undefined)[], bounds: Bounds): Bounds | null {
  const shown = places.filter((place) => place !== undefined).filter((place) => isWithin(place, bounds));
  if (shown.length === 0) return null;
  const of = (key: keyof Point) => shown.map((place) => place[key]);
  return [
    Math.min(...of('longitude')),
    Math.min(...of('latitude')),
    Math.max(...of('longitude')),
    Math.max(...of('latitude')),
  ];
}

/** Whether a mark at a place lies over the name of a town, which is written to its east: about 10 km around, 35 to the east. */
export function isOverName(town: Point, mark: Point): boolean {
  const east = mark.longitude - town.longitude;
  return east > -0.15 && east < 0.5 && Math.abs(mark.latitude - town.latitude) < 0.1;
}
