import type { Graph } from '../graph';
import type { ActorNetwork } from './actorNetwork';
import { affordable, communityReferences, findCommunities, trialsParameter } from './communitiesMeasure';
import { startDraws, type StabilityDraws } from './communityStability';
import {
  figure,
  leftOut,
  numberOf,
  seedParameter,
  type AnswerTable,
  type Measure,
  type MeasureAnswer,
  type ParameterValues,
} from './measure';

/** All but the computation: what the form and the help text derive from. */
const described: Omit<Measure, 'compute' | 'advance'> = {
  id: 'communityStability',
  label: { fr: 'Appartenances incertaines', en: 'Uncertain memberships' },
  help: {
    fr: 'Les acteurs qui changeraient de communauté si quelques liens manquaient.',
    en: 'The actors that would change community if a few ties were missing.',
  },
  parameters: [
    seedParameter,
    trialsParameter,
    {
      id: 'draws',
      label: { fr: 'Tirages', en: 'Draws' },
      kind: 'number',
      default: 50,
      minimum: 1,
      maximum: 500,
      whole: true,
    },
    {
      id: 'dropped',
      label: { fr: 'Part des liens retirés', en: 'Share of ties dropped' },
      kind: 'number',
      default: 0.05,
      minimum: 0.001,
      maximum: 0.5,
      whole: false,
    },
    {
      id: 'certain',
      label: { fr: 'Certain à partir d’une part de', en: 'Certain from a share of' },
      kind: 'number',
      default: 0.9,
      minimum: 0,
      maximum: 1,
      whole: false,
    },
  ],
  formula: 'stays(i) = draws in which i is in the match of its community ÷ draws',
  references: [
    {
      citation: 'Karrer, Levina & Newman (2008), Robustness of community structure in networks',
      doi: '10.1103/PhysRevE.77.046119',
    },
    ...communityReferences,
  ],
  byActor: {
    column: 'stays',
    label: { fr: 'Certitude de sa communauté', en: 'Certainty of its community' },
    kind: 'amount',
  },
};

/**
 * How firmly each actor is in its community. What goes through too many ties for one answer is answered with the draws made so
 * far, always those of the seed in its order, and carried on by `advance`.
 *
 * @param mostTies - ties that the draws made before the first answer may go through, all of them together; one draw is made
 *   at least
 */
export function stabilityMeasure(mostTies: number): Measure {
  return {
    ...described,
    compute: (network, values) => answerOf(network, values, mostTies),
    advance: (network, values) => {
      const [asked, draws] = [numberOf(values, 'draws'), drawsFor(network, values)];
      if (draws.made < asked) draws.drawNext();
      return draws.made < asked;
    },
  };
}

/** How firmly each actor is in its community, as one chooses it in the interface. */
export const communityStabilityMeasure: Measure = stabilityMeasure(1_000_000);

/** Nodes that stay in less than a share of the draws, from the least certain; equal ones in order. */
function uncertainNodes(stays: Float64Array, certain: number): number[] {
  return Array.from(stays.keys())
    .filter((node) => stays[node]! < certain)
    .sort((a, b) => stays[a]! - stays[b]! || a - b);
}

function uncertainTable(
  { actorIds }: ActorNetwork,
  uncertain: readonly number[],
  stays: Float64Array,
): AnswerTable {
  const label = { fr: 'Part des tirages où il reste', en: 'Share of draws in which it stays' };
  return {
    id: 'uncertain',
    label: { fr: 'Acteurs incertains, du moins certain', en: 'Uncertain actors, from the least certain' },
    columns: [
      { id: 'actor', label: { fr: 'Acteur', en: 'Actor' }, kind: 'actor' },
      { id: 'stays', label, kind: 'number' },
    ],
    rows: uncertain.map((node) => [actorIds[node]!, stays[node]!]),
  };
}

function answerOf(network: ActorNetwork, values: ParameterValues, mostTies: number): MeasureAnswer {
  const asked = numberOf(values, 'draws');
  const draws = drawsFor(network, values);
  const atOnce = affordable(asked, network.graph.edgeCount, mostTies);
  while (draws.made < atOnce) draws.drawNext();
  const { stays } = draws.stability();
  const uncertain = uncertainNodes(stays, numberOf(values, 'certain'));
  const { membership } = findCommunities(network, values);
  return {
    figures: [
      figure('uncertain', 'Acteurs incertains', 'Uncertain actors', uncertain.length),
      figure('draws', 'Tirages faits', 'Draws made', draws.made),
      figure('drawsAsked', 'Tirages demandés', 'Draws asked for', asked),
    ],
    actors: [
      {
        id: 'community',
        label: { fr: 'Communauté', en: 'Community' },
        values: Float64Array.from(membership),
      },
      {
        id: 'stays',
        label: { fr: 'Part des tirages où il reste', en: 'Share of draws in which it stays' },
        values: stays,
      },
    ],
    tables: [uncertainTable(network, uncertain, stays)],
    leftOut: [leftOut('tirages encore à faire', 'draws still to be made', asked - draws.made)],
    isPartial: draws.made < asked,
  };
}

/** Draws already made, as long as their graph lives; those of each question, so that the same question goes on with them. */
const begun = new WeakMap<Graph, Map<string, StabilityDraws>>();

function drawsFor(network: ActorNetwork, values: ParameterValues): StabilityDraws {
  const [seed, dropped] = [numberOf(values, 'seed'), numberOf(values, 'dropped')];
  const key = [seed, dropped, numberOf(values, 'trials'), numberOf(values, 'draws')].join(' ');
  const ofGraph = begun.get(network.graph) ?? new Map<string, StabilityDraws>();
  begun.set(network.graph, ofGraph);
  const draws =
    ofGraph.get(key) ?? startDraws(network.graph, findCommunities(network, values), { seed, dropped });
  ofGraph.set(key, draws);
  return draws;
}
