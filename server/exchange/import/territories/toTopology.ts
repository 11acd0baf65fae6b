import type { FeatureCollection, MultiPolygon, Polygon } from 'geojson';
import { mergeArcs, quantize } from 'topojson-client';
import { topology as createTopology } from 'topojson-server';
import { presimplify, quantile, simplify } from 'topojson-simplify';
import type {
  GeometryCollection,
  GeometryObject,
  MultiPolygon as ArcAreas,
  Polygon as ArcArea,
  Topology,
} from 'topojson-specification';
import type { Area } from './readContours';

/** Points that the outline of a commune keeps, on average: smooth on a screen, and a file of a few hundred kilobytes. */
const POINTS_A_COMMUNE = 40;
/** Steps of the grid to which points are drawn, on each side. */
const GRID = 1e5;

/**
 * The contours of a region as one topology, so that neighbours keep the same border however it is simplified: communes, and
 * the EPCI and départements that they make. Lines are simplified by the area that each point holds (Visvalingam and Whyatt
 * 1993, doi:10.1179/000870493786962263).
 *
 * @param areas - see {@link readContours}; at least one
 */
export function toTopology(areas: readonly Area[]): Topology {
  const collection: FeatureCollection = { type: 'FeatureCollection', features: [...areas] };
  const whole = presimplify(createTopology({ communes: collection }, GRID) as never) as Topology<{
    communes: GeometryCollection<Area['properties']>;
  }>;
  const points = whole.arcs.reduce((sum, arc) => sum + arc.length, 0);
  const excess = Math.max(0, 1 - (POINTS_A_COMMUNE * areas.length) / points);
  const simple = simplify(whole as never, quantile(whole as never, 1 - excess)) as typeof whole;
  const units = simple.objects.communes.geometries as GeometryObject<Area['properties']>[];
  const objects = {
    communes: simple.objects.communes,
    epcis: joined(simple, units, 'epci'),
    departements: joined(simple, units, 'dep'),
  };
  // Simplifying takes the grid away: on it, points are small differences, and the file a third as large.
  return quantize({ ...simple, objects } as never, GRID) as Topology;
}

/** Areas of the communes that share a property; those without it make none. */
function joined(
  topology: Topology,
  units: readonly GeometryObject<Area['properties']>[],
  name: 'epci' | 'dep',
): GeometryCollection<Record<string, string>> {
  const groups = new Map<string, (ArcArea | ArcAreas)[]>();
  for (const unit of units) {
    const value = (unit.properties as Area['properties'] | undefined)?.[name];
    if (value == null) continue;
    groups.set(value, [...(groups.get(value) ?? []), unit as ArcArea | ArcAreas]);
  }
  const geometries = [...groups].map(([value, some]) => ({
    ...mergeArcs(topology, some as ArcAreas[]),
    properties: { [name]: value },
  }));
  return { type: 'GeometryCollection', geometries } as GeometryCollection<Record<string, string>>;
}

/** A point inside the largest part of a contour: its centre of gravity or, where that falls outside, the middle of a line through it. */
export function pointInside(geometry: Polygon | MultiPolygon): { lat: number; lon: number } {
  const parts = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
  const rings = parts.map((part) => part[0]!).sort((a, b) => Math.abs(areaOf(b)) - Math.abs(areaOf(a)));
  const ring = rings[0]!;
  const area = areaOf(ring);
  let [x, y] = [0, 0];
  eachSide(ring, (ax, ay, bx, by) => {
    const cross = ax * by - bx * ay;
    x += ((ax + bx) * cross) / (6 * area);
    y += ((ay + by) * cross) / (6 * area);
  });
  const crossings: number[] = [];
  eachSide(ring, (ax, ay, bx, by) => {
    if (ay > y !== by > y) crossings.push(ax + ((y - ay) / (by - ay)) * (bx - ax));
  });
  crossings.sort((a, b) => a - b);
  if (crossings.filter((one) => one > x).length % 2 === 1) return { lat: y, lon: x };
  const [from = x, to = x] = crossings;
  return { lat: y, lon: (from + to) / 2 };
}

function eachSide(
  ring: readonly number[][],
  take: (ax: number, ay: number, bx: number, by: number) => void,
): void {
  for (let index = 1; index < ring.length; index += 1) {
    const [ax, ay] = ring[index - 1]!;
    const [bx, by] = ring[index]!;
    take(ax!, ay!, bx!, by!);
  }
}

function areaOf(ring: readonly number[][]): number {
  let sum = 0;
  eachSide(ring, (ax, ay, bx, by) => (sum += ax * by - bx * ay));
  return sum / 2;
}

/** Whether a point is inside an area (the number of its sides that a ray from there crosses is odd); holes count as outside. */
export function contains(geometry: Polygon | MultiPolygon, x: number, y: number): boolean {
  const parts = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
  let isInside = false;
  for (const ring of parts.flat())
    eachSide(ring, (ax, ay, bx, by) => {
      if (ay > y !== by > y && x < ax + ((y - ay) / (by - ay)) * (bx - ax)) isInside = !isInside;
    });
  return isInside;
}
