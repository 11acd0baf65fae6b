import { betweenness } from './betweenness';
import { numberOf, seedParameter, type Measure } from './measure';

/** Steps, actors × ties, up to which paths are followed from every actor: about ten seconds. */
const MOST_STEPS = 5e8;

/** Betweenness, as one chooses it in the interface: exact while it is quick, from pivots beyond. */
export const betweennessMeasure: Measure = {
  id: 'betweenness',
  label: { fr: 'Rôle passerelle', en: 'Broker' },
  help: {
    fr: 'Part des plus courts chemins entre deux autres acteurs qui passent par celui-ci.',
    en: 'Share of the shortest paths between two other actors that pass through this one.',
  },
  parameters: [
    {
      id: 'pivots',
      label: { fr: 'Acteurs de départ si le réseau est grand', en: 'Sources when the network is large' },
      kind: 'number',
      default: 100,
      minimum: 10,
      maximum: 2000,
      whole: true,
    },
    seedParameter,
  ],
  formula: 'b(v) = 2 ÷ ((n − 1)(n − 2)) · Σ σ(s, t | v) ÷ σ(s, t)',
  references: [
    {
      citation: 'Freeman (1977), A set of measures of centrality based on betweenness',
      doi: '10.2307/3033543',
    },
    {
      citation: 'Brandes (2001), A faster algorithm for betweenness centrality',
      doi: '10.1080/0022250X.2001.9990249',
    },
    {
      citation: 'Brandes & Pich (2007), Centrality estimation in large networks',
      doi: '10.1142/S0218127407018403',
    },
  ],
  byActor: { column: 'betweenness', label: { fr: 'Rôle passerelle', en: 'Bridging role' }, kind: 'amount' },
  compute: ({ graph }, values) => {
    const large = graph.nodeCount * graph.edgeCount > MOST_STEPS;
    const found = betweenness(graph, {
      pivots: large ? numberOf(values, 'pivots') : undefined,
      seed: numberOf(values, 'seed'),
    });
    return {
      figures: [
        { id: 'sources', label: { fr: 'Acteurs de départ', en: 'Sources' }, value: found.pivotCount },
        {
          id: 'exact',
          label: { fr: 'Exact (1) ou estimé (0)', en: 'Exact (1) or estimated (0)' },
          value: found.exact ? 1 : 0,
        },
      ],
      actors: [
        { id: 'betweenness', label: betweennessMeasure.label, values: found.values },
        {
          id: 'betweennessError',
          label: { fr: 'Erreur type', en: 'Standard error' },
          values: found.standardErrors,
        },
      ],
      tables: [],
      leftOut: [
        {
          reason: {
            fr: 'acteurs d’où aucun chemin n’a été suivi',
            en: 'actors from which no path was followed',
          },
          count: graph.nodeCount - found.pivotCount,
        },
      ],
    };
  },
};
