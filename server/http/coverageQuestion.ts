import type { Request } from 'express';
import { coverageAsked, levelAsked, type CoverageAsked } from '../graphql/analysis/coverage.asked';
import type { CoverageLevel } from '../graphql/analysis/coverageInput.type';

const longestInput = 5000;

/** A year of the region: its stops, beside what is there all year. */
function withYear(input: unknown, year: unknown): unknown {
  if (typeof year !== 'string' || !/^\d{4}$/.test(year) || typeof input !== 'object') return input;
  return { received: true, ...input, from: `${year}-01-01`, to: `${year}-12-31` };
}

/** Reads the question of an address, `level`, `input` (the JSON of a `CoverageInput`) and `year`, or says what is wrong with it. */
export function readCoverageQuestion({
  query,
}: Request): { asked: CoverageAsked; level: CoverageLevel } | { fault: string } {
  const text = typeof query['input'] === 'string' ? query['input'] : '{}';
  if (text.length > longestInput) return { fault: `input: longer than ${longestInput} characters` };
  let input: unknown;
  try {
    input = JSON.parse(text);
  } catch {
    return { fault: 'input: is no JSON' };
  }
  const asked = coverageAsked.safeParse(withYear(input, query['year']));
  const level = levelAsked.safeParse(query['level']);
  if (asked.success && level.success) return { asked: asked.data, level: level.data };
  const issue = (asked.error ?? level.error)!.issues[0]!;
  return { fault: `${issue.path.join('.') || 'level'}: ${issue.message}` };
}
