import { EARTH_RADIUS_KM } from '../greatCircle';
import { DEFAULT_TRAVEL, travelTimes, type TravelOptions, type TravelPlace } from './travel';
import type { TravelMatrix } from './travelMatrix';

/** The destination each origin reaches first. */
export interface Nearest {
  /** Index of the nearest destination; −1 when none can be reached. */
  destination: Int32Array;
  /** Minutes to it; `NaN` when none. */
  minutes: Float64Array;
  /** Great-circle km to it; `NaN` when none or when a point is unknown. */
  km: Float64Array;
  /** Origins whose nearest comes from the imported matrix. */
  imported: number;
  /** Origins that reach nothing. */
  unreached: number;
}

/**
 * The nearest destination in time, however far: searched within a quarter of an hour, then twice as long for the origins that found
 * nothing, and so on. Ties go to the destination listed first. An origin without coordinates or imported time reaches nothing.
 *
 * @throws RangeError as {@link travelTimes}
 */
export function nearest(
  origins: readonly TravelPlace[],
  destinations: readonly TravelPlace[],
  options: TravelOptions = DEFAULT_TRAVEL,
  matrix?: TravelMatrix,
): Nearest {
  const answer: Nearest = {
    destination: new Int32Array(origins.length).fill(-1),
    minutes: new Float64Array(origins.length).fill(NaN),
    km: new Float64Array(origins.length).fill(NaN),
    imported: 0,
    unreached: 0,
  };
  const slowest = Math.min(...Object.values(options.speedKmh));
  const farthest = (Math.PI * EARTH_RADIUS_KM * options.detour * 60) / slowest;
  let left = origins.map((_, i) => i);
  for (let limit = 15; left.length > 0; limit *= 2) {
    const last = limit >= farthest;
    const places = left.map((i) => origins[i]!);
    keepNearest(
      answer,
      left,
      travelTimes(places, destinations, last ? Number.MAX_VALUE : limit, options, matrix),
    );
    left = left.filter((i) => answer.destination[i] === -1);
    if (last || destinations.length === 0) break;
  }
  answer.unreached = left.length;
  return answer;
}

function keepNearest(answer: Nearest, left: readonly number[], travel: ReturnType<typeof travelTimes>): void {
  const fromMatrix = new Uint8Array(left.length);
  for (let j = 0; j < travel.destinationCount; j++)
    for (let pair = travel.offsets[j]!; pair < travel.offsets[j + 1]!; pair++) {
      const place = travel.origins[pair]!;
      const i = left[place]!;
      if (travel.minutes[pair]! >= answer.minutes[i]!) continue;
      answer.destination[i] = j;
      answer.minutes[i] = travel.minutes[pair]!;
      answer.km[i] = travel.km[pair]!;
      fromMatrix[place] = travel.imported[pair]!;
    }
  answer.imported += fromMatrix.reduce((sum, flag) => sum + flag, 0);
}
