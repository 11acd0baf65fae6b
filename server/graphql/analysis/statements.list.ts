import { z } from 'zod';
import { NotFoundError } from '../../errors';

/** A page of needs or of offers. */
export const statementPage = z.object({
  limit: z.number().int().min(1).max(100),
  offset: z.number().int().min(0).max(100_000),
});

/** ISO day by which a need or an offer still holds, or ended. */
export const today = (): string => new Date().toISOString().slice(0, 10);

const queries = { needId: ['need', 'publishedNeeds'], offerId: ['offer', 'publishedOffers'] } as const;

/**
 * The need or the offer of an identifier.
 *
 * @param where - the argument that named it
 * @throws NotFoundError that says how to list them
 */
export function findStatement<T extends { id: string }>(
  list: readonly T[],
  where: keyof typeof queries,
  id: string,
): T {
  const found = list.find((one) => one.id === id);
  if (found !== undefined) return found;
  const [kind, query] = queries[where];
  throw new NotFoundError(`No ${kind} has the identifier ${JSON.stringify(id)}`, {
    where,
    what: id,
    todo: `List them with \`${query}\` and ask again.`,
  });
}
