/** A commune, its people and what each of them has. */
export interface Holding {
  /** Unit it belongs to, for the parts of Theil's index. */
  group: string;
  /** People, 0 or more; `NaN` when unknown. */
  people: number;
  /** What a person has, 0 or more; `NaN` when unknown. */
  value: number;
}

/** How unequally something is spread over people. */
export interface Inequality {
  /** 0 all alike .. towards 1; `null` when nobody has anything. */
  gini: number | null;
  /** Theil's T, 0 .. ln(people); `null` when nobody has anything. */
  theil: number | null;
  /** Part of `theil` from the means of the groups, and from inside them: the two add up to it. */
  theilBetween: number | null;
  theilWithin: number | null;
  /** Holdings with unknown people or value: left out. */
  unknown: number;
}

/**
 * Gini and Theil, weighted by people.
 *
 * With shares of people `pᵢ` and of the total `sᵢ`: Gini `1 − Σ pᵢ (S₍ᵢ₎ + S₍ᵢ₋₁₎)`, `S` the running sum of `s` in the order of value; Theil
 * `T = Σ sᵢ ln(sᵢ ÷ pᵢ)`, between groups the same over group sums, within the rest.
 * Reference: Theil, *Economics and Information Theory*, 1967; decomposition: Shorrocks 1980, doi:10.2307/1913126.
 *
 * @throws RangeError on a negative figure
 */
export function inequality(holdings: readonly Holding[]): Inequality {
  const known = holdings.filter(({ people, value }) => {
    if (people < 0 || value < 0) throw new RangeError(`${people} people with ${value} is negative`);
    return !Number.isNaN(people) && !Number.isNaN(value);
  });
  const unknown = holdings.length - known.length;
  const people = known.reduce((sum, holding) => sum + holding.people, 0);
  const total = known.reduce((sum, holding) => sum + holding.people * holding.value, 0);
  if (!(total > 0)) return { gini: null, theil: null, theilBetween: null, theilWithin: null, unknown };
  const theil = theilOf(
    known.map((holding) => [holding.people / people, (holding.people * holding.value) / total]),
  );
  const groups = new Map<string, [number, number]>();
  for (const holding of known) {
    const [shareOfPeople, shareOfTotal] = groups.get(holding.group) ?? [0, 0];
    groups.set(holding.group, [
      shareOfPeople + holding.people / people,
      shareOfTotal + (holding.people * holding.value) / total,
    ]);
  }
  const theilBetween = theilOf([...groups.values()]);
  return {
    gini: giniOf(known, people, total),
    theil,
    theilBetween,
    theilWithin: theil - theilBetween,
    unknown,
  };
}

function theilOf(shares: readonly (readonly [number, number])[]): number {
  let sum = 0;
  for (const [ofPeople, ofTotal] of shares) if (ofTotal > 0) sum += ofTotal * Math.log(ofTotal / ofPeople);
  return sum;
}

function giniOf(known: readonly Holding[], people: number, total: number): number {
  let [below, area] = [0, 0];
  for (const { people: here, value } of [...known].sort((a, b) => a.value - b.value)) {
    const upTo = below + (here * value) / total;
    area += (here / people) * (below + upTo);
    below = upTo;
  }
  return 1 - area;
}
