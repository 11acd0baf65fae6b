import {
  accessibility,
  toDestinations,
  toOrigins,
  type Accessibility,
  type CoverageCommune,
  type CoverageScene,
} from '../../analysis/coverage/accessibility';
import { demandByCommune, UNDER_25, type Demand } from '../../analysis/coverage/demand';
import { nearest, type Nearest } from '../../analysis/coverage/nearest';
import { weighSupply, type Supply } from '../../analysis/coverage/supply';
import type { TravelMatrix } from '../../analysis/coverage/travelMatrix';
import type { RegionRows } from '../../graph/readRegion';
import type { CoverageAsked } from './coverage.asked';
import {
  AGE_MIXES,
  toCommunes,
  toDepartmentAges,
  toParameters,
  toSupplyPoints,
  toTravelMatrix,
} from './coverage.scene';

/** What a question stands on: demand, supply and the scene of the measures. */
export interface AskedScene {
  scene: CoverageScene;
  supply: Supply;
  /** Whether no weight is known: only where supply is can be told, not how much there is. */
  isUnweighed: boolean;
  demand: Demand;
  /** People of 0 to 24 by commune, and how they are known. */
  youngDemand: Demand;
  /** People of 0 to 24, `NaN` when unknown. */
  young: Float64Array;
  /** People of the audience in the region: `NaN` when unknown, 0 for a commune outside it. */
  regionPeople: Float64Array;
  /** Access to the supply as it is. */
  access: Accessibility;
  nearest: Nearest;
}

/** The region as the measures of coverage see it, with the last questions worked out. */
export interface CoverageRegion {
  rows: RegionRows;
  communes: CoverageCommune[];
  /** Place of a commune in `communes`, by territory id, and by INSEE code. */
  indexOf: ReadonlyMap<string, number>;
  /** Territory id of the region; null when there is none. */
  region: string | null;
  /** The scene of a question; the last few are kept. */
  sceneOf(asked: CoverageAsked): AskedScene;
}

/** Scenes kept: those that somebody who turns the knobs comes back to. */
const MOST_SCENES = 12;

/** Prepares the region's rows for the questions of coverage. */
export function createCoverageRegion(rows: RegionRows): CoverageRegion {
  const communes = toCommunes(rows);
  const matrix = toTravelMatrix(rows);
  const scenes = new Map<string, AskedScene>();
  return {
    rows,
    communes,
    indexOf: new Map(rows.communes.flatMap(({ id, insee }, i) => [[id, i] as const, [insee, i] as const])),
    region: communes.find(({ region }) => region !== null)?.region ?? null,
    sceneOf(asked) {
      const key = JSON.stringify({ ...asked, atLeast: 0 });
      const scene = scenes.get(key) ?? workOut(rows, communes, matrix, asked);
      scenes.delete(key);
      scenes.set(key, scene);
      if (scenes.size > MOST_SCENES) scenes.delete([...scenes.keys()][0]!);
      return scene;
    },
  };
}

function toSupply(rows: RegionRows, asked: CoverageAsked): Supply {
  return weighSupply(toSupplyPoints(rows, asked), {
    weighting: asked.weighting,
    assumed: asked.assumedWeight,
    kinds: [
      ...(asked.resident ? ['RESIDENT' as const] : []),
      ...(asked.received ? ['RECEIVED' as const] : []),
    ],
    ...(asked.from !== null && asked.to !== null ? { period: { from: asked.from, to: asked.to } } : {}),
  });
}

function workOut(
  rows: RegionRows,
  communes: CoverageCommune[],
  matrix: TravelMatrix | undefined,
  asked: CoverageAsked,
): AskedScene {
  const ages = toDepartmentAges(rows);
  const demand = demandByCommune(communes, asked.ages ?? AGE_MIXES[asked.audience], ages);
  const supply = toSupply(rows, asked);
  const youngDemand = demandByCommune(communes, UNDER_25, ages);
  const { people } = demand;
  const parameters = toParameters(asked.minutes, asked.decay, asked.detour);
  const scene = {
    communes,
    people,
    points: supply.points,
    weights: supply.weights,
    parameters,
    ...(matrix ? { matrix } : {}),
  };
  const access = accessibility(scene);
  const destinations = toDestinations(supply.points, communes, access.density);
  return {
    scene,
    supply,
    isUnweighed: supply.assumed === null && supply.points.length > 0,
    demand,
    youngDemand,
    young: youngDemand.people,
    regionPeople: people.map((count, i) => (communes[i]!.region === null ? 0 : count)),
    access,
    nearest: nearest(toOrigins(communes, access.density), destinations, parameters.travel, matrix),
  };
}
