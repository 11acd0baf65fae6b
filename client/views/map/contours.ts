import type { FeatureCollection, GeoJsonProperties, Geometry, MultiLineString, MultiPolygon } from 'geojson';
import { feature, merge, mesh } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';

/** What the contour file says of a commune: INSEE code, name, EPCI and département (null outside the region). */
type CommuneProperties = {
  insee: string;
  name: string;
  epci: string | null;
  dep: string | null;
};

type RegionTopology = Topology<{
  communes: GeometryCollection<CommuneProperties>;
  epcis: GeometryCollection<{ epci: string }>;
  departements: GeometryCollection<{ dep: string }>;
}>;

/** Level of the units that a map shows. */
export type ContourLevel = 'COMMUNE' | 'EPCI' | 'DEPARTMENT';

/** Areas of each level, each with its territory id, and the borders between them. */
export interface Contours {
  areas: Record<ContourLevel, FeatureCollection<Geometry, { id: string }>>;
  epciBorders: MultiLineString;
  departmentBorders: MultiLineString;
  /** Places inside the region that the file gives to no commune: those of communes merged after it was drawn. */
  gaps: MultiPolygon;
  /** West, south, east, north, in degrees. */
  bounds: [number, number, number, number];
}

/**
 * Areas and borders from a region's topology. EPCI borders are those between communes of different EPCI, so that no line is
 * drawn twice.
 */
export function toContours(topology: RegionTopology): Contours {
  const { communes, epcis, departements } = topology.objects;
  const areas = <P extends NonNullable<GeoJsonProperties>>(
    collection: GeometryCollection<P>,
    id: (properties: P) => string,
  ) => {
    const { features } = feature(topology, collection);
    return {
      type: 'FeatureCollection' as const,
      features: features.map((each) => ({ ...each, properties: { id: id(each.properties) } })),
    };
  };
  return {
    areas: {
      COMMUNE: areas(communes, ({ insee }) => `commune-${insee}`),
      EPCI: areas(epcis, ({ epci }) => `epci-${epci}`),
      DEPARTMENT: areas(departements, ({ dep }) => `departement-${dep}`),
    },
    epciBorders: mesh(topology, communes, (a, b) => propertiesOf(a).epci !== propertiesOf(b).epci),
    departmentBorders: mesh(
      topology,
      communes,
      (a, b) => a === b || propertiesOf(a).dep !== propertiesOf(b).dep,
    ),
    gaps: gapsOf(topology),
    bounds: boundsOf(topology),
  };
}

function gapsOf(topology: RegionTopology): MultiPolygon {
  const { coordinates } = merge(topology, topology.objects.communes.geometries as never);
  return {
    type: 'MultiPolygon',
    coordinates: coordinates.flatMap(([, ...holes]) => holes.map((hole) => [hole])),
  };
}

const propertiesOf = (geometry: { properties?: unknown }) => geometry.properties as CommuneProperties;

function boundsOf(topology: Topology): [number, number, number, number] {
  if (topology.bbox) return topology.bbox as [number, number, number, number];
  const { scale, translate } = topology.transform!;
  const bounds: [number, number, number, number] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const arc of topology.arcs) {
    let [x, y] = [0, 0];
    for (const [dx, dy] of arc as [number, number][]) {
      x += dx;
      y += dy;
      const [lon, lat] = [x * scale[0] + translate[0], y * scale[1] + translate[1]];
      bounds[0] = Math.min(bounds[0], lon);
      bounds[1] = Math.min(bounds[1], lat);
      bounds[2] = Math.max(bounds[2], lon);
      bounds[3] = Math.max(bounds[3], lat);
    }
  }
  return bounds;
}

let fetched: Promise<Contours> | undefined;

/**
 * Fetches the contours, once a visit.
 * @throws Error when the file cannot be had; the next call tries again
 */
export function fetchContours(): Promise<Contours> {
  fetched ??= fetch('/contours/region.topojson')
    .then((response) => {
      if (!response.ok) throw new Error(`contours: ${response.status}`);
      return response.json() as Promise<RegionTopology>;
    })
    .then(toContours)
    .catch((error: unknown) => {
      fetched = undefined;
      throw error;
    });
  return fetched;
}
