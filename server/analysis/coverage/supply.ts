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
  /** What it is like: a place of unknown weight is taken to weigh as those of its group. */
  group?: string;
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
  /** What a place of unknown weight is taken to weigh, in the unit of the weighting; the median of those known when absent. */
  assumed?: number | null;
}

/** The supply points kept, with their weights, and what was left out. */
export interface Supply {
  points: SupplyPoint[];
  /** Weight of each point of `points`, above 0. */
  weights: Float64Array;
  /** Whether the weight of each point is assumed. */
  isAssumed: boolean[];
  /** Total weight of each kind: the two add up to the supply. */
  resident: number;
  received: number;
  /** Points whose weight is known, those of weight 0 included. */
  knownWeights: number;
  /**
   * What a resident place of unknown weight is taken to weigh; `null` when no weight is known and none was given: then every point weighs 1,
   * which says where supply is and not how much there is.
   */
  assumed: number | null;
  /** The same for a place of a group. */
  assumedFor: (group: string | undefined) => number | null;
  /** Ids of points of unknown weight, which are kept; ids left out because the place is unknown, or the date. */
  unknownWeight: string[];
  unknownPlace: string[];
  unknownDate: string[];
  /** Stops outside the period. */
  outsidePeriod: number;
  /** Stops whose start or end is known only by month or year, or not at all: counted on the days that are sure, at least one. */
  impreciseDates: number;
}

/**
 * Chooses and weighs supply. Unknown is not zero: a point whose capacity, opening or attendance is unknown stays, is named, and is taken to weigh
 * what the caller says, else the median of the known weights of its kind and group where at least three are known, else of its kind, else
 * of all. A measured weight of 0 is left out.
 *
 * @throws RangeError when received supply is asked for without a period, or the period ends before it starts
 */
export function weighSupply(points: readonly SupplyPoint[], options: SupplyOptions): Supply {
  const { kinds, period } = options;
  if (kinds.includes('RECEIVED') && !period) throw new RangeError('received supply needs a period');
  if (period) periodDays(period);
  const left: LeftOut = { unknownPlace: [], unknownDate: [], outsidePeriod: 0, impreciseDates: 0 };
  const placed = placePoints(points, options, left);
  const assume = createAssumption(placed, options);
  const supply = { points: [] as SupplyPoint[], isAssumed: [] as boolean[], resident: 0, received: 0 };
  const weights: number[] = [];
  const unknownWeight: string[] = [];
  for (const { point, share, own } of placed) {
    const isAssumed = Number.isNaN(own);
    if (isAssumed) unknownWeight.push(point.id);
    const weight = (isAssumed ? (assume(point.kind, point.group) ?? 1) : own) * share;
    if (!(weight > 0)) continue;
    supply.points.push(point);
    supply.isAssumed.push(isAssumed);
    weights.push(weight);
    supply[point.kind === 'RESIDENT' ? 'resident' : 'received'] += weight;
  }
  return {
    ...supply,
    ...left,
    weights: Float64Array.from(weights),
    unknownWeight,
    knownWeights: placed.length - unknownWeight.length,
    assumed: assume('RESIDENT', undefined),
    assumedFor: (group) => assume('RESIDENT', group),
  };
}

type LeftOut = Pick<Supply, 'unknownPlace' | 'unknownDate' | 'outsidePeriod' | 'impreciseDates'>;

/** A point that counts: its share of the period, and its own weight, `NaN` when unknown. */
interface PlacedPoint {
  point: SupplyPoint;
  share: number;
  own: number;
}

/** Points of the kinds asked, of a known place and inside the period; notes what is left out. */
function placePoints(points: readonly SupplyPoint[], options: SupplyOptions, left: LeftOut): PlacedPoint[] {
  return points.flatMap((point) => {
    if (!options.kinds.includes(point.kind)) return [];
    if (point.commune === null && (point.lat === null || point.lon === null)) {
      left.unknownPlace.push(point.id);
      return [];
    }
    const share = point.kind === 'RESIDENT' ? 1 : receivedShare(point, options, left);
    return share === 0 ? [] : [{ point, share, own: weightOf(point, options.weighting) }];
  });
}

/** Known weights of a group that its median needs. */
const ENOUGH = 3;

/** What a place of unknown weight is taken to weigh, by kind and group; `null` when nothing says it. */
function createAssumption(
  placed: readonly PlacedPoint[],
  { weighting, assumed }: SupplyOptions,
): (kind: SupplyKind, group: string | undefined) => number | null {
  if (weighting === 'EQUAL') return () => 1;
  if (assumed != null) return () => assumed;
  const known = placed.filter(({ own }) => own > 0);
  const medians = new Map<string, number | null>();
  const median = (name: string, least: number, isIn: (point: SupplyPoint) => boolean) => {
    if (!medians.has(name)) {
      const weights = known.filter(({ point }) => isIn(point)).map(({ own }) => own);
      medians.set(name, weights.length < least ? null : medianOf(weights));
    }
    return medians.get(name)!;
  };
  return (kind, group) =>
    (group === undefined
      ? null
      : median(`${kind} ${group}`, ENOUGH, (point) => point.kind === kind && point.group === group)) ??
    median(kind, 1, (point) => point.kind === kind) ??
    median('', 1, () => true);
}

function medianOf(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
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
