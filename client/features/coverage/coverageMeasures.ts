import { CROSSED_FROM } from '../../views/map/crossedColours';
import type { AreaClass } from '../../views/map/mapStyle';
import type { SupplyUnit } from './coverageState';
import type { CoverageAnswer, CoverageUnit, ScenarioAnswer } from './coverageUnits';
import { fixedLimits } from './fixedClasses';

/** What the map can show; the last two need a scenario. */
export const measures = [
  'acces',
  'proche',
  'surPlace',
  'couverts',
  'quotient',
  'jeunes',
  'apres',
  'gain',
] as const;

/** One of {@link measures}. */
export type CoverageMeasure = (typeof measures)[number];

/** How the limits of classes are chosen: as many units in each, or round figures that stay the same. */
export type ClassBounds = 'quantiles' | 'fixes';

/** Decimals that a figure of supply is written with: two where it is small, none where it counts hundreds. */
export function decimalsOf(value: number | null | undefined): number {
  const size = Math.abs(value ?? 0);
  if (size >= 100) return 0;
  return size >= 10 ? 1 : 2;
}

/** How classes are cut, and what supply is counted in. */
export interface ShadingChoice {
  bounds: ClassBounds;
  unit: SupplyUnit;
}

/** A class of the legend; `to` is infinite for the last of fixed classes. */
export interface ShadingClass {
  from: number;
  to: number;
  units: number;
}

/** A measure ready to be painted. */
export interface Shading {
  measure: CoverageMeasure;
  /** By territory id. */
  classes: ReadonlyMap<string, AreaClass>;
  /** The five classes, the least served first; a class may be empty. */
  legend: ShadingClass[];
  nothing: number;
  unknown: number;
}

type Valued = { id: string; value: number | null };

function valueOf(unit: CoverageUnit, measure: CoverageMeasure): number | null | undefined {
  if (measure === 'acces') return unit.access;
  if (measure === 'proche') return unit.nearestMinutes;
  if (measure === 'surPlace') return unit.supplyPerHead;
  if (measure === 'quotient') return unit.locationQuotient;
  if (measure === 'jeunes') return unit.young;
  return unit.people ? unit.peopleCovered / unit.people : null;
}

function valuesOf(
  answer: CoverageAnswer,
  measure: CoverageMeasure,
  scenario: ScenarioAnswer | undefined,
): Valued[] {
  if (measure === 'apres' || measure === 'gain')
    return (scenario?.units ?? []).map(({ territoryId, after, gain }) => ({
      id: territoryId,
      value: (measure === 'apres' ? after : gain) ?? null,
    }));
  return answer.units.map((unit) => ({ id: unit.territoryId, value: valueOf(unit, measure) ?? null }));
}

/** Lower limits of classes of as equal numbers as ties allow. */
export function quantileLimits(values: readonly number[], count = 5): number[] {
  const sorted = [...values].sort((a, b) => a - b);
  const limits = Array.from({ length: count }, (_, k) => sorted[Math.floor((sorted.length * k) / count)]);
  return [...new Set(limits.map((limit) => limit ?? Infinity))];
}

function limitsOf(
  answer: CoverageAnswer,
  measure: CoverageMeasure,
  { bounds, unit }: ShadingChoice,
  known: readonly number[],
): readonly number[] {
  if (bounds === 'fixes') return fixedLimits(measure, unit, answer.level);
  if (measure !== 'acces' && measure !== 'apres') return quantileLimits(known);
  return answer.classes.flatMap(({ from, units }) => (from != null && units > 0 ? [from] : []));
}

/**
 * Classes of a measure. Access before and after are told in the same classes, so that two maps can be compared; minutes
 * are told from the farthest, so that the least served always come first.
 */
export function shade(
  answer: CoverageAnswer,
  measure: CoverageMeasure,
  scenario: ScenarioAnswer | undefined,
  choice: ShadingChoice = { bounds: 'quantiles', unit: 'EQUAL' },
): Shading {
  const { bounds } = choice;
  const valued = valuesOf(answer, measure, scenario);
  const none: AreaClass = measure === 'gain' ? 'SAME' : 'NOTHING';
  const isTime = measure === 'proche';
  const isSome = (value: number | null): value is number => value !== null && (isTime || value > 1e-9);
  const limits = limitsOf(answer, measure, choice, valued.map(({ value }) => value).filter(isSome));
  const legend = limits.map((from, k): ShadingClass =>
    bounds === 'fixes'
      ? { from, to: limits[k + 1] ?? Infinity, units: 0 }
      : { from: Infinity, to: -Infinity, units: 0 },
  );
  const classes = new Map<string, AreaClass>();
  for (const { id, value } of valued) {
    if (!isSome(value)) {
      classes.set(id, value === null ? 'UNKNOWN' : none);
      continue;
    }
    const found = classOf(value, limits);
    const into = legend[found]!;
    into.units++;
    if (bounds === 'quantiles')
      Object.assign(into, { from: Math.min(into.from, value), to: Math.max(into.to, value) });
    classes.set(id, isTime ? limits.length - 1 - found : found);
  }
  const count = (what: AreaClass) => [...classes.values()].filter((each) => each === what).length;
  return {
    measure,
    classes,
    legend: isTime ? legend.reverse() : legend,
    nothing: count(none),
    unknown: count('UNKNOWN'),
  };
}

const classOf = (value: number, limits: readonly number[]) =>
  Math.max(
    0,
    limits.findLastIndex((limit) => value >= limit),
  );

/** Two measures on one map. */
export interface CrossedShading {
  measures: readonly [CoverageMeasure, CoverageMeasure];
  /** By territory id: {@link CROSSED_FROM} + 3 × third of the first measure + third of the second. */
  classes: ReadonlyMap<string, AreaClass>;
  /** Units of each of the nine classes, in that order. */
  counts: number[];
  unknown: number;
}

/** Crosses two measures: each is cut in three thirds of as many units as ties allow, from its least value to its greatest. */
export function crossShade(
  answer: CoverageAnswer,
  first: CoverageMeasure,
  second: CoverageMeasure,
  scenario: ScenarioAnswer | undefined,
): CrossedShading {
  const [a, b] = [first, second].map((measure) => {
    const valued = valuesOf(answer, measure, scenario);
    const limits = quantileLimits(
      valued.flatMap(({ value }) => (value === null ? [] : [value])),
      3,
    );
    return new Map(valued.map(({ id, value }) => [id, value === null ? null : classOf(value, limits)]));
  }) as [Map<string, number | null>, Map<string, number | null>];
  const counts = Array.from({ length: 9 }, () => 0);
  const classes = new Map<string, AreaClass>();
  for (const [id, row] of a) {
    const column = b.get(id) ?? null;
    const cell = row === null || column === null ? null : 3 * row + column;
    classes.set(id, cell === null ? 'UNKNOWN' : CROSSED_FROM + cell);
    if (cell !== null) counts[cell]!++;
  }
  return {
    measures: [first, second],
    classes,
    counts,
    unknown: [...classes.values()].filter((each) => each === 'UNKNOWN').length,
  };
}
