import { communitySizes, type Partition } from './partition';

/** A value that a community has more often than the rest of the network. */
export interface DistinctiveValue {
  value: string;
  /** Nodes of the community that have it. */
  count: number;
  /** `count` over the nodes of the community. */
  share: number;
  /** Share in the community over share in the whole network. */
  lift: number;
  /** Log-likelihood ratio G²; above 3.84 chance alone gives as much less than once in twenty. */
  logLikelihood: number;
  /** False for the value named for want of a distinctive one: merely the most frequent. */
  distinctive: boolean;
}

/** What is said of a community, the most telling first. */
export interface CommunityName {
  themes: DistinctiveValue[];
  families: DistinctiveValue[];
  places: DistinctiveValue[];
}

/** Lists by node, in the order of the nodes: the values each has, without repetition. */
export type NodeValues = readonly (readonly string[])[];

/** How many values are kept, and how telling they must be. */
export interface DistinctiveOptions {
  /** Values kept by community; 3 when left out. */
  most?: number;
  /** Least G²; 3.84 when left out. */
  leastLogLikelihood?: number;
}

/**
 * The values that set each community apart, by log-likelihood ratio: with O the four counts of nodes (in the community or
 * not, with the value or not) and E those of independence, `G² = 2 Σ O ln(O ÷ E)`. Only values more frequent
 * inside than overall. Where none is telling enough, the most frequent value is given and marked as such; a
 * community of which nothing is known gets an empty list.
 *
 * Reference: Dunning (1993), Computational Linguistics 19(1); Rayson & Garside (2000), doi:10.3115/1117729.1117730.
 *
 * @returns a list by community
 */
export function distinctiveValues(
  { membership, communityCount }: Partition,
  values: NodeValues,
  { most = 3, leastLogLikelihood = 3.84 }: DistinctiveOptions = {},
): DistinctiveValue[][] {
  const sizes = communitySizes(membership, communityCount);
  const overall = new Map<string, number>();
  const counts = Array.from({ length: communityCount }, () => new Map<string, number>());
  values.forEach((held, node) => {
    for (const value of held) {
      const ofCommunity = counts[membership[node]!]!;
      ofCommunity.set(value, (ofCommunity.get(value) ?? 0) + 1);
      overall.set(value, (overall.get(value) ?? 0) + 1);
    }
  });
  return counts.map((ofCommunity, community) => {
    const size = sizes[community]!;
    const found = [...ofCommunity].map(([value, count]): DistinctiveValue => {
      const all = overall.get(value)!;
      const lift = count / size / (all / membership.length);
      const logLikelihood = logLikelihoodRatio(count, size, all, membership.length);
      return {
        value,
        count,
        share: count / size,
        lift,
        logLikelihood,
        distinctive: lift > 1 && logLikelihood >= leastLogLikelihood,
      };
    });
    const telling = found.filter(({ distinctive }) => distinctive);
    if (telling.length > 0) return telling.sort(byLikelihood).slice(0, most);
    return found.sort(byCount).slice(0, 1);
  });
}

/** Names communities by what sets them apart. */
export function communityNames(
  partition: Partition,
  values: { themes: NodeValues; families: NodeValues; places: NodeValues },
  options: DistinctiveOptions = {},
): CommunityName[] {
  const [themes, families, places] = [values.themes, values.families, values.places].map((lists) =>
    distinctiveValues(partition, lists, options),
  );
  return Array.from({ length: partition.communityCount }, (_, community) => ({
    themes: themes![community]!,
    families: families![community]!,
    places: places![community]!,
  }));
}

/** G² of a two by two table, from the count inside, the size inside, the count overall and the size overall. */
export function logLikelihoodRatio(inside: number, size: number, overall: number, all: number): number {
  const term = (observed: number, row: number, column: number): number =>
    observed > 0 ? observed * Math.log((observed * all) / (row * column)) : 0;
  const rest = all - size;
  const without = all - overall;
  const sum =
    term(inside, size, overall) +
    term(size - inside, size, without) +
    term(overall - inside, rest, overall) +
    term(rest - overall + inside, rest, without);
  return Math.max(0, 2 * sum);
}

function byLikelihood(a: DistinctiveValue, b: DistinctiveValue): number {
  return b.logLikelihood - a.logLikelihood || (a.value < b.value ? -1 : 1);
}

function byCount(a: DistinctiveValue, b: DistinctiveValue): number {
  return b.count - a.count || (a.value < b.value ? -1 : 1);
}
