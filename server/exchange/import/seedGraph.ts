import type { GraphRows } from '../../graph/writeGraph';
import { toActors, toSchemes } from './actorRows';
import { toEvidence, toTies } from './evidenceRows';
import { toProductions } from './productionRows';
import { References } from './references';
import { seedTables, type SeedRows } from './seedTables';
import { parseTable, TableError } from './table';
import { toTerritoryGraph, type TerritoryFiles } from './territoryGraph';

/** Texts of the tables of a region's folder: file name without ending → text. */
export type SeedTexts = Record<keyof typeof seedTables, string>;

/**
 * A region's facts and territories as graph rows, every reference checked.
 *
 * @throws TableError at the first broken row: file, line, column and reason
 */
export function toSeedGraph(texts: SeedTexts, territories: Omit<TerritoryFiles, 'alsoCommunes'>): GraphRows {
  const tables = Object.fromEntries(
    Object.entries(seedTables).map(([name, schema]) => [
      name,
      parseTable(`${name}.csv`, texts[name as keyof SeedTexts], schema),
    ]),
  ) as unknown as SeedRows;
  const references = new References();
  const alsoCommunes = new Set(tables.communes_outside.map((row) => row.insee));
  const territoryGraph = toTerritoryGraph({ ...territories, alsoCommunes }, references);
  checkReferences(tables, references);
  const parts = [
    territoryGraph,
    toSchemes(tables),
    toActors(tables),
    toProductions(tables),
    toTies(tables),
    toEvidence(tables),
  ];
  return {
    nodes: parts.flatMap((part) => part.nodes),
    relationships: parts.flatMap((part) => part.relationships),
  };
}

/** Columns that refer to something, by table. */
const pointers: [keyof SeedRows, string, string][] = [
  ['competences', 'broader', 'competence'],
  ['themes', 'broader', 'theme'],
  ['actors', 'parent', 'actor'],
  ['actors', 'insee', 'commune'],
  ['actor_competences', 'actor', 'actor'],
  ['actor_competences', 'competence', 'competence'],
  ['actor_themes', 'actor', 'actor'],
  ['actor_themes', 'theme', 'theme'],
  ['contributions', 'actor', 'actor'],
  ['contributions', 'production', 'production'],
  ['stops', 'production', 'production'],
  ['stops', 'host_actor', 'actor'],
  ['stops', 'insee', 'commune'],
  ['partnerships', 'a', 'actor'],
  ['partnerships', 'b', 'actor'],
  ['needs', 'actor', 'actor'],
  ['needs', 'competence', 'competence'],
  ['needs', 'theme', 'theme'],
  ['survey_status', 'actor', 'actor'],
  ['survey_status', 'campaign', 'campaign'],
];

function checkReferences(tables: SeedRows, references: References): void {
  const kinds = { sources: 'source', competences: 'competence', themes: 'theme', actors: 'actor' } as const;
  for (const [table, kind] of Object.entries(kinds))
    for (const row of tables[table as keyof typeof kinds])
      references.add(kind, row.id, `${table}.csv`, row.line);
  for (const row of tables.productions) references.add('production', row.id, 'productions.csv', row.line);
  for (const row of tables.needs) references.add('need', row.id, 'needs.csv', row.line);
  for (const row of tables.survey)
    references.add('campaign', row.campaign, 'survey.csv', row.line, 'campaign');
  for (const [table, column, kind] of pointers)
    for (const row of tables[table] as unknown as (Record<string, string | null> & { line: number })[])
      references.check(kind, row[column] ?? null, `${table}.csv`, row.line, column);
  for (const row of tables.productions)
    for (const theme of row.themes) references.check('theme', theme, 'productions.csv', row.line, 'themes');
  for (const row of tables.indicators)
    references.check(row.subject_type, row.subject, 'indicators.csv', row.line, 'subject');
  for (const [table, rows] of Object.entries(tables))
    for (const row of rows)
      if ('source_id' in row)
        references.check('source', row.source_id as string, `${table}.csv`, row.line, 'source_id');
  for (const row of tables.partnerships)
    if (row.a === row.b)
      throw new TableError('partnerships.csv', row.line, 'b', 'an actor is its own partner');
}
