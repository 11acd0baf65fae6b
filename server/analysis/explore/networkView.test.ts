import { groupKey, communityView, regionCommunities } from './communityView';
import { networkView, openRequest, type ViewRequest } from './networkView';
import { smallActors, smallGraph } from './tests/smallRegion';
import { anyTie } from './tieFilter';

const see = (request: Partial<ViewRequest>) => networkView(smallGraph, { ...openRequest([]), ...request });
const keys = (view: ReturnType<typeof see>) =>
  view.nodes.map(({ place }) => smallGraph.nodes[place]!.key).sort();
const step = (key: string, relation: 'TIE' | 'CONTRIBUTION' | 'COMPETENCE', most = 60) => ({
  key,
  relation,
  most,
});

test('a walk shows where it started, what each step brought, and every relation between them', () => {
  const view = see({ seeds: ['a~a'], expansions: [step('a~a', 'TIE'), step('a~b', 'CONTRIBUTION')] });
  expect(keys(view)).toEqual(['a~a', 'a~b', 'a~c', 'p~p']);
  expect(view.edges.filter(({ edge }) => edge.relation === 'TIE')).toHaveLength(3);
  expect(view.edges.filter(({ edge }) => edge.relation === 'CONTRIBUTION')).toHaveLength(2);
  expect(view.nodes.find(({ from }) => from === 'a~b')?.step).toBe(2);
});

test('a step takes the best tied first and counts what it left', () => {
  const view = see({ seeds: ['a~a'], expansions: [step('a~a', 'TIE', 1)] });
  expect(keys(view)).toEqual(['a~a', 'a~b']);
  expect(view.leftOut).toEqual([{ key: 'a~a', relation: 'TIE', count: 1 }]);
});

test('what a later step brought is no longer left out', () => {
  const view = see({ seeds: ['a~a'], expansions: [step('a~a', 'TIE', 1), step('a~b', 'TIE')] });
  expect(keys(view)).toContain('a~c');
  expect(view.leftOut).toEqual([]);
});

test('never more than the canvas holds: of what is left out, what a step brings and what ties it are counted', () => {
  const steps = [step('a~b', 'TIE'), step('a~b', 'CONTRIBUTION')];
  const whole = see({ seeds: ['a~b'], expansions: steps });
  expect([whole.nodes.length, whole.edges.length]).toEqual([6, 12]);
  const view = see({ seeds: ['a~b'], expansions: steps, mostElements: 5 });
  expect([view.nodes.length, view.edges.length]).toEqual([4, 1]);
  expect(view.leftOut).toEqual([
    { key: 'a~b', relation: 'TIE', count: 1 },
    { key: 'a~b', relation: 'CONTRIBUTION', count: 1 },
  ]);
  const places = new Set(view.nodes.map(({ place }) => place));
  const between = whole.edges.filter(({ edge }) => places.has(edge.source) && places.has(edge.target));
  expect([view.nodesLeftOut, view.edgesLeftOut]).toEqual([0, between.length - 1]);
});

test('of too many nodes to start from, those with most relations stay, and the others are counted', () => {
  const seeds = ['a~f', 'a~e', 'a~d', 'a~c', 'a~b', 'a~a'];
  const view = see({ seeds, mostElements: 3 });
  expect(keys(view)).toEqual(['a~b', 'a~c']);
  expect([view.nodesLeftOut, view.edges.length, view.edgesLeftOut]).toEqual([4, 1, 0]);
  expect(view.walked).toHaveLength(6);
});

test('filters hide, are counted, and leave alone what one started from', () => {
  const isLab = (place: number) => smallGraph.nodes[place]!.sort === 'LAB';
  const view = see({ seeds: ['a~a'], expansions: [step('a~a', 'TIE')], keepsActor: isLab });
  expect(keys(view)).toEqual(['a~a', 'a~b']);
  expect(view.hiddenByFilters).toBe(1);
});

