import type { CommuneMembership } from './aggregate';
import type { Decay } from './decay';
import { DEFAULT_STEP } from './decay';
import { DEFAULT_DENSITY, densityClasses, type DensityClasses, type DensityOptions } from './density';
import type { DemandCommune } from './demand';
import { floatingCatchment, type FloatingCatchment } from './floatingCatchment';
import type { Point } from './sphereGrid';
import {
  DEFAULT_TRAVEL,
  travelTimes,
  type TravelOptions,
  type TravelPlace,
  type TravelTimes,
} from './travel';
import type { TravelMatrix } from './travelMatrix';

/** A commune with all that coverage asks of it. */
export interface CoverageCommune extends CommuneMembership, DemandCommune, Point {
  /** Square kilometres; `null` or left out when unknown. */
  areaKm2?: number | null;
}

/** A supply point as far as access matters. */
export interface SupplyPlace extends Point {
  id: string;
  /** INSEE code; `null` when unknown. */
  commune: string | null;
}

/** What can be turned in the measure of access. */
export interface CoverageParameters {
  catchmentMinutes: number;
  decay: Decay;
  travel: TravelOptions;
  density: DensityOptions;
}

/** Everything access is computed from; the same for every scenario but the supply. */
export interface CoverageScene {
  communes: readonly CoverageCommune[];
  /** People by commune, `NaN` when unknown. */
  people: Float64Array;
  points: readonly SupplyPlace[];
  /** Weight by point. */
  weights: ArrayLike<number>;
  parameters: CoverageParameters;
  matrix?: TravelMatrix;
}

/** Access by commune, with the times and classes it comes from. */
export interface Accessibility extends FloatingCatchment {
  travel: TravelTimes;
  density: DensityClasses;
}

/** 30 minutes in three steps, default travel and density. */
export const DEFAULT_COVERAGE: CoverageParameters = {
  catchmentMinutes: 30,
  decay: DEFAULT_STEP,
  travel: DEFAULT_TRAVEL,
  density: DEFAULT_DENSITY,
};

/**
 * Access of every commune to the supply: density classes, travel times within the catchment, then the enhanced two-step floating
 * catchment ({@link floatingCatchment}, doi:10.1016/j.healthplace.2009.06.002). Unit: supply weight per person; people show it per 10,000.
 *
 * @throws RangeError as the measures it is made of
 */
export function accessibility(scene: CoverageScene): Accessibility {
  const { communes, people, points, weights, parameters, matrix } = scene;
  const density = densityClasses(communes, parameters.density);
  const origins = toOrigins(communes, density);
  const destinations = toDestinations(points, communes, density);
  const travel = travelTimes(origins, destinations, parameters.catchmentMinutes, parameters.travel, matrix);
  const { decay, catchmentMinutes } = parameters;
  return {
    ...floatingCatchment({ demand: people, supply: weights, travel, decay, catchmentMinutes }),
    travel,
    density,
  };
}

/** Communes as origins of trips, at their town halls. */
export function toOrigins(communes: readonly CoverageCommune[], density: DensityClasses): TravelPlace[] {
  return communes.map(({ insee, lat, lon }, i) => ({
    commune: insee,
    lat,
    lon,
    density: density.classes[i]!,
  }));
}

/**
 * Supply points as destinations: at their own point, else at the town hall of their commune; at the density of their commune,
 * `INTERMEDIATE` where the commune is not in the list.
 */
export function toDestinations(
  points: readonly SupplyPlace[],
  communes: readonly CoverageCommune[],
  density: DensityClasses,
): TravelPlace[] {
  const places = new Map(communes.map(({ insee }, i) => [insee, i]));
  return points.map(({ commune, lat, lon }) => {
    const place = commune === null ? undefined : places.get(commune);
    const home = place === undefined ? undefined : communes[place];
    const known = lat !== null && lon !== null;
    return {
      commune: commune ?? '',
      lat: known ? lat : (home?.lat ?? null),
      lon: known ? lon : (home?.lon ?? null),
      density: place === undefined ? 'INTERMEDIATE' : density.classes[place]!,
    };
  });
}
