import { flattenLists, indexOf, internIds, internWord } from './lists';
import type { Interned, Lists } from './lists';
import { PHASES } from './rows';
import type { ActorRow, PartnerRows } from './rows';
import { NONE, projectTies } from './tieTables';
import type { PartTable, PartnershipTable, SkillTable, ThemeTable } from './tieTables';
import { createThemeVectors } from './themeVectors';
import type { ThemeVectors } from './themeVectors';

/**
 * What partner search reads, once, in typed arrays with interned ids: immutable, shared by every request. Nodes of `adjacency` are
 * the actors then the productions (`actorCount + production`).
 */
export interface PartnerProjection {
  actorCount: number;
  actors: Interned;
  competences: Interned;
  themes: Interned;
  productions: Interned;
  /** Families, production types, audiences, territory codes, sources, kinds and roles. */
  families: Interned;
  territories: Interned;
  audiences: Interned;
  sources: Interned;
  words: Interned;
  /** Unit vector of each actor's place, three numbers an actor; `NaN` where the place is unknown. */
  places: Float64Array;
  /** Commune of each actor, by id; `null` when unknown. */
  communes: readonly (string | null)[];
  /** Index in `sources` of who states the place, or −1. */
  placeSource: Int32Array;
  /** Index in `families`, or −1. */
  family: Int32Array;
  territoriesOf: Lists;
  /** 1 for an actor outside the region. */
  outside: Uint8Array;
  /** 1 when a competence or a theme of the actor is known. */
  known: Uint8Array;
  /** Index in `PHASES`, by competence. */
  phase: Uint8Array;
  /** Broader competence, or −1. */
  broader: Int32Array;
  /** Broader theme, or −1. */
  broaderTheme: Int32Array;
  skills: SkillTable;
  skillsOf: Lists;
  holdersOf: Lists;
  works: ThemeTable;
  worksOf: Lists;
  /** Index in `words`, or −1, by production. */
  productionType: Int32Array;
  productionThemes: Lists;
  /** Bit set of audiences, by production. */
  productionAudiences: Uint32Array;
  requires: Lists;
  contributions: PartTable;
  contributionsOf: Lists;
  contributorsOf: Lists;
  stops: PartTable;
  stopsOf: Lists;
  partnerships: PartnershipTable;
  /** Row numbers of partnerships by actor (each row stands in both of its ends). */
  partnershipsOf: Lists;
  /** Actors and productions tied by a partnership, a contribution or a hosted stop. */
  adjacency: Lists;
  themeVectors: ThemeVectors;
  /** Bit set of the audiences of the productions an actor made or hosted; 0 when unknown. */
  audienceOf: Uint32Array;
}

const MAX_AUDIENCES = 32;

/**
 * Builds the projection, in time and memory linear in the rows.
 *
 * @throws RangeError when an id is given twice, a relationship names an id that is not listed, a level is not 1–3, or there are
 *   more than 32 audiences
 */
export function createPartnerProjection(rows: PartnerRows): PartnerProjection {
  const words: Interned = { ids: [], index: new Map() };
  const sources: Interned = { ids: [], index: new Map() };
  const actors = internIds('actor', pluck(rows.actors));
  const base = {
    actorCount: rows.actors.length,
    actors,
    words,
    sources,
    ...projectActors(rows.actors, sources),
    ...projectConcepts(rows),
  };
  const productions = projectProductions(rows, base, words);
  const ties = projectTies(rows, { ...base, productions: productions.productions });
  const partial = { ...base, ...productions, ...ties };
  const themeVectors = createThemeVectors(partial);
  const audienceOf = gatherAudiences(partial);
  const known = new Uint8Array(base.actorCount);
  for (let i = 0; i < known.length; i++) {
    const skilled = ties.skillsOf.offsets[i + 1]! > ties.skillsOf.offsets[i]!;
    known[i] = skilled || themeVectors.offsets[i + 1]! > themeVectors.offsets[i]! ? 1 : 0;
  }
  return { ...partial, themeVectors, audienceOf, known };
}

