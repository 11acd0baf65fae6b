/** A partition of nodes: the community of each, numbered without gaps from 0. */
export interface Partition {
  /** Length: the number of nodes. */
  membership: Uint32Array;
  communityCount: number;
}

/** Renumbers labels (whole numbers, not negative) to `0 .. communityCount - 1`, in order of first node. */
export function compactPartition(labels: ArrayLike<number>): Partition {
  let highest = -1;
  for (let node = 0; node < labels.length; node++) highest = Math.max(highest, labels[node]!);
  const numbers = new Int32Array(highest + 1).fill(-1);
  const membership = new Uint32Array(labels.length);
  let communityCount = 0;
  for (let node = 0; node < labels.length; node++) {
    const label = labels[node]!;
    if (numbers[label]! < 0) numbers[label] = communityCount++;
    membership[node] = numbers[label]!;
  }
  return { membership, communityCount };
}

/** Renumbers communities from the largest to the smallest; equal ones in order of their first node. */
export function partitionBySize(labels: ArrayLike<number>): Partition {
  const { membership, communityCount } = compactPartition(labels);
  const sizes = communitySizes(membership, communityCount);
  const order = Array.from({ length: communityCount }, (_, community) => community);
  order.sort((a, b) => sizes[b]! - sizes[a]! || a - b);
  const rank = new Uint32Array(communityCount);
  order.forEach((community, place) => (rank[community] = place));
  return { membership: membership.map((community) => rank[community]!), communityCount };
}

/** Number of nodes of each community. */
export function communitySizes(membership: Uint32Array, communityCount: number): Uint32Array {
  const sizes = new Uint32Array(communityCount);
  for (let node = 0; node < membership.length; node++) sizes[membership[node]!]!++;
  return sizes;
}

/** How many nodes two partitions of the same nodes put together: a row for each pair of communities that meet. */
export interface Overlap {
  first: number;
  second: number;
  shared: number;
}

/**
 * The contingency table of two partitions, in order of first then second community, empty cells left out.
 *
 * @throws RangeError when they are not of the same nodes
 */
export function partitionOverlaps(first: Uint32Array, second: Uint32Array): Overlap[] {
  if (first.length !== second.length)
    throw new RangeError(`partitions of ${first.length} and ${second.length} nodes cannot be compared`);
  const counts = new Map<number, number>();
  for (let node = 0; node < first.length; node++) {
    const key = first[node]! * 2 ** 26 + second[node]!;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return [...counts]
    .sort(([a], [b]) => a - b)
    .map(([key, shared]) => ({ first: Math.floor(key / 2 ** 26), second: key % 2 ** 26, shared }));
}
