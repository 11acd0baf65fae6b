const SEPARATORS = [',', ';', '\t', '|'] as const;
/** Characters of a text that are enough to tell its separator. */
export const SEPARATOR_SAMPLE = 64_000;
const MOST_LINES = 50;

/**
 * What parts the cells: the separator that gives the most regular rows of at least two cells among the first lines, quoted
 * text left out; the comma when none does. Titles above the header have none. A bar is only believed when nothing else parts
 * the lines, since it parts values inside a cell.
 */
export function detectSeparator(text: string): string {
  const lines = text
    .slice(0, SEPARATOR_SAMPLE)
    .replace(/"(?:[^"]|"")*"/g, 'q')
    .split(/\r\n|\n|\r/)
    .filter((line) => line.trim() !== '')
    .slice(0, MOST_LINES);
  if (text.length > SEPARATOR_SAMPLE && lines.length > 1) lines.pop();
  let best = { separator: ',', score: 0 };
  for (const separator of SEPARATORS) {
    const [count, times] = mostFrequent(lines.map((line) => line.split(separator).length - 1));
    if (count === 0) continue;
    const score = (times / lines.length) * (separator === '|' ? 0.5 : 1) + Math.min(count, 20) / 1000;
    if (score > best.score) best = { separator, score };
  }
  return best.separator;
}

/** The count above 0 that occurs most, the largest of several, and how many times; 0 without any. */
function mostFrequent(counts: readonly number[]): [count: number, times: number] {
  const times = new Map<number, number>();
  for (const count of counts) if (count > 0) times.set(count, (times.get(count) ?? 0) + 1);
  return [...times].reduce(
    (most, one) => (one[1] > most[1] || (one[1] === most[1] && one[0] > most[0]) ? one : most),
    [0, 0],
  );
}
