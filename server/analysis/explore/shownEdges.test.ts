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

/** Connected parts of what is shown. */
function partsOf({ edges }: ReturnType<typeof shownEdges>): number {
  const part = new Map([...all].map((node) => [node, node]));
  for (const { edge } of edges) {
    const [from, to] = [part.get(edge.source)!, part.get(edge.target)!];
    for (const [node, its] of part) if (its === from) part.set(node, to);
  }
  return new Set(part.values()).size;
}

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

test('where there are too many, nobody looks alone who is not; then relations that are no tie stay, then the strongest ties', () => {
  const whole = shownEdges(smallGraph, all, () => true, 1000);
  const alone = ({ edges }: ReturnType<typeof shownEdges>) =>
    [...all].filter((node) => !edges.some(({ edge }) => edge.source === node || edge.target === node));
  // A forest has as many edges as nodes less parts.
  const shape = all.size - partsOf(whole);
  expect(whole.edges.length).toBeGreaterThan(shape + 1);
  const held = shownEdges(smallGraph, all, () => true, shape);
  expect([partsOf(held), alone(held)]).toEqual([partsOf(whole), alone(whole)]);
  expect(held.edgesLeftOut).toBe(whole.edges.length - shape);
  const others = whole.edges.filter(({ edge }) => edge.relation !== 'TIE').length;
  const most = Math.max(others, shape) + 2;
  const cut = shownEdges(smallGraph, all, () => true, most);
  expect(cut.edges).toHaveLength(most);
  expect(cut.edges.filter(({ edge }) => edge.relation !== 'TIE')).toHaveLength(others);
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

test('which stay is told: those that hold first, by rank, then the others by rank', () => {
  const shown = new Set(['a~a', 'a~b', 'a~c', 'a~d', 'p~p'].map(place));
  const names = (most: number) =>
    told(shownEdges(smallGraph, shown, () => true, most)).map(([source, , target]) =>
      [source, target]
        .map((key) => String(key).slice(2))
        .sort()
        .join('–'),
    );
  const order = ['b–p', 'c–p', 'd–p', 'a–b', 'a–c', 'b–c', 'b–d', 'c–d'];
  expect(new Set(names(100))).toEqual(new Set(order));
  for (const most of [1, 4, 6, 7]) expect(names(most)).toEqual(order.slice(0, most));
});
