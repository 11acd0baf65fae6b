import {
  accessibility,
  toDestinations,
  toOrigins,
  type SupplyPlace,
} from '../../analysis/coverage/accessibility';
import { toCoverSets } from '../../analysis/coverage/coverSets';
import { maximalCovering } from '../../analysis/coverage/siting';
import { sitingCurve } from '../../analysis/coverage/sitingCurve';
import { travelTimes } from '../../analysis/coverage/travel';
import { whatIf, type AddedSupply } from '../../analysis/coverage/whatIf';
import { populationCovered } from '../../analysis/coverage/populationCovered';
import { aggregate } from '../../analysis/coverage/aggregate';
import { InvalidInputError } from '../../errors';
import { nameUnits, PER_PEOPLE, toAccess } from './coverage.answer';
import type { AddedAsked, CoverageAsked } from './coverage.asked';
import type { AskedScene, CoverageRegion } from './coverage.region';
import { toActorWeights } from './coverage.scene';
import { CoverageLevel } from './coverageInput.type';
import {
  CoverageCandidates,
  CoverageProof,
  type CoverageAdded,
  type CoverageScenario,
  type CoverageSiting,
} from './coverageScenario.type';

/** A place that may be chosen or added. */
interface Place extends SupplyPlace {
  communeId: string | null;
  actorId: string | null;
  name: string;
}

function createPlaces({ rows, communes, indexOf }: CoverageRegion) {
  const actors = new Map(rows.actors.map((actor) => [actor.id, actor]));
  const largest = largestCommunes(communes);
  const ofCommune = (id: string): Place | null => {
    const larger = largest.get(id);
    if (larger !== undefined) return ofCommune(rows.communes[larger]!.id);
    const i = indexOf.get(id);
    if (i === undefined || rows.communes[i]!.id !== id) return null;
    const { insee, lat, lon } = communes[i]!;
    return { id, commune: insee, lat, lon, communeId: id, actorId: null, name: rows.communes[i]!.name };
  };
  const ofActor = (id: string): Place | null => {
    const actor = actors.get(id);
    const i = actor?.commune == null ? undefined : indexOf.get(actor.commune);
    if (!actor || i === undefined) return null;
    const home = { commune: communes[i]!.insee, lat: actor.latitude, lon: actor.longitude };
    return { id, ...home, communeId: actor.commune, actorId: id, name: actor.name };
  };
  return { ofCommune, ofActor };
}

/** Place of the most populated commune of each EPCI and département, of its communes in the region. */
function largestCommunes(communes: CoverageRegion['communes']): Map<string, number> {
  const largest = new Map<string, number>();
  communes.forEach(({ epci, department, region, population }, i) => {
    if (region === null) return;
    for (const unit of [epci, department]) {
      if (!unit) continue;
      const other = largest.get(unit);
      if (other === undefined || (population ?? 0) > (communes[other]!.population ?? 0)) largest.set(unit, i);
    }
  });
  return largest;
}

/** A place added, with its weight and whether that is assumed. */
interface AddedPlace extends Place {
  weight: number;
  isAssumed: boolean;
}

/** What a venue that is there all year weighs: the figure of the actor where it is known, else what is assumed. */
function createVenueWeights({ rows, sceneOf }: CoverageRegion, asked: CoverageAsked) {
  const { supply } = sceneOf(asked);
  if (asked.weighting === 'EQUAL') return () => ({ weight: 1, isAssumed: false });
  const weights = toActorWeights(rows);
  const families = new Map(rows.actors.map(({ id, family }) => [id, family as string]));
  const field = ({ CAPACITY: 'capacity', OPENING: 'opening', ATTENDANCE: 'attendance' } as const)[
    asked.weighting
  ];
  return (actorId: string | null) => {
    const own = actorId === null ? null : (weights.get(actorId)?.[field] ?? null);
    if (own !== null && own > 0) return { weight: own, isAssumed: false };
    const group = actorId === null ? undefined : families.get(actorId);
    return { weight: supply.assumedFor(group) ?? 1, isAssumed: true };
  };
}

