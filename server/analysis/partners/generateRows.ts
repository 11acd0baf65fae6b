import { createRandom } from '../random';
import { CERTAINTIES, PHASES } from './rows';
import type { PartnerRows } from './rows';

/** Sizes of a generated network. */
export interface GeneratedSize {
  actors: number;
  competences: number;
  themes: number;
  actorCompetences: number;
  actorThemes: number;
  productions: number;
  contributions: number;
  partnerships: number;
  stops: number;
}

const AUDIENCES = ['PRIMARY', 'LOWER_SECONDARY', 'UPPER_SECONDARY', 'GENERAL', 'FAMILY'];
const TYPES = ['EXHIBITION', 'KIT', 'TALK'];
const FAMILIES = ['MUSEUM', 'LAB', 'LIBRARY', 'FABLAB', 'NETWORK'];
const ROLES = [...PHASES, 'COORDINATION', 'FUNDING', null];

/**
 * An imaginary network for benchmarks and property tests: ids `a0`, `c0`, `t0`, `p0`…, two-level schemes, a tenth of the places unknown, a
 * few actors in many ties and many in few. No real organisation; the same seed gives the same network.
 */
export function generateRows(seed: number, size: GeneratedSize): PartnerRows {
  const dice = createDice(seed, size);
  return {
    ...generateActors(dice, size),
    ...generateConcepts(size),
    ...generateFacts(dice, size),
    ...generateProductions(dice, size),
    ...generateTies(dice, size),
  };
}

/** Draws of one network, all from one seed. */
function createDice(seed: number, size: GeneratedSize) {
  const random = createRandom(seed);
  const below = (n: number) => Math.min(n - 1, Math.floor(random() * n));
  // Squaring favours low numbers: hubs.
  const popular = (n: number) => Math.min(n - 1, Math.floor(random() ** 2 * n));
  return {
    random,
    below,
    popular,
    pick: <T>(list: readonly T[]): T => list[below(list.length)]!,
    source: () => (random() < 0.9 ? `s${below(50)}` : null),
    actor: () => `a${popular(size.actors)}`,
  };
}

type Dice = ReturnType<typeof createDice>;

const many = <T>(count: number, make: (k: number) => T) => Array.from({ length: count }, (_, k) => make(k));

function generateActors({ random, below, pick }: Dice, size: GeneratedSize): Pick<PartnerRows, 'actors'> {
  return {
    actors: many(size.actors, (k) => {
      const placed = random() < 0.9;
      return {
        id: `a${k}`,
        family: random() < 0.95 ? pick(FAMILIES) : null,
        latitude: placed ? 49 + 2 * random() : null,
        longitude: placed ? 1.4 + 2.8 * random() : null,
        territories: placed ? [`com${below(200)}`, `dep${below(5)}`] : [],
        outside: random() < 0.05,
      };
    }),
  };
}

function generateConcepts(size: GeneratedSize): Pick<PartnerRows, 'competences' | 'themes'> {
  const top = (k: number, count: number) => k < Math.ceil(count / 6);
  return {
    competences: many(size.competences, (k) => ({
      id: `c${k}`,
      phase: PHASES[k % 3]!,
      broader: top(k, size.competences) ? null : `c${k % Math.ceil(size.competences / 6)}`,
    })),
    themes: many(size.themes, (k) => ({
      id: `t${k}`,
      broader: top(k, size.themes) ? null : `t${k % Math.ceil(size.themes / 6)}`,
    })),
  };
}

function generateFacts(
  { random, below, pick, source, actor }: Dice,
  size: GeneratedSize,
): Pick<PartnerRows, 'actorCompetences' | 'actorThemes'> {
  return {
    actorCompetences: many(size.actorCompetences, (k) => ({
      actor: actor(),
      competence: `c${below(size.competences)}`,
      level: pick([null, 1, 2, 3]),
      status: pick(CERTAINTIES),
      sourceId: source(),
      evidence: random() < 0.5 ? `Phrase ${k}` : null,
    })),
    actorThemes: many(size.actorThemes, () => ({
      actor: actor(),
      theme: `t${below(size.themes)}`,
      sourceId: source(),
    })),
  };
}

function generateProductions(
  { random, below, pick }: Dice,
  size: GeneratedSize,
): Pick<PartnerRows, 'productions'> {
  return {
    productions: many(size.productions, (k) => ({
      id: `p${k}`,
      type: pick([...TYPES, null]),
      themes: many(below(3), () => `t${below(size.themes)}`),
      audiences: many(below(3), () => pick(AUDIENCES)),
      requires: random() < 0.4 ? many(1 + below(3), () => `c${below(size.competences)}`) : [],
    })),
  };
}

function generateTies(
  { random, below, popular, pick, source, actor }: Dice,
  size: GeneratedSize,
): Pick<PartnerRows, 'contributions' | 'partnerships' | 'stops'> {
  return {
    contributions: many(size.contributions, () => ({
      actor: actor(),
      production: `p${below(size.productions)}`,
      role: pick(ROLES),
      year: random() < 0.8 ? 2010 + below(16) : null,
      sourceId: source(),
    })),
    partnerships: many(size.partnerships, (k) => {
      const a = popular(size.actors);
      const b = (a + 1 + below(size.actors - 1)) % size.actors;
      return {
        a: `a${a}`,
        b: `a${b}`,
        kind: pick(['PARTNER', 'CO_PRODUCTION']),
        start: random() < 0.5 ? `${2010 + below(16)}` : null,
        end: null,
        sourceId: source(),
        about: random() < 0.5 ? `Objet ${k}` : null,
      };
    }),
    stops: many(size.stops, () => ({
      actor: actor(),
      production: `p${below(size.productions)}`,
      start: `${2010 + below(16)}-03-01`,
      sourceId: source(),
    })),
  };
}