function* pluck(rows: readonly { id: string }[]): Iterable<string> {
  for (const row of rows) yield row.id;
}

function projectActors(rows: readonly ActorRow[], sources: Interned) {
  const families: Interned = { ids: [], index: new Map() };
  const territories: Interned = { ids: [], index: new Map() };
  const places = new Float64Array(3 * rows.length).fill(Number.NaN);
  const family = new Int32Array(rows.length).fill(NONE);
  const placeSource = new Int32Array(rows.length).fill(NONE);
  const outside = new Uint8Array(rows.length);
  rows.forEach((row, i) => {
    if (row.family !== null) family[i] = internWord(families, row.family);
    if (row.placeSourceId) placeSource[i] = internWord(sources, row.placeSourceId);
    if (row.outside) outside[i] = 1;
    if (row.latitude !== null && row.longitude !== null)
      places.set(toUnitVector(row.latitude, row.longitude), 3 * i);
  });
  const nested = rows.map((row) => row.territories.map((code) => internWord(territories, code)));
  const communes = rows.map(({ commune }) => commune ?? null);
  const territoriesOf = flattenLists(nested);
  return { families, territories, places, communes, placeSource, family, outside, territoriesOf };
}

/** The point of the unit sphere at a latitude and a longitude in degrees: the chord between two gives their distance. */
export function toUnitVector(latitude: number, longitude: number): [number, number, number] {
  const phi = (latitude * Math.PI) / 180;
  const lambda = (longitude * Math.PI) / 180;
  return [Math.cos(phi) * Math.cos(lambda), Math.cos(phi) * Math.sin(lambda), Math.sin(phi)];
}

function projectConcepts(rows: PartnerRows) {
  const competences = internIds('competence', pluck(rows.competences));
  const themes = internIds('theme', pluck(rows.themes));
  const broader = Int32Array.from(rows.competences, (c) =>
    c.broader === null ? NONE : indexOf(competences, 'competence', c.broader),
  );
  const broaderTheme = Int32Array.from(rows.themes, (t) =>
    t.broader === null ? NONE : indexOf(themes, 'theme', t.broader),
  );
  const phase = Uint8Array.from(rows.competences, (c) => PHASES.indexOf(c.phase));
  return { competences, themes, broader, broaderTheme, phase };
}

function projectProductions(
  rows: PartnerRows,
  base: { competences: Interned; themes: Interned },
  words: Interned,
) {
  const audiences: Interned = { ids: [], index: new Map() };
  const productions = internIds('production', pluck(rows.productions));
  const productionAudiences = new Uint32Array(rows.productions.length);
  rows.productions.forEach((row, p) => {
    for (const audience of row.audiences) productionAudiences[p]! |= 1 << internWord(audiences, audience);
  });
  if (audiences.ids.length > MAX_AUDIENCES)
    throw new RangeError(`${audiences.ids.length} audiences; at most ${MAX_AUDIENCES}`);
  return {
    productions,
    audiences,
    productionAudiences,
    productionType: Int32Array.from(rows.productions, (p) =>
      p.type === null ? NONE : internWord(words, p.type),
    ),
    productionThemes: flattenLists(
      rows.productions.map((p) => p.themes.map((t) => indexOf(base.themes, 'theme', t))),
    ),
    requires: flattenLists(
      rows.productions.map((p) => p.requires.map((c) => indexOf(base.competences, 'competence', c))),
    ),
  };
}

function gatherAudiences(projection: {
  actorCount: number;
  productionAudiences: Uint32Array;
  contributions: PartTable;
  stops: PartTable;
}): Uint32Array {
  const audienceOf = new Uint32Array(projection.actorCount);
  for (const table of [projection.contributions, projection.stops])
    for (let row = 0; row < table.actor.length; row++)
      audienceOf[table.actor[row]!]! |= projection.productionAudiences[table.production[row]!]!;
  return audienceOf;
}
