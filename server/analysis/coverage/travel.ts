import { EARTH_RADIUS_KM } from '../greatCircle';
import type { DensityClass } from './density';
import { chordOfAngle, createSphereGrid, toUnitVectors, visitNear, type Point } from './sphereGrid';
import type { TravelMatrix } from './travelMatrix';

/** Where a trip starts or ends. */
export interface TravelPlace extends Point {
  /** INSEE code of the commune: the key of an imported matrix. */
  commune: string;
  /** `INTERMEDIATE` when left out. */
  density?: DensityClass;
}

/** The model of a trip where no travel time was imported. */
export interface TravelOptions {
  /** Road distance ÷ straight distance, at least 1; 1.3 by default. */
  detour: number;
  /** Kilometres per hour on roads of each density class; 30, 45 and 60 by default. */
  speedKmh: Record<DensityClass, number>;
}

/** Which times were used, in pairs (commune, supply point) and in places left out. */
export interface TravelSource {
  /** Pairs within reach whose time is distance × detour ÷ speed. */
  greatCirclePairs: number;
  /** Pairs within reach whose time was imported. */
  importedPairs: number;
  /** Pairs the model would have kept and the imported matrix puts out of reach. */
  importedBeyond: number;
  /** Origins, then destinations, without coordinates: reached only through the matrix. */
  originsWithoutPoint: number;
  destinationsWithoutPoint: number;
}

/**
 * Travel times of all pairs within a limit, by destination: the origins that reach destination `j` are at places
 * `offsets[j] .. offsets[j + 1]` of `origins`, `minutes`, `km` and `imported`, in no particular order.
 */
export interface TravelTimes {
  originCount: number;
  destinationCount: number;
  /** Pairs above this are left out. */
  maxMinutes: number;
  /** Length `destinationCount + 1`. */
  offsets: Uint32Array;
  origins: Uint32Array;
  minutes: Float64Array;
  /** Great-circle distance in km, without detour; `NaN` when a point is unknown. */
  km: Float64Array;
  /** 1 where the time was imported. */
  imported: Uint8Array;
  source: TravelSource;
}

/** Detour 1.3; 30, 45 and 60 km/h in dense, intermediate and rural communes. Adjustable; an assumption, and shown. */
export const DEFAULT_TRAVEL: TravelOptions = {
  detour: 1.3,
  speedKmh: { DENSE: 30, INTERMEDIATE: 45, RURAL: 60 },
};

/**
 * Travel times in minutes of every pair (origin, destination) within `maxMinutes`, both ends included.
 *
 * Model: `minutes = km × detour × 60 × (1/vₒ + 1/v_d) / 2`, great-circle kilometres, half the way driven at the speed
 * of the origin's density class and half at that of the destination's. A pair present in `matrix` (by commune codes)
 * takes the imported time instead, in or out of reach. No origin or no destination gives no pair.
 *
 * @throws RangeError when `maxMinutes` is negative or not a number, the detour under 1 or a speed not positive
 */
export function travelTimes(
  origins: readonly TravelPlace[],
  destinations: readonly TravelPlace[],
  maxMinutes: number,
  options: TravelOptions = DEFAULT_TRAVEL,
  matrix?: TravelMatrix,
): TravelTimes {
  checkTravel(maxMinutes, options);
  const originPace = pacesOf(origins, options);
  const destinationPace = pacesOf(destinations, options);
  const leastPace = leastOf(originPace);
  const chordWithin = (paceThere: number) =>
    chordOfAngle(maxMinutes / (leastPace + paceThere) / EARTH_RADIUS_KM);
  const grid = createSphereGrid(origins, chordWithin(leastOf(destinationPace)));
  const targets = toUnitVectors(destinations);
  const pairs = new Pairs(origins.length, destinations.length, maxMinutes, grid.order.length);
  const originsOf = matrix && indexOrigins(origins);
  const importedFor = new Uint32Array(origins.length);
  for (let j = 0; j < destinations.length; j++) {
    const [x, y, z] = [targets[3 * j]!, targets[3 * j + 1]!, targets[3 * j + 2]!];
    if (Number.isNaN(z)) pairs.source.destinationsWithoutPoint++;
    matrix?.minutesTo(destinations[j]!.commune)?.forEach((minutes, code) => {
      for (const i of originsOf!.get(code) ?? []) {
        importedFor[i] = j + 1;
        const squared = squaredChord(grid.vectors, i, x, y, z);
        if (minutes <= maxMinutes) pairs.add(i, minutes, chordKm(squared), 1);
      }
    });
    const paceHere = destinationPace[j]!;
    visitNear(grid, x, y, z, chordWithin(paceHere), (i, squared) => {
      const km = chordKm(squared);
      const minutes = km * (originPace[i]! + paceHere);
      if (minutes > maxMinutes) return;
      if (importedFor[i] === j + 1) pairs.countReplaced(i);
      else pairs.add(i, minutes, km, 0);
    });
    pairs.closeDestination(j);
  }
  return pairs.finish();
}

