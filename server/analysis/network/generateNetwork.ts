import { createRandom, drawIndex } from '../random';
import type { ActorNetwork, PhaseLevels } from './actorNetwork';
import { projectTies } from './actorProjection';
import { tieColumns, tieKinds, type Tie } from './tieColumns';

/** An invented actor of a generated network: it stands for no real organisation. */
export interface GeneratedActor {
  id: string;
  family: string;
  /** Phase in which it has its best level; `null` when it has declared nothing. */
  phase: string | null;
  phaseLevels: PhaseLevels | null;
  themes: string[];
  town: number;
  department: number;
  formerRegion: string;
  /** Kilometres on a plane. */
  x: number;
  y: number;
}

/** A generated network: actors and the ties that prove each other. */
export interface GeneratedNetwork {
  actors: GeneratedActor[];
  ties: Tie[];
}

/** Size and seed of a generated network. */
export interface GenerationOptions {
  /** At least 2. */
  actorCount: number;
  /** Pairs of actors tied, at least 0 and at most a quarter of all pairs. */
  tieCount: number;
  seed: number;
}

const families = [
  'ASSOCIATION',
  'SCIENCE_CENTRE',
  'MUSEUM',
  'LABORATORY',
  'LIBRARY',
  'SCHOOL',
  'TOWN',
  'NETWORK',
];
const themeCount = 120;
const departmentCount = 96;
const formerRegionCount = 22;
/** Tail of the wish for ties: degrees then follow a power law of exponent near 1 + 1.6. */
const wishTail = 1.6;
const mostWish = 150;

/**
 * An invented network with what makes real ones hard: few actors with very many ties, towns of very unequal size, ties
 * mostly near, groups around shared productions (which close triangles), themes that differ by place, unknown
 * dates and undeclared competences.
 *
 * Towns have sizes by rank (Zipf), and a wish for ties by actor is drawn from a Pareto law. Half the ties come from
 * productions and partnerships of 3 to 6 actors, who are all tied; the rest are pairs. A partner is sought in the same
 * town (60 %), département (25 %) or anywhere (15 %), in proportion to its wish: Chung & Lu (2002),
 * doi:10.1007/PL00012580, inside each ring of distance.
 *
 * @throws RangeError when the size is out of bounds
 */
export function generateNetwork({ actorCount, tieCount, seed }: GenerationOptions): GeneratedNetwork {
  if (!(actorCount >= 2)) throw new RangeError(`${actorCount} actors: at least two are needed`);
  if (!(tieCount >= 0 && tieCount <= (actorCount * (actorCount - 1)) / 8))
    throw new RangeError(`${tieCount} ties are more than a quarter of the pairs of ${actorCount} actors`);
  const random = createRandom(seed);
  const towns = drawTowns(Math.max(1, Math.round(actorCount / 40)), random);
  const actors = Array.from({ length: actorCount }, (_, number) => drawActor(number, towns, random));
  return { actors, ties: drawTies(actors, tieCount, random) };
}

/** The network of a generated one, as measures read it: all ties, all kinds. */
export function generatedActorNetwork({ actors, ties }: GeneratedNetwork): ActorNetwork {
  const actorIds = actors.map(({ id }) => id);
  const columns = tieColumns(ties, actorIds);
  return {
    graph: projectTies(columns, actors.length).graph,
    actorIds,
    categories: {
      formerRegion: actors.map(({ formerRegion }) => formerRegion),
      family: actors.map(({ family }) => family),
      phase: actors.map(({ phase }) => phase),
    },
    themes: actors.map(({ themes }) => themes),
    phaseLevels: actors.map(({ phaseLevels }) => phaseLevels),
    ties: columns,
  };
}

interface Towns {
  /** Running sums of sizes. */
  sums: Float64Array;
  places: { department: number; x: number; y: number }[];
}

function drawTowns(count: number, random: () => number): Towns {
  const centres = Array.from({ length: departmentCount }, () => ({ x: random() * 1000, y: random() * 1000 }));
  const places = Array.from({ length: count }, () => {
    const department = drawIndex(random, departmentCount);
    const { x, y } = centres[department]!;
    return { department, x: x + (random() - 0.5) * 90, y: y + (random() - 0.5) * 90 };
  });
  return { sums: runningSums(places.map((_, rank) => (rank + 3) ** -0.9)), places };
}

