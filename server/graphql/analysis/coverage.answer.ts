import { toDestinations } from '../../analysis/coverage/accessibility';
import { aggregate, type UnitValue } from '../../analysis/coverage/aggregate';
import { quantileClasses } from '../../analysis/coverage/classify';
import type { DemandStatus } from '../../analysis/coverage/demand';
import { populationCovered } from '../../analysis/coverage/populationCovered';
import { supplyPerHead, type UnitSupply } from '../../analysis/coverage/supplyPerHead';
import type { CoverageAsked } from './coverage.asked';
import { computeQuotients, type QuotientReference, type Quotients } from './coverage.reference';
import type { AskedScene, CoverageRegion } from './coverage.region';
import type {
  Coverage,
  CoverageClass,
  CoverageNotes,
  CoverageSupplyPoint,
  CoverageUnit,
} from './coverage.type';
import { CoverageLevel } from './coverageInput.type';

/** Access is shown per so many people. */
export const PER_PEOPLE = 10_000;

/** A territory that is a unit. */
export interface NamedUnit {
  id: string;
  code: string;
  name: string;
}

/** Names of the units of a level, by what the measures call them. */
export function nameUnits({ rows }: CoverageRegion, level: CoverageLevel): Map<string, NamedUnit> {
  if (level === CoverageLevel.COMMUNE)
    return new Map(rows.communes.map(({ id, insee, name }) => [insee, { id, code: insee, name }]));
  return new Map(rows.territories.map(({ id, code, name }) => [id, { id, code, name }]));
}

/** Access, unit by unit, and all that is said beside it. */
export function computeCoverage(
  region: CoverageRegion,
  level: CoverageLevel,
  asked: CoverageAsked,
  reference: QuotientReference = null,
): Omit<Coverage, 'version'> {
  const worked = region.sceneOf(asked);
  const { people } = worked.scene;
  const columns = toColumns(region, worked, level, asked, reference);
  const units = toUnits(region, worked, level, asked, columns);
  const reached = units.flatMap(({ access }) => (access !== null && access > 0 ? [access] : []));
  const at = { level: CoverageLevel.REGION, region: region.region };
  const [whole] = aggregate(region.communes, people, worked.access.access, at);
  const [lost] = aggregate(region.communes, people, toNothing(worked), at);
  return {
    level,
    units,
    classes: toClasses(reached),
    unitsWithNothing: units.filter(({ access }) => access === 0).length,
    unitsUnknown: units.filter(({ access }) => access === null).length,
    supply: toSupply(region, worked),
    regionAccess: toAccess(worked, whole?.value ?? null),
    regionPeople: whole?.people ?? 0,
    regionPeopleWithNothing: lost?.total ?? 0,
    notes: toNotes(region, worked),
    quotientReference: columns.quotients.against,
  };
}

/** Access as it is shown. Where no weight is known, only that nothing is in reach can be said. */
export function toAccess({ isUnweighed }: AskedScene, value: number | null): number | null {
  return value === null || (isUnweighed && value > 0) ? null : value * PER_PEOPLE;
}

const toNothing = ({ access }: AskedScene) =>
  Float64Array.from(access.access, (value) => (value > 0 ? 0 : 1));

function toClasses(reached: readonly number[]): CoverageClass[] {
  const { counts, ranges } = quantileClasses(reached, 5);
  return counts.map((units, c) => ({ from: ranges[c]?.[0] ?? null, to: ranges[c]?.[1] ?? null, units }));
}

/** The columns of the units of a level; all come sorted by code, and of the same length. */
interface UnitColumns {
  access: UnitValue[];
  minutes: UnitValue[];
  nothing: UnitValue[];
  covered: UnitValue[];
  young: UnitValue[];
  population: UnitValue[];
  inside: ReadonlyMap<string, UnitSupply>;
  quotients: Quotients;
}

function toColumns(
  region: CoverageRegion,
  worked: AskedScene,
  level: CoverageLevel,
  asked: CoverageAsked,
  reference: QuotientReference,
): UnitColumns {
  const { minutes, atLeast } = asked;
  const { communes } = region;
  const { people } = worked.scene;
  const options = { level, region: region.region };
  const mean = (values: ArrayLike<number>) => aggregate(communes, people, values, options);
  const sum = (some: ArrayLike<number>) =>
    aggregate(
      communes,
      some,
      Float64Array.from(people, () => 1),
      options,
    );
  const placed = worked.supply.points.map(({ commune }, j) => ({
    commune,
    weight: worked.supply.weights[j]!,
  }));
  const inside = supplyPerHead(communes, people, placed, options).units;
  return {
    access: mean(worked.access.access),
    minutes: mean(worked.nearest.minutes),
    nothing: mean(toNothing(worked)),
    covered: mean(populationCovered(worked.access.travel, people, minutes, atLeast).covered),
    young: sum(worked.young),
    population: sum(communes.map(({ population }) => population ?? NaN)),
    inside: new Map(inside.map((unit) => [unit.unit, unit])),
    quotients: computeQuotients(region, worked, inside, level, asked, reference),
  };
}

