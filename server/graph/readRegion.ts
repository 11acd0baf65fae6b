import { z } from 'zod';
import type { Database } from '../database/driver';
import { loadQuery } from '../database/loadQuery';
import { readRows, WHOLE_TIMEOUT } from '../database/readRows';

const nullableText = z.string().nullable();
const nullableNumber = z.number().nullable();

const sourceCells = {
  sourceTitle: nullableText,
  publisher: nullableText,
  url: nullableText,
  date: nullableText,
  licence: nullableText,
  retrieved: nullableText,
};

const shapes = {
  actors: z.object({
    id: z.string(),
    kind: z.enum(['STRUCTURE', 'LAB', 'PERSON']),
    family: z.string(),
    name: z.string(),
    acronym: nullableText,
    commune: nullableText,
    latitude: nullableNumber,
    longitude: nullableNumber,
    territories: z.array(z.string()),
    outside: z.boolean(),
    placeSourceId: nullableText.optional(),
  }),
  competences: z.object({
    id: z.string(),
    phase: z.enum(['VALIDATION', 'FABRICATION', 'DIFFUSION']),
    labelFr: z.string(),
    labelEn: z.string(),
    broader: nullableText,
  }),
  themes: z.object({ id: z.string(), labelFr: z.string(), labelEn: z.string(), broader: nullableText }),
  actorCompetences: z.object({
    actor: z.string(),
    competence: z.string(),
    level: nullableNumber,
    status: z.enum(['documented', 'register', 'declared', 'inferred']),
    sourceId: nullableText,
    evidence: nullableText,
  }),
  actorThemes: z.object({ actor: z.string(), theme: z.string(), sourceId: nullableText }),
  productions: z.object({
    id: z.string(),
    title: z.string(),
    type: nullableText,
    year: nullableNumber,
    themes: z.array(z.string()),
    audiences: z.array(z.string()),
    requires: z.array(z.string()),
  }),
  contributions: z.object({
    actor: z.string(),
    production: z.string(),
    role: nullableText,
    year: nullableNumber,
    sourceId: nullableText,
  }),
  partnerships: z.object({
    partnershipId: z.string(),
    a: z.string(),
    b: z.string(),
    kind: z.string(),
    start: nullableText,
    end: nullableText,
    about: nullableText,
    sourceId: nullableText,
  }),
  stops: z.object({
    eventId: z.string(),
    production: z.string(),
    actor: nullableText,
    commune: nullableText,
    latitude: nullableNumber,
    longitude: nullableNumber,
    start: nullableText,
    end: nullableText,
    visitors: nullableNumber,
    sourceId: nullableText,
  }),
  communes: z.object({
    id: z.string(),
    insee: z.string(),
    name: z.string(),
    population: nullableNumber,
    latitude: nullableNumber,
    longitude: nullableNumber,
    inRegion: z.boolean(),
    epci: nullableText,
    department: nullableText,
    under15: nullableNumber,
    from15To24: nullableNumber,
    allAges: nullableNumber,
    agesYear: nullableNumber,
  }),
  actorWeights: z.object({
    actor: z.string(),
    capacity: nullableNumber,
    figures: z.array(z.object({ name: z.string(), period: nullableText, value: z.number() })),
  }),
  travelTimes: z.object({ destination: z.string(), times: z.string() }),
  references: z.object({
    id: z.string(),
    code: z.string(),
    name: z.string(),
    level: z.enum(['COUNTRY', 'REGION', 'OTHER']),
    population: nullableNumber,
    under15: nullableNumber,
    from15To24: nullableNumber,
    actors: nullableNumber,
    counts: z.array(z.string()),
    sourceId: nullableText,
    ...sourceCells,
  }),
  measuredSources: z.object({ sourceId: z.string(), ...sourceCells }),
  territories: z.object({
    id: z.string(),
    code: z.string(),
    name: z.string(),
    level: z.enum(['EPCI', 'DEPARTMENT', 'FORMER_REGION', 'REGION']),
    population: nullableNumber,
    crossesBorder: z.boolean().nullable(),
    under15: nullableNumber,
    from15To24: nullableNumber,
    allAges: nullableNumber,
    partOf: z.array(z.string()),
  }),
} as const;

/** All that whole-graph measures read, as plain rows; null is unknown. Territories are named by their id (`commune-80021`). */
export type RegionRows = { [K in keyof typeof shapes]: z.output<(typeof shapes)[K]>[] };

/**
 * Reads every row that whole-graph measures need, each kind by its own query `projection<Kind>.cypher`.
 *
 * @returns empty lists for an empty graph
 */
export async function readRegion(database: Database): Promise<RegionRows> {
  const entries = await Promise.all(
    Object.entries(shapes).map(async ([name, shape]) => {
      const query = loadQuery(`projection${name[0]!.toUpperCase()}${name.slice(1)}`);
      return [name, await readRows(database, query, {}, shape as z.ZodType<unknown>, WHOLE_TIMEOUT)] as const;
    }),
  );
  return Object.fromEntries(entries) as RegionRows;
}
