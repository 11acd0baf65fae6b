import { aggregate, type AggregateLevel } from '../../analysis/coverage/aggregate';
import { inequality } from '../../analysis/coverage/inequality';
import { leastServed } from '../../analysis/coverage/leastServed';
import { populationCovered } from '../../analysis/coverage/populationCovered';
import { sensitivity } from '../../analysis/coverage/sensitivity';
import { supplyPerHead } from '../../analysis/coverage/supplyPerHead';
import { nameUnits, PER_PEOPLE, toAccess, toSupply } from './coverage.answer';
import type { CoverageAsked } from './coverage.asked';
import type { AskedScene, CoverageRegion } from './coverage.region';
import { CoverageLevel } from './coverageInput.type';
import {
  CoverageReason,
  type CoverageInequality,
  type CoverageLeastServed,
  type CoveragePart,
  type CoverageReach,
  type CoverageSummary,
  type CoverageVerdicts,
} from './coverageVerdicts.type';

/** What the list of the least served keeps. */
export interface VerdictsAsked {
  limit: number;
  /** Least share of the draws; 0.9 for a headline. */
  minStability: number;
  /** Least people of the audience, and of 0 to 24. */
  minPeople: number;
  minYoung: number;
  /** Only units where nobody has anything in reach. */
  onlyNothing: boolean;
}

/** Draws of the sensitivity, and their seed. */
const DRAWS = 200;
const SEED = 2026;

/** The least served, why, and how surely. Where no weight is known, only those that nothing reaches can be told. */
export function computeVerdicts(
  region: CoverageRegion,
  level: CoverageLevel,
  asked: CoverageAsked,
  wanted: VerdictsAsked,
): Omit<CoverageVerdicts, 'version'> {
  const worked = region.sceneOf(asked);
  const options = { level, region: region.region };
  const { units, draws } = sensitivity(worked.scene, { ...options, draws: DRAWS, seed: SEED });
  const names = nameUnits(region, level);
  return {
    draws,
    seed: SEED,
    stability: units.flatMap(({ unit, value, share, inLeastFifth }) =>
      worked.isUnweighed && value !== 0 ? [] : [{ territoryId: names.get(unit)!.id, share, inLeastFifth }],
    ),
    ...toLeastServed(
      region,
      worked,
      options,
      asked,
      wanted,
      new Map(units.map(({ unit, share }) => [unit, share])),
    ),
  };
}

function toLeastServed(
  region: CoverageRegion,
  worked: AskedScene,
  options: { level: AggregateLevel; region: string | null },
  asked: CoverageAsked,
  wanted: VerdictsAsked,
  stability: ReadonlyMap<string, number>,
): Pick<CoverageVerdicts, 'leastServed' | 'lessSure'> {
  const { scene, access } = worked;
  const listed = leastServed(
    {
      communes: scene.communes,
      people: scene.people,
      access,
      weights: scene.weights,
      decay: scene.parameters.decay,
      catchmentMinutes: asked.minutes,
      nearest: worked.nearest,
      stability,
    },
    { ...options, minPeople: wanted.minPeople },
  );
  const names = nameUnits(region, options.level as CoverageLevel);
  const supply = toSupply(region, worked);
  const young = youngByUnit(worked, options);
  const fitting = listed
    .filter(({ value }) => !(wanted.onlyNothing || worked.isUnweighed) || value === 0)
    .filter(({ unit }) => wanted.minYoung === 0 || (young.get(unit) ?? 0) >= wanted.minYoung);
  const isSure = ({ stability: share }: (typeof listed)[number]) => (share ?? 0) >= wanted.minStability;
  return {
    lessSure: fitting.slice(0, wanted.limit).filter((unit) => !isSure(unit)).length,
    leastServed: fitting
      .filter(isSure)
      .slice(0, wanted.limit)
      .map((unit) =>
        describeUnit(unit, names.get(unit.unit)!, young.get(unit.unit) ?? null, supply[unit.nearest]),
      ),
  };
}

