import { decayFunction, type Decay } from './decay';
import type { TravelTimes } from './travel';

/** What an enhanced two-step floating catchment is computed from; the columns follow the indices of `travel`. */
export interface FloatingCatchmentInput {
  /** People of each origin, 0 or more; `NaN` when unknown. */
  demand: ArrayLike<number>;
  /** Weight of each destination, 0 or more; `NaN` when unknown. */
  supply: ArrayLike<number>;
  /** Pairs at least as far as the catchment. */
  travel: TravelTimes;
  decay: Decay;
  catchmentMinutes: number;
}

/** Access of each origin and what had to be left out. */
export interface FloatingCatchment {
  /** Supply per person, by origin; 0 where nothing is in reach, never `NaN`. */
  access: Float64Array;
  /** Supply per person in reach, by destination; 0 where nobody is in reach. */
  ratio: Float64Array;
  /** Supply that reaches at least one person: what Σ access × demand adds up to. */
  reachedSupply: number;
  /** Supply with nobody in reach, and the number of such destinations with a weight above 0. */
  unreachedSupply: number;
  unreachedDestinations: number;
  /** Origins whose demand is unknown: out of every denominator, though their access is given. */
  unknownDemand: number;
  /** Destinations whose weight is unknown: left out. */
  unknownSupply: number;
}

/**
 * Enhanced two-step floating catchment area.
 *
 * Step 1, at each destination j: `Rⱼ = Sⱼ ÷ Σₖ Pₖ·f(tₖⱼ)` over the origins within the catchment.
 * Step 2, at each origin i: `Aᵢ = Σⱼ Rⱼ·f(tᵢⱼ)`.
 * Conserves supply: `Σᵢ Pᵢ·Aᵢ` is the supply that reaches someone. Unit: supply weight per person.
 *
 * References: Luo and Wang 2003, doi:10.1068/b29120; Luo and Qi 2009, doi:10.1016/j.healthplace.2009.06.002.
 *
 * @throws RangeError when a column has the wrong length, a value is negative, or `travel` stops short of the catchment
 */
export function floatingCatchment(input: FloatingCatchmentInput): FloatingCatchment {
  const { demand, supply, travel, catchmentMinutes } = input;
  checkInput(input);
  const weightOf = decayFunction(input.decay, catchmentMinutes);
  const access = new Float64Array(travel.originCount);
  const ratio = new Float64Array(travel.destinationCount);
  const lost = { reachedSupply: 0, unreachedSupply: 0, unreachedDestinations: 0, unknownSupply: 0 };
  const weights = new Float64Array(travel.minutes.length);
  for (let pair = 0; pair < weights.length; pair++) weights[pair] = weightOf(travel.minutes[pair]!);
  for (let j = 0; j < travel.destinationCount; j++) {
    const offered = supply[j]!;
    if (Number.isNaN(offered)) lost.unknownSupply++;
    if (!(offered > 0)) continue;
    const start = travel.offsets[j]!;
    const end = travel.offsets[j + 1]!;
    let people = 0;
    for (let pair = start; pair < end; pair++) {
      const here = demand[travel.origins[pair]!]!;
      if (here > 0) people += here * weights[pair]!;
    }
    if (!(people > 0)) {
      lost.unreachedSupply += offered;
      lost.unreachedDestinations++;
      continue;
    }
    lost.reachedSupply += offered;
    ratio[j] = offered / people;
    for (let pair = start; pair < end; pair++) access[travel.origins[pair]!]! += ratio[j]! * weights[pair]!;
  }
  let unknownDemand = 0;
  for (let i = 0; i < demand.length; i++) if (Number.isNaN(demand[i]!)) unknownDemand++;
  return { access, ratio, unknownDemand, ...lost };
}

function checkInput({ demand, supply, travel, catchmentMinutes }: FloatingCatchmentInput): void {
  if (demand.length !== travel.originCount)
    throw new RangeError(`${demand.length} demands for ${travel.originCount} origins`);
  if (supply.length !== travel.destinationCount)
    throw new RangeError(`${supply.length} supplies for ${travel.destinationCount} destinations`);
  if (travel.maxMinutes < catchmentMinutes)
    throw new RangeError(`travel times stop at ${travel.maxMinutes} minutes, short of ${catchmentMinutes}`);
  for (let i = 0; i < demand.length; i++)
    if (demand[i]! < 0) throw new RangeError(`demand ${demand[i]} of origin ${i} is negative`);
  for (let j = 0; j < supply.length; j++)
    if (supply[j]! < 0) throw new RangeError(`supply ${supply[j]} of destination ${j} is negative`);
}
