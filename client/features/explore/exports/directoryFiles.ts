import type { ExploreDirectoryQuery } from '../../../graphql/generated/graphql';
import { toCsv } from './networkTexts';

/** One actor of the directory. */
export type DirectoryRow = NonNullable<ExploreDirectoryQuery['directory']>['rows'][number];

/** A column of the exported directory. */
interface Column {
  name: string;
  value: (row: DirectoryRow) => string | number | null;
}

const columns: readonly Column[] = [
  { name: 'id', value: (row) => row.actorId },
  { name: 'name', value: (row) => row.name },
  { name: 'acronym', value: (row) => row.acronym ?? null },
  { name: 'kind', value: (row) => row.kind },
  { name: 'family', value: (row) => row.family },
  { name: 'commune', value: (row) => row.place ?? null },
  { name: 'insee', value: (row) => row.communeId?.replace('commune-', '') ?? null },
  { name: 'department', value: (row) => row.departmentName ?? null },
  { name: 'latitude', value: (row) => row.latitude ?? null },
  { name: 'longitude', value: (row) => row.longitude ?? null },
  { name: 'validation_level', value: (row) => levelOf(row, 0) },
  { name: 'fabrication_level', value: (row) => levelOf(row, 1) },
  { name: 'diffusion_level', value: (row) => levelOf(row, 2) },
  { name: 'competences', value: (row) => row.competenceLabels.join(' | ') || null },
  { name: 'themes', value: (row) => row.themeLabels.join(' | ') || null },
  { name: 'summary', value: (row) => row.summary ?? null },
  { name: 'partners', value: (row) => row.partners },
  { name: 'productions', value: (row) => row.productions },
  { name: 'needs', value: (row) => row.needs },
  { name: 'offers', value: (row) => row.offers },
  { name: 'latest_statement', value: (row) => row.latest ?? null },
  { name: 'website', value: (row) => row.website ?? null },
];

/** Unknown is empty, not zero: an actor of which no competence was read has no level. */
function levelOf({ declared, levels }: DirectoryRow, place: number): number | null {
  return declared ? (levels[place] ?? null) : null;
}

/** The directory as shown, in its order, as CSV. */
export function directoryCsv(rows: readonly DirectoryRow[]): string {
  return toCsv([
    columns.map(({ name }) => name),
    ...rows.map((row) => columns.map(({ value }) => value(row))),
  ]);
}

/** The actors of the directory whose commune is known, as GeoJSON points at their commune. */
export function directoryGeojson(rows: readonly DirectoryRow[]): string {
  const features = rows
    .filter(({ latitude, longitude }) => latitude != null && longitude != null)
    .map((row) => ({
      type: 'Feature',
      geometry: { type: 'Point', coordinates: [row.longitude, row.latitude] },
      properties: Object.fromEntries(columns.map(({ name, value }) => [name, value(row)])),
    }));
  return `${JSON.stringify({ type: 'FeatureCollection', features })}\n`;
}

/** The directory as shown, as a workbook. */
export async function directoryWorkbook(rows: readonly DirectoryRow[]): Promise<Blob> {
  const { default: writeWorkbook } = await import('write-excel-file/browser');
  const head = columns.map(({ name }) => ({ value: name, fontWeight: 'bold' as const }));
  const body = rows.map((row) => columns.map(({ value }) => ({ value: value(row) ?? undefined })));
  return writeWorkbook([head, ...body] as never).toBlob();
}
