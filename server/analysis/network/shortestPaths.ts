import type { Graph } from '../graph';
import type { Measure } from './measure';
import { numberOf } from './measure';

/** The shortest paths between two nodes. */
export interface ShortestPaths {
  /** Ties on each path; `null` when no path exists. */
  hops: number | null;
  /** Nodes of each path, ends included, in order of their indices; no more than asked for. */
  paths: number[][];
  /** How many there are in all. */
  pathCount: number;
}

/**
 * The shortest paths between two nodes by hops, listed up to `most`. A node to itself: one path of no tie.
 *
 * Reference: breadth-first search, Moore (1959); counting as in Brandes (2001), doi:10.1080/0022250X.2001.9990249.
 *
 * @param most - at least 1
 * @throws RangeError when an end is not a node or `most` is less than 1
 */
export function shortestPaths(graph: Graph, from: number, to: number, most = 20): ShortestPaths {
  const { nodeCount } = graph;
  for (const end of [from, to])
    if (!(Number.isInteger(end) && end >= 0 && end < nodeCount)) throw new RangeError(`${end} is not a node`);
  if (!(most >= 1)) throw new RangeError(`${most} paths: at least one must be asked for`);
  const { distance, count } = countTowards(graph, from, to);
  if (distance[from]! < 0) return { hops: null, paths: [], pathCount: 0 };
  const paths: number[][] = [];
  const follow = (path: number[]): void => {
    const node = path.at(-1)!;
    if (node === to) paths.push(path);
    else
      for (let k = graph.offsets[node]!; k < graph.offsets[node + 1]! && paths.length < most; k++)
        if (distance[graph.neighbours[k]!] === distance[node]! - 1) follow([...path, graph.neighbours[k]!]);
  };
  follow([from]);
  return { hops: distance[from]!, paths, pathCount: count[from]! };
}

/** Distance to `to` and number of shortest paths, for the nodes nearer than `from`; -1 for the others. */
function countTowards(
  { nodeCount, offsets, neighbours }: Graph,
  from: number,
  to: number,
): { distance: Int32Array; count: Float64Array } {
  const distance = new Int32Array(nodeCount).fill(-1);
  const count = new Float64Array(nodeCount);
  distance[to] = 0;
  count[to] = 1;
  const queue = [to];
  for (let head = 0; head < queue.length && queue[head] !== from; head++) {
    const node = queue[head]!;
    for (let k = offsets[node]!; k < offsets[node + 1]!; k++) {
      const neighbour = neighbours[k]!;
      if (distance[neighbour]! < 0) {
        distance[neighbour] = distance[node]! + 1;
        queue.push(neighbour);
      }
      if (distance[neighbour] === distance[node]! + 1) count[neighbour]! += count[node]!;
    }
  }
  return { distance, count };
}

/** Shortest paths, as one chooses them in the interface. */
export const shortestPathsMeasure: Measure = {
  id: 'shortestPaths',
  label: { fr: 'Plus courts chemins', en: 'Shortest paths' },
  help: {
    fr: 'Par qui passer, en le moins d’étapes, pour aller d’un acteur à un autre.',
    en: 'Through whom to go, in the fewest steps, from one actor to another.',
  },
  parameters: [
    { id: 'from', label: { fr: 'De', en: 'From' }, kind: 'actor' },
    { id: 'to', label: { fr: 'À', en: 'To' }, kind: 'actor' },
    {
      id: 'most',
      label: { fr: 'Chemins listés au plus', en: 'Paths listed at most' },
      kind: 'number',
      default: 20,
      minimum: 1,
      maximum: 200,
      whole: true,
    },
  ],
  formula: 'd(i, j) = least number of ties from i to j',
  references: [
    {
      citation: 'Brandes (2001), A faster algorithm for betweenness centrality',
      doi: '10.1080/0022250X.2001.9990249',
    },
  ],
  byActor: null,
  compute: ({ graph, actorIds }, values) => {
    const ends = [values['from'], values['to']].map((id) => actorIds.indexOf(String(id)));
    const found = shortestPaths(graph, ends[0]!, ends[1]!, numberOf(values, 'most'));
    return {
      figures: [
        { id: 'hops', label: { fr: 'Étapes', en: 'Steps' }, value: found.hops },
        { id: 'pathCount', label: { fr: 'Chemins', en: 'Paths' }, value: found.pathCount },
      ],
      actors: [],
      tables: [
        {
          id: 'paths',
          label: shortestPathsMeasure.label,
          columns: [{ id: 'path', label: { fr: 'Chemin', en: 'Path' }, kind: 'actors' }],
          rows: found.paths.map((path) => [path.map((node) => actorIds[node]!).join(' ')]),
        },
      ],
      leftOut: [
        {
          reason: { fr: 'chemins aussi courts, non listés', en: 'paths as short, not listed' },
          count: found.pathCount - found.paths.length,
        },
      ],
    };
  },
};
