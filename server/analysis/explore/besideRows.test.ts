import { besideEdges, besideNodes } from './besideRows';
import { exploreGraph } from './exploreGraph';
import { networkView } from './networkView';
import { anyTie } from './tieFilter';
import { smallRegion } from './tests/smallRegion';

const beside = {
  needs: [
    { id: 'n1', statementFr: 'Un lieu', group: 'SPACE', actor: 'a', competences: [], themes: ['nature'] },
    { id: 'n2', statementFr: 'De personne', group: null, actor: null, competences: ['nowhere'], themes: [] },
  ],
  statements: [
    { kind: 'ACTOR' as const, id: 'a', sourceId: 's', title: 'Rapport' },
    { kind: 'NEED' as const, id: 'n1', sourceId: 's', title: 'Rapport' },
  ],
};

test('each source is one node however much it states', () => {
  expect(besideNodes(beside).map(({ kind, id, label }) => [kind, id, label])).toEqual([
    ['NEED', 'n1', 'Un lieu'],
    ['NEED', 'n2', 'De personne'],
    ['SOURCE', 's', 'Rapport'],
  ]);
});

test('a need is tied to who has it and what it is about; one of nobody to no actor', () => {
  expect(besideEdges(beside).map(({ relation, from, to }) => `${relation} ${from.id} ${to.id}`)).toEqual([
    'NEED a n1',
    'THEME n1 nature',
    'SEEKING n2 nowhere',
    'SOURCE a s',
    'SOURCE n1 s',
  ]);
});

test('one walks from a need to its actor, and to all that the same source states', () => {
  const graph = exploreGraph(smallRegion, beside);
  const view = networkView(graph, {
    seeds: ['n~n1'],
    keepSeeds: true,
    expansions: [
      { key: 'n~n1', relation: 'NEED', most: 10 },
      { key: 'n~n1', relation: 'SOURCE', most: 10 },
    ],
    hidden: [],
    nodeKinds: [],
    keepsActor: () => true,
    ties: anyTie,
    mostElements: 100,
  });
  expect(view.nodes.map(({ place }) => graph.nodes[place]!.key).sort()).toEqual(['a~a', 'n~n1', 's~s']);
  const relations = view.edges.map(({ edge }) => edge.relation);
  expect(relations.sort()).toEqual(['NEED', 'SOURCE', 'SOURCE']);
  // An end that is nowhere among the nodes makes no edge.
  expect(graph.edges.some(({ relation }) => relation === 'SEEKING')).toBe(false);
});
