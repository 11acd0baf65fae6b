/** Share `at` of sorted times: 0.5 is the median, 1 the slowest; `NaN` without any. */
export function quantile(times: readonly number[], at: number): number {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted[Math.ceil(at * sorted.length) - 1] ?? NaN;
}

/** A figure beside what it should be; those that miss it are said at the end of the line. */
export function printFigure(what: string, found: number, most: number | null, more = ''): void {
  const wanted = most === null ? '' : `< ${most.toLocaleString('en')} ms`;
  const missed = most !== null && !(found < most) ? 'MISSED' : '';
  const figure = `${found.toFixed(found < 100 ? 1 : 0)} ms`;
  console.log(`${what.padEnd(66)} ${figure.padStart(11)}  ${wanted.padEnd(12)} ${more} ${missed}`.trimEnd());
}
