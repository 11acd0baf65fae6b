import { loadSolver } from '../../coverage/mixedInteger';
import { resolveBrief } from '../brief';
import type { Brief, PartnerBrief, ResolvedBrief } from '../brief';
import { coveringSkills, createCoverTable } from '../cover';
import type { CoverTable } from '../cover';
import { createCandidateTest } from '../filters';
import type { LeftOut, PartnerFilters } from '../filters';
import { partnersOfGroup } from '../introducer';
import { indexOf } from '../lists';
import type { PartnerProjection } from '../projection';
import { citationOf, relationKey } from '../relations';
import type { Citation } from '../relations';
import { distanceOf } from '../scores';
import { countBits } from './approximateCover';
import { cheapestTeam } from './cheapestTeam';
import { closenessOf } from './closeness';
import type { Closeness, ClosenessOptions } from './closeness';
import { describeTeam } from './describeTeam';
import type { Team } from './describeTeam';
import { fewestSets, MAX_NEEDS } from './fewestSets';
import type { CoverMethod } from './fewestSets';

/** How to look for a team. */
export interface TeamOptions {
  /** Actors that must be in the team. */
  lockedIds?: readonly string[];
  /** What to keep among the others; actors outside the region are left out unless `outside` is true. */
  filters?: PartnerFilters;
  /** Counts a need as covered by a broader competence too. */
  acceptBroader?: boolean;
  /** How many different teams, 3 when left out. */
  count?: number;
  /** Seconds left to the proof, 2 when left out. */
  timeLimitSeconds?: number;
  /** Steps counted at most between two actors, 4 when left out. */
  stepCap?: number;
  /** Kilometres that weigh as much as a step between partners, 50 when left out. */
  kmPerStep?: number;
}

/** A need that no candidate covers, with who has it all the same. */
export interface UncoveredNeed {
  competenceId: string;
  /** Who has it but was left out, and why (`outside` the region first). */
  elsewhere: { actorId: string; why: keyof LeftOut; citation: Citation }[];
  /** Candidates who have it only by a broader competence. */
  broader: { actorId: string; citation: Citation }[];
}

/** The smallest teams that cover a brief. */
export interface TeamSearch {
  brief: ResolvedBrief;
  /** Best first; each differs from those before in at least half of the actors chosen. Empty when nothing is to be covered. */
  teams: Team[];
  /** Actors of the smallest team found, locked ones counted, members not. */
  size: number;
  /** No team that covers as much has fewer. */
  bound: number;
  /** `size` is the smallest there is. */
  proven: boolean;
  method: CoverMethod;
  /** The first team is the cheapest of its size. */
  cheapestProven: boolean;
  /** Actors who cover at least one need. */
  candidates: number;
  uncovered: UncoveredNeed[];
}

/** Most candidates among whom the cheapest team is looked for. */
const POOL = 320;
/** Costs looked at before settling for the cheapest team found, by team. */
const BUDGET = 600_000;

/**
 * The smallest team that covers every need that someone can cover (weighted set cover with equal weights, by HiGHS), then the cheapest of that
 * size by communication cost, after Lappas, Liu and Terzi 2009 (doi:10.1145/1557019.1557074): the sum over pairs, members of the brief and locked
 * actors among them, of steps in the graph of partners (capped) and kilometres, and for each actor the
 * kilometres to the place of the brief when it gives one. A pair whose distance is unknown counts one step for
 * it, and is counted. A competence covers a need by itself or by a narrower one. Needs nobody covers are named, and do not prevent a team.
 *
 * @param solver - HiGHS, `null` to do without; loaded once when left out
 * @throws RangeError when an id is not in the projection, or there are more than 30 needs
 */
export async function findTeams(
  projection: PartnerProjection,
  brief: PartnerBrief,
  options: TeamOptions = {},
  solver?: Awaited<ReturnType<typeof loadSolver>>,
): Promise<TeamSearch> {
  const understood = resolveBrief(projection, brief);
  if (understood.needs.length > MAX_NEEDS)
    throw new RangeError(`${understood.needs.length} needs; a team is looked for up to ${MAX_NEEDS}`);
  const field = createField(projection, understood, options);
  const highs = solver === undefined ? await loadSolver() : solver;
  const fewest = fewestSets(field.covers, field.left, highs, options.timeLimitSeconds ?? 2);
  const { teams, cheapestProven } = cheapestTeams(projection, field, fewest.size, options);
  const size = fewest.size + field.locked.length;
  return {
    brief: understood.resolved,
    teams,
    size,
    bound: fewest.bound + field.locked.length,
    proven: fewest.bound === fewest.size,
    method: fewest.method,
    cheapestProven,
    candidates: field.candidates.length,
    uncovered: uncoveredNeeds(projection, field),
  };
}

