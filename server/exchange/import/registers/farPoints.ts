import type { RegisterRow } from '../../../analysis/absent/registerRow';
import { planeDistance } from './distance';
import { FAR, type KnownPlace } from './elsewhere';
import type { ParsedRegister } from './registerFormat';

type Point = readonly [number, number];

/** Rows of a département that must have a point before one of them is said to be far from the others. */
const ENOUGH = 4;
/** Kilometres from the middle of the rows of a département beyond which a point is of another: none, Guyane aside, is as wide. */
const FAR_FROM_DEPARTMENT = 400;

/**
 * Takes away the points that are not where their row is said to be, and says so: far from the town hall of the commune or,
 * where no place of that commune is known, far from the middle of the other rows of the département.
 *
 * @param parsed - changed: a row whose point is far has none any more
 * @param places - by INSEE code
 */
export function dropFarPoints(
  { rows, problems, columns }: ParsedRegister,
  places: ReadonlyMap<string, Pick<KnownPlace, 'latitude' | 'longitude'>>,
): void {
  const middles = middlesOf(rows);
  for (const row of rows) {
    const point = pointOf(row);
    if (point === null || row.commune === null) continue;
    const place = places.get(row.commune);
    const isKnown = place !== undefined && place.latitude !== null && place.longitude !== null;
    const middle = isKnown
      ? ([place.latitude!, place.longitude!] as const)
      : middles.get(departmentOf(row.commune));
    if (middle === undefined || planeDistance(point, middle) <= (isKnown ? FAR : FAR_FROM_DEPARTMENT))
      continue;
    const value = point.join(', ');
    problems.push({ line: row.line ?? 0, column: columns.lat ?? columns.point, problem: 'FAR_POINT', value });
    row.lat = row.lon = null;
  }
}

const departmentOf = (insee: string) => insee.slice(0, insee.startsWith('97') ? 3 : 2);

const pointOf = ({ lat, lon }: RegisterRow): Point | null =>
  lat === null || lon === null ? null : [lat, lon];

/** The middle (median of each coordinate) of the points of each département that has enough of them. */
function middlesOf(rows: readonly RegisterRow[]): Map<string, Point> {
  const points = new Map<string, Point[]>();
  for (const row of rows) {
    const point = pointOf(row);
    if (point === null || row.commune === null) continue;
    const department = departmentOf(row.commune);
    points.set(department, [...(points.get(department) ?? []), point]);
  }
  const median = (values: number[]) => values.sort((a, b) => a - b)[values.length >> 1]!;
  return new Map(
    [...points].flatMap(([department, some]): [string, Point][] =>
      some.length < ENOUGH
        ? []
        : [[department, [median(some.map(([lat]) => lat)), median(some.map(([, lon]) => lon))]]],
    ),
  );
}
