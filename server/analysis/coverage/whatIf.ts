import { accessibility, type Accessibility, type CoverageScene, type SupplyPlace } from './accessibility';
import { aggregate, type AggregateOptions } from './aggregate';
import { populationCovered } from './populationCovered';

/** A supply point that does not exist yet. */
export interface AddedSupply extends SupplyPlace {
  /** Weight in the unit of the scene: 1 for a venue like the others, a share of the period for a stop. */
  weight: number;
}

/** A unit before and after. */
export interface UnitGain {
  unit: string;
  people: number;
  /** Access, people-weighted; `null` when it cannot be said. */
  before: number | null;
  after: number | null;
  gain: number | null;
}

/** What added supply changes. */
export interface WhatIf {
  /** Access by commune. */
  before: Float64Array;
  after: Float64Array;
  /** Units whose access changes come first, the greatest gain before; then the others by code. */
  units: UnitGain[];
  /** People with enough supply within the time after and not before, each counted once, and their communes. */
  newlyReached: number;
  newlyReachedCommunes: string[];
  /** The same people, before and after. */
  reachedBefore: number;
  reachedAfter: number;
  /** Communes whose people are unknown: in none of these sums. */
  unknown: number;
}

/** How the change is told. */
export interface WhatIfOptions extends AggregateOptions {
  /** A commune is reached when so many points are within so many minutes; at most the catchment of the scene. */
  reachMinutes: number;
  atLeast: number;
}

/**
 * Access before and after some supply is added. In a floating catchment an added point takes nothing from the others, so that access
 * after is access before plus that of the added points alone, and no unit ever loses. An empty list changes nothing.
 *
 * @param before - access of `scene`, where the caller has it already
 * @throws RangeError as {@link accessibility}, {@link aggregate} and {@link populationCovered}
 */
export function whatIf(
  scene: CoverageScene,
  added: readonly AddedSupply[],
  options: WhatIfOptions,
  before: Accessibility = accessibility(scene),
): WhatIf {
  const { people, communes } = scene;
  const alone = accessibility({ ...scene, points: added, weights: added.map(({ weight }) => weight) });
  const after = before.access.map((value, i) => value + alone.access[i]!);
  const reach = (access: Accessibility) =>
    populationCovered(access.travel, people, options.reachMinutes, 1).pointsInReach;
  const inReachBefore = reach(before);
  const inReachAdded = reach(alone);
  const sums = { newlyReached: 0, reachedBefore: 0, reachedAfter: 0, unknown: 0 };
  const newlyReachedCommunes: string[] = [];
  communes.forEach(({ insee }, i) => {
    const had = inReachBefore[i]! >= options.atLeast;
    const has = inReachBefore[i]! + inReachAdded[i]! >= options.atLeast;
    if (has && !had) newlyReachedCommunes.push(insee);
    if (Number.isNaN(people[i]!)) return void sums.unknown++;
    if (had) sums.reachedBefore += people[i]!;
    if (has) sums.reachedAfter += people[i]!;
  });
  sums.newlyReached = sums.reachedAfter - sums.reachedBefore;
  const units = compareUnits(scene, before.access, after, options);
  return { before: before.access, after, units, newlyReachedCommunes, ...sums };
}

function compareUnits(
  { communes, people }: CoverageScene,
  before: Float64Array,
  after: Float64Array,
  options: AggregateOptions,
): UnitGain[] {
  const later = aggregate(communes, people, after, options);
  return aggregate(communes, people, before, options)
    .map((unit, k) => {
      const value = later[k]!.value;
      const gain = unit.value === null || value === null ? null : value - unit.value;
      return { unit: unit.unit, people: unit.people, before: unit.value, after: value, gain };
    })
    .sort((a, b) => (b.gain ?? -1) - (a.gain ?? -1) || (a.unit < b.unit ? -1 : 1));
}
