import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import type { Certainty, PartnerRows, Phase } from '../../server/analysis/partners/rows';

type Row = Record<string, string>;

/**
 * Reads what partner search needs from a folder of the seed's CSV files, without a database. Communes are looked for in the folder
 * `territories` beside it; where there is none, places are unknown.
 *
 * @throws Error when a file is missing
 */
export function readSeedRows(folder: string): PartnerRows {
  const read = (name: string) => readTable(join(folder, `${name}.csv`));
  const communes = readCommunes(join(folder, '..', 'territories', 'communes.csv'));
  return {
    ...readActors(read, communes),
    ...readConcepts(read),
    ...readFacts(read),
    ...readWorks(read),
    ...readTies(read),
  };
}

type Read = (name: string) => Row[];
const split = (cell: string | undefined) => (cell ? cell.split('|') : []);
const known = (cell: string | undefined) => (cell ? cell : null);

function readActors(read: Read, communes: ReturnType<typeof readCommunes>): Pick<PartnerRows, 'actors'> {
  return {
    actors: read('actors').map((r) => {
      const commune = communes.get(r.insee!);
      return {
        id: r.id!,
        family: known(r.type),
        latitude: commune?.latitude ?? null,
        longitude: commune?.longitude ?? null,
        territories: r.insee
          ? [r.insee, commune?.epci, commune?.department].filter((c) => c !== undefined)
          : [],
        outside: r.insee !== '' && !['02', '59', '60', '62', '80'].includes(r.insee!.slice(0, 2)),
      };
    }),
  };
}

function readConcepts(read: Read): Pick<PartnerRows, 'competences' | 'themes'> {
  return {
    competences: read('competences').map((r) => ({
      id: r.id!,
      phase: r.phase as Phase,
      broader: known(r.broader),
    })),
    themes: read('themes').map((r) => ({ id: r.id!, broader: known(r.broader) })),
  };
}

function readFacts(read: Read): Pick<PartnerRows, 'actorCompetences' | 'actorThemes'> {
  return {
    actorCompetences: read('actor_competences').map((r) => ({
      actor: r.actor!,
      competence: r.competence!,
      level: r.level ? Number(r.level) : null,
      status: r.status as Certainty,
      sourceId: known(r.source_id),
      evidence: known(r.evidence_fr),
    })),
    actorThemes: read('actor_themes').map((r) => ({
      actor: r.actor!,
      theme: r.theme!,
      sourceId: known(r.source_id),
    })),
  };
}

function readWorks(read: Read): Pick<PartnerRows, 'productions' | 'contributions'> {
  return {
    productions: read('productions').map((r) => ({
      id: r.id!,
      type: known(r.type),
      themes: split(r.themes),
      audiences: split(r.audiences),
      requires: [],
    })),
    contributions: read('contributions').map((r) => ({
      actor: r.actor!,
      production: r.production!,
      role: known(r.role),
      year: r.year ? Number(r.year) : null,
      sourceId: known(r.source_id),
    })),
  };
}

function readTies(read: Read): Pick<PartnerRows, 'partnerships' | 'stops'> {
  return {
    partnerships: read('partnerships').map((r) => ({
      a: r.a!,
      b: r.b!,
      kind: r.kind!,
      start: known(r.start),
      end: known(r.end),
      sourceId: known(r.source_id),
      about: known(r.about),
    })),
    stops: read('stops')
      .filter((r) => r.host_actor)
      .map((r) => ({
        actor: r.host_actor!,
        production: r.production!,
        start: known(r.start),
        sourceId: known(r.source_id),
      })),
  };
}

function readTable(file: string): Row[] {
  return parse(readFileSync(file), { columns: true, skip_empty_lines: true, bom: true });
}

function readCommunes(file: string) {
  const rows = existsSync(file) ? readTable(file) : [];
  return new Map(
    rows.map((r) => [
      r.insee!,
      { latitude: Number(r.lat), longitude: Number(r.lon), epci: r.epci, department: r.departement },
    ]),
  );
}
