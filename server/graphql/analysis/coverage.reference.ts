import type { AgeMix } from '../../analysis/coverage/demand';
import { unitOf, type AggregateLevel } from '../../analysis/coverage/aggregate';
import { locationQuotient, type UnitPart } from '../../analysis/coverage/locationQuotient';
import { referenceCount, type ReferenceFigures } from '../../analysis/coverage/referenceFigures';
import { writeCountHeader } from '../../exchange/import/measured/referenceColumns';
import { InvalidInputError } from '../../errors';
import type { RegionRows } from '../../graph/readRegion';
import type { CoverageAsked } from './coverage.asked';
import type { AskedScene, CoverageRegion } from './coverage.region';
import { AGE_MIXES, toSupplyPoints } from './coverage.scene';
import {
  CoverageReferenceLack,
  CoverageReferenceLevel,
  type CoverageFiguresSource,
  type CoverageImports,
  type CoverageQuotientReference,
  type CoverageReference,
} from './coverageReference.type';

/** What a location quotient is told against: the region (null), a part and a whole elsewhere, or an imported reference by its id. */
export type QuotientReference = { part: number; whole: number } | { referenceId: string } | null;

/** Location quotients by unit, and the imported reference that they are told against. */
export interface Quotients {
  byUnit: ReadonlyMap<string, number | null>;
  against: CoverageQuotientReference | null;
}

type ReferenceRow = RegionRows['references'][number];

/**
 * Share of the chosen supply among all actors located in a unit, over that of the region or of a reference.
 *
 * @param inside - supply points inside each unit
 * @throws InvalidInputError when there is no reference of that id
 */
export function computeQuotients(
  region: CoverageRegion,
  worked: AskedScene,
  inside: readonly { unit: string; points: number }[],
  level: AggregateLevel,
  asked: CoverageAsked,
  reference: QuotientReference,
): Quotients {
  const actors = countByUnit(region, region.rows.actors, level);
  const toParts = (pointsOf: (unit: string, points: number) => number) =>
    inside.map(({ unit, points }): UnitPart => ({
      unit,
      part: pointsOf(unit, points),
      whole: actors.get(unit) ?? 0,
    }));
  if (reference === null || 'part' in reference) {
    const quotients = locationQuotient(
      toParts((_, points) => points),
      reference ?? undefined,
    );
    return { byUnit: toMap(quotients), against: null };
  }
  const row = region.rows.references.find(({ id }) => id === reference.referenceId);
  if (!row)
    throw new InvalidInputError(`quotientReference: ${reference.referenceId} was not imported`, {
      where: 'quotientReference',
      todo: 'Choose one of `coverageImports { references { referenceId } }`.',
    });
  const against = compareWith(region, worked, asked, row);
  const { part, byPhase } = against;
  if (against.lacks.length > 0 || part === null)
    return { byUnit: new Map(inside.map(({ unit }) => [unit, null])), against };
  const chosen = countByUnit(region, chosenActors(region, asked, byPhase), level);
  const parts = toParts((unit) => chosen.get(unit) ?? 0);
  return { byUnit: toMap(locationQuotient(parts, { part, whole: row.actors! })), against };
}

const toMap = (quotients: readonly { unit: string; value: number | null }[]) =>
  new Map(quotients.map(({ unit, value }) => [unit, value]));

function countByUnit(
  { communes, indexOf }: CoverageRegion,
  actors: readonly { commune: string | null }[],
  level: AggregateLevel,
): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { commune } of actors) {
    const i = commune === null ? undefined : indexOf.get(commune);
    const unit = i === undefined || communes[i]!.region === null ? null : unitOf(communes[i]!, level);
    if (unit !== null) counts.set(unit, (counts.get(unit) ?? 0) + 1);
  }
  return counts;
}

/** Actors of the choice, counted as the reference counts them: by family and phase, or by family alone. */
function chosenActors({ rows }: CoverageRegion, asked: CoverageAsked, byPhase: boolean) {
  if (byPhase)
    return toSupplyPoints(rows, { ...asked, competenceIds: null, themeIds: null }).filter(
      ({ kind }) => kind === 'RESIDENT',
    );
  return rows.actors.filter(({ family }) => asked.families?.includes(family) ?? true);
}

