import type { ReadColour } from '../../lib/themeColours';

/** Number of the first of the nine classes of a map that crosses two measures. */
export const CROSSED_FROM = 10;

const ROWS = ['surface', 'sequential-2', 'sequential-4'] as const;
const COLUMNS = ['diverging-3', 'diverging-2', 'diverging-1'] as const;

const parts = (colour: string) => (colour.match(/[\d.]+/g) ?? []).slice(0, 3).map(Number);

/**
 * Nine colours of two measures crossed, row by row: blue-green for the first, ochre for the second, laid over each other as two inks on
 * paper, or as two lights where the ground is dark. Two hues that colour-blind eyes tell apart.
 */
export function crossedColours(read: ReadColour): string[] {
  const [ground = 255] = parts(read('paper'));
  const lay = (a: number, b: number) => (ground > 127 ? (a * b) / 255 : 255 - ((255 - a) * (255 - b)) / 255);
  return ROWS.flatMap((row) =>
    COLUMNS.map((column) => {
      const [over, under] = [parts(read(row)), parts(read(column))];
      const mixed = over.map((part, k) => Math.round(lay(part, under[k] ?? part)));
      return `rgb(${mixed.join(', ')})`;
    }),
  );
}
