import type { TravelTimes } from './travel';

/** People within reach of enough supply. */
export interface PopulationCovered {
  /** Supply points within the time, by origin. */
  pointsInReach: Uint32Array;
  /** 1 where the origin has enough of them. */
  covered: Uint8Array;
  /** People of covered origins, each counted once, and of all origins with known people. */
  coveredPeople: number;
  people: number;
  /** `coveredPeople ÷ people`; `null` when nobody is known. */
  share: number | null;
  /** Origins whose people are unknown: in neither sum. */
  unknown: number;
}

/**
 * People who live within `minutes` of at least `atLeast` supply points: the union, so nobody counts twice however many points
 * are near. Both ends included.
 *
 * @param people - by origin, `NaN` when unknown
 * @param atLeast - whole, 1 or more
 * @throws RangeError when the times stop short of `minutes`, `atLeast` is no whole number from 1 on, or the column does not fit
 */
export function populationCovered(
  travel: TravelTimes,
  people: ArrayLike<number>,
  minutes: number,
  atLeast: number,
): PopulationCovered {
  if (people.length !== travel.originCount)
    throw new RangeError(`${people.length} people for ${travel.originCount} origins`);
  if (!(minutes <= travel.maxMinutes))
    throw new RangeError(`travel times stop at ${travel.maxMinutes} minutes, short of ${minutes}`);
  if (!Number.isInteger(atLeast) || atLeast < 1) throw new RangeError(`${atLeast} points is not 1 or more`);
  const pointsInReach = new Uint32Array(travel.originCount);
  for (let pair = 0; pair < travel.origins.length; pair++)
    if (travel.minutes[pair]! <= minutes) pointsInReach[travel.origins[pair]!]!++;
  const covered = Uint8Array.from(pointsInReach, (count) => (count >= atLeast ? 1 : 0));
  let [coveredPeople, total, unknown] = [0, 0, 0];
  for (let i = 0; i < covered.length; i++) {
    if (Number.isNaN(people[i]!)) unknown++;
    else {
      total += people[i]!;
      if (covered[i]) coveredPeople += people[i]!;
    }
  }
  const share = total > 0 ? coveredPeople / total : null;
  return { pointsInReach, covered, coveredPeople, people: total, share, unknown };
}
