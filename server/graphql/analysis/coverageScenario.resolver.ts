import { Arg, Ctx, ID, Int, Query, Resolver } from 'type-graphql';
import { z } from 'zod';
import type { ApiContext } from '../context';
import { parseArguments } from '../parseArguments';
import { addedAsked, parseAsked } from './coverage.asked';
import { computeScenario } from './coverage.plans';
import { currentCoverageRegion } from './coverage.resolver';
import { CoverageAddedInput, CoverageInput, CoverageLevel } from './coverageInput.type';
import { CoverageCandidates, CoverageScenario, CoverageSiting } from './coverageScenario.type';
import { currentRegion } from './region';

const scenarioAsked = z.object({ added: addedAsked });

const sitingAsked = z
  .object({
    places: z.int().min(1).max(20),
    candidates: z.enum(CoverageCandidates),
    candidateIds: z.array(z.string().min(1).max(200)).max(1000).nullish().transform((ids) => ids ?? []), // prettier-ignore
    added: addedAsked,
    curve: z.boolean(),
  })
  .refine(
    ({ candidates, candidateIds }) => candidates !== CoverageCandidates.LIST || candidateIds.length > 0,
    {
      path: ['candidateIds'],
      message: 'a list of candidates needs at least one',
    },
  );

const inputArgument = { nullable: true, description: 'What counts, for whom, how far.' };
const addedArgument = { nullable: true, description: 'Supply that does not exist yet, 50 at most.' };

/** Serves `coverageScenario` and `coverageSiting`. */
@Resolver()
export class CoverageScenarioResolver {
  /** What would change if something were added? */
  @Query(() => CoverageScenario, {
    nullable: true,
    complexity: ({ childComplexity }) => 300 + childComplexity,
    description: 'What would change if a venue opened, an actor joined or a tour stopped somewhere?',
  })
  async coverageScenario(
    @Arg('level', () => CoverageLevel, {
      defaultValue: CoverageLevel.COMMUNE,
      description: 'Level of the units.',
    })
    level: CoverageLevel,
    @Arg('input', () => CoverageInput, inputArgument) input: CoverageInput | null,
    @Arg('added', () => [CoverageAddedInput], addedArgument) added: CoverageAddedInput[] | null,
    @Ctx() { projections }: ApiContext,
  ): Promise<CoverageScenario> {
    const asked = parseAsked(input);
    const { added: places } = parseArguments(scenarioAsked, { added });
    const { version } = await currentRegion(projections);
    const region = await currentCoverageRegion(projections);
    return { ...computeScenario(region, level, asked, places), version };
  }

  /** Where would new places reach most people? */
  @Query(() => CoverageSiting, {
    nullable: true,
    complexity: ({ childComplexity }) => 2000 + childComplexity,
    description: 'Where would 1 to 20 new places reach most of the people who have too little?',
  })
  async coverageSiting(
    @Arg('input', () => CoverageInput, inputArgument) input: CoverageInput | null,
    @Arg('places', () => Int, { defaultValue: 3, description: 'Places to choose, 1 to 20.' }) places: number,
    @Arg('candidates', () => CoverageCandidates, {
      defaultValue: CoverageCandidates.COMMUNES,
      description: 'Where they may be.',
    })
    candidates: CoverageCandidates,
    @Arg('candidateIds', () => [ID], {
      nullable: true,
      description: 'Communes and actors of a `LIST`, 1,000 at most.',
    })
    candidateIds: string[] | null,
    @Arg('added', () => [CoverageAddedInput], addedArgument) added: CoverageAddedInput[] | null,
    @Arg('curve', () => Boolean, {
      defaultValue: false,
      description: 'Whether the curve of people covered is wanted.',
    })
    curve: boolean,
    @Ctx() { projections, coverage }: ApiContext,
  ): Promise<CoverageSiting> {
    const siting = parseArguments(sitingAsked, { places, candidates, candidateIds, added, curve });
    const { value: rows, version } = await currentRegion(projections);
    const question = { kind: 'siting' as const, asked: parseAsked(input), siting };
    return { ...(await coverage.answer<Omit<CoverageSiting, 'version'>>(rows, question)), version };
  }
}
