import { stringify } from 'csv-stringify/sync';
import { unitOf } from '../../analysis/coverage/aggregate';
import type { CoverageLevel } from './coverageInput.type';
import { computeCoverage, nameUnits, toSupply } from './coverage.answer';
import type { CoverageAsked } from './coverage.asked';
import type { CoverageRegion } from './coverage.region';
import type { CoverageUnit } from './coverage.type';

/** A file of an answer of coverage. */
export interface CoverageTable {
  columns: string[];
  rows: (string | number | null)[][];
}

type TableMaker = (region: CoverageRegion, asked: CoverageAsked, level: CoverageLevel) => CoverageTable;

/**
 * The answer and all it was computed from, so that another program can compute it again: `units` the answer, `demand` people by commune, `supply` points
 * with weights, `travel` the times used, `parameters` all the rest. An empty cell is unknown.
 */
export const coverageTables: Record<'units' | 'demand' | 'supply' | 'travel' | 'parameters', TableMaker> = {
  units: (region, asked, level) => {
    const units = toUnitRows(region, asked, level);
    const columns = ['code', 'name', 'access', 'accessResident', 'accessReceived', 'people', 'young', 'youngEstimated', 'peopleWithNothing', 'peopleCovered', 'nearestMinutes', 'pointsInside', 'supplyPerHead', 'locationQuotient', 'communes', 'communesUnknown'] as const; // prettier-ignore
    return { columns: [...columns], rows: units.map((unit) => columns.map((column) => unit[column])) };
  },
  demand: ({ rows, communes, sceneOf }, asked) => {
    const { scene, demand, access } = sceneOf(asked);
    return {
      columns: ['insee', 'name', 'epci', 'inRegion', 'people', 'status', 'latitude', 'longitude', 'density'],
      rows: communes.map(({ insee, epci, region, lat, lon }, i) => [
        insee,
        rows.communes[i]!.name,
        epci?.replace(/^epci-/, '') ?? null,
        region === null ? 0 : 1,
        known(scene.people[i]!),
        demand.status[i]!,
        lat,
        lon,
        access.density.classes[i]!,
      ]),
    };
  },
  supply: (region, asked) => {
    const worked = region.sceneOf(asked);
    const named = toSupply(region, worked);
    return {
      columns: ['id', 'kind', 'name', 'insee', 'latitude', 'longitude', 'weight', 'weightAssumed'],
      rows: worked.supply.points.map(({ id, kind, commune }, j) => {
        const { name, latitude, longitude, weight, weightAssumed } = named[j]!;
        return [id, kind, name, commune, latitude, longitude, weight, Number(weightAssumed)];
      }),
    };
  },
  travel: ({ communes, sceneOf }, asked) => {
    const { supply, access } = sceneOf(asked);
    const { travel } = access;
    const rows: CoverageTable['rows'] = [];
    supply.points.forEach(({ id }, j) => {
      for (let pair = travel.offsets[j]!; pair < travel.offsets[j + 1]!; pair++)
        rows.push([
          communes[travel.origins[pair]!]!.insee,
          id,
          travel.minutes[pair]!,
          known(travel.km[pair]!),
          travel.imported[pair]!,
        ]);
    });
    return { columns: ['insee', 'supply', 'minutes', 'km', 'imported'], rows };
  },
  parameters: ({ sceneOf }, asked) => {
    const { scene, supply } = sceneOf(asked);
    const { parameters } = scene;
    const { speedKmh } = parameters.travel;
    return {
      columns: ['parameter', 'value'],
      rows: [
        ...Object.entries({ ...asked, decay: JSON.stringify(parameters.decay) }),
        ...Object.entries(speedKmh).map(([density, speed]) => [`speedKmh.${density}`, speed] as const),
        ['accessPer', 10_000] as const,
        ['assumedWeightOfAny', supply.assumed] as const,
      ].map(([name, value]) => [name, toCell(value)]),
    };
  },
};

/** A unit of a file: access to what is there all year and to what came, apart; the two add up to `access`. */
export type UnitRow = CoverageUnit & {
  accessResident: number | null;
  accessReceived: number | null;
  /** 1 where the ages of one of its communes are estimated from the département, 0 where all were measured. */
  youngEstimated: 0 | 1;
};

/** Units as the files tell them. A kind of supply that was not asked for is unknown, not 0. */
export function toUnitRows(region: CoverageRegion, asked: CoverageAsked, level: CoverageLevel): UnitRow[] {
  const accessOf = (kind: 'resident' | 'received') => {
    if (!asked[kind]) return () => null;
    const other = kind === 'resident' ? 'received' : 'resident';
    const { units } = computeCoverage(region, level, { ...asked, [other]: false });
    return (i: number) => units[i]!.access;
  };
  const [resident, received] = [accessOf('resident'), accessOf('received')];
  const names = nameUnits(region, level);
  const { status } = region.sceneOf(asked).youngDemand;
  const estimated = new Set(
    region.communes.flatMap((commune, i) => {
      const unit = status[i] === 'ESTIMATED' ? unitOf(commune, level) : null;
      return unit === null ? [] : [names.get(unit)?.id];
    }),
  );
  return computeCoverage(region, level, asked).units.map((unit, i) => ({
    ...unit,
    accessResident: resident(i),
    accessReceived: received(i),
    youngEstimated: estimated.has(unit.territoryId) ? 1 : 0,
  }));
}

const known = (value: number): number | null => (Number.isNaN(value) ? null : value);

function toCell(value: unknown): string | number | null {
  if (value === null || value === undefined) return null;
  if (typeof value === 'number' || typeof value === 'string') return value;
  return Array.isArray(value) ? value.join(' ') : JSON.stringify(value);
}

/** A table as CSV: commas, UTF-8 with its mark, lines ended as RFC 4180 says, formulas of a spreadsheet disarmed. */
export function toCoverageCsv({ columns, rows }: CoverageTable): string {
  return stringify([columns, ...rows], { bom: true, record_delimiter: 'windows', escape_formulas: true });
}
