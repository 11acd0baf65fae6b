import type { ActorNetwork } from './actorNetwork';
import { betweennessMeasure } from './betweennessMeasure';
import { cohesionMeasure } from './cohesion';
import { communitiesMeasure } from './communitiesMeasure';
import { constraintMeasure } from './constraint';
import { coreMeasure } from './coreNumber';
import { eiMeasure } from './eiIndex';
import { latentTiesMeasure } from './latentTies';
import { parameterValues, type Measure, type MeasureAnswer, type ParameterValues } from './measure';
import { mixingMeasure } from './mixing';
import { networkChangeMeasure } from './networkChange';
import { shortestPathsMeasure } from './shortestPaths';
import { communityStabilityMeasure } from './stabilityMeasure';

/** Every measure of the network. Adding one is its file and its line here. */
export const networkMeasures: readonly Measure[] = [
  cohesionMeasure,
  communitiesMeasure,
  communityStabilityMeasure,
  betweennessMeasure,
  constraintMeasure,
  coreMeasure,
  mixingMeasure,
  eiMeasure,
  latentTiesMeasure,
  shortestPathsMeasure,
  networkChangeMeasure,
];

/** The parameters left out, if any, take their defaults; see {@link computeMeasure}. */
export interface MeasureQuestion {
  measure: string;
  values?: ParameterValues;
}

/** An answer with all that is needed to compute it again. */
export interface MeasureResult extends MeasureAnswer {
  measure: string;
  values: ParameterValues;
  formula: string;
}

/**
 * Computes a measure by its identifier.
 *
 * @throws RangeError when there is no such measure or a parameter does not fit
 */
export function computeMeasure(
  network: ActorNetwork,
  { measure: id, values = {} }: MeasureQuestion,
): MeasureResult {
  const measure = findMeasure(id);
  const checked = parameterValues(measure, values, network);
  return { measure: id, values: checked, formula: measure.formula, ...measure.compute(network, checked) };
}

/**
 * Carries on by one short part the computation of a question whose answer was partial; the same question then says more.
 *
 * @returns whether more is left to do
 * @throws RangeError when there is no such measure or a parameter does not fit
 */
export function advanceMeasure(
  network: ActorNetwork,
  { measure: id, values = {} }: MeasureQuestion,
): boolean {
  const measure = findMeasure(id);
  return measure.advance?.(network, parameterValues(measure, values, network)) ?? false;
}

function findMeasure(id: string): Measure {
  const measure = networkMeasures.find((one) => one.id === id);
  if (!measure)
    throw new RangeError(`no measure ${id}; there are ${networkMeasures.map((one) => one.id).join(', ')}`);
  return measure;
}
