/** Phases in the order they are named in. */
export const PHASE_ORDER = ['VALIDATION', 'FABRICATION', 'DIFFUSION'] as const;

/** What is known of a territory elsewhere that the region is compared with. Unknown is `null`, and a count that is not there is unknown. */
export interface ReferenceFigures {
  population: number | null;
  under15: number | null;
  from15To24: number | null;
  /** All actors. */
  actors: number | null;
  /** Actors by {@link countKey}. */
  counts: ReadonlyMap<string, number>;
}

/** What of the actors is counted: of some families (all when `null`), able in at least one of some phases (any actor when `null`). */
export interface CountChoice {
  families: readonly string[] | null;
  phases: readonly string[] | null;
}

/** The part of a reference, or what it lacks. */
export interface ReferenceCount {
  /** Actors of the choice; `null` when the reference does not say. */
  part: number | null;
  /** Whether phases were taken into account: a reference that counts by family alone is compared by family alone. */
  byPhase: boolean;
  /** Keys of {@link countKey} that would say it, where it does not. */
  missing: string[];
}

/**
 * Name of a count: `MUSEUM`, `*:DIFFUSION`, `MUSEUM:VALIDATION+DIFFUSION`. Several phases: at least one competence in one of them.
 *
 * @param family - `null` for all of them
 */
export function countKey(family: string | null, phases: readonly string[] | null): string {
  const named = PHASE_ORDER.filter((phase) => phases?.includes(phase));
  return named.length === 0 ? (family ?? '*') : `${family ?? '*'}:${named.join('+')}`;
}

/**
 * Actors of a choice in a reference. Families part actors, so that theirs are added up; phases do not, so that a choice of several phases is
 * read where it is counted as such. A reference that counts the families chosen but not by phase answers by family alone, and says so; the
 * caller then counts its own side likewise.
 */
export function referenceCount({ actors, counts }: ReferenceFigures, choice: CountChoice): ReferenceCount {
  const families = choice.families?.length ? choice.families : null;
  const byPhase = sumOf(counts, keysOf(families, choice.phases));
  if (byPhase.part !== null) return { ...byPhase, byPhase: true };
  if (families !== null) {
    const byFamily = sumOf(counts, keysOf(families, null));
    if (byFamily.part !== null) return { ...byFamily, byPhase: false };
  } else if (choice.phases === null && actors !== null) return { part: actors, byPhase: true, missing: [] };
  return { ...byPhase, byPhase: true };
}

const keysOf = (families: readonly string[] | null, phases: readonly string[] | null) =>
  families === null ? [countKey(null, phases)] : families.map((family) => countKey(family, phases));

function sumOf(counts: ReadonlyMap<string, number>, keys: readonly string[]) {
  const missing = keys.filter((key) => !counts.has(key));
  const part = missing.length > 0 ? null : keys.reduce((sum, key) => sum + counts.get(key)!, 0);
  return { part, missing };
}

/** An actor as it is counted. */
export interface CountedActor {
  family: string;
  /** Phases in which it has a competence. */
  phases: readonly string[];
}

/** Every set of phases that a choice may name. */
const PHASE_SETS: readonly (readonly string[] | null)[] = [
  null,
  ...[1, 2, 4, 3, 5, 6, 7].map((bits) => PHASE_ORDER.filter((_, k) => bits & (1 << k))),
];

/** All the counts of some actors, by {@link countKey}: what another region needs to compare itself with this one. Families that none has are not there. */
export function countActors(actors: readonly CountedActor[]): Map<string, number> {
  const counts = new Map<string, number>();
  const families = [...new Set(actors.map(({ family }) => family))].sort();
  for (const family of [null, ...families])
    for (const phases of PHASE_SETS) {
      if (family === null && phases === null) continue;
      const kept = actors.filter(
        (actor) =>
          (family === null || actor.family === family) &&
          (phases === null || actor.phases.some((phase) => phases.includes(phase))),
      );
      counts.set(countKey(family, phases), kept.length);
    }
  return counts;
}