function compareWith(
  region: CoverageRegion,
  worked: AskedScene,
  asked: CoverageAsked,
  row: ReferenceRow,
): CoverageQuotientReference {
  const figures = toFigures(row);
  const { part, byPhase, missing } = referenceCount(figures, asked);
  const lacks = [
    ...(asked.competenceIds?.length || asked.themeIds?.length
      ? [CoverageReferenceLack.THEMES_OR_COMPETENCES]
      : []),
    ...(asked.received ? [CoverageReferenceLack.STOPS] : []),
    ...(!row.actors ? [CoverageReferenceLack.ACTORS] : []),
    ...(part === null ? [CoverageReferenceLack.COUNTS] : []),
  ];
  const inRegion = (actors: readonly { commune: string | null }[]) =>
    [...countByUnit(region, actors, 'REGION').values()].reduce((sum, count) => sum + count, 0);
  const people = worked.regionPeople.reduce((sum, count) => sum + (count > 0 ? count : 0), 0);
  return {
    reference: toReference(row),
    lacks,
    missingColumns: missing.map(writeCountHeader),
    byPhase,
    part,
    people: peopleOf(figures, asked.ages ?? AGE_MIXES[asked.audience]),
    regionPart: lacks.length > 0 ? null : inRegion(chosenActors(region, asked, byPhase)),
    regionActors: inRegion(region.rows.actors),
    regionPeople: people > 0 ? people : null,
  };
}

/** People of an audience in a reference; null when one of the ages it needs is unknown. */
function peopleOf({ population, under15, from15To24 }: ReferenceFigures, mix: AgeMix): number | null {
  if (mix.under15 === mix.over24 && mix.from15To24 === mix.over24)
    return population === null ? null : population * mix.over24;
  const needs: [number, number | null][] = [
    [mix.under15, under15],
    [mix.from15To24, from15To24],
    [
      mix.over24,
      population === null || under15 === null || from15To24 === null
        ? null
        : population - under15 - from15To24,
    ],
  ];
  if (needs.some(([weight, people]) => weight > 0 && people === null)) return null;
  return needs.reduce((sum, [weight, people]) => sum + weight * (people ?? 0), 0);
}

function toFigures({ population, under15, from15To24, actors, counts }: ReferenceRow): ReferenceFigures {
  const pairs = counts.map((count): [string, number] => {
    const at = count.lastIndexOf('=');
    return [count.slice(0, at), Number(count.slice(at + 1))];
  });
  return { population, under15, from15To24, actors, counts: new Map(pairs) };
}

/** A reference as the API tells it. */
export function toReference(row: ReferenceRow): CoverageReference {
  const { id, code, name, level, population, under15, from15To24, actors, counts } = row;
  return {
    referenceId: id,
    code,
    name,
    level: CoverageReferenceLevel[level],
    population,
    under15,
    from15To24,
    actors,
    counts: counts.length,
    figuresSource: toSource(row),
  };
}

function toSource(
  row: Pick<
    ReferenceRow,
    'sourceId' | 'sourceTitle' | 'publisher' | 'url' | 'date' | 'licence' | 'retrieved'
  >,
): CoverageFiguresSource | null {
  const { sourceId, sourceTitle, publisher, url, date, licence, retrieved } = row;
  if (sourceId === null) return null;
  return { sourceId, title: sourceTitle ?? sourceId, publisher, url, date, licence, retrieved };
}

const LEVELS = [CoverageReferenceLevel.COUNTRY, CoverageReferenceLevel.REGION, CoverageReferenceLevel.OTHER];

/** What was imported for coverage: ages by vintage, travel times, references; and over how many communes. */
export function computeImports({ rows, communes }: CoverageRegion): CoverageImports {
  const inside = rows.communes.filter((_, i) => communes[i]!.region !== null);
  const sources = new Map(rows.measuredSources.map((row) => [row.sourceId, toSource(row)]));
  const years = new Map<number | null, number>();
  inside.forEach(({ allAges, agesYear }) => {
    if (allAges !== null) years.set(agesYear, (years.get(agesYear) ?? 0) + 1);
  });
  const references = rows.references.map(toReference);
  return {
    communes: inside.length,
    ages: [...years].map(([year, count]) => ({
      year,
      communes: count,
      figuresSource: sources.get(`insee-ages-communes${year === null ? '' : `-${year}`}`) ?? null,
    })),
    travelTimes: toTravel(
      rows,
      new Set(inside.map(({ insee }) => insee)),
      sources.get('travel-times') ?? null,
    ),
    references: references.sort((a, b) => LEVELS.indexOf(a.level) - LEVELS.indexOf(b.level)),
  };
}

function toTravel(
  { travelTimes }: RegionRows,
  inside: ReadonlySet<string>,
  figuresSource: CoverageFiguresSource | null,
): CoverageImports['travelTimes'] {
  if (travelTimes.length === 0) return null;
  const origins = new Set<string>();
  let pairs = 0;
  for (const { times } of travelTimes)
    for (const pair of times.split(' ')) {
      pairs++;
      const origin = pair.slice(0, pair.indexOf(':'));
      if (inside.has(origin)) origins.add(origin);
    }
  return { pairs, communes: origins.size, figuresSource };
}
