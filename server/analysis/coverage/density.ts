import { EARTH_RADIUS_KM } from '../greatCircle';
import { chordOfAngle, createSphereGrid, visitNear, type Point } from './sphereGrid';

/** How built up a commune is; it sets the speed one drives at. */
export type DensityClass = 'DENSE' | 'INTERMEDIATE' | 'RURAL';

/** A commune as far as its density matters. */
export interface Settlement extends Point {
  /** Inhabitants; `null` or `NaN` when unknown. */
  population: number | null;
  /** Square kilometres; `null` or left out when unknown. */
  areaKm2?: number | null;
}

/** Thresholds and the radius used where the area is unknown. */
export interface DensityOptions {
  /** Inhabitants per km² from which a commune is dense; 1,500 by default. */
  denseFrom: number;
  /** Inhabitants per km² from which a commune is intermediate; 300 by default. */
  intermediateFrom: number;
  /** Radius in km of the disc that stands for a commune without an area; 3 by default. */
  radiusKm: number;
}

/** Classes of communes, and how each was found. */
export interface DensityClasses {
  classes: DensityClass[];
  /** Communes whose density is population ÷ area. */
  fromArea: number;
  /** Communes without area: population of the communes within the radius ÷ area of the disc. */
  fromRadius: number;
  /** Communes with neither (no point, or no population known around): taken as `INTERMEDIATE`. */
  assumed: number;
}

/** The 1,500 and 300 inhabitants per km² of the European degree of urbanisation. */
export const DEFAULT_DENSITY: DensityOptions = { denseFrom: 1500, intermediateFrom: 300, radiusKm: 3 };

/**
 * Density class of each commune: population ÷ area where the area is known; otherwise the population of all communes
 * whose point is within `radiusKm` ÷ the area of that disc (the commune itself included); otherwise `INTERMEDIATE`,
 * counted as assumed. An empty list gives an empty list.
 *
 * Thresholds: Eurostat, *Applying the Degree of Urbanisation*, 2021, doi:10.2785/706535 (there on 1 km² cells, here on
 * communes: an approximation that is stated with the answer).
 */
export function densityClasses(
  communes: readonly Settlement[],
  options: DensityOptions = DEFAULT_DENSITY,
): DensityClasses {
  const around = populationAround(communes, options.radiusKm);
  const disc = Math.PI * options.radiusKm ** 2;
  const result: DensityClasses = { classes: [], fromArea: 0, fromRadius: 0, assumed: 0 };
  communes.forEach(({ population, areaKm2 }, i) => {
    if (areaKm2 && areaKm2 > 0 && population !== null && !Number.isNaN(population)) {
      result.fromArea++;
      result.classes.push(classOfDensity(population / areaKm2, options));
    } else if (!Number.isNaN(around[i]!)) {
      result.fromRadius++;
      result.classes.push(classOfDensity(around[i]! / disc, options));
    } else {
      result.assumed++;
      result.classes.push('INTERMEDIATE');
    }
  });
  return result;
}

function classOfDensity(perKm2: number, options: DensityOptions): DensityClass {
  if (perKm2 >= options.denseFrom) return 'DENSE';
  return perKm2 >= options.intermediateFrom ? 'INTERMEDIATE' : 'RURAL';
}

/** `NaN` where the commune has no point or nobody's population is known within the radius. */
function populationAround(communes: readonly Settlement[], radiusKm: number): Float64Array {
  const around = new Float64Array(communes.length).fill(NaN);
  if (communes.every((commune) => commune.areaKm2)) return around;
  const chord = chordOfAngle(radiusKm / EARTH_RADIUS_KM);
  const grid = createSphereGrid(communes, chord);
  communes.forEach((commune, i) => {
    if (commune.areaKm2) return;
    let sum = 0;
    let known = 0;
    const [x, y, z] = [grid.vectors[3 * i]!, grid.vectors[3 * i + 1]!, grid.vectors[3 * i + 2]!];
    visitNear(grid, x, y, z, chord, (near) => {
      const people = communes[near]!.population;
      if (people === null || Number.isNaN(people)) return;
      sum += people;
      known++;
    });
    if (known > 0) around[i] = sum;
  });
  return around;
}
