import { stringify } from 'csv-stringify/sync';
import { countActors, PHASE_ORDER } from '../../analysis/coverage/referenceFigures';
import type { RegionRows } from '../../graph/readRegion';
import { REFERENCE_COLUMNS, writeCountHeader } from '../import/measured/referenceColumns';

/** A table of one row, headers apart. */
export interface ReferenceTable {
  columns: string[];
  rows: (string | number | null)[][];
}

/**
 * The region of this graph as a reference for another one, in the format that is imported: people by age, actors located in it by family, by phases and
 * by both. No person, no address. What is not known is empty. Without a region, there are headers only.
 *
 * @param day - ISO day of the export, which is the date of the figures
 */
export function toReferenceTable(rows: RegionRows, day: string): ReferenceTable {
  const fields = Object.values(REFERENCE_COLUMNS).map(([name]) => name);
  const region = rows.territories.find(({ level }) => level === 'REGION');
  if (!region) return { columns: fields, rows: [] };
  const actors = locatedActors(rows);
  const counts = [...countActors(actors)];
  const ages = agesOf(rows);
  const own: Record<keyof typeof REFERENCE_COLUMNS, string | number | null> = {
    code: region.code,
    name: region.name,
    level: 'région',
    population:
      region.population ??
      sumOf(rows.communes.filter(({ inRegion }) => inRegion).map(({ population }) => population)),
    under15: ages.under15,
    from15To24: ages.from15To24,
    actors: actors.length,
    source: `Agrégats de ${region.name}, calculés par Maillage`,
    publisher: 'Maillage',
    url: null,
    date: day,
    licence: null,
  };
  return {
    columns: [...fields, ...counts.map(([key]) => writeCountHeader(key))],
    rows: [[...Object.values(own), ...counts.map(([, count]) => count)]],
  };
}

/** The table as CSV: commas, UTF-8 with its mark, formulas of a spreadsheet disarmed. */
export function toReferenceCsv({ columns, rows }: ReferenceTable): string {
  return stringify([columns, ...rows], { bom: true, record_delimiter: 'windows', escape_formulas: true });
}

/** Actors whose commune is in the region, with the phases in which they have a competence. */
function locatedActors({ actors, communes, competences, actorCompetences }: RegionRows) {
  const inside = new Set(communes.filter(({ inRegion }) => inRegion).map(({ id }) => id));
  const phaseOf = new Map(competences.map(({ id, phase }) => [id, phase]));
  const phases = new Map<string, Set<string>>();
  for (const { actor, competence } of actorCompetences) {
    const phase = phaseOf.get(competence);
    if (phase) phases.set(actor, (phases.get(actor) ?? new Set()).add(phase));
  }
  return actors
    .filter(({ commune }) => commune !== null && inside.has(commune))
    .map(({ id, family }) => ({ family, phases: PHASE_ORDER.filter((phase) => phases.get(id)?.has(phase)) }));
}

/** Young people of the region: the sums of its départements, unknown where one of them is. */
function agesOf({ territories, communes }: RegionRows) {
  const used = new Set(communes.flatMap(({ inRegion, department }) => (inRegion ? [department] : [])));
  const departments = territories.filter(({ id, level }) => level === 'DEPARTMENT' && used.has(id));
  return {
    under15: sumOf(departments.map(({ under15 }) => under15)),
    from15To24: sumOf(departments.map(({ from15To24 }) => from15To24)),
  };
}

function sumOf(values: readonly (number | null)[]): number | null {
  if (values.length === 0 || values.includes(null)) return null;
  return values.reduce<number>((sum, value) => sum + value!, 0);
}
