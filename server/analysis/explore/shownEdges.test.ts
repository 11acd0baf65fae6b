import { shownEdges } from './shownEdges';
import { smallGraph } from './tests/smallRegion';

const all = new Set(smallGraph.nodes.keys());
const told = ({ edges }: ReturnType<typeof shownEdges>) =>
  edges.map(({ edge, weight }) => [
    smallGraph.nodes[edge.source]!.key,
    edge.relation,
    smallGraph.nodes[edge.target]!.key,
    weight,
  ]);
const place = (key: string) => smallGraph.places.get(key)!;

test('only relations both ends of which are shown, each once', () => {
  const shown = new Set(['a~a', 'a~b', 'a~c'].map(place));
  const found = shownEdges(smallGraph, shown, () => true, 100);
  expect(
    told(found)
      .map(([source, relation, target]) => [source, relation, target].join(' '))
      .sort(),
  ).toEqual(['a~a TIE a~b', 'a~a TIE a~c', 'a~b TIE a~c']);
  expect(found.edgesLeftOut).toBe(0);
});

test('where there are too many, relations that are no tie stay first, then the strongest ties', () => {
  const whole = shownEdges(smallGraph, all, () => true, 1000);
  const ties = whole.edges.filter(({ edge }) => edge.relation === 'TIE');
  const others = whole.edges.length - ties.length;
  const cut = shownEdges(smallGraph, all, () => true, others + 1);
  expect(cut.edgesLeftOut).toBe(ties.length - 1);
  const kept = cut.edges.filter(({ edge }) => edge.relation === 'TIE');
  expect(kept.map(({ weight }) => weight)).toEqual([Math.max(...ties.map(({ weight }) => weight))]);
  expect(cut.edges).toHaveLength(others + 1);
});

test('without any room, all are counted', () => {
  const whole = shownEdges(smallGraph, all, () => true, 1000);
  for (const most of [0, -3])
    expect(shownEdges(smallGraph, all, () => true, most)).toEqual({
      edges: [],
      edgesLeftOut: whole.edges.length,
    });
});

test('a tie nothing of which is kept is neither shown nor counted', () => {
  const found = shownEdges(smallGraph, new Set([place('a~a'), place('a~c')]), () => false, 100);
  expect(found).toEqual({ edges: [], edgesLeftOut: 0 });
});
