import { createRandom, drawIndex } from '../random';
import { aggregate, type AggregateOptions } from './aggregate';
import { accessibility, type CoverageScene } from './accessibility';
import type { Decay } from './decay';
import { floatingCatchment } from './floatingCatchment';
import type { TravelTimes } from './travel';

/** How far the assumptions are shaken. */
export interface SensitivityOptions extends AggregateOptions {
  /** Whole; the same seed gives the same draws. */
  seed: number;
  /** 200 by default. */
  draws?: number;
  /** Catchment, as a factor of that of the scene; 0.67..1.5 by default. */
  catchment?: readonly [number, number];
  /** Speed of all modelled trips, as a factor; imported times stay; 0.8..1.25 by default. */
  speed?: readonly [number, number];
  /** Each supply weight is multiplied by its own factor e^z, z uniform in ± this; ln 2 by default: half to double. */
  weightSpread?: number;
}

/** How steady the verdict on a unit is. */
export interface UnitStability {
  unit: string;
  /** Value with the parameters of the scene; `null` when it cannot be said. */
  value: number | null;
  /** Among the least-served fifth with the parameters of the scene. */
  inLeastFifth: boolean;
  /** Share of the draws in which it is, 0..1. */
  share: number;
}

/** The verdicts and what was drawn. */
export interface Sensitivity {
  /** Sorted by code. */
  units: UnitStability[];
  draws: number;
}

/**
 * In what share of random but seeded draws of catchment, decay, speed and supply weights each unit is in the least-served fifth.
 *
 * Each draw takes a catchment and a speed factor (both log-uniform in their ranges), a decay among a hard limit, three equal steps
 * with slow (1, 0.68, 0.22) or fast (1, 0.42, 0.09) weights, and a Gaussian of a quarter to a half of the catchment, and a factor for
 * each weight. The least-served fifth are the units whose value is at most that of the ⌈n/5⌉-th lowest: units that tie with it belong, so
 * that where more than a fifth have nothing, all of those do. Units without a value are not ranked and have share 0.
 *
 * Weights of the steps: Luo and Qi 2009, doi:10.1016/j.healthplace.2009.06.002.
 *
 * @throws RangeError when the draws are not whole and positive, a range is empty or not positive, or as {@link accessibility}
 */
export function sensitivity(scene: CoverageScene, options: SensitivityOptions): Sensitivity {
  const { draws = 200, catchment = [0.67, 1.5], speed = [0.8, 1.25], weightSpread = Math.LN2 } = options;
  checkRanges(draws, [catchment, speed]);
  const { catchmentMinutes } = scene.parameters;
  const widest = catchmentMinutes * catchment[1] * Math.max(1, speed[1]) * (1 + 1e-9);
  const { travel } = accessibility({
    ...scene,
    parameters: { ...scene.parameters, catchmentMinutes: widest },
  });
  const rank = (access: Float64Array) => aggregate(scene.communes, scene.people, access, options);
  const base = rank(accessibility(scene).access);
  const random = createRandom(options.seed);
  const between = ([low, high]: readonly [number, number]) => low * (high / low) ** random();
  const times = new Uint32Array(base.length);
  for (let draw = 0; draw < draws; draw++) {
    const minutes = catchmentMinutes * between(catchment);
    const decay = drawDecay(random, minutes);
    const faster = between(speed);
    const supply = Float64Array.from(scene.weights, (w) => w * Math.exp((2 * random() - 1) * weightSpread));
    const { access } = floatingCatchment({
      demand: scene.people,
      supply,
      travel: atSpeed(travel, faster),
      decay,
      catchmentMinutes: minutes,
    });
    leastFifth(rank(access)).forEach((is, k) => (times[k]! += is ? 1 : 0));
  }
  const inFifth = leastFifth(base);
  const units = base.map(({ unit, value }, k) => ({
    unit,
    value,
    inLeastFifth: inFifth[k]!,
    share: times[k]! / draws,
  }));
  return { units, draws };
}

/** Whether each unit is in the least-served fifth, ties with its last member included. */
export function leastFifth(units: readonly { value: number | null }[]): boolean[] {
  const values = units.flatMap(({ value }) => (value === null ? [] : [value])).sort((a, b) => a - b);
  const limit = values[Math.ceil(values.length / 5) - 1];
  return units.map(({ value }) => value !== null && limit !== undefined && value <= limit);
}

function checkRanges(draws: number, ranges: readonly (readonly [number, number])[]): void {
  if (!Number.isInteger(draws) || draws < 1) throw new RangeError(`${draws} draws is not 1 or more`);
  for (const [low, high] of ranges)
    if (!(low > 0 && high >= low)) throw new RangeError(`${low}..${high} is not a range of positive factors`);
}

function drawDecay(random: () => number, catchment: number): Decay {
  const kind = drawIndex(random, 4);
  if (kind === 0) return { kind: 'LIMIT' };
  if (kind === 1) return { kind: 'GAUSSIAN', sigma: catchment * (0.25 + 0.25 * random()) };
  const weights = kind === 2 ? [1, 0.68, 0.22] : [1, 0.42, 0.09];
  return { kind: 'STEP', bands: weights.map((weight, k) => ({ upTo: (catchment * (k + 1)) / 3, weight })) };
}

/** The same pairs, the modelled ones driven faster or slower; what was imported stays. */
function atSpeed(travel: TravelTimes, faster: number): TravelTimes {
  const minutes = new Float64Array(travel.minutes.length);
  for (let pair = 0; pair < minutes.length; pair++)
    minutes[pair] = travel.imported[pair] ? travel.minutes[pair]! : travel.minutes[pair]! / faster;
  return { ...travel, minutes, maxMinutes: travel.maxMinutes / Math.max(1, faster) };
}
