import type { Database } from '../../database/driver';
import { readGraph } from '../../graph/changeGraph';
import type { NodeTable, TableRow } from '../../graph/tables';
import { toInterval } from '../import/productionRows';
import { referredBy } from '../import/graphState';
import type { Names } from '../sheets/cellText';
import { isSheetId, sheets, type SheetId } from '../sheets/sheets';
import { addressOf } from './addresses';
import type { CalendarEvent } from './calendar';
import { readExport, type ExportedTables } from './exportTables';
import { expand, type RdfTriple } from './rdf';
import { toCreativeWork, toEvent, toOrganization, type LinkedContext, type LinkedNode } from './schemaOrg';
import { toSkos } from './skos';

const described = ['actors', 'productions', 'competences', 'themes'] as const;

/** Kinds of thing that are described for programs at their own address. */
export type DescribedKind = (typeof described)[number];

/** Whether things of a kind are described at their own address. */
export function isDescribed(kind: string): kind is DescribedKind {
  return (described as readonly string[]).includes(kind);
}

/** One thing, described: nodes of schema.org, or statements about a concept. */
export type Description = { nodes: LinkedNode[] } | { triples: RdfTriple[] };

/** Describes one thing; undefined when there is none of that identifier. */
export async function describeOne(
  database: Database,
  kind: DescribedKind,
  id: string,
  base: string,
): Promise<Description | undefined> {
  if (kind === 'competences' || kind === 'themes') {
    const { rows } = await readExport(database, { sheets: [kind] });
    const about = addressOf(base, kind, id);
    const triples = toSkos(kind, rows.get(kind) ?? [], base).filter(
      ({ subject }) => 'iri' in subject && subject.iri === about,
    );
    return triples.some(({ property }) => property === expand('skos:inScheme')) ? { triples } : undefined;
  }
  return readGraph(database, async (reader) => {
    const [row] = await reader.rows(sheets[kind].table, [id]);
    if (row === undefined) return undefined;
    const names = new Map<string, ReadonlyMap<string, string | null>>();
    for (const to of referredBy(['actors', 'actorCompetences', 'actorThemes', 'productions']))
      names.set(
        to,
        await reader.names(tableOf(to), to === 'territories' ? 'name' : sheets[to as SheetId].label),
      );
    const context = { base, names };
    if (kind === 'productions') {
      const found = await reader.query(
        'MATCH (a:Actor)-[:CONTRIBUTED_TO]->(:Production {id: $id}) RETURN DISTINCT a.id AS id ORDER BY id',
        { id },
      );
      const contributors = found.map((one) => one.id as string);
      return { nodes: [toCreativeWork(row, contributors, context)] };
    }
    const competences = await reader.rows(sheets.actorCompetences.table, [id]);
    const themes = await reader.rows(sheets.actorThemes.table, [id]);
    return {
      nodes: [toOrganization(row, columnOf(competences, 'competence'), columnOf(themes, 'theme'), context)],
    };
  });
}

const territories: NodeTable = { kind: 'node', name: 'territories', label: 'Territory', fields: [] };

function tableOf(to: string): NodeTable {
  return isSheetId(to) ? (sheets[to].table as NodeTable) : territories;
}

function columnOf(rows: readonly TableRow[], column: string): string[] {
  return rows.map((row) => row[column] as string).sort();
}

/** Describes every actor, production and event. */
export async function describeAll(database: Database, base: string): Promise<LinkedNode[]> {
  const exported = await readExport(database);
  const context: LinkedContext = { base, names: exported.names };
  const rows = (id: SheetId) => exported.rows.get(id) ?? [];
  const group = (id: SheetId, by: string, value: string) => {
    const groups = new Map<string, string[]>();
    for (const row of rows(id)) {
      const key = row[by] as string;
      const known = groups.get(key);
      if (known === undefined) groups.set(key, [row[value] as string]);
      else known.push(row[value] as string);
    }
    return groups;
  };
  const competences = group('actorCompetences', 'actor', 'competence');
  const themes = group('actorThemes', 'actor', 'theme');
  const contributors = group('contributions', 'production', 'actor');
  const shown = productionsShown(exported);
  return [
    ...rows('actors').map((row) =>
      toOrganization(
        row,
        competences.get(row.id as string) ?? [],
        themes.get(row.id as string) ?? [],
        context,
      ),
    ),
    ...rows('productions').map((row) =>
      toCreativeWork(row, contributors.get(row.id as string) ?? [], context),
    ),
    ...rows('events').map((row) => toEvent(row, shown(row), context)),
  ];
}

/** Finds the productions that an event shows, through their copies. */
function productionsShown({ rows }: ExportedTables): (event: TableRow) => string[] {
  const production = new Map(
    (rows.get('copies') ?? []).map((row) => [row.id as string, row.production as string]),
  );
  return (event) => {
    const copies = (event.copies ?? []) as string[];
    return [...new Set(copies.flatMap((copy) => production.get(copy) ?? []))];
  };
}

/** Which events a calendar holds; all when nothing is asked. */
export interface CalendarFilter {
  production: string | undefined;
  actor: string | undefined;
}

/** Events with a date, for a calendar, in order of their first day. */
export async function toCalendarEvents(
  database: Database,
  base: string,
  { production, actor }: CalendarFilter,
): Promise<CalendarEvent[]> {
  const exported = await readExport(database, { sheets: ['events', 'copies', 'productions'] });
  const shown = productionsShown(exported);
  return (exported.rows.get('events') ?? [])
    .filter((row) => actor === undefined || row.host === actor)
    .filter((row) => production === undefined || shown(row).includes(production))
    .flatMap((row) => toCalendarEvent(row, shown(row), exported.names, base))
    .sort((a, b) => (a.earliest < b.earliest ? -1 : a.earliest > b.earliest ? 1 : 0));
}

function toCalendarEvent(row: TableRow, productions: string[], names: Names, base: string): CalendarEvent[] {
  const start = row.start as string | null;
  const end = row.end as string | null;
  const { earliest, latest } = toInterval(start, end);
  if (earliest === null || latest === null) return [];
  const [first] = productions;
  const place = [row.place as string | null, names.get('territories')?.get(String(row.commune)) ?? null];
  const isPrecise = start?.length === 10 && end?.length === 10;
  return [
    {
      id: row.id as string,
      title: productions.map((id) => names.get('productions')?.get(id) ?? id).join(', ') || 'Événement',
      earliest,
      latest,
      dates: isPrecise ? null : `${start ?? '?'} – ${end ?? '?'}`,
      place: place.filter((part) => part !== null).join(', ') || null,
      url: first === undefined ? `${base}/` : addressOf(base, 'productions', first),
    },
  ];
}