/** Who may be chosen, and what is to be covered. */
interface Field {
  brief: Brief;
  table: CoverTable;
  locked: number[];
  /** Actors not locked that cover a need, with what each covers as bits. */
  candidates: number[];
  covers: number[];
  /** Needs to cover by others than the locked ones, as bits. */
  left: number;
  /** Needs nobody who may be chosen covers, as bits. */
  nobody: number;
  whyNot: (actor: number) => keyof LeftOut | null;
  leastFactor: number;
}

function createField(projection: PartnerProjection, brief: Brief, options: TeamOptions): Field {
  const known = partnersOfGroup(projection, brief.members);
  const filters = { ...options.filters, outside: options.filters?.outside ?? false };
  const whyNot = createCandidateTest(projection, brief, filters, known);
  const table = createCoverTable(projection, brief.needs);
  const leastFactor = options.acceptBroader ? 0.5 : 1;
  const locked = [...new Set(options.lockedIds ?? [])]
    .map((id) => indexOf(projection.actors, 'actor', id))
    .filter((actor) => !brief.members.includes(actor));
  const byLocked = locked.reduce((set, actor) => set | coveredSet(projection, table, actor, leastFactor), 0);
  const asked = 2 ** brief.needs.length - 1;
  const candidates: number[] = [];
  const covers: number[] = [];
  let reachable = byLocked;
  for (const actor of holdersOf(projection, table)) {
    if (locked.includes(actor) || whyNot(actor) !== null) continue;
    const set = coveredSet(projection, table, actor, leastFactor) & ~byLocked;
    if (set === 0) continue;
    candidates.push(actor);
    covers.push(set);
    reachable |= set;
  }
  const left = asked & ~byLocked & reachable;
  return { brief, table, locked, candidates, covers, left, nobody: asked & ~reachable, whyNot, leastFactor };
}

/** Actors who have any competence that covers a need, in order. */
function holdersOf(projection: PartnerProjection, table: CoverTable): number[] {
  const found = new Set<number>();
  const { offsets, rows } = projection.holdersOf;
  for (let competence = 0; competence < table.competenceCount; competence++) {
    if (table.usedBy.offsets[competence + 1] === table.usedBy.offsets[competence]) continue;
    for (let k = offsets[competence]!; k < offsets[competence + 1]!; k++)
      found.add(projection.skills.actor[rows[k]!]!);
  }
  return [...found].sort((x, y) => x - y);
}

function coveredSet(
  projection: PartnerProjection,
  table: CoverTable,
  actor: number,
  leastFactor: number,
): number {
  let set = 0;
  const { offsets, rows } = projection.skillsOf;
  for (let k = offsets[actor]!; k < offsets[actor + 1]!; k++) {
    const held = projection.skills.competence[rows[k]!]!;
    for (let u = table.usedBy.offsets[held]!; u < table.usedBy.offsets[held + 1]!; u++) {
      const need = table.usedBy.rows[u]!;
      if (table.factor[need * table.competenceCount + held]! >= leastFactor) set |= 1 << need;
    }
  }
  return set;
}

