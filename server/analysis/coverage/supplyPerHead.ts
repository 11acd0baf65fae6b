import { unitOf, type AggregateLevel, type CommuneMembership } from './aggregate';

/** Supply and people inside a unit, as official tables give them. */
export interface UnitSupply {
  unit: string;
  /** Weight of the supply points whose commune is in the unit. */
  supply: number;
  /** Their number. */
  points: number;
  /** People of the unit's communes where known. */
  people: number;
  /** Communes whose people are unknown. */
  unknown: number;
  /** Supply weight per person; `null` when nobody is known to live there. */
  value: number | null;
}

/** Supply per head by unit, and the supply that no unit holds. */
export interface SupplyPerHead {
  /** Sorted by code; units without supply are there, with 0. */
  units: UnitSupply[];
  /** Points whose commune is unknown, outside the region or in no unit of the level. */
  pointsOutside: number;
}

/**
 * Supply per head inside each unit: `Σ S ÷ Σ P` over what lies in it. It ignores that people cross borders, which is why it differs from a
 * floating catchment; it is given because official tables do. Each commune counts once; only communes of the region count.
 *
 * @param people - by commune, `NaN` when unknown
 * @param supply - commune code and weight of each supply point
 * @throws RangeError when the column does not fit or a weight is negative or unknown
 */
export function supplyPerHead(
  communes: readonly CommuneMembership[],
  people: ArrayLike<number>,
  supply: readonly { commune: string | null; weight: number }[],
  { level, region }: { level: AggregateLevel; region: string | null },
): SupplyPerHead {
  if (people.length !== communes.length)
    throw new RangeError(`${people.length} people for ${communes.length} communes`);
  const units = new Map<string, UnitSupply>();
  const unitOfCommune = new Map<string, UnitSupply>();
  communes.forEach((commune, i) => {
    const code = unitOf(commune, level);
    if (code === null || unitOfCommune.has(commune.insee)) return;
    if (region !== null && commune.region !== region) return;
    const unit = units.get(code) ?? { unit: code, supply: 0, points: 0, people: 0, unknown: 0, value: null };
    units.set(code, unit);
    unitOfCommune.set(commune.insee, unit);
    if (Number.isNaN(people[i]!)) unit.unknown++;
    else unit.people += people[i]!;
  });
  let pointsOutside = 0;
  for (const { commune, weight } of supply) {
    if (!(weight >= 0)) throw new RangeError(`supply weight ${weight} is not 0 or more`);
    const unit = commune === null ? undefined : unitOfCommune.get(commune);
    if (!unit) pointsOutside++;
    else {
      unit.supply += weight;
      unit.points++;
    }
  }
  const list = [...units.values()].sort((a, b) => (a.unit < b.unit ? -1 : 1));
  for (const unit of list) unit.value = unit.people > 0 ? unit.supply / unit.people : null;
  return { units: list, pointsOutside };
}