function toUnits(
  region: CoverageRegion,
  worked: AskedScene,
  level: CoverageLevel,
  asked: CoverageAsked,
  columns: UnitColumns,
): CoverageUnit[] {
  const names = nameUnits(region, level);
  const crosses = new Set(
    region.rows.territories.filter(({ crossesBorder }) => crossesBorder).map(({ id }) => id),
  );
  const ofCommune = level === CoverageLevel.COMMUNE ? createCommuneColumns(region, worked, asked) : null;
  return columns.access.map((unit, i): CoverageUnit => {
    const { id, code, name } = names.get(unit.unit)!;
    const inside = columns.inside.get(unit.unit);
    return {
      territoryId: id,
      code,
      name,
      access: toAccess(worked, unit.value),
      people: unit.people > 0 || unit.unknown === 0 ? unit.people : null,
      population: toPeople(columns.population[i]!),
      young: toPeople(columns.young[i]!),
      peopleWithNothing: columns.nothing[i]!.total,
      peopleCovered: columns.covered[i]!.total,
      nearestMinutes: columns.minutes[i]!.value,
      nearestActorId: null,
      pointsInReach: null,
      pointsInside: inside?.points ?? 0,
      supplyPerHead: toAccess(worked, inside?.value ?? null),
      locationQuotient: columns.quotients.byUnit.get(unit.unit) ?? null,
      communes: unit.communes,
      communesUnknown: unit.unknown,
      crossesBorder: unit.crossesBorder || crosses.has(id),
      ...ofCommune?.(code),
    };
  });
}

/** People of a unit; null when none of its communes tells. */
const toPeople = ({ people, unknown, communes }: UnitValue) => (unknown === communes ? null : people);

/** What only a commune has: the supply nearest to it, and the points in its reach. */
function createCommuneColumns({ indexOf }: CoverageRegion, worked: AskedScene, { minutes }: CoverageAsked) {
  const { pointsInReach } = populationCovered(worked.access.travel, worked.scene.people, minutes, 1);
  return (insee: string) => {
    const i = indexOf.get(insee)!;
    const j = worked.nearest.destination[i]!;
    const point = j === -1 ? undefined : worked.supply.points[j];
    return {
      nearestActorId: point?.kind === 'RESIDENT' ? point.id : null,
      pointsInReach: pointsInReach[i]!,
    };
  };
}

/** Supply points with names and places. */
export function toSupply({ rows, communes }: CoverageRegion, worked: AskedScene): CoverageSupplyPoint[] {
  const names = new Map(rows.actors.map(({ id, name }) => [id, name]));
  const titles = new Map(rows.productions.map(({ id, title }) => [id, title]));
  const stops = new Map(rows.stops.map((stop) => [stop.eventId, stop]));
  const places = toDestinations(worked.supply.points, communes, worked.access.density);
  return worked.supply.points.map((point, j) => {
    const stop = point.kind === 'RECEIVED' ? stops.get(point.id) : undefined;
    return {
      actorId: stop ? stop.actor : point.id,
      eventId: stop ? point.id : null,
      name: (stop ? titles.get(stop.production) : names.get(point.id)) ?? point.id,
      latitude: places[j]!.lat,
      longitude: places[j]!.lon,
      weight: worked.isUnweighed ? null : worked.supply.weights[j]!,
      weightAssumed: worked.supply.isAssumed[j]!,
    };
  });
}

function toNotes(
  { rows, communes }: CoverageRegion,
  { supply, isUnweighed, scene, access, demand, youngDemand }: AskedScene,
): CoverageNotes {
  const skilled = new Set(rows.actorCompetences.map(({ actor }) => actor));
  const { source } = access.travel;
  const agesKnown = (how: DemandStatus) =>
    communes.filter(({ region }, i) => region !== null && youngDemand.status[i] === how).length;
  return {
    points: supply.points.length,
    pointsOfUnknownPlace: supply.unknownPlace.length,
    pointsOfUnknownWeight: supply.unknownWeight.length,
    pointsOfKnownWeight: supply.knownWeights,
    assumedWeight: supply.assumed,
    stopsOfUnknownDate: supply.unknownDate.length,
    stopsOutsidePeriod: supply.outsidePeriod,
    actorsToDeclare: rows.actors.filter(({ id }) => !skilled.has(id)).length,
    communesOfUnknownPeople: communes.filter(
      ({ region }, i) => region !== null && Number.isNaN(scene.people[i]!),
    ).length,
    peopleEstimated: demand.counts.ESTIMATED > 0,
    communesOfEstimatedAges: agesKnown('ESTIMATED'),
    communesOfMeasuredAges: agesKnown('MEASURED'),
    greatCirclePairs: source.greatCirclePairs,
    importedPairs: source.importedPairs,
    supply: isUnweighed ? null : supply.resident + supply.received,
    reachedSupply: isUnweighed ? null : access.reachedSupply,
  };
}
