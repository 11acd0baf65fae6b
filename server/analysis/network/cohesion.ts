import type { Graph } from '../graph';
import type { Measure } from './measure';
import { communitySizes, partitionBySize, type Partition } from './partition';

/**
 * Connected components, from the largest to the smallest (equal ones in order of first node). A node without a
 * tie is a component of its own. Reference: Hopcroft & Tarjan (1973), doi:10.1145/362248.362272.
 */
export function components({ nodeCount, offsets, neighbours }: Graph): Partition {
  const label = new Int32Array(nodeCount).fill(-1);
  const stack: number[] = [];
  for (let start = 0; start < nodeCount; start++) {
    if (label[start]! >= 0) continue;
    label[start] = start;
    stack.push(start);
    for (let node = stack.pop(); node !== undefined; node = stack.pop())
      for (let k = offsets[node]!; k < offsets[node + 1]!; k++) {
        const neighbour = neighbours[k]!;
        if (label[neighbour]! >= 0) continue;
        label[neighbour] = start;
        stack.push(neighbour);
      }
  }
  return partitionBySize(label);
}

/** Nodes without a tie, in order. */
export function isolatedNodes({ nodeCount, offsets }: Graph): number[] {
  const isolated: number[] = [];
  for (let node = 0; node < nodeCount; node++) if (offsets[node] === offsets[node + 1]) isolated.push(node);
  return isolated;
}

/**
 * Density: ties over possible ties, `2m ÷ (n(n − 1))`; `null` with fewer than two nodes. Reference: Wasserman & Faust
 * (1994), doi:10.1017/CBO9780511815478, section 4.1.1.
 */
export function density({ nodeCount, edgeCount }: Graph): number | null {
  return nodeCount < 2 ? null : (2 * edgeCount) / (nodeCount * (nodeCount - 1));
}

/** Components, isolated actors and density, as one chooses them in the interface. */
export const cohesionMeasure: Measure = {
  id: 'cohesion',
  label: { fr: 'Cohésion', en: 'Cohesion' },
  help: {
    fr: 'En combien de morceaux le réseau tombe, qui n’est lié à personne, et quelle part des liens possibles existe.',
    en: 'How many pieces the network falls into, who is tied to nobody, and what share of possible ties exists.',
  },
  parameters: [],
  formula: 'density = 2m ÷ (n(n − 1))',
  references: [
    { citation: 'Wasserman & Faust (1994), Social network analysis', doi: '10.1017/CBO9780511815478' },
  ],
  byActor: {
    column: 'component',
    label: { fr: 'Morceau du réseau', en: 'Piece of the network' },
    kind: 'group',
  },
  compute: ({ graph, actorIds }) => {
    const { membership, communityCount } = components(graph);
    const isolated = isolatedNodes(graph);
    const largest = communitySizes(membership, communityCount)[0] ?? 0;
    const figure = (id: string, fr: string, en: string, value: number | null) => ({
      id,
      label: { fr, en },
      value,
    });
    return {
      figures: [
        figure('actors', 'Acteurs', 'Actors', graph.nodeCount),
        figure('ties', 'Paires d’acteurs liés', 'Pairs of tied actors', graph.edgeCount),
        figure('density', 'Densité', 'Density', density(graph)),
        figure('components', 'Morceaux', 'Pieces', communityCount),
        figure('largest', 'Acteurs dans le plus grand morceau', 'Actors in the largest piece', largest),
        figure('isolated', 'Acteurs isolés', 'Isolated actors', isolated.length),
      ],
      actors: [
        {
          id: 'component',
          label: { fr: 'Morceau', en: 'Piece' },
          values: Float64Array.from(membership),
        },
      ],
      tables: [
        {
          id: 'isolated',
          label: { fr: 'Acteurs isolés', en: 'Isolated actors' },
          columns: [{ id: 'actor', label: { fr: 'Acteur', en: 'Actor' }, kind: 'actor' }],
          rows: isolated.map((node) => [actorIds[node]!]),
        },
      ],
      leftOut: [],
    };
  },
};
