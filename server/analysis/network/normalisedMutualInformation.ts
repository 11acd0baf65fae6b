import { partitionOverlaps, type Partition } from './partition';

/**
 * How much two partitions of the same nodes agree: `2 I(A; B) ÷ (H(A) + H(B))`, 1 for the same partition, 0 for
 * independent ones. Two partitions in one block each agree (1); so do two of no node.
 *
 * Reference: Danon, Díaz-Guilera, Duch & Arenas (2005), doi:10.1088/1742-5468/2005/09/P09008.
 *
 * @throws RangeError when they are not of the same nodes
 */
export function normalisedMutualInformation(first: Partition, second: Partition): number {
  const nodeCount = first.membership.length;
  const overlaps = partitionOverlaps(first.membership, second.membership);
  const ofFirst = new Float64Array(first.communityCount);
  const ofSecond = new Float64Array(second.communityCount);
  for (const overlap of overlaps) {
    ofFirst[overlap.first]! += overlap.shared / nodeCount;
    ofSecond[overlap.second]! += overlap.shared / nodeCount;
  }
  const entropies = entropy(ofFirst) + entropy(ofSecond);
  if (entropies === 0) return 1;
  let information = 0;
  for (const overlap of overlaps) {
    const joint = overlap.shared / nodeCount;
    information += joint * Math.log(joint / (ofFirst[overlap.first]! * ofSecond[overlap.second]!));
  }
  return Math.min(1, Math.max(0, (2 * information) / entropies));
}

function entropy(shares: Float64Array): number {
  return -shares.reduce((sum, share) => sum + (share > 0 ? share * Math.log(share) : 0), 0);
}
