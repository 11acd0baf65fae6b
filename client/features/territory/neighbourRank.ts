/** A territory among its neighbours, by one figure. */
export interface NeighbourRank {
  /** Its own figure. */
  own: number;
  /** From 1, the greatest first; equal figures share the better rank. */
  rank: number;
  /** Neighbours whose figure is known, itself included. */
  among: number;
  /** Half of the others have less, half have more; null when it is alone. */
  median: number | null;
}

/** Where a territory stands among others by a figure; null when its own is unknown. Those unknown are left out. */
export function neighbourRank(
  figures: ReadonlyMap<string, number | null>,
  id: string,
  neighbours: readonly string[],
): NeighbourRank | null {
  const own = figures.get(id) ?? null;
  if (own === null) return null;
  const others = neighbours
    .filter((each) => each !== id)
    .map((each) => figures.get(each) ?? null)
    .filter((figure) => figure !== null)
    .sort((a, b) => a - b);
  const middle = others.length / 2;
  const median =
    others.length === 0 ? null : (others[Math.ceil(middle) - 1]! + others[Math.floor(middle)]!) / 2;
  return { own, rank: 1 + others.filter((figure) => figure > own).length, among: others.length + 1, median };
}
