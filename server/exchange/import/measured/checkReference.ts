import type { ReferenceFigures } from '../../../analysis/coverage/referenceFigures';
import { sentence } from '../reasons';
import type { MeasuredProblem } from './measuredProblem';
import type { HeaderMeaning } from './referenceColumns';

/** A row as far as its figures are checked against one another. */
type CheckedRow = ReferenceFigures & { line: number };

/** Figures of a row that cannot all be right: young people above everybody, a count above the whole it is part of, families above all actors. */
export function checkReference(
  row: CheckedRow,
  headers: readonly string[],
  meanings: readonly HeaderMeaning[],
): MeasuredProblem[] {
  const at = (test: (meaning: HeaderMeaning) => boolean) => headers[meanings.findIndex(test)] ?? '';
  const young = (row.under15 ?? 0) + (row.from15To24 ?? 0);
  const problems: MeasuredProblem[] = [];
  const report = (column: string, value: number, fr: string, en: string) =>
    problems.push({ line: row.line, column, value: String(value), reason: sentence(fr, en) });
  if (row.population !== null && young > row.population)
    report(
      at((meaning) => 'field' in meaning && meaning.field === 'population'),
      row.population,
      `Moins que ses jeunes : ${young}.`,
      `Less than its young people: ${young}.`,
    );
  for (const [key, value] of row.counts) {
    const whole = wholeOf(key, row);
    if (whole !== null && value > whole)
      report(
        at((meaning) => 'count' in meaning && meaning.count === key),
        value,
        `Plus que le tout dont il est une part : ${whole}.`,
        `More than the whole it is part of: ${whole}.`,
      );
  }
  const families = [...row.counts].filter(([key]) => !key.includes(':'));
  const sum = families.reduce((total, [, value]) => total + value, 0);
  if (row.actors !== null && sum > row.actors)
    report(
      at((meaning) => 'field' in meaning && meaning.field === 'actors'),
      row.actors,
      `Moins que la somme de ses familles : ${sum}.`,
      `Less than the sum of its families: ${sum}.`,
    );
  return problems;
}

/** The count that another is part of: that of its family, else all actors; null when unknown. */
function wholeOf(key: string, { actors, counts }: CheckedRow): number | null {
  const [family = '*', phases] = key.split(':');
  return (phases === undefined ? undefined : counts.get(family)) ?? actors;
}