/**
 * Places of what is added.
 *
 * @throws InvalidInputError when a commune or an actor is not known, or its place is not
 */
function placeAdded(region: CoverageRegion, asked: CoverageAsked, added: AddedAsked): AddedPlace[] {
  const { ofCommune, ofActor } = createPlaces(region);
  const whole = createVenueWeights(region, asked);
  return added.map(({ communeId, actorId, weight }, k) => {
    const place = communeId === null ? ofActor(actorId!) : ofCommune(communeId);
    if (place === null)
      throw new InvalidInputError(
        `added.${k}: ${communeId ?? actorId} is no commune or actor of a known place`,
        {
          where: `added.${k}`,
          todo: 'Choose a commune of the region, or an actor whose commune is known.',
        },
      );
    const { weight: venue, isAssumed } = whole(actorId);
    return { ...place, weight: weight * venue, isAssumed };
  });
}

/** What added supply changes, unit by unit. */
export function computeScenario(
  region: CoverageRegion,
  level: CoverageLevel,
  asked: CoverageAsked,
  added: AddedAsked,
): Omit<CoverageScenario, 'version'> {
  const places = placeAdded(region, asked, added);
  const { isUnweighed, supply } = region.sceneOf(asked);
  return {
    added: places.map((place) => toAdded(place, isUnweighed)),
    assumedWeight: supply.assumed,
    ...computeChange(region, level, asked, places),
  };
}

/** What supply at places that are known changes, unit by unit: the greatest gain first. */
export function computeChange(
  region: CoverageRegion,
  level: CoverageLevel,
  asked: CoverageAsked,
  places: readonly AddedSupply[],
): Omit<CoverageScenario, 'version' | 'added' | 'assumedWeight'> {
  const worked = region.sceneOf(asked);
  const options = { level, region: region.region, reachMinutes: asked.minutes, atLeast: asked.atLeast };
  const change = whatIf(worked.scene, places, options, worked.access);
  const names = nameUnits(region, level);
  const perPeople = (value: number | null) => toAccess(worked, value);
  const reached = reachInRegion(region, worked, asked, change.newlyReachedCommunes);
  const whole = (values: Float64Array) =>
    aggregate(region.communes, worked.scene.people, values, { ...options, level: CoverageLevel.REGION })[0];
  return {
    units: change.units.map(({ unit, before, after, gain, people }) => {
      const { id, name } = names.get(unit)!;
      return {
        territoryId: id,
        name,
        people,
        before: perPeople(before),
        after: perPeople(after),
        gain: gain === null || worked.isUnweighed ? null : gain * PER_PEOPLE,
      };
    }),
    unitsGaining: change.units.filter(({ gain }) => gain !== null && gain > 0).length,
    ...reached,
    regionBefore: perPeople(whole(change.before)?.value ?? null),
    regionAfter: perPeople(whole(change.after)?.value ?? null),
  };
}

const toAdded = (
  { communeId, actorId, name, lat, lon, weight, isAssumed }: AddedPlace,
  isUnweighed: boolean,
): CoverageAdded => ({
  communeId,
  actorId,
  name,
  latitude: lat,
  longitude: lon,
  weight: isUnweighed ? null : weight,
  weightAssumed: isAssumed,
});

/** People of the region reached before and after; communes beyond its border are in no sum. */
function reachInRegion(
  { rows, communes, indexOf }: CoverageRegion,
  { access, regionPeople }: AskedScene,
  { minutes, atLeast }: CoverageAsked,
  newCommunes: readonly string[],
) {
  const reachedBefore = populationCovered(access.travel, regionPeople, minutes, atLeast).coveredPeople;
  const inside = newCommunes.map((insee) => indexOf.get(insee)!).filter((i) => communes[i]!.region !== null);
  const newlyReached = inside.reduce((sum, i) => sum + (regionPeople[i]! > 0 ? regionPeople[i]! : 0), 0);
  return {
    newlyReached,
    newlyReachedCommuneIds: inside.map((i) => rows.communes[i]!.id),
    reachedBefore,
    reachedAfter: reachedBefore + newlyReached,
  };
}

