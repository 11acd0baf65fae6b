/** A level of territory, from the finest. */
export type AggregateLevel = 'COMMUNE' | 'EPCI' | 'DEPARTMENT' | 'FORMER_REGION' | 'REGION';

/** What a commune belongs to. `PART_OF` is no tree: an EPCI may cross a département or the region's border. */
export interface CommuneMembership {
  insee: string;
  /** SIREN; `null` for the few communes without one. */
  epci: string | null;
  department: string;
  formerRegion: string | null;
  region: string | null;
}

/** The value of a unit. */
export interface UnitValue {
  /** INSEE code, SIREN or code of the level. */
  unit: string;
  /** Mean weighted by people; `null` when nobody is known to live there or no value is known. */
  value: number | null;
  /** Σ people × value over the communes counted. */
  total: number;
  /** People of the communes counted. */
  people: number;
  /** Communes of the unit that are in the region. */
  communes: number;
  /** Of them, those whose people or value is unknown: out of the mean. */
  unknown: number;
  /** Communes of the unit that the list has and that lie outside the region: not counted. */
  communesOutside: number;
  /** The unit goes on beyond the border of the region. */
  crossesBorder: boolean;
}

/** What to aggregate. */
export interface AggregateOptions {
  level: AggregateLevel;
  /** Only communes of this region are counted; `null` counts all of them. */
  region: string | null;
  /**
   * Communes of a unit in the whole country, where the list given stops at the border: with it, `crossesBorder` is right even when
   * the communes beyond are not in the list.
   */
  communesOfUnit?: ReadonlyMap<string, number>;
}

/**
 * People-weighted mean of a commune value by unit: `Σ Pᵢ·vᵢ ÷ Σ Pᵢ` over the communes in the region, each counted once even when
 * it is listed twice. A commune with unknown people or value is out of the mean and counted. Units come sorted by code; a unit
 * with no commune in the region is not there.
 *
 * @param people - by commune, `NaN` when unknown
 * @param values - by commune, `NaN` when unknown
 * @throws RangeError when a column has not the length of the communes
 */
export function aggregate(
  communes: readonly CommuneMembership[],
  people: ArrayLike<number>,
  values: ArrayLike<number>,
  options: AggregateOptions,
): UnitValue[] {
  if (people.length !== communes.length || values.length !== communes.length)
    throw new RangeError(
      `${people.length} people and ${values.length} values for ${communes.length} communes`,
    );
  const units = new Map<string, UnitValue>();
  const seen = new Set<string>();
  communes.forEach((commune, i) => {
    const code = unitOf(commune, options.level);
    if (code === null || seen.has(commune.insee)) return;
    seen.add(commune.insee);
    const unit = units.get(code) ?? emptyUnit(code);
    units.set(code, unit);
    if (options.region !== null && commune.region !== options.region) {
      unit.communesOutside++;
      return;
    }
    unit.communes++;
    const [weight, value] = [people[i]!, values[i]!];
    if (Number.isNaN(weight) || Number.isNaN(value)) {
      unit.unknown++;
      return;
    }
    unit.people += weight;
    unit.total += weight * value;
  });
  return [...units.values()]
    .filter((unit) => unit.communes > 0)
    .map((unit) => closeUnit(unit, options))
    .sort((a, b) => (a.unit < b.unit ? -1 : 1));
}

/** Code of the unit a commune belongs to at a level; `null` when it belongs to none. */
export function unitOf(commune: CommuneMembership, level: AggregateLevel): string | null {
  switch (level) {
    case 'COMMUNE':
      return commune.insee;
    case 'EPCI':
      return commune.epci;
    case 'DEPARTMENT':
      return commune.department;
    case 'FORMER_REGION':
      return commune.formerRegion;
    case 'REGION':
      return commune.region;
  }
}

function emptyUnit(unit: string): UnitValue {
  return {
    unit,
    value: null,
    total: 0,
    people: 0,
    communes: 0,
    unknown: 0,
    communesOutside: 0,
    crossesBorder: false,
  };
}

function closeUnit(unit: UnitValue, { communesOfUnit }: AggregateOptions): UnitValue {
  const everywhere = communesOfUnit?.get(unit.unit) ?? 0;
  return {
    ...unit,
    value: unit.people > 0 ? unit.total / unit.people : null,
    crossesBorder: unit.communesOutside > 0 || everywhere > unit.communes,
  };
}
