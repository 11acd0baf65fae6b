/** What every answer of a measure has. */
interface Figures {
  figures: readonly { id: string; value?: number | null }[];
}

/** A figure by its identifier; null when it is not defined or not there. */
export function figureOf(answer: Figures | null | undefined, id: string): number | null {
  return answer?.figures.find((figure) => figure.id === id)?.value ?? null;
}

/** A cell of the mixing matrix: ties seen, ties that chance would give, how far apart in standard deviations. */
export interface MixingCell {
  observed: number;
  expected: number;
  ratio: number | null;
  z: number | null;
}

interface MixingRow {
  cells: readonly { text?: string | null; number?: number | null }[];
}

/** The matrix of the answer, both ways: categories in order of their ties, the most tied first. */
export function toMixingMatrix(rows: readonly MixingRow[]): {
  names: string[];
  cellOf: (a: string, b: string) => MixingCell | undefined;
} {
  const cells = new Map<string, MixingCell>();
  const ties = new Map<string, number>();
  for (const { cells: row } of rows) {
    const [a, b, observed, expected, ratio, , z] = row;
    const [first, second] = [a?.text ?? '', b?.text ?? ''];
    const count = observed?.number ?? 0;
    const cell = {
      observed: count,
      expected: expected?.number ?? 0,
      ratio: ratio?.number ?? null,
      z: z?.number ?? null,
    };
    cells.set(`${first}\n${second}`, cell);
    cells.set(`${second}\n${first}`, cell);
    for (const name of new Set([first, second])) ties.set(name, (ties.get(name) ?? 0) + count);
  }
  const names = [...ties.keys()].sort((a, b) => ties.get(b)! - ties.get(a)! || a.localeCompare(b));
  return { names, cellOf: (a, b) => cells.get(`${a}\n${b}`) };
}

/** Where a cell stands beside chance, in words: two standard deviations make a difference. */
export function standOf({
  z,
}: MixingCell): 'muchLess' | 'less' | 'asChance' | 'more' | 'muchMore' | 'unknown' {
  if (z === null) return 'unknown';
  if (z <= -4) return 'muchLess';
  if (z <= -2) return 'less';
  if (z < 2) return 'asChance';
  return z < 4 ? 'more' : 'muchMore';
}
