import type { ConceptRow, ExploreRows } from './exploreRows';
import { phases, type Phase } from './phase';

/** What is known of an actor beside the region's rows. */
export interface ActorRecord {
  id: string;
  website: string | null;
  /** What it is, as a source says it; `null` when none does. */
  summaryFr: string | null;
  summaryEn: string | null;
  needs: number;
  offers: number;
  /** Latest date among the sources that state something of it (`2024`, `2024-05`…); `null` when none is dated. */
  latest: string | null;
}

/** An actor as the directory filters, counts and sorts it. */
export interface ActorFacts {
  id: string;
  name: string;
  acronym: string | null;
  kind: string;
  family: string;
  commune: string | null;
  communeName: string | null;
  department: string | null;
  latitude: number | null;
  longitude: number | null;
  territories: readonly string[];
  /** Ids held, and those of every concept above them. */
  competences: ReadonlySet<string>;
  /** Ids as stated, without those above. */
  statedCompetences: readonly string[];
  themes: ReadonlySet<string>;
  statedThemes: readonly string[];
  /** Best level by phase, 0 when none is known; a competence without a level counts as 1. */
  levels: readonly [number, number, number];
  phases: readonly Phase[];
  /** False when no competence was read anywhere: to be declared. */
  declared: boolean;
  needs: number;
  offers: number;
  latest: string | null;
  website: string | null;
  summaryFr: string | null;
  summaryEn: string | null;
  /** Actors it is tied to. */
  partners: number;
  productions: number;
}

/** By concept, itself and every concept above it; a loop in the thesaurus is walked once. */
export function ancestors(concepts: readonly ConceptRow[]): Map<string, readonly string[]> {
  const broader = new Map(concepts.map((concept) => [concept.id, concept.broader]));
  return new Map(
    concepts.map(({ id }) => {
      const line: string[] = [];
      for (let at: string | null | undefined = id; at && !line.includes(at); at = broader.get(at))
        line.push(at);
      return [id, line];
    }),
  );
}

/**
 * Gathers what the directory needs of each actor.
 *
 * @param records - what is known of actors beside the rows; one without a record has no need, no offer, no date
 * @param partners - how many actors each is tied to, by id
 * @returns in the order of the actors
 */
export function actorFacts(
  rows: ExploreRows,
  records: readonly ActorRecord[],
  partners: ReadonlyMap<string, number>,
): ActorFacts[] {
  const recordOf = new Map(records.map((record) => [record.id, record]));
  const competences = groupBy(rows.actorCompetences, ({ actor }) => actor);
  const themes = groupBy(rows.actorThemes, ({ actor }) => actor);
  const productions = groupBy(rows.contributions, ({ actor }) => actor);
  const lines = { competence: ancestors(rows.competences), theme: ancestors(rows.themes) };
  const phaseOf = new Map(rows.competences.map(({ id, phase }) => [id, phase]));
  const communes = new Map(rows.communes.map((commune) => [commune.id, commune]));
  return rows.actors.map((actor) => {
    const held = competences.get(actor.id) ?? [];
    const worked = themes.get(actor.id) ?? [];
    const commune = actor.commune === null ? undefined : communes.get(actor.commune);
    const record = recordOf.get(actor.id);
    const levels = bestLevels(held, phaseOf);
    return {
      ...actor,
      communeName: commune?.name ?? null,
      department: commune?.department ?? null,
      competences: new Set(held.flatMap(({ competence }) => lines.competence.get(competence) ?? [])),
      statedCompetences: [...new Set(held.map(({ competence }) => competence))],
      themes: new Set(worked.flatMap(({ theme }) => lines.theme.get(theme) ?? [])),
      statedThemes: [...new Set(worked.map(({ theme }) => theme))],
      levels,
      phases: phases.filter((_, place) => levels[place]! > 0),
      declared: held.length > 0,
      needs: record?.needs ?? 0,
      offers: record?.offers ?? 0,
      latest: record?.latest ?? null,
      website: record?.website ?? null,
      summaryFr: record?.summaryFr ?? null,
      summaryEn: record?.summaryEn ?? null,
      partners: partners.get(actor.id) ?? 0,
      productions: new Set((productions.get(actor.id) ?? []).map(({ production }) => production)).size,
    };
  });
}

function bestLevels(
  held: readonly { competence: string; level: number | null }[],
  phaseOf: ReadonlyMap<string, Phase>,
): [number, number, number] {
  const best: [number, number, number] = [0, 0, 0];
  for (const { competence, level } of held) {
    const place = phases.indexOf(phaseOf.get(competence)!);
    if (place >= 0) best[place] = Math.max(best[place]!, level ?? 1);
  }
  return best;
}

function groupBy<T>(rows: readonly T[], keyOf: (row: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const key = keyOf(row);
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  return groups;
}
