import { Arg, Ctx, Query, Resolver } from 'type-graphql';
import { z } from 'zod';
import { accessibility, toDestinations, toOrigins } from '../../analysis/coverage/accessibility';
import { aggregate, unitOf, type UnitValue } from '../../analysis/coverage/aggregate';
import { quantileClasses } from '../../analysis/coverage/classify';
import { demandByCommune, UNDER_25 } from '../../analysis/coverage/demand';
import { nearest } from '../../analysis/coverage/nearest';
import { populationCovered } from '../../analysis/coverage/populationCovered';
import { weighSupply } from '../../analysis/coverage/supply';
import type { RegionRows } from '../../graph/readRegion';
import type { ApiContext } from '../context';
import { parseArguments } from '../parseArguments';
import { AGE_MIXES, toCommunes, toDepartmentAges, toParameters, toSupplyPoints } from './coverage.scene';
import {
  Coverage,
  CoverageAudience,
  CoverageDecay,
  CoverageInput,
  CoverageLevel,
  CoverageUnit,
  CoverageWeighting,
} from './coverage.type';
import { currentRegion, derivedFromRegion } from './region';

const ids = z.array(z.string().min(1).max(200)).max(100).nullish().transform((list) => list ?? null); // prettier-ignore
const day = z.iso.date('is not a day, YYYY-MM-DD').nullish().transform((value) => value ?? null); // prettier-ignore

const inputSchema = z
  .object({
    audience: z.enum(CoverageAudience),
    families: ids,
    phases: z
      .array(z.enum(['VALIDATION', 'FABRICATION', 'DIFFUSION']))
      .nullish()
      .transform((list) => (list?.length ? list : ['DIFFUSION' as const])),
    competenceIds: ids,
    themeIds: ids,
    resident: z.boolean(),
    received: z.boolean(),
    from: day,
    to: day,
    weighting: z.enum(CoverageWeighting),
    minutes: z.number().min(5).max(120),
    decay: z.enum(CoverageDecay),
    detour: z.number().min(1).max(3),
  })
  .refine(({ resident, received }) => resident || received, {
    path: ['resident'],
    message: 'neither resident nor received supply counts: choose one',
  })
  .refine(({ received, from, to }) => !received || (from !== null && to !== null && from <= to), {
    path: ['from'],
    message: 'received supply needs a period: `from`, then `to`',
  });

type Asked = z.output<typeof inputSchema>;

const currentCommunes = derivedFromRegion(toCommunes);

/** Serves `coverage`. */
@Resolver()
export class CoverageResolver {
  /** Who is reached by nobody? Access to supply, unit by unit. */
  @Query(() => Coverage, {
    nullable: true,
    complexity: ({ childComplexity }) => 200 + childComplexity,
    description: 'Who is reached by nobody? Access of people to supply within a travel time, unit by unit.',
  })
  async coverage(
    @Arg('level', () => CoverageLevel, {
      defaultValue: CoverageLevel.COMMUNE,
      description: 'Level of the units.',
    })
    level: CoverageLevel,
    @Arg('input', () => CoverageInput, { nullable: true, description: 'What counts, for whom, how far.' })
    input: CoverageInput | null,
    @Ctx() { projections }: ApiContext,
  ): Promise<Coverage> {
    const asked = parseArguments(inputSchema, input ?? new CoverageInput());
    const { value: rows, version } = await currentRegion(projections);
    const communes = await currentCommunes(projections);
    return { ...computeCoverage(rows, communes, level, asked), level, version };
  }
}

