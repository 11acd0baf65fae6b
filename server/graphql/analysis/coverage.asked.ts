import { z } from 'zod';
import { parseArguments } from '../parseArguments';
import {
  CoverageAudience,
  CoverageDecay,
  type CoverageInput,
  CoverageLevel,
  CoverageWeighting,
} from './coverageInput.type';

const idText = z.string().min(1).max(200);
const ids = z.array(idText).max(100).nullish().transform((list) => list ?? null); // prettier-ignore
const day = z.iso.date('is not a day, YYYY-MM-DD').nullish().transform((value) => value ?? null); // prettier-ignore
const factor = z.number().min(0).max(10).default(0);

/** What the measures of coverage are asked; also read from the address of a file. */
export const coverageAsked = z
  .object({
    audience: z.enum(CoverageAudience).default(CoverageAudience.ALL),
    ages: z
      .object({ under15: factor, from15To24: factor, over24: factor })
      .refine(({ under15, from15To24, over24 }) => under15 + from15To24 + over24 > 0, 'nobody counts')
      .nullish()
      .transform((ages) => ages ?? null),
    families: ids,
    phases: z
      .array(z.enum(['VALIDATION', 'FABRICATION', 'DIFFUSION']))
      .nullish()
      .transform((list) => (list?.length ? list : ['DIFFUSION' as const])),
    competenceIds: ids,
    themeIds: ids,
    resident: z.boolean().default(true),
    received: z.boolean().default(false),
    from: day,
    to: day,
    weighting: z.enum(CoverageWeighting).default(CoverageWeighting.EQUAL),
    assumedWeight: z.number().positive().max(1e7).nullish().transform((weight) => weight ?? null), // prettier-ignore
    minutes: z.number().min(5).max(120).default(30),
    decay: z.enum(CoverageDecay).default(CoverageDecay.STEP),
    detour: z.number().min(1).max(3).default(1.3),
    atLeast: z.int().min(1).max(20).default(1),
  })
  .refine(({ resident, received }) => resident || received, {
    path: ['resident'],
    message: 'neither resident nor received supply counts: choose one',
  })
  .refine(({ received, from, to }) => !received || (from !== null && to !== null && from <= to), {
    path: ['from'],
    message: 'received supply needs a period: `from`, then `to`',
  });

/** What was asked, complete. */
export type CoverageAsked = z.output<typeof coverageAsked>;

/** Supply added to a scenario. */
export const addedAsked = z
  .array(
    z
      .object({
        communeId: idText.nullish().transform((id) => id ?? null),
        actorId: idText.nullish().transform((id) => id ?? null),
        weight: z.number().positive().max(100_000).default(1),
      })
      .refine(({ communeId, actorId }) => (communeId === null) !== (actorId === null), {
        message: 'one of `communeId` and `actorId` says where it is',
      }),
  )
  .max(50)
  .nullish()
  .transform((list) => list ?? []);

/** Supply added, each at a commune or an actor. */
export type AddedAsked = z.output<typeof addedAsked>;

/** Level of the units, as it is read from the address of a file. */
export const levelAsked = z.enum(CoverageLevel).default(CoverageLevel.COMMUNE);

/**
 * Reads the input of a query of coverage.
 *
 * @throws InvalidInputError naming the argument at fault
 */
export function parseAsked(input: CoverageInput | null): CoverageAsked {
  return parseArguments(coverageAsked, input ?? {});
}
