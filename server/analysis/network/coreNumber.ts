import type { Graph } from '../graph';
import type { Measure } from './measure';

/**
 * Core number of every node: the greatest k such that it belongs to a group in which everyone has at least k ties
 * inside. Weights do not count; 0 for a node without a tie. Linear in the number of edges.
 *
 * Reference: Seidman (1983), doi:10.1016/0378-8733(83)90028-X; by peeling in order of degree: Batagelj & Zaveršnik
 * (2011), doi:10.1007/s11634-010-0079-y.
 */
export function coreNumbers({ nodeCount, offsets, neighbours }: Graph): Uint32Array {
  const degree = Uint32Array.from({ length: nodeCount }, (_, node) => offsets[node + 1]! - offsets[node]!);
  const { order, placeOf, firstOfDegree } = sortByDegree(degree);
  for (let place = 0; place < nodeCount; place++) {
    const node = order[place]!;
    for (let k = offsets[node]!; k < offsets[node + 1]!; k++) {
      const neighbour = neighbours[k]!;
      const held = degree[neighbour]!;
      if (held <= degree[node]!) continue;
      const first = firstOfDegree[held]!;
      const swapped = order[first]!;
      order[first] = neighbour;
      order[placeOf[neighbour]!] = swapped;
      placeOf[swapped] = placeOf[neighbour]!;
      placeOf[neighbour] = first;
      firstOfDegree[held]!++;
      degree[neighbour]!--;
    }
  }
  return degree;
}

function sortByDegree(degree: Uint32Array): {
  order: Uint32Array;
  placeOf: Uint32Array;
  firstOfDegree: Uint32Array;
} {
  const most = degree.reduce((a, b) => Math.max(a, b), 0);
  const firstOfDegree = new Uint32Array(most + 2);
  for (const held of degree) firstOfDegree[held + 1]!++;
  for (let d = 0; d <= most; d++) firstOfDegree[d + 1]! += firstOfDegree[d]!;
  const fill = firstOfDegree.slice();
  const order = new Uint32Array(degree.length);
  const placeOf = new Uint32Array(degree.length);
  for (let node = 0; node < degree.length; node++) {
    const place = fill[degree[node]!]!++;
    order[place] = node;
    placeOf[node] = place;
  }
  return { order, placeOf, firstOfDegree };
}

/** Core number, as one chooses it in the interface. */
export const coreMeasure: Measure = {
  id: 'core',
  label: { fr: 'Cœur du réseau', en: 'Core of the network' },
  help: {
    fr: 'Plus le nombre est grand, plus l’acteur appartient à un groupe où tous sont liés à plusieurs autres.',
    en: 'The greater the number, the more the actor belongs to a group where all are tied to several others.',
  },
  parameters: [],
  formula: 'core(i) = max { k : i ∈ H, every node of H has at least k ties in H }',
  references: [
    { citation: 'Seidman (1983), Network structure and minimum degree', doi: '10.1016/0378-8733(83)90028-X' },
  ],
  byActor: {
    column: 'core',
    label: { fr: 'Place dans le cœur du réseau', en: 'Place in the core of the network' },
    kind: 'amount',
  },
  compute: ({ graph }) => {
    const cores = coreNumbers(graph);
    const most = cores.reduce((a, b) => Math.max(a, b), 0);
    return {
      figures: [
        { id: 'degeneracy', label: { fr: 'Cœur le plus dense', en: 'Densest core' }, value: most },
        {
          id: 'degeneracyActors',
          label: { fr: 'Acteurs dans ce cœur', en: 'Actors in that core' },
          value: cores.filter((core) => core === most).length,
        },
      ],
      actors: [{ id: 'core', label: coreMeasure.label, values: Float64Array.from(cores) }],
      tables: [],
      leftOut: [],
    };
  },
};
