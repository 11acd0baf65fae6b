import type { AreaClass } from '../../views/map/mapStyle';
import type { CoverageAnswer, CoverageUnit, ScenarioAnswer } from './coverageUnits';

/** What the map can show; the last two need a scenario. */
export const measures = ['acces', 'proche', 'surPlace', 'apres', 'gain'] as const;

/** One of {@link measures}. */
export type CoverageMeasure = (typeof measures)[number];

/** A class of the legend. */
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
  const value = (unit: CoverageUnit) => {
    if (measure === 'acces') return unit.access;
    return measure === 'proche' ? unit.nearestMinutes : unit.supplyPerHead;
  };
  return answer.units.map((unit) => ({ id: unit.territoryId, value: value(unit) ?? null }));
}

/** Lower limits of five classes of as equal numbers as ties allow. */
export function quantileLimits(values: readonly number[]): number[] {
  const sorted = [...values].sort((a, b) => a - b);
  const limits = [0, 1, 2, 3, 4].map((k) => sorted[Math.floor((sorted.length * k) / 5)] ?? Infinity);
  return [...new Set(limits)];
}

/**
 * Classes of a measure. Access before and after are told in the same classes, so that two maps can be compared; minutes
 * are told from the farthest, so that the least served always come first.
 */
export function shade(
  answer: CoverageAnswer,
  measure: CoverageMeasure,
  scenario: ScenarioAnswer | undefined,
): Shading {
  const valued = valuesOf(answer, measure, scenario);
  const none: AreaClass = measure === 'gain' ? 'SAME' : 'NOTHING';
  const isTime = measure === 'proche';
  const isSome = (value: number | null): value is number => value !== null && (isTime || value > 1e-9);
  const known = valued.map(({ value }) => value).filter(isSome);
  const limits =
    measure === 'acces' || measure === 'apres'
      ? answer.classes.flatMap(({ from, units }) => (from != null && units > 0 ? [from] : []))
      : quantileLimits(known);
  const legend: ShadingClass[] = limits.map(() => ({ from: Infinity, to: -Infinity, units: 0 }));
  const classes = new Map<string, AreaClass>();
  for (const { id, value } of valued) {
    if (!isSome(value)) {
      classes.set(id, value === null ? 'UNKNOWN' : none);
      continue;
    }
    const found = Math.max(
      0,
      limits.findLastIndex((limit) => value >= limit),
    );
    const into = legend[found]!;
    into.from = Math.min(into.from, value);
    into.to = Math.max(into.to, value);
    into.units++;
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
