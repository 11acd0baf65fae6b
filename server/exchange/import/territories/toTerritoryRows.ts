import type { TableRow } from '../../../graph/tables';
import { territoryId } from '../territoryGraph';
import type { TerritoryRecords } from './readTerritoryFiles';

/** A region as it was before 2016, with the codes of its départements. */
export interface FormerRegion {
  code: string;
  nom: string;
  departements: readonly string[];
}

/** Points inside communes, in degrees, by INSEE code. */
export type Points = ReadonlyMap<string, { lat: number; lon: number }>;

/** What became of a territory's people: known, or not. */
export const peopleCells = (population: number | null) => ({
  population,
  populationStatus: population === null ? 'UNKNOWN' : 'MEASURED',
});

/**
 * The territories of a region as they should be once imported, by identifier: what the files tell over what was known, since
 * what a file does not tell it does not deny. People of the upper levels are those of their communes, unknown when those of
 * one are.
 *
 * @param known - territories of the graph by identifier
 * @param former - regions before 2016 of which this one is made; empty when it was made of none
 */
export function toTerritoryRows(
  records: TerritoryRecords,
  points: Points,
  former: readonly FormerRegion[],
  known: ReadonlyMap<string, TableRow>,
): Map<string, TableRow> {
  const rows = new Map<string, TableRow>();
  const add = (id: string, told: TableRow) => rows.set(id, merge(known.get(id), { id, ...told }));
  const inRegion = new Set(records.departments.map(({ code }) => code));
  const members = new Map<string, (number | null)[]>();
  const epcis = new Map<string, boolean>();
  for (const { insee, name, department, epci, population } of records.communes) {
    const id = territoryId.commune(insee);
    const isInside = inRegion.has(department);
    const people = population ?? (known.get(id)?.population as number | null | undefined) ?? null;
    const ours = epciOf(epci, records, known.get(id));
    const partOf = [
      ...(isInside ? [territoryId.department(department)] : []),
      ...(ours ? [ours] : []),
    ].sort();
    add(id, {
      ...{ code: insee, name, level: 'COMMUNE', inRegion: isInside, partOf },
      ...peopleCells(people),
      ...pointCells(points.get(insee), known.get(id)),
    });
    for (const one of partOf) members.set(one, [...(members.get(one) ?? []), people]);
    if (ours) epcis.set(ours, (epcis.get(ours) ?? false) || !isInside);
  }
  for (const [id, crossesBorder] of epcis) {
    const people = sumOf(members.get(id)!);
    add(id, { ...epciCells(id, records, known.get(id)), crossesBorder, ...peopleCells(people) });
  }
  addUpperLevels(records, former, (id) => sumOf(members.get(id) ?? [null]), add);
  return rows;
}

function epciCells(id: string, { epcis }: TerritoryRecords, before: TableRow | undefined): TableRow {
  const code = id.slice(territoryId.epci('').length);
  const told = epcis.get(code);
  const name = told?.name ?? before?.name ?? code;
  return { code, name, level: 'EPCI', type: told?.type ?? before?.type ?? null, partOf: [] };
}

/** The EPCI of a commune: that of the files or, when none tells which commune is in which, the one that is known. */
function epciOf(
  epci: string | null,
  { tellsEpcis }: TerritoryRecords,
  before: TableRow | undefined,
): string | null {
  if (tellsEpcis) return epci === null ? null : territoryId.epci(epci);
  const above = (before?.partOf ?? []) as string[];
  return above.find((id) => id.startsWith(territoryId.epci(''))) ?? null;
}

/** A town hall that is known is a better place than any point inside. */
function pointCells(point: { lat: number; lon: number } | undefined, before: TableRow | undefined): TableRow {
  if (point === undefined || ['TOWN_HALL', 'CONTOUR'].includes(String(before?.pointSource))) return {};
  return { latitude: point.lat, longitude: point.lon, pointSource: 'INSIDE' };
}

function addUpperLevels(
  { region, departments }: TerritoryRecords,
  former: readonly FormerRegion[],
  peopleOf: (id: string) => number | null,
  add: (id: string, told: TableRow) => void,
): void {
  const all = (codes: readonly string[]) =>
    sumOf(codes.map((code) => peopleOf(territoryId.department(code))));
  for (const { code, name } of departments) {
    const id = territoryId.department(code);
    const above = former
      .filter(({ departements }) => departements.includes(code))
      .map((one) => territoryId.formerRegion(one.code));
    const partOf = [territoryId.region(region.code), ...above].sort();
    add(id, { code, name, level: 'DEPARTMENT', partOf, ...peopleCells(peopleOf(id)) });
  }
  for (const { code, nom, departements } of former)
    add(territoryId.formerRegion(code), {
      ...{ code, name: nom, level: 'FORMER_REGION', partOf: [] },
      ...peopleCells(all(departements)),
    });
  add(territoryId.region(region.code), {
    ...{ code: region.code, name: region.name, level: 'REGION', partOf: [] },
    ...peopleCells(all(departments.map(({ code }) => code))),
  });
}

function merge(before: TableRow | undefined, told: TableRow): TableRow {
  const row: TableRow = { ...before };
  for (const [column, value] of Object.entries(told))
    if (value !== null || before === undefined || column.startsWith('population')) row[column] = value;
  return row;
}

/** A sum, unknown when one of its parts is. */
function sumOf(parts: readonly (number | null)[]): number | null {
  return parts.reduce<number | null>((sum, part) => (sum === null || part === null ? null : sum + part), 0);
}
