import type { Feature, FeatureCollection, Geometry, MultiPolygon, Polygon, Position } from 'geojson';
import { sentence } from '../reasons';
import type { TerritoryRecords } from './readTerritoryFiles';
import { TerritoryFilesError, type TerritoryFile } from './territoryFile';

/** A commune of which there is a contour; `dep` is its département, null of one outside the region. */
export type Area = Feature<
  Polygon | MultiPolygon,
  { insee: string; name: string; epci: string | null; dep: string | null }
>;

/** Names by which publishers give the INSEE code of a contour (IGN, Etalab, Opendatasoft), case aside. */
const CODES = ['insee_com', 'code_insee', 'codgeo', 'com_code', 'insee', 'code'];

/** Whether a file of which one has the first bytes is a GeoJSON of contours. */
export function isContourStart(bytes: Uint8Array): boolean {
  const start = Buffer.from(bytes.subarray(0, 2000)).toString('latin1');
  return /^[\s\u00ef\u00bb\u00bf]*\{/.test(start) && start.includes('"FeatureCollection"');
}

/**
 * The contours of the communes of a region, from files that may be of the whole country: features are taken one by one, so that
 * a file is never held. Of two contours of a commune the first holds.
 *
 * @returns the areas in the order of the communes' codes, so that the order of the files changes nothing
 * @throws TerritoryFilesError when a file is broken, or its contours are not in degrees (WGS 84)
 */
export async function readContours(
  files: readonly TerritoryFile[],
  { communes, departments }: Pick<TerritoryRecords, 'communes' | 'departments'>,
): Promise<Area[]> {
  const inRegion = new Set(departments.map(({ code }) => code));
  const byCode = new Map(communes.map((one) => [one.insee, one]));
  const areas = new Map<string, Area>();
  for (const { name, open } of files)
    try {
      for await (const { properties, geometry } of eachFeature(open())) {
        const commune = byCode.get(codeOf(properties));
        if (commune === undefined || areas.has(commune.insee) || !isArea(geometry)) continue;
        if (!isInDegrees(geometry)) throw notInDegrees(name);
        const { insee, epci, department } = commune;
        areas.set(insee, {
          type: 'Feature',
          geometry,
          properties: { insee, name: commune.name, epci, dep: inRegion.has(department) ? department : null },
        });
      }
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error;
      throw new TerritoryFilesError(
        sentence(`« ${name} » n’est pas un GeoJSON entier.`, `“${name}” is not a whole GeoJSON.`),
      );
    }
  return [...areas.values()].sort((a, b) => (a.properties.insee < b.properties.insee ? -1 : 1));
}

function codeOf(properties: Record<string, unknown>): string {
  const lower = new Map(Object.entries(properties).map(([name, value]) => [name.toLowerCase(), value]));
  const found = CODES.map((name) => lower.get(name)).find((value) => typeof value === 'string');
  return (found as string | undefined) ?? '';
}

const isArea = (geometry: Geometry | null | undefined): geometry is Polygon | MultiPolygon =>
  (geometry?.type === 'Polygon' || geometry?.type === 'MultiPolygon') && geometry.coordinates.length > 0;

function isInDegrees(geometry: Polygon | MultiPolygon): boolean {
  let [first]: unknown[] = geometry.coordinates;
  while (Array.isArray(first) && Array.isArray(first[0])) [first] = first;
  const [x = NaN, y = NaN] = first as Position;
  return Math.abs(x) <= 180 && Math.abs(y) <= 90;
}

const notInDegrees = (name: string) =>
  new TerritoryFilesError(
    sentence(
      `Les contours de « ${name} » ne sont pas en longitude et latitude (WGS 84) : convertissez-les d’abord.`,
      `The contours of “${name}” are not in longitude and latitude (WGS 84): convert them first.`,
    ),
  );

const [QUOTE, BACKSLASH, OPEN_OBJECT, CLOSE_OBJECT, OPEN_LIST, CLOSE_LIST] = [...'"\\{}[]'].map((mark) =>
  mark.charCodeAt(0),
);
/** How deep the objects of `features` are: the collection, the list, the feature. */
const FEATURE_DEPTH = 3;

/**
 * The features of a GeoJSON collection one after the other, each parsed by itself.
 *
 * @throws SyntaxError when one is broken, or the file ends before its end
 */
async function* eachFeature(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<
  Pick<FeatureCollection<Geometry | null, Record<string, unknown>>['features'][number], 'geometry'> & {
    properties: Record<string, unknown>;
  }
> {
  let [depth, isText, isEscaped, isInside] = [0, false, false, false];
  let pieces: Uint8Array[] = [];
  for await (const chunk of bytes) {
    let from = 0;
    for (let at = 0; at < chunk.length; at += 1) {
      const mark = chunk[at];
      if (isText) {
        if (isEscaped) isEscaped = false;
        else if (mark === BACKSLASH) isEscaped = true;
        else if (mark === QUOTE) isText = false;
      } else if (mark === QUOTE) isText = true;
      else if (mark === OPEN_OBJECT || mark === OPEN_LIST) {
        depth += 1;
        if (depth === FEATURE_DEPTH && mark === OPEN_OBJECT) [isInside, from] = [true, at];
      } else if (mark === CLOSE_OBJECT || mark === CLOSE_LIST) {
        if (depth === FEATURE_DEPTH && isInside) {
          pieces.push(chunk.subarray(from, at + 1));
          const feature = JSON.parse(Buffer.concat(pieces).toString('utf8')) as Feature;
          [isInside, pieces] = [false, []];
          if (feature.type === 'Feature')
            yield { geometry: feature.geometry, properties: feature.properties ?? {} };
        }
        depth -= 1;
      }
    }
    if (isInside) pieces.push(chunk.subarray(from));
  }
  if (depth !== 0) throw new SyntaxError('the collection is cut');
}
