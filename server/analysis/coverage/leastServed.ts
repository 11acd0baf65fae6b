import type { Accessibility } from './accessibility';
import { aggregate, unitOf, type AggregateOptions, type CommuneMembership } from './aggregate';
import { decayFunction, type Decay } from './decay';
import type { Nearest } from './nearest';

/** Why people are badly served: nothing within the catchment, little of it near, or much of it shared among many. */
export type ScarcityReason = 'NOTHING_IN_REACH' | 'FAR' | 'SHARED_AMONG_MANY';

/** A unit of the headline list. */
export interface LeastServedUnit {
  unit: string;
  /** Access, people-weighted. */
  value: number;
  /** People of the demand chosen (all, young...) whose number is known. */
  people: number;
  /** People of each reason: they add up to `people`. */
  peopleByReason: Record<ScarcityReason, number>;
  /** The reason of most people. */
  reason: ScarcityReason;
  /** Supply point that is nearest for most people; index into the points, −1 when none can be reached. */
  nearest: number;
  /** Mean minutes and km to the nearest of each commune, people-weighted over those that reach one; `null` when none does. */
  minutesToNearest: number | null;
  kmToNearest: number | null;
  /** Share of the draws in which the unit is in the least-served fifth; `null` when not computed. */
  stability: number | null;
}

/** What the list is made from. */
export interface LeastServedInput {
  communes: readonly CommuneMembership[];
  /** People by commune, `NaN` when unknown. */
  people: Float64Array;
  access: Accessibility;
  /** Weight of each supply point. */
  weights: ArrayLike<number>;
  decay: Decay;
  catchmentMinutes: number;
  nearest: Nearest;
  /** Share by unit, from the sensitivity. */
  stability?: ReadonlyMap<string, number>;
}

/** What the list keeps. */
export interface LeastServedOptions extends AggregateOptions {
  /** Units at most; all when left out. */
  limit?: number;
  /** Units under this stability are left out (0.9 for a headline); needs `stability`. */
  minStability?: number;
  /** Units with fewer people than this are left out; 0 by default. */
  minPeople?: number;
}

/**
 * The units least served, least first (ties: most people first), with how many people live there, what is nearest, and why.
 *
 * The reason of a commune: `NOTHING_IN_REACH` when no supply is within the catchment; otherwise `FAR` when the decay-weighted supply it
 * reaches, `Σ Sⱼ·f(tᵢⱼ)`, is under the people-weighted median of the region; otherwise `SHARED_AMONG_MANY`: supply is there, and many people with it.
 * The reason of a unit is that of most of its people. Units without a value or without anybody are not in the list.
 */
export function leastServed(input: LeastServedInput, options: LeastServedOptions): LeastServedUnit[] {
  const { communes, people, access, stability } = input;
  const { limit = Infinity, minStability, minPeople = 0 } = options;
  const reasons = scarcityReasons(input);
  const members = membersByUnit(communes, people, options);
  return aggregate(communes, people, access.access, options)
    .filter(({ value, people: living, unit }) => {
      if (value === null || living < minPeople || living <= 0) return false;
      return minStability === undefined || (stability?.get(unit) ?? 0) >= minStability;
    })
    .sort((a, b) => a.value! - b.value! || b.people - a.people || (a.unit < b.unit ? -1 : 1))
    .slice(0, limit)
    .map(({ unit, value, people: living }) => ({
      unit,
      value: value!,
      people: living,
      ...describeUnit(members.get(unit)!, input, reasons),
      stability: stability?.get(unit) ?? null,
    }));
}

/** Communes of each unit that are in the region, whose people are known, each once. */
function membersByUnit(
  communes: readonly CommuneMembership[],
  people: Float64Array,
  { level, region }: AggregateOptions,
): Map<string, number[]> {
  const members = new Map<string, number[]>();
  const seen = new Set<string>();
  communes.forEach((commune, i) => {
    const unit = unitOf(commune, level);
    if (unit === null || seen.has(commune.insee)) return;
    seen.add(commune.insee);
    if (Number.isNaN(people[i]!) || (region !== null && commune.region !== region)) return;
    members.set(unit, [...(members.get(unit) ?? []), i]);
  });
  return members;
}

function scarcityReasons({
  access,
  people,
  weights,
  decay,
  catchmentMinutes,
}: LeastServedInput): ScarcityReason[] {
  const { travel } = access;
  const weightOf = decayFunction(decay, catchmentMinutes);
  const supply = new Float64Array(travel.originCount);
  for (let j = 0; j < travel.destinationCount; j++)
    for (let pair = travel.offsets[j]!; pair < travel.offsets[j + 1]!; pair++)
      if (weights[j]! > 0) supply[travel.origins[pair]!]! += weights[j]! * weightOf(travel.minutes[pair]!);
  const median = weightedMedian(supply, people);
  return Array.from(supply, (reached) => {
    if (reached === 0) return 'NOTHING_IN_REACH';
    return reached < median ? 'FAR' : 'SHARED_AMONG_MANY';
  });
}

/** Least value that half of the people have at most; 0 when nobody is known. */
function weightedMedian(values: Float64Array, people: Float64Array): number {
  const known = Array.from(values.keys()).filter((i) => people[i]! > 0);
  known.sort((a, b) => values[a]! - values[b]!);
  const half = known.reduce((sum, i) => sum + people[i]!, 0) / 2;
  let sum = 0;
  for (const i of known) {
    sum += people[i]!;
    if (sum >= half) return values[i]!;
  }
  return 0;
}

function describeUnit(
  members: readonly number[],
  { people, nearest }: LeastServedInput,
  reasons: ScarcityReason[],
) {
  const peopleByReason: Record<ScarcityReason, number> = {
    NOTHING_IN_REACH: 0,
    FAR: 0,
    SHARED_AMONG_MANY: 0,
  };
  const peopleByNearest = new Map<number, number>();
  const minutes = new Mean();
  const km = new Mean();
  for (const i of members) {
    peopleByReason[reasons[i]!] += people[i]!;
    const point = nearest.destination[i]!;
    if (point >= 0) peopleByNearest.set(point, (peopleByNearest.get(point) ?? 0) + people[i]!);
    minutes.add(nearest.minutes[i]!, people[i]!);
    km.add(nearest.km[i]!, people[i]!);
  }
  const most = <K>(entries: [K, number][], none: K): K =>
    entries.reduce((best, entry) => (entry[1] > best[1] ? entry : best), [none, -1] as [K, number])[0];
  return {
    peopleByReason,
    reason: most(Object.entries(peopleByReason) as [ScarcityReason, number][], 'NOTHING_IN_REACH'),
    nearest: most([...peopleByNearest], -1),
    minutesToNearest: minutes.value(),
    kmToNearest: km.value(),
  };
}

/** A weighted mean that leaves out what is unknown. */
class Mean {
  private sum = 0;
  private weight = 0;

  add(value: number, weight: number): void {
    if (Number.isNaN(value)) return;
    this.sum += value * weight;
    this.weight += weight;
  }

  value(): number | null {
    return this.weight > 0 ? this.sum / this.weight : null;
  }
}
