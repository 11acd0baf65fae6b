import type { Graph } from '../graph';
import type { ActorNetwork } from './actorNetwork';
import { communities, type Communities } from './communities';
import { communityNames, type DistinctiveValue } from './communityNames';
import {
  column,
  figure,
  numberOf,
  seedParameter,
  type AnswerTable,
  type Figure,
  type Measure,
  type ParameterValues,
} from './measure';
import { modularity } from './modularity';
import { communitySizes } from './partition';

/** Ties that a search may go through, all trials together: more trials where the network is small. */
const SEARCHED_TIES = 750_000;

/** The parameter that says how often communities are searched. */
export const trialsParameter = {
  id: 'trials',
  label: { fr: 'Recherches indépendantes', en: 'Independent searches' },
  kind: 'number',
  default: 5,
  minimum: 1,
  maximum: 50,
  whole: true,
} as const;

/** Where the method of the communities comes from. */
export const communityReferences = [
  {
    citation:
      'Rosvall & Bergstrom (2008), Maps of random walks on complex networks reveal community structure',
    doi: '10.1073/pnas.0706851105',
  },
  { citation: 'Rosvall, Axelsson & Bergstrom (2009), The map equation', doi: '10.1140/epjst/e2010-01179-1' },
];

/** As many as asked, or as many as go through no more ties than allowed; at least one. */
export function affordable(asked: number, tieCount: number, mostTies: number): number {
  return Math.max(1, Math.min(asked, Math.floor(mostTies / Math.max(1, tieCount))));
}

/** Partitions already found, as long as their graph lives: two measures ask for the same. */
const found = new WeakMap<Graph, Map<string, Communities>>();

/** The communities that a question asks for, by its `seed` and `trials`; found once for each network. */
export function findCommunities(
  { graph }: Pick<ActorNetwork, 'graph'>,
  values: ParameterValues,
): Communities & { trials: number } {
  return findIn(graph, numberOf(values, 'seed'), numberOf(values, 'trials'));
}

/** The communities of a graph as the measure finds them with its defaults; the largest first. */
export function usualCommunities(graph: Graph): Communities {
  return findIn(graph, seedParameter.default, trialsParameter.default);
}

function findIn(graph: Graph, seed: number, asked: number): Communities & { trials: number } {
  const trials = affordable(asked, graph.edgeCount, SEARCHED_TIES);
  const key = `${seed} ${trials}`;
  const ofGraph = found.get(graph) ?? new Map<string, Communities>();
  found.set(graph, ofGraph);
  const partition = ofGraph.get(key) ?? communities(graph, { seed, trials });
  ofGraph.set(key, partition);
  return { ...partition, trials };
}

const names = (values: readonly DistinctiveValue[]): string => values.map(({ value }) => value).join(' · ');

const listsOf = (values: readonly (string | null)[] | undefined, count: number): string[][] =>
  Array.from({ length: count }, (_, node) => {
    const value = values?.[node] ?? null;
    return value === null ? [] : [value];
  });

/** Communities and what sets each apart, as one chooses them in the interface. */
export const communitiesMeasure: Measure = {
  id: 'communities',
  label: { fr: 'Communautés', en: 'Communities' },
  help: {
    fr: 'Les groupes d’acteurs plus liés entre eux qu’au reste du réseau, nommés par ce qui les distingue.',
    en: 'Groups of actors tied more among themselves than to the rest, named by what sets them apart.',
  },
  parameters: [seedParameter, trialsParameter],
  formula: 'L(M) = q·H(Q) + Σ p_i·H(P_i), the least over partitions M',
  references: communityReferences,
  byActor: { column: 'community', label: { fr: 'Communauté', en: 'Community' }, kind: 'group' },
  compute: (network, values) => {
    const partition = findCommunities(network, values);
    const membership = Float64Array.from(partition.membership);
    return {
      figures: communityFigures(network.graph, partition),
      actors: [{ id: 'community', label: { fr: 'Communauté', en: 'Community' }, values: membership }],
      tables: [communityTable(network, partition)],
      leftOut: [],
    };
  },
};

function communityFigures(graph: Graph, partition: Communities & { trials: number }): Figure[] {
  const { membership, communityCount, description } = partition;
  const sizes = communitySizes(membership, communityCount);
  const several = sizes.filter((size) => size > 1).length;
  return [
    figure(
      'communities',
      'Communautés de deux acteurs ou plus',
      'Communities of two actors or more',
      several,
    ),
    figure('alone', 'Acteurs seuls', 'Actors alone', communityCount - several),
    figure('modularity', 'Modularité', 'Modularity', modularity(graph, partition)),
    figure(
      'descriptionLength',
      'Longueur de description (bits)',
      'Description length (bits)',
      description.total,
    ),
    figure(
      'oneLevel',
      'La même sans communautés (bits)',
      'The same without communities (bits)',
      description.oneLevel,
    ),
    figure('trials', 'Recherches faites', 'Searches made', partition.trials),
  ];
}

/** Communities of two actors or more, the largest first, with what sets each apart. */
function communityTable(network: ActorNetwork, partition: Communities): AnswerTable {
  const sizes = communitySizes(partition.membership, partition.communityCount);
  const count = network.graph.nodeCount;
  const named = communityNames(partition, {
    themes: network.themes,
    families: listsOf(network.categories['family'], count),
    places: listsOf(network.categories['place'] ?? network.categories['formerRegion'], count),
  });
  return {
    id: 'communities',
    label: communitiesMeasure.label,
    columns: [
      column('community', 'Communauté', 'Community', 'number'),
      column('size', 'Acteurs', 'Actors', 'number'),
      column('themes', 'Thèmes distinctifs', 'Distinctive themes', 'text'),
      column('families', 'Familles distinctives', 'Distinctive families', 'text'),
      column('places', 'Lieux distinctifs', 'Distinctive places', 'text'),
    ],
    rows: named.flatMap(({ themes, families, places }, community) =>
      sizes[community]! > 1
        ? [[community, sizes[community]!, names(themes), names(families), names(places)]]
        : [],
    ),
  };
}