/** People of 0 to 24 by unit; null when those of all its communes are unknown. */
function youngByUnit(
  { scene, young }: AskedScene,
  options: { level: AggregateLevel; region: string | null },
): Map<string, number | null> {
  const ones = Float64Array.from(scene.people, () => 1);
  return new Map(
    aggregate(scene.communes, young, ones, options).map(({ unit, unknown, communes, people }) => [
      unit,
      unknown === communes ? null : people,
    ]),
  );
}

function describeUnit(
  unit: ReturnType<typeof leastServed>[number],
  { id, name }: { id: string; name: string },
  young: number | null,
  near: ReturnType<typeof toSupply>[number] | undefined,
): CoverageLeastServed {
  return {
    territoryId: id,
    name,
    access: unit.value * PER_PEOPLE,
    people: unit.people,
    young,
    reason: CoverageReason[unit.reason],
    reasons: Object.values(CoverageReason).map((reason) => ({ reason, people: unit.peopleByReason[reason] })),
    nearestActorId: near?.actorId ?? null,
    nearestName: near?.name ?? null,
    minutesToNearest: unit.minutesToNearest,
    kmToNearest: unit.kmToNearest,
    stability: unit.stability ?? 0,
  };
}

/** Numbers of points that people may have in reach, as the summary tells them. */
const REACHES = [1, 2, 3, 5, 10];

/** The region and its former regions in a few figures. */
export function computeSummary(
  region: CoverageRegion,
  asked: CoverageAsked,
): Omit<CoverageSummary, 'version'> {
  const { access, regionPeople } = region.sceneOf(asked);
  const [whole] = toParts(region, asked, CoverageLevel.REGION);
  return {
    region: whole ?? null,
    formerRegions: toParts(region, asked, CoverageLevel.FORMER_REGION),
    reach: REACHES.map((points): CoverageReach => {
      const { coveredPeople, share } = populationCovered(access.travel, regionPeople, asked.minutes, points);
      return { points, people: coveredPeople, share };
    }),
  };
}

function toParts(region: CoverageRegion, asked: CoverageAsked, level: CoverageLevel): CoveragePart[] {
  const worked = region.sceneOf(asked);
  const { scene, access, supply } = worked;
  const { communes, people } = scene;
  const options = { level, region: region.region };
  const { covered } = populationCovered(access.travel, people, asked.minutes, asked.atLeast);
  const shares = aggregate(communes, people, covered, options);
  const placed = supply.points.map(({ commune }, j) => ({ commune, weight: supply.weights[j]! }));
  const inside = new Map(
    supplyPerHead(communes, people, placed, options).units.map(({ unit, value }) => [unit, value]),
  );
  const names = nameUnits(region, level);
  return aggregate(communes, people, access.access, options).map((unit, k): CoveragePart => {
    const { id, name } = names.get(unit.unit)!;
    return {
      territoryId: id,
      name,
      access: toAccess(worked, unit.value),
      people: unit.people,
      shareCovered: shares[k]!.value,
      supplyPerHead: toAccess(worked, inside.get(unit.unit) ?? null),
      inequality: inequalityWithin(region, asked, level, unit.unit),
    };
  });
}

function inequalityWithin(
  { sceneOf }: CoverageRegion,
  asked: CoverageAsked,
  level: CoverageLevel,
  unit: string,
): CoverageInequality {
  const { scene, access, isUnweighed } = sceneOf(asked);
  if (isUnweighed) return { gini: null, theil: null, theilBetween: null, theilWithin: null };
  const { gini, theil, theilBetween, theilWithin } = inequality(
    scene.communes.flatMap((commune, i) => {
      const belongs = level === CoverageLevel.REGION ? commune.region : commune.formerRegion;
      if (commune.region === null || belongs !== unit) return [];
      const group = commune.epci ?? commune.insee;
      return [{ group, people: scene.people[i]!, value: access.access[i]! }];
    }),
  );
  return { gini, theil, theilBetween, theilWithin };
}
