/** How a figure is known. */
export type DemandStatus = 'MEASURED' | 'ESTIMATED' | 'UNKNOWN';

/** How much a person of each age counts, 0 or more. */
export interface AgeMix {
  under15: number;
  from15To24: number;
  over24: number;
}

/** Everybody alike: the only mix that needs no ages. */
export const ALL_AGES: AgeMix = { under15: 1, from15To24: 1, over24: 1 };
/** Children, 0 to 14 years old. */
export const UNDER_15: AgeMix = { under15: 1, from15To24: 0, over24: 0 };
/** Young adults, 15 to 24 years old. */
export const FROM_15_TO_24: AgeMix = { under15: 0, from15To24: 1, over24: 0 };
/** Young people, 0 to 24 years old. */
export const UNDER_25: AgeMix = { under15: 1, from15To24: 1, over24: 0 };

/** People by age, as measured. */
export interface AgeCounts {
  under15: number;
  from15To24: number;
  total: number;
}

/** A commune as far as its demand matters. */
export interface DemandCommune {
  insee: string;
  department: string;
  /** Inhabitants; `null` when unknown. */
  population: number | null;
  /** Ages of this very commune, where a census file was imported. */
  ages?: AgeCounts | null;
}

/** Demand by commune, in the order given. */
export interface Demand {
  /** People, weighted by the mix; `NaN` when unknown. */
  people: Float64Array;
  status: DemandStatus[];
  /** Communes of each status. */
  counts: Record<DemandStatus, number>;
}

/**
 * Demand of each commune under a mix of ages.
 *
 * - Everybody alike (three equal weights): the population, measured.
 * - Ages of the commune known: `under15·w₁ + from15To24·w₂ + over24·w₃`, measured. The counts are scaled to the
 *   commune's population where both are known, since a census and a legal population may bear different dates.
 * - Otherwise the shares of its département times its population, **estimated**: evidence about a département, not about a
 *   commune, and to be shown as such.
 * - Population unknown, or a département without ages: unknown, never 0.
 *
 * @param departmentAges - ages by code of département
 * @throws RangeError on a negative weight
 */
export function demandByCommune(
  communes: readonly DemandCommune[],
  mix: AgeMix,
  departmentAges: ReadonlyMap<string, AgeCounts>,
): Demand {
  for (const [age, weight] of Object.entries(mix))
    if (!(weight >= 0)) throw new RangeError(`weight ${weight} of ${age} is negative`);
  const demand: Demand = {
    people: new Float64Array(communes.length),
    status: [],
    counts: { MEASURED: 0, ESTIMATED: 0, UNKNOWN: 0 },
  };
  communes.forEach((commune, i) => {
    const [people, status] = demandOf(commune, mix, departmentAges.get(commune.department));
    demand.people[i] = people;
    demand.status.push(status);
    demand.counts[status]++;
  });
  return demand;
}

function demandOf(
  { population, ages }: DemandCommune,
  mix: AgeMix,
  departmentAges: AgeCounts | undefined,
): [number, DemandStatus] {
  const known = population !== null && !Number.isNaN(population);
  const ageless = mix.under15 === mix.from15To24 && mix.under15 === mix.over24;
  if (ageless && known) return [population * mix.under15, 'MEASURED'];
  if (ages && ages.total > 0) return [(known ? population : ages.total) * mixedShare(ages, mix), 'MEASURED'];
  if (known && population === 0) return [0, 'MEASURED'];
  if (!known || !departmentAges || !(departmentAges.total > 0)) return [NaN, 'UNKNOWN'];
  return [population * mixedShare(departmentAges, mix), 'ESTIMATED'];
}

/** Weighted people for one inhabitant. */
function mixedShare({ under15, from15To24, total }: AgeCounts, mix: AgeMix): number {
  const over24 = Math.max(0, total - under15 - from15To24);
  return (under15 * mix.under15 + from15To24 * mix.from15To24 + over24 * mix.over24) / total;
}