function drawActor(number: number, towns: Towns, random: () => number): GeneratedActor {
  const town = drawBySums(towns.sums, random);
  const { department, x, y } = towns.places[town]!;
  const levels = random() < 0.12 ? null : drawLevels(random);
  const best = levels ? levels.indexOf(Math.max(...levels)) : -1;
  const themes = new Set<string>();
  for (let wanted = 1 + drawIndex(random, 4); wanted > 0; wanted--) {
    const rank = Math.floor(themeCount ** random());
    themes.add(`theme-${(rank + (random() < 0.6 ? department * 7 : 0)) % themeCount}`);
  }
  return {
    id: `actor-${String(number).padStart(6, '0')}`,
    family: families[drawIndex(random, families.length)]!,
    phase: ['VALIDATION', 'FABRICATION', 'DIFFUSION'][best] ?? null,
    phaseLevels: levels,
    themes: [...themes],
    town,
    department,
    formerRegion: `region-${String(department % formerRegionCount).padStart(2, '0')}`,
    x: x + (random() - 0.5) * 10,
    y: y + (random() - 0.5) * 10,
  };
}

function drawLevels(random: () => number): PhaseLevels {
  const level = (): number => (random() < 0.5 ? 0 : (1 + drawIndex(random, 3)) / 3);
  const levels: PhaseLevels = [level(), level(), level()];
  return levels.some((one) => one > 0) ? levels : [0, 0, 1 / 3];
}

/** Actors of a ring and the running sums of their wishes. */
interface Ring {
  members: number[];
  sums: Float64Array;
}

function drawTies(actors: readonly GeneratedActor[], tieCount: number, random: () => number): Tie[] {
  const wishes = actors.map(() => Math.min(mostWish, (1 - random()) ** (-1 / wishTail)));
  const all: Ring = { members: actors.map((_, number) => number), sums: runningSums(wishes) };
  const towns = ringsBy(actors, wishes, ({ town }) => town);
  const departments = ringsBy(actors, wishes, ({ department }) => department);
  const tied = new Set<number>();
  const ties: Tie[] = [];
  for (let proof = 0; tied.size < tieCount; proof++) {
    const lead = drawFrom(all, random);
    const group = [lead];
    const size = random() < 0.15 ? 3 + drawIndex(random, 4) : 2;
    while (group.length < size) {
      const near = random();
      const { town, department } = actors[lead]!;
      group.push(
        drawFrom(near < 0.6 ? towns.get(town)! : near < 0.85 ? departments.get(department)! : all, random),
      );
    }
    tieGroup(actors, group, proof, tied, tieCount, ties, random);
  }
  return ties;
}

function tieGroup(
  actors: readonly GeneratedActor[],
  group: readonly number[],
  proof: number,
  tied: Set<number>,
  tieCount: number,
  ties: Tie[],
  random: () => number,
): void {
  const kind = tieKinds[group.length > 2 ? drawIndex(random, 2) : drawIndex(random, 4)]!;
  const year = random() < 0.1 ? null : 2005 + drawIndex(random, 20);
  const lasting = kind === 'SUPERVISION' || year === null || random() < 0.3;
  const end = lasting ? null : year + drawIndex(random, 6);
  for (let i = 0; i < group.length; i++)
    for (let j = i + 1; j < group.length; j++) {
      const [a, b] = [Math.min(group[i]!, group[j]!), Math.max(group[i]!, group[j]!)];
      const pair = a * actors.length + b;
      if (a === b || (!tied.has(pair) && tied.size === tieCount)) continue;
      tied.add(pair);
      ties.push({
        a: actors[a]!.id,
        b: actors[b]!.id,
        kind,
        id: `proof-${proof}`,
        start: year,
        end,
        sourceId: 'generated',
      });
    }
}

function ringsBy(
  actors: readonly GeneratedActor[],
  wishes: readonly number[],
  placeOf: (actor: GeneratedActor) => number,
): Map<number, Ring> {
  const members = new Map<number, number[]>();
  actors.forEach((actor, number) => {
    const held = members.get(placeOf(actor));
    if (held) held.push(number);
    else members.set(placeOf(actor), [number]);
  });
  return new Map(
    [...members].map(([place, held]) => [
      place,
      { members: held, sums: runningSums(held.map((number) => wishes[number]!)) },
    ]),
  );
}

function drawFrom(ring: Ring, random: () => number): number {
  return ring.members[drawBySums(ring.sums, random)]!;
}

function runningSums(values: readonly number[]): Float64Array {
  const sums = Float64Array.from(values);
  for (let place = 1; place < sums.length; place++) sums[place]! += sums[place - 1]!;
  return sums;
}

/** A place drawn in proportion to what it adds to the running sums. */
function drawBySums(sums: Float64Array, random: () => number): number {
  const drawn = random() * sums.at(-1)!;
  let low = 0;
  let high = sums.length - 1;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (sums[middle]! > drawn) high = middle;
    else low = middle + 1;
  }
  return low;
}
