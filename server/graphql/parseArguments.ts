import { ZodError } from 'zod';
import { InvalidInputError } from '../errors';

/**
 * Reads arguments with a zod schema.
 *
 * @param schema what they must be.
 * @param args what was given.
 * @returns what the schema makes of them.
 * @throws InvalidInputError naming the first argument at fault, and all of them in `what`.
 */
export function parseArguments<T>(schema: { parse: (value: unknown) => T }, args: unknown): T {
  try {
    return schema.parse(args);
  } catch (error) {
    if (!(error instanceof ZodError)) throw error;
    const faults = error.issues.map(({ path, message }) => ({ where: path.join('.'), message }));
    const first = faults[0] ?? { where: '', message: 'Invalid value' };
    throw new InvalidInputError(`${first.where === '' ? 'Arguments' : first.where}: ${first.message}`, {
      where: first.where,
      what: faults,
      todo: 'Correct the argument and ask again.',
    });
  }
}