test('an actor all of whose ties are filtered out is hidden with them', () => {
  const view = see({
    seeds: ['a~a'],
    expansions: [step('a~a', 'TIE')],
    ties: { ...anyTie, kinds: ['PARTNERSHIP'] },
  });
  expect(keys(view)).toEqual(['a~a', 'a~b']);
});

test.each([
  [{ from: '2011', to: '2011' }, 1, 2010, 2012],
  [{ from: '2013', to: '2014', undated: false }, 0, null, null],
  [{ from: '2016', to: null }, 1, 2015, 2015],
  [{}, 2, 2010, 2015],
])('ties between a and b with %o weigh %d', (dates, weight, firstYear, lastYear) => {
  const view = see({ seeds: ['a~a', 'a~b'], ties: { ...anyTie, ...dates } });
  const tie = view.edges.find(({ edge }) => edge.relation === 'TIE');
  expect(tie?.weight ?? 0).toBe(weight);
  if (tie) expect([tie.firstYear, tie.lastYear]).toEqual([firstYear, lastYear]);
});

test('what was hidden by hand is counted apart, and unknown keys are named', () => {
  const view = see({ seeds: ['a~a', 'a~nobody'], expansions: [step('a~a', 'TIE')], hidden: ['a~c'] });
  expect(keys(view)).toEqual(['a~a', 'a~b']);
  expect(view).toMatchObject({ hiddenByHand: 1, hiddenByFilters: 0, unknownKeys: ['a~nobody'] });
});

test('each node says which ways are open, and how many are seen', () => {
  const [node] = see({ seeds: ['a~a'] }).nodes;
  expect(node!.ways).toEqual([
    { relation: 'TIE', total: 2, shown: 0 },
    { relation: 'COMPETENCE', total: 1, shown: 0 },
    { relation: 'THEME', total: 1, shown: 0 },
    { relation: 'PLACE', total: 1, shown: 0 },
    { relation: 'WITHIN', total: 2, shown: 0 },
  ]);
});

describe('the whole region by its communities', () => {
  const region = regionCommunities(smallActors, smallGraph.ties);
  const { seeds: _seeds, keepSeeds: _keep, ...request } = openRequest([]);

  test('every actor is in one, those without a tie in none', () => {
    expect(region.communityOf[5]).toBeNull();
    expect(region.members.flat().sort()).toEqual([0, 1, 2, 3, 4]);
    expect(region.members).toHaveLength(region.names.length);
  });

  test('closed, they count their members; opened, their members are drawn', () => {
    const closed = communityView(smallGraph, region, [], request);
    expect(closed.groups.reduce((sum, { members }) => sum + members, 0)).toBe(6);
    expect(closed.view.nodes).toHaveLength(0);
    const opened = communityView(smallGraph, region, [groupKey(0)], request);
    expect(opened.view.nodes).toHaveLength(region.members[0]!.length);
    expect(opened.groups.map(({ community }) => community)).not.toContain(0);
  });

  test('filters count members of closed communities too, and drop those left empty', () => {
    const view = communityView(smallGraph, region, [], { ...request, keepsActor: (place) => place === 0 });
    expect(view.groups).toHaveLength(1);
    expect(view.hiddenInGroups).toBe(5);
  });

  test('never more than the canvas holds: the largest communities and the strongest ties stay, the rest is counted', () => {
    const whole = communityView(smallGraph, region, [], request);
    const view = communityView(smallGraph, region, [], { ...request, mostElements: 2 });
    const [largest] = whole.groups.toSorted((x, y) => y.matching - x.matching);
    expect(view.groups).toEqual([largest]);
    expect(view.leftOutInGroups).toBe(6 - largest!.matching);
    expect(view.groupEdges).toEqual([]);
    const opened = communityView(smallGraph, region, [groupKey(0)], { ...request, mostElements: 9 });
    const { groups, groupEdges, view: inside } = opened;
    expect(groups.length + groupEdges.length + inside.nodes.length + inside.edges.length).toBeLessThanOrEqual(
      9,
    );
    expect(
      opened.leftOutInGroups + inside.nodesLeftOut + groupEdges.length + opened.groupEdgesLeftOut,
    ).toBeGreaterThan(0);
  });
});