function checkTravel(maxMinutes: number, { detour, speedKmh }: TravelOptions): void {
  if (!(maxMinutes >= 0)) throw new RangeError(`catchment of ${maxMinutes} minutes is not 0 or more`);
  if (!(detour >= 1)) throw new RangeError(`detour ${detour} is under 1`);
  for (const [density, speed] of Object.entries(speedKmh))
    if (!(speed > 0)) throw new RangeError(`speed ${speed} km/h of ${density} is not positive`);
}

/** Minutes a straight kilometre, of the half of the trip that is driven at each place. */
function pacesOf(places: readonly TravelPlace[], { detour, speedKmh }: TravelOptions): Float64Array {
  return Float64Array.from(places, ({ density }) => (detour * 60) / speedKmh[density ?? 'INTERMEDIATE'] / 2);
}

function leastOf(values: Float64Array): number {
  return values.reduce((least, value) => Math.min(least, value), Infinity);
}

function chordKm(squared: number): number {
  return 2 * EARTH_RADIUS_KM * Math.asin(Math.min(1, Math.sqrt(squared) / 2));
}

function squaredChord(vectors: Float64Array, i: number, x: number, y: number, z: number): number {
  return (vectors[3 * i]! - x) ** 2 + (vectors[3 * i + 1]! - y) ** 2 + (vectors[3 * i + 2]! - z) ** 2;
}

function indexOrigins(origins: readonly TravelPlace[]): Map<string, number[]> {
  const index = new Map<string, number[]>();
  origins.forEach(({ commune }, i) => {
    const same = index.get(commune);
    if (same) same.push(i);
    else index.set(commune, [i]);
  });
  return index;
}

/** Growing columns of pairs. */
class Pairs {
  readonly source: TravelSource = {
    greatCirclePairs: 0,
    importedPairs: 0,
    importedBeyond: 0,
    originsWithoutPoint: 0,
    destinationsWithoutPoint: 0,
  };
  private readonly offsets: Uint32Array;
  private origins = new Uint32Array(1024);
  private minutes = new Float64Array(1024);
  private km = new Float64Array(1024);
  private imported = new Uint8Array(1024);
  private length = 0;
  private replaced = 0;
  private readonly importedKept = new Set<number>();

  constructor(
    private readonly originCount: number,
    private readonly destinationCount: number,
    private readonly maxMinutes: number,
    originsWithPoint: number,
  ) {
    this.source.originsWithoutPoint = originCount - originsWithPoint;
    this.offsets = new Uint32Array(destinationCount + 1);
  }

  add(origin: number, minutes: number, km: number, imported: 0 | 1): void {
    if (this.length === this.origins.length) this.grow();
    this.origins[this.length] = origin;
    this.minutes[this.length] = minutes;
    this.km[this.length] = km;
    this.imported[this.length++] = imported;
    if (!imported) return;
    this.source.importedPairs++;
    this.importedKept.add(origin);
  }

  /** A pair of the model that the matrix replaced; beyond reach unless its imported time was kept. */
  countReplaced(origin: number): void {
    if (!this.importedKept.has(origin)) this.replaced++;
  }

  closeDestination(j: number): void {
    this.offsets[j + 1] = this.length;
    this.source.importedBeyond += this.replaced;
    this.replaced = 0;
    this.importedKept.clear();
  }

  finish(): TravelTimes {
    this.source.greatCirclePairs = this.length - this.source.importedPairs;
    return {
      originCount: this.originCount,
      destinationCount: this.destinationCount,
      maxMinutes: this.maxMinutes,
      offsets: this.offsets,
      origins: this.origins.slice(0, this.length),
      minutes: this.minutes.slice(0, this.length),
      km: this.km.slice(0, this.length),
      imported: this.imported.slice(0, this.length),
      source: this.source,
    };
  }

  private grow(): void {
    const size = this.length * 2;
    const origins = new Uint32Array(size);
    origins.set(this.origins);
    this.origins = origins;
    const minutes = new Float64Array(size);
    minutes.set(this.minutes);
    this.minutes = minutes;
    const km = new Float64Array(size);
    km.set(this.km);
    this.km = km;
    const imported = new Uint8Array(size);
    imported.set(this.imported);
    this.imported = imported;
  }
}