/** What siting is asked. */
export interface SitingAsked {
  places: number;
  candidates: CoverageCandidates;
  candidateIds: readonly string[];
  added: AddedAsked;
  /** Whether people covered by 1 to 20 places are wanted too. */
  curve: boolean;
}

/** Numbers of places of the curve. */
const CURVE_PLACES = 20;

/** Candidates of a question, in the order of the graph or of the list, and what of the list is no place that is known. */
function toCandidates(
  region: CoverageRegion,
  { candidates, candidateIds }: SitingAsked,
): { candidates: Place[]; unknown: string[] } {
  const { rows } = region;
  const { ofCommune, ofActor } = createPlaces(region);
  const found = {
    COMMUNES: () => rows.communes.filter(({ inRegion }) => inRegion).map(({ id }) => ofCommune(id)),
    LIBRARIES: () => rows.actors.filter(({ family }) => family === 'LIBRARY').map(({ id }) => ofActor(id)),
    LIST: () => candidateIds.map((id) => ofCommune(id) ?? ofActor(id)),
  }[candidates]();
  return {
    candidates: found.filter((place) => place !== null),
    unknown: candidates === CoverageCandidates.LIST ? candidateIds.filter((_, k) => found[k] === null) : [],
  };
}

/**
 * The best places for new supply, given the supply there is and what was added.
 *
 * @returns no place when there is no candidate
 */
export async function computeSiting(
  region: CoverageRegion,
  asked: CoverageAsked,
  siting: SitingAsked,
): Promise<Omit<CoverageSiting, 'version'>> {
  const worked = region.sceneOf(asked);
  const { scene, access, regionPeople } = worked;
  const { candidates, unknown } = toCandidates(region, siting);
  const sets = toCoverSets(
    travelTimes(
      toOrigins(scene.communes, access.density),
      toDestinations(candidates, scene.communes, access.density),
      asked.minutes,
      scene.parameters.travel,
      scene.matrix,
    ),
    asked.minutes,
  );
  const before = coveredWith(region, worked, asked, siting.added);
  const best = await maximalCovering(sets, regionPeople, {
    places: siting.places,
    alreadyCovered: before.covered,
  });
  return {
    places: best.chosen.map((c, k) => {
      const { communeId, actorId, name, lat, lon } = candidates[c]!;
      return { communeId, actorId, name, latitude: lat, longitude: lon, gain: best.gains[k]! };
    }),
    covered: best.covered,
    bound: best.bound,
    proven: best.proven,
    proof: CoverageProof[best.proof],
    coveredBefore: before.people,
    people: regionPeople.reduce((sum, count) => sum + (Number.isNaN(count) ? 0 : count), 0),
    candidates: candidates.length,
    unknownCandidateIds: unknown,
    curve: siting.curve ? sitingCurve(sets, regionPeople, CURVE_PLACES, before.covered) : [],
  };
}

/**
 * Communes that have enough already, with what was added. A new place is one point more: a commune that lacks two is not
 * reached by one, and so is not counted as gained by it.
 */
function coveredWith(region: CoverageRegion, worked: AskedScene, asked: CoverageAsked, added: AddedAsked) {
  const { scene, access, regionPeople } = worked;
  const points = placeAdded(region, asked, added);
  const more = accessibility({ ...scene, points, weights: points.map(({ weight }) => weight) });
  const reach = (travel: typeof access.travel) =>
    populationCovered(travel, regionPeople, asked.minutes, 1).pointsInReach;
  const [had, gained] = [reach(access.travel), reach(more.travel)];
  const counts = had.map((count, i) => count + gained[i]!);
  const covered = Uint8Array.from(counts, (count) =>
    count >= asked.atLeast || count < asked.atLeast - 1 ? 1 : 0,
  );
  const people = regionPeople.reduce(
    (sum, each, i) => sum + (counts[i]! >= asked.atLeast && each > 0 ? each : 0),
    0,
  );
  return { covered, people };
}
