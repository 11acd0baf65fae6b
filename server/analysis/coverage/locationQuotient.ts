/** A part of a whole in one unit: museums among all supply, or supply among people. */
export interface UnitPart {
  unit: string;
  /** 0 or more; `NaN` when unknown. */
  part: number;
  whole: number;
}

/** The quotient of a unit. */
export interface UnitQuotient {
  unit: string;
  /** 1: as in the reference; 2: twice as much; `null` when it cannot be said. */
  value: number | null;
}

/**
 * Location quotient: `(partᵤ ÷ wholeᵤ) ÷ (part ÷ whole of the reference)`. The reference is the sum of the units (the region), or the figures
 * of another region or of the country given by the caller. `null` where the unit or the reference has no whole, or the reference no part.
 * Units with an unknown figure are left out of the sum.
 *
 * Reference: Florence, *Report on the Location of Industry*, 1939; its use and limits: Isserman 1977, doi:10.1080/01944367708977758.
 *
 * @throws RangeError on a negative figure
 */
export function locationQuotient(
  units: readonly UnitPart[],
  reference: { part: number; whole: number } = sumOf(units),
): UnitQuotient[] {
  const base = reference.whole > 0 ? reference.part / reference.whole : 0;
  return units.map(({ unit, part, whole }) => {
    if (part < 0 || whole < 0) throw new RangeError(`${unit}: ${part} of ${whole} is negative`);
    const known = whole > 0 && base > 0 && !Number.isNaN(part);
    return { unit, value: known ? part / whole / base : null };
  });
}

function sumOf(units: readonly UnitPart[]): { part: number; whole: number } {
  const sum = { part: 0, whole: 0 };
  for (const { part, whole } of units) {
    if (Number.isNaN(part) || Number.isNaN(whole)) continue;
    sum.part += part;
    sum.whole += whole;
  }
  return sum;
}
