import { projectTies } from '../network/actorProjection';
import { shortestPaths } from '../network/shortestPaths';
import { tieColumns } from '../network/tieColumns';
import type { ExploreGraph } from './exploreGraph';
import { nodeKey } from './exploreGraph';
import type { RegionTie } from './regionTies';
import { keepsTie, type TieFilter } from './tieFilter';

/** One step of a path, and everything that proves it. */
export interface PathStep {
  from: string;
  to: string;
  proofs: RegionTie[];
}

/** The shortest ways from an actor to another. */
export interface TiePaths {
  /** `null` when there is none. */
  hops: number | null;
  /** Each path as its steps; no more than asked for. */
  paths: PathStep[][];
  /** How many there are in all. */
  pathCount: number;
}

/**
 * The shortest paths between two actors by their ties, each step with what proves it, those whose steps are best
 * proven first. From an actor to itself: one path without a step.
 *
 * @param actorIds - every actor, in the order of the graph's nodes
 * @returns `null` when an end is not an actor
 */
export function tiePaths(
  graph: ExploreGraph,
  actorIds: readonly string[],
  from: string,
  to: string,
  filter: TieFilter,
  most: number,
): TiePaths | null {
  const ends = [from, to].map((id) => graph.places.get(nodeKey('ACTOR', id)));
  if (ends[0] === undefined || ends[1] === undefined) return null;
  const ties = graph.ties.filter(keepsTie(filter));
  const { graph: network } = projectTies(tieColumns(ties, actorIds), actorIds.length);
  const found = shortestPaths(network, ends[0], ends[1], Math.max(most, 60));
  const proofs = proofsBetween(ties);
  const paths = found.paths.map((path) =>
    path.slice(1).map((node, step): PathStep => {
      const ids = [actorIds[path[step]!]!, actorIds[node]!] as const;
      return { from: ids[0], to: ids[1], proofs: proofs.get(pairKey(...ids)) ?? [] };
    }),
  );
  const strength = (path: PathStep[]): number =>
    path.reduce((least, step) => Math.min(least, step.proofs.length), Infinity);
  return {
    hops: found.hops,
    paths: paths.sort((x, y) => strength(y) - strength(x)).slice(0, most),
    pathCount: found.pathCount,
  };
}

function pairKey(a: string, b: string): string {
  return a < b ? `${a} ${b}` : `${b} ${a}`;
}

function proofsBetween(ties: readonly RegionTie[]): Map<string, RegionTie[]> {
  const found = new Map<string, RegionTie[]>();
  for (const tie of ties) {
    const key = pairKey(tie.a, tie.b);
    const known = found.get(key);
    if (known) known.push(tie);
    else found.set(key, [tie]);
  }
  return found;
}
