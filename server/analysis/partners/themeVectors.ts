import { listOf } from './lists';
import type { Interned, Lists } from './lists';
import { NONE } from './tieTables';
import type { PartTable, ThemeTable } from './tieTables';

/** What a theme is worth to an actor who only made productions about it, beside 1 for `WORKS_ON`. */
export const MADE_ABOUT = 0.5;
/** What a theme passes on to its broader theme. */
export const BROADER_SHARE = 0.5;

/** The theme coordinates of every actor, before idf, in compressed sparse rows. */
export interface ThemeVectors {
  offsets: Uint32Array;
  theme: Uint32Array;
  value: Float64Array;
  /** Number of actors who `WORKS_ON` a theme or one narrower, by theme. */
  frequency: Uint32Array;
  /** {@link inverseFrequency}, by theme. */
  idf: Float64Array;
  /** Length of each actor's vector weighted by idf; 0 for an empty one. */
  norm: Float64Array;
}

/** The part of the projection that theme coordinates are read from. */
export interface ThemeGround {
  actorCount: number;
  themes: Interned;
  words: Interned;
  broaderTheme: Int32Array;
  works: ThemeTable;
  worksOf: Lists;
  contributions: PartTable;
  contributionsOf: Lists;
  productionThemes: Lists;
}

/** Says whether a relationship is to be left out: used to see what an actor would be without it. */
export type IsLeftOut = (table: 'works' | 'contributions', row: number) => boolean;

/**
 * Theme coordinates of an actor: 1 for a theme it works on, {@link MADE_ABOUT} for one of a production it made (not one it only
 * funded), and for each broader theme {@link BROADER_SHARE} of its best narrower one. Empty when no theme is known.
 */
export function themeCoordinates(
  ground: ThemeGround,
  actor: number,
  isLeftOut?: IsLeftOut,
): Map<number, number> {
  const coordinates = new Map<number, number>();
  for (const row of listOf(ground.worksOf, actor))
    if (!isLeftOut?.('works', row)) raise(ground, coordinates, ground.works.theme[row]!, 1);
  const funding = ground.words.index.get('FUNDING') ?? NONE - 1;
  for (const row of listOf(ground.contributionsOf, actor)) {
    if (ground.contributions.role[row] === funding || isLeftOut?.('contributions', row)) continue;
    for (const theme of listOf(ground.productionThemes, ground.contributions.production[row]!))
      raise(ground, coordinates, theme, MADE_ABOUT);
  }
  return coordinates;
}

/** Coordinates of a list of themes, each worth 1, with their broader ones. */
export function queryCoordinates(broaderTheme: Int32Array, themes: Iterable<number>): Map<number, number> {
  const coordinates = new Map<number, number>();
  for (const theme of themes) raise({ broaderTheme }, coordinates, theme, 1);
  return coordinates;
}

function raise(
  { broaderTheme }: { broaderTheme: Int32Array },
  coordinates: Map<number, number>,
  theme: number,
  value: number,
): void {
  for (let t = theme, v = value; t !== NONE; t = broaderTheme[t]!, v *= BROADER_SHARE) {
    if ((coordinates.get(t) ?? 0) >= v) return;
    coordinates.set(t, v);
  }
}

/** Themes an actor works on, with their broader ones: those it counts in `frequency`. */
export function workedThemes(ground: ThemeGround, actor: number, isLeftOut?: IsLeftOut): Set<number> {
  const worked = new Set<number>();
  for (const row of listOf(ground.worksOf, actor)) {
    if (isLeftOut?.('works', row)) continue;
    for (let t = ground.works.theme[row]!; t !== NONE && !worked.has(t); t = ground.broaderTheme[t]!)
      worked.add(t);
  }
  return worked;
}

/** Theme coordinates of all actors; an actor with no known theme has an empty row. */
export function createThemeVectors(ground: ThemeGround): ThemeVectors {
  const offsets = new Uint32Array(ground.actorCount + 1);
  const frequency = new Uint32Array(ground.themes.ids.length);
  const themes: number[] = [];
  const values: number[] = [];
  for (let actor = 0; actor < ground.actorCount; actor++) {
    for (const [theme, value] of themeCoordinates(ground, actor)) {
      themes.push(theme);
      values.push(value);
    }
    for (const theme of workedThemes(ground, actor)) frequency[theme]!++;
    offsets[actor + 1] = themes.length;
  }
  const idf = Float64Array.from(frequency, (f) => inverseFrequency(ground.actorCount, f));
  const norm = new Float64Array(ground.actorCount);
  for (let actor = 0; actor < ground.actorCount; actor++) {
    let squares = 0;
    for (let k = offsets[actor]!; k < offsets[actor + 1]!; k++)
      squares += (values[k]! * idf[themes[k]!]!) ** 2;
    norm[actor] = Math.sqrt(squares);
  }
  return { offsets, theme: Uint32Array.from(themes), value: Float64Array.from(values), frequency, idf, norm };
}

/** Cosine of two vectors of theme coordinates weighted by idf, 0..1; 0 when one is empty. */
export function themeCosine(
  x: ReadonlyMap<number, number>,
  y: ReadonlyMap<number, number>,
  idf: (theme: number) => number,
): number {
  let [dot, xx, yy] = [0, 0, 0];
  for (const [theme, value] of x) {
    const weighted = value * idf(theme);
    xx += weighted * weighted;
    dot += weighted * (y.get(theme) ?? 0) * idf(theme);
  }
  for (const [theme, value] of y) yy += (value * idf(theme)) ** 2;
  return xx > 0 && yy > 0 ? dot / Math.sqrt(xx * yy) : 0;
}

/** Inverse document frequency `ln(1 + n ÷ (1 + f))`: n actors, f of which work on the theme. Positive, so that a common theme still counts. */
export function inverseFrequency(actorCount: number, frequency: number): number {
  return Math.log(1 + actorCount / (1 + frequency));
}