function cheapestTeams(projection: PartnerProjection, field: Field, size: number, options: TeamOptions) {
  if (size + field.locked.length === 0) return { teams: [], cheapestProven: true };
  const closenessOptions: ClosenessOptions = {
    stepCap: options.stepCap ?? 4,
    kmPerStep: options.kmPerStep ?? 50,
  };
  const fixed = [...field.brief.members, ...field.locked];
  const { pool, covers } = choosePool(projection, field);
  const everyone = [...fixed, ...pool];
  const closeness = closenessOf(projection, everyone, closenessOptions);
  const problem = {
    covers,
    all: field.left,
    size,
    ...costsAround(closeness, fixed.length, placeCosts(projection, field, pool, closenessOptions)),
    budget: BUDGET,
    difference: Math.max(1, Math.ceil(size / 2)),
  };
  const chosen: number[][] = [];
  let cheapestProven = pool.length === field.candidates.length;
  while (chosen.length < (options.count ?? 3)) {
    const found = cheapestTeam({ ...problem, unlike: chosen });
    if (chosen.length === 0 && !found.proven) cheapestProven = false;
    if (found.chosen === null) break;
    chosen.push(found.chosen);
    if (size === 0) break;
  }
  const teams = chosen.map((team) => {
    const actors = team.map((k) => pool[k]!);
    return describeTeam(projection, { ...field, ...closenessOptions, everyone, closeness }, actors);
  });
  return { teams, cheapestProven };
}

/** Candidates among whom the cheapest team is looked for: all, or the first of each set of needs, nearest to the members. */
function choosePool(projection: PartnerProjection, field: Field): { pool: number[]; covers: number[] } {
  const { candidates, covers } = field;
  if (candidates.length <= POOL) return { pool: candidates, covers };
  const near = partnersOfGroup(projection, [...field.brief.members, ...field.locked]);
  const order = [...candidates.keys()].sort(
    (x, y) => Number(near.has(candidates[y]!)) - Number(near.has(candidates[x]!)) || x - y,
  );
  const bySet = new Map<number, number[]>();
  for (const k of order) {
    const list = bySet.get(covers[k]!);
    if (list) list.push(k);
    else bySet.set(covers[k]!, [k]);
  }
  const lists = [...bySet].sort(([x], [y]) => countBits(y) - countBits(x)).map(([, list]) => list);
  const kept: number[] = [];
  for (let round = 0; kept.length < POOL && round < candidates.length; round++)
    for (const list of lists) if (round < list.length && kept.length < POOL) kept.push(list[round]!);
  return { pool: kept.map((k) => candidates[k]!), covers: kept.map((k) => covers[k]!) };
}

/** Kilometres from each to the place of the brief, as steps; 0 where the brief gives no place of its own. */
function placeCosts(
  projection: PartnerProjection,
  { brief }: Field,
  pool: readonly number[],
  { kmPerStep }: ClosenessOptions,
): Float64Array {
  const isAsked = brief.resolved.placeFrom === 'BRIEF';
  return Float64Array.from(pool, (actor) => {
    const km = distanceOf(projection, brief.places, actor);
    return !isAsked ? 0 : Number.isNaN(km) ? 1 : km / kmPerStep;
  });
}

function costsAround({ cost }: Closeness, fixed: number, places: Float64Array) {
  const pool = places.length;
  const n = fixed + pool;
  const own = places.slice();
  const pair = new Float64Array(pool * pool);
  for (let i = 0; i < pool; i++) {
    for (let f = 0; f < fixed; f++) own[i]! += cost[(fixed + i) * n + f]!;
    for (let j = 0; j < pool; j++) pair[i * pool + j] = cost[(fixed + i) * n + fixed + j]!;
  }
  return { own, pair };
}

function uncoveredNeeds(projection: PartnerProjection, field: Field): UncoveredNeed[] {
  const { table, whyNot, nobody, locked } = field;
  return field.brief.needs.flatMap(({ competence }, need): UncoveredNeed[] => {
    if (((nobody >>> need) & 1) === 0) return [];
    const elsewhere: UncoveredNeed['elsewhere'] = [];
    const broader: UncoveredNeed['broader'] = [];
    for (const actor of holdersOf(projection, table)) {
      const best = coveringSkills(projection, table, need, actor)[0];
      if (!best) continue;
      const actorId = projection.actors.ids[actor]!;
      const citation = citationOf(projection, relationKey('skills', best.row));
      const why = locked.includes(actor) ? null : whyNot(actor);
      if (why !== null && best.factor >= field.leastFactor) elsewhere.push({ actorId, why, citation });
      else if (why === null) broader.push({ actorId, citation });
    }
    elsewhere.sort((x, y) => Number(y.why === 'outside') - Number(x.why === 'outside'));
    return [{ competenceId: projection.competences.ids[competence]!, elsewhere, broader }];
  });
}
