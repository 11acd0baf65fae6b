import { Arg, Ctx, Float, ID, Int, Query, Resolver } from 'type-graphql';
import { z } from 'zod';
import type { ApiContext } from '../context';
import { parseArguments } from '../parseArguments';
import { computeCoverage } from './coverage.answer';
import { parseAsked } from './coverage.asked';
import type { QuotientReference } from './coverage.reference';
import { createCoverageRegion } from './coverage.region';
import { Coverage } from './coverage.type';
import { computeSummary } from './coverage.verdicts';
import { CoverageInput, CoverageLevel } from './coverageInput.type';
import { CoverageSummary, CoverageVerdicts } from './coverageVerdicts.type';
import { currentRegion, derivedFromRegion } from './region';

/** The region prepared for coverage, made once for each reading of it. */
export const currentCoverageRegion = derivedFromRegion(createCoverageRegion);

const figure = z.number().positive().max(1e9);

/** A part of a whole elsewhere, both or neither; or an imported reference. */
const referenceAsked = z
  .object({ part: figure.nullish(), whole: figure.nullish(), id: z.string().min(1).max(200).nullish() })
  .refine(({ part, whole }) => (part == null) === (whole == null), 'give both part and whole, or neither')
  .refine(({ part, id }) => part == null || id == null, 'give figures or a reference, not both')
  .transform(({ part, whole, id }): QuotientReference => {
    if (id != null) return { referenceId: id };
    return part == null || whole == null ? null : { part, whole };
  });

/** Units to be given, all when absent. */
const unitsAsked = z.object({
  territoryIds: z
    .array(z.string().max(200))
    .max(5000)
    .nullish()
    .transform((ids) => ids && new Set(ids)),
});

const verdictsAsked = z.object({
  limit: z.int().min(1).max(200),
  minStability: z.number().min(0).max(1),
  minPeople: z.number().min(0).max(1e9),
  minYoung: z.number().min(0).max(1e9),
  onlyNothing: z.boolean(),
});

/** An answer with the units wanted, all when none is named. */
function only<T extends Pick<Coverage, 'units'>>(
  wanted: ReadonlySet<string> | null | undefined,
  answer: T,
): T {
  return wanted
    ? { ...answer, units: answer.units.filter(({ territoryId }) => wanted.has(territoryId)) }
    : answer;
}

const levelArgument = { defaultValue: CoverageLevel.COMMUNE, description: 'Level of the units.' };
const inputArgument = { nullable: true, description: 'What counts, for whom, how far.' };

/** Serves `coverage`, `coverageVerdicts` and `coverageSummary`. */
@Resolver()
export class CoverageResolver {
  /** Who is reached by nobody? Access to supply, unit by unit. */
  @Query(() => Coverage, {
    nullable: true,
    complexity: ({ childComplexity }) => 200 + childComplexity,
    description: 'Who is reached by nobody? Access of people to supply within a travel time, unit by unit.',
  })
  async coverage(
    @Arg('level', () => CoverageLevel, levelArgument) level: CoverageLevel,
    @Arg('input', () => CoverageInput, inputArgument) input: CoverageInput | null,
    @Arg('quotientPart', () => Float, {
      nullable: true,
      description: 'Chosen supply of a reference (another region, the country) for the location quotient.',
    })
    part: number | null,
    @Arg('quotientWhole', () => Float, {
      nullable: true,
      description: 'All actors of that reference; the region when both are absent.',
    })
    whole: number | null,
    @Arg('quotientReference', () => ID, {
      nullable: true,
      description: 'An imported reference (`coverageImports`), in place of the two figures.',
    })
    id: string | null,
    @Arg('territoryIds', () => [ID], {
      nullable: true,
      description: 'Territories whose units are given; all count, and all are given when absent.',
    })
    territoryIds: string[] | null,
    @Ctx() { projections }: ApiContext,
  ): Promise<Coverage> {
    const asked = parseAsked(input);
    const wanted = parseArguments(unitsAsked, { territoryIds }).territoryIds;
    const reference = parseArguments(referenceAsked, { part, whole, id });
    const { version } = await currentRegion(projections);
    const region = await currentCoverageRegion(projections);
    return { ...only(wanted, computeCoverage(region, level, asked, reference)), version };
  }

  /** Who is least served, why, and how surely. */
  @Query(() => CoverageVerdicts, {
    nullable: true,
    complexity: ({ childComplexity }) => 1000 + childComplexity,
    description:
      'Who is least served, for how many people, why, and how surely when the assumptions are shaken.',
  })
  async coverageVerdicts(
    @Arg('level', () => CoverageLevel, { ...levelArgument, defaultValue: CoverageLevel.EPCI })
    level: CoverageLevel,
    @Arg('input', () => CoverageInput, inputArgument) input: CoverageInput | null,
    @Arg('limit', () => Int, { defaultValue: 10, description: 'Units at most in the list, 1 to 200.' })
    limit: number,
    @Arg('minStability', () => Float, {
      defaultValue: 0.9,
      description: 'Share of the draws in which a unit of the list is in the least-served fifth, at least.',
    })
    minStability: number,
    @Arg('minPeople', () => Float, {
      defaultValue: 0,
      description: 'People of the audience in a unit of the list, at least.',
    })
    minPeople: number,
    @Arg('minYoung', () => Float, {
      defaultValue: 0,
      description: 'People of 0 to 24 in a unit of the list, at least.',
    })
    minYoung: number,
    @Arg('onlyNothing', () => Boolean, {
      defaultValue: false,
      description: 'Only units where nobody has anything in reach.',
    })
    onlyNothing: boolean,
    @Ctx() { projections, coverage }: ApiContext,
  ): Promise<CoverageVerdicts> {
    const wanted = parseArguments(verdictsAsked, { limit, minStability, minPeople, minYoung, onlyNothing });
    const { value: rows, version } = await currentRegion(projections);
    const question = { kind: 'verdicts' as const, level, asked: parseAsked(input), wanted };
    return { ...(await coverage.answer<Omit<CoverageVerdicts, 'version'>>(rows, question)), version };
  }

  /** The region and its former regions in a few figures. */
  @Query(() => CoverageSummary, {
    nullable: true,
    complexity: ({ childComplexity }) => 200 + childComplexity,
    description: 'The region and its former regions in a few figures: who is covered, how unequally.',
  })
  async coverageSummary(
    @Arg('input', () => CoverageInput, inputArgument) input: CoverageInput | null,
    @Ctx() { projections }: ApiContext,
  ): Promise<CoverageSummary> {
    const asked = parseAsked(input);
    const { version } = await currentRegion(projections);
    return { ...computeSummary(await currentCoverageRegion(projections), asked), version };
  }
}