function computeCoverage(
  rows: RegionRows,
  communes: ReturnType<typeof toCommunes>,
  level: CoverageLevel,
  asked: Asked,
): Omit<Coverage, 'level' | 'version'> {
  const ages = toDepartmentAges(rows);
  const demand = demandByCommune(communes, AGE_MIXES[asked.audience], ages);
  const young = demandByCommune(communes, UNDER_25, ages);
  const kinds = [
    ...(asked.resident ? ['RESIDENT' as const] : []),
    ...(asked.received ? ['RECEIVED' as const] : []),
  ];
  const supply = weighSupply(toSupplyPoints(rows, asked), {
    weighting: asked.weighting,
    kinds,
    ...(asked.from !== null && asked.to !== null ? { period: { from: asked.from, to: asked.to } } : {}),
  });
  const parameters = toParameters(asked.minutes, asked.decay, asked.detour);
  const { people } = demand;
  const result = accessibility({
    communes,
    people,
    points: supply.points,
    weights: supply.weights,
    parameters,
  });
  const destinations = toDestinations(supply.points, communes, result.density);
  const near = nearest(toOrigins(communes, result.density), destinations, parameters.travel);
  const reach = populationCovered(result.travel, people, asked.minutes, 1);
  const region = communes.find((commune) => commune.region !== null)?.region ?? null;
  const mean = (values: ArrayLike<number>, at: CoverageLevel = level) =>
    aggregate(communes, people, values, { level: at, region });
  const nothing = Float64Array.from(result.access, (value) => (value > 0 ? 0 : 1));
  const units = toUnits({
    rows,
    level,
    access: mean(result.access),
    minutes: mean(near.minutes),
    nothing: mean(nothing),
    young: aggregate(
      communes,
      Float64Array.from(young.people, () => 1),
      young.people,
      { level, region },
    ),
    inside: countInside(communes, supply.points, level),
  });
  if (level === CoverageLevel.COMMUNE) {
    const indexOf = new Map(communes.map(({ insee }, i) => [insee, i]));
    for (const unit of units) {
      const i = indexOf.get(unit.code)!;
      const point = near.destination[i] === -1 ? undefined : supply.points[near.destination[i]!];
      unit.nearestActorId = point?.kind === 'RESIDENT' ? point.id : null;
      unit.pointsInReach = reach.pointsInReach[i]!;
    }
  }
  const reached = units.filter(({ access }) => access !== null && access > 0);
  const classes = quantileClasses(
    reached.map(({ access }) => access!),
    5,
  );
  const [whole] = mean(result.access, CoverageLevel.REGION);
  const [lost] = mean(nothing, CoverageLevel.REGION);
  const names = new Map<string, string>(rows.actors.map(({ id, name }) => [id, name]));
  const titles = new Map(rows.productions.map(({ id, title }) => [id, title]));
  const stops = new Map(rows.stops.map((stop) => [stop.eventId, stop]));
  const skilled = new Set(rows.actorCompetences.map(({ actor }) => actor));
  return {
    units,
    classes: classes.counts.map((count, c) => ({
      from: classes.ranges[c]?.[0] ?? null,
      to: classes.ranges[c]?.[1] ?? null,
      units: count,
    })),
    unitsWithNothing: units.filter(({ access }) => access === 0).length,
    unitsUnknown: units.filter(({ access }) => access === null).length,
    supply: supply.points.map((point, j) => {
      const stop = point.kind === 'RECEIVED' ? stops.get(point.id) : undefined;
      const place = destinations[j]!;
      return {
        actorId: stop ? stop.actor : point.id,
        eventId: stop ? point.id : null,
        name: (stop ? titles.get(stop.production) : names.get(point.id)) ?? point.id,
        latitude: place.lat,
        longitude: place.lon,
        weight: supply.weights[j]!,
      };
    }),
    regionAccess: whole?.value == null ? null : whole.value * 10_000,
    regionPeople: whole?.people ?? 0,
    regionPeopleWithNothing: lost?.total ?? 0,
    notes: {
      points: supply.points.length,
      pointsOfUnknownPlace: supply.unknownPlace.length,
      pointsOfUnknownWeight: supply.unknownWeight.length,
      stopsOfUnknownDate: supply.unknownDate.length,
      stopsOutsidePeriod: supply.outsidePeriod,
      actorsToDeclare: rows.actors.filter(({ id }) => !skilled.has(id)).length,
      communesOfUnknownPeople: communes.filter(
        (commune, i) => commune.region !== null && Number.isNaN(people[i]!),
      ).length,
      peopleEstimated: demand.counts.ESTIMATED > 0,
      greatCirclePairs: result.travel.source.greatCirclePairs,
      importedPairs: result.travel.source.importedPairs,
      supply: supply.resident + supply.received,
      reachedSupply: result.reachedSupply,
    },
  };
}

function countInside(
  communes: ReturnType<typeof toCommunes>,
  points: readonly { commune: string | null }[],
  level: CoverageLevel,
): Map<string, number> {
  const unitOfCommune = new Map(communes.map((commune) => [commune.insee, unitOf(commune, level)]));
  const counts = new Map<string, number>();
  for (const { commune } of points) {
    const unit = commune === null ? null : unitOfCommune.get(commune);
    if (unit) counts.set(unit, (counts.get(unit) ?? 0) + 1);
  }
  return counts;
}

interface UnitColumns {
  rows: RegionRows;
  level: CoverageLevel;
  access: UnitValue[];
  minutes: UnitValue[];
  nothing: UnitValue[];
  young: UnitValue[];
  inside: Map<string, number>;
}

function toUnits({ rows, level, access, minutes, nothing, young, inside }: UnitColumns): CoverageUnit[] {
  const named: { id: string; code: string; name: string }[] =
    level === CoverageLevel.COMMUNE
      ? rows.communes.map(({ id, insee, name }) => ({ id, code: insee, name }))
      : rows.territories;
  const key = level === CoverageLevel.COMMUNE ? ('code' as const) : ('id' as const);
  const names = new Map(named.map((territory) => [territory[key], territory]));
  const crosses = new Set(rows.territories.filter(({ crossesBorder }) => crossesBorder).map(({ id }) => id));
  return access.map((unit, i) => {
    const { id, code, name } = names.get(unit.unit)!;
    return {
      territoryId: id,
      code,
      name,
      access: unit.value === null ? null : unit.value * 10_000,
      people: unit.people > 0 || unit.unknown === 0 ? unit.people : null,
      young: young[i]!.unknown === young[i]!.communes ? null : young[i]!.total,
      peopleWithNothing: nothing[i]!.total,
      nearestMinutes: minutes[i]!.value,
      nearestActorId: null,
      pointsInReach: null,
      pointsInside: inside.get(unit.unit) ?? 0,
      communes: unit.communes,
      communesUnknown: unit.unknown,
      crossesBorder: unit.crossesBorder || crosses.has(id),
    };
  });
}
