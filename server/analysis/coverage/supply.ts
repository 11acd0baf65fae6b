import { periodDays, presence, type Period } from './period';
import type { Point } from './sphereGrid';

/** By what a supply point counts. */
export type SupplyWeighting = 'EQUAL' | 'CAPACITY' | 'OPENING' | 'ATTENDANCE';
/** Resident supply is there all year; received supply is a stop of a tour or an event. */
export type SupplyKind = 'RESIDENT' | 'RECEIVED';

/** A venue, a mediation actor, a stop or an event, already filtered by family, phase, competence or theme. */
export interface SupplyPoint extends Point {
  id: string;
  kind: SupplyKind;
  /** INSEE code of the commune; `null` when unknown. */
  commune: string | null;
  /** People at once; `null` when unknown. */
  capacity?: number | null;
  /** Hours of opening a week; `null` when unknown. */
  opening?: number | null;
  /** Visitors a year, or of the stop; `null` when unknown. */
  attendance?: number | null;
  /** Received supply: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; `null` when unknown. */
  start?: string | null;
  end?: string | null;
}

/** What counts as supply. */
export interface SupplyOptions {
  weighting: SupplyWeighting;
  kinds: readonly SupplyKind[];
  /** Received supply counts only inside the period; needed when `kinds` has `RECEIVED`. */
  period?: Period;
  /**
   * How a stop weighs beside a venue: `SHARE_OF_PERIOD` days present ÷ days of the period (the default; with `ATTENDANCE`
   * the visitors are of the stop itself and are not shared out), `EACH` counts each as one.
   */
  received?: 'SHARE_OF_PERIOD' | 'EACH';
}

/** The supply points kept, with their weights, and what was left out. */
export interface Supply {
  points: SupplyPoint[];
  /** Weight of each point of `points`, above 0. */
  weights: Float64Array;
  /** Total weight of each kind: the two add up to the supply. */
  resident: number;
  received: number;
  /** Ids left out because the weight asked for is unknown, because the place is, or because the date is. */
  unknownWeight: string[];
  unknownPlace: string[];
  unknownDate: string[];
  /** Stops outside the period. */
  outsidePeriod: number;
  /** Stops whose start or end is known only by month or year, or not at all: counted on the days that are sure, at least one. */
  impreciseDates: number;
}

/**
 * Chooses and weighs supply. Unknown is not zero: a point whose capacity, opening or attendance is unknown is left out and
 * named when that is the weighting, and counts like any other under `EQUAL`. A measured weight of 0 is left out without notice.
 *
 * @throws RangeError when received supply is asked for without a period, or the period ends before it starts
 */
export function weighSupply(points: readonly SupplyPoint[], options: SupplyOptions): Supply {
  const { kinds, period } = options;
  if (kinds.includes('RECEIVED') && !period) throw new RangeError('received supply needs a period');
  if (period) periodDays(period);
  const supply: Omit<Supply, 'weights'> & { weights: number[] } = {
    points: [],
    weights: [],
    resident: 0,
    received: 0,
    unknownWeight: [],
    unknownPlace: [],
    unknownDate: [],
    outsidePeriod: 0,
    impreciseDates: 0,
  };
  for (const point of points) {
    if (!kinds.includes(point.kind)) continue;
    if (point.commune === null && (point.lat === null || point.lon === null)) {
      supply.unknownPlace.push(point.id);
      continue;
    }
    const share = point.kind === 'RESIDENT' ? 1 : receivedShare(point, options, supply);
    if (share === 0) continue;
    const weight = weightOf(point, options.weighting) * share;
    if (Number.isNaN(weight)) supply.unknownWeight.push(point.id);
    if (!(weight > 0)) continue;
    supply.points.push(point);
    supply.weights.push(weight);
    if (point.kind === 'RESIDENT') supply.resident += weight;
    else supply.received += weight;
  }
  return { ...supply, weights: Float64Array.from(supply.weights) };
}

/** 0 when the stop does not count; notes why. */
function receivedShare(
  point: SupplyPoint,
  { period, received = 'SHARE_OF_PERIOD', weighting }: SupplyOptions,
  notes: Pick<Supply, 'unknownDate' | 'outsidePeriod' | 'impreciseDates'>,
): number {
  const stay = presence(point.start ?? null, point.end ?? null, period!);
  if (stay === null) {
    notes.unknownDate.push(point.id);
    return 0;
  }
  if (stay.days === 0) {
    notes.outsidePeriod++;
    return 0;
  }
  if (stay.imprecise) notes.impreciseDates++;
  return received === 'EACH' || weighting === 'ATTENDANCE' ? 1 : stay.days / periodDays(period!);
}

function weightOf(point: SupplyPoint, weighting: SupplyWeighting): number {
  if (weighting === 'EQUAL') return 1;
  if (weighting === 'CAPACITY') return point.capacity ?? NaN;
  return (weighting === 'OPENING' ? point.opening : point.attendance) ?? NaN;
}
