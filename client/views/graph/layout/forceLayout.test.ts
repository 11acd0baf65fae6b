import { connectedParts, forceLayout } from './forceLayout';
import { geoLayout, projectPlace } from './geoLayout';
import type { LayoutNode, LayoutRequest, Positions } from './layoutTypes';

const node = (key: string, rest: Partial<LayoutNode> = {}): LayoutNode => ({
  key,
  radius: 16,
  labelWidth: 80,
  labelHeight: 15,
  near: null,
  ...rest,
});
/** A hub with spokes, two triangles and two that are alone. */
const request = (fixed: Positions = {}, more: LayoutNode[] = []): LayoutRequest => {
  const keys = [
    'hub',
    ...Array.from({ length: 14 }, (_, i) => `s${i}`),
    't0',
    't1',
    't2',
    'alone0',
    'alone1',
  ];
  return {
    nodes: [...keys.map((key) => node(key, { fixed: fixed[key] })), ...more],
    edges: [
      ...Array.from({ length: 14 }, (_, i) => ({ source: 'hub', target: `s${i}`, weight: 1 + (i % 3) })),
      ...[0, 1, 2].map((i) => ({ source: `t${i}`, target: `t${(i + 1) % 3}`, weight: 1 })),
      { source: 'hub', target: 't0', weight: 1 },
      ...more.map(({ key }) => ({ source: 's3', target: key, weight: 1 })),
    ],
    steps: 200,
    aspect: 1.6,
  };
};
const boxesMeet = (a: { x: number; y: number }, b: { x: number; y: number }) => {
  const [high, low] = a.y <= b.y ? [a, b] : [b, a];
  return Math.abs(a.x - b.x) < 78 && low.y - high.y < 44;
};

test('the same request is drawn the same', () => {
  expect(forceLayout(request())).toEqual(forceLayout(request()));
});

test('every node has a place, and no node or label covers another', () => {
  const places = Object.entries(forceLayout(request()));
  expect(places).toHaveLength(20);
  places.forEach(([a, at], index) =>
    places.slice(index + 1).forEach(([b, other]) => {
      if (boxesMeet(at, other)) throw new Error(`${a} covers ${b}`);
    }),
  );
});

test('what is new moves nothing, stands clear of the rest, and not far from where it came', () => {
  const before = forceLayout(request());
  const fresh = Array.from({ length: 9 }, (_, i) => node(`n${i}`, { near: 's3' }));
  const after = forceLayout(request(before, fresh));
  for (const key of Object.keys(before)) expect(after[key]).toEqual(before[key]);
  const width =
    Math.max(...Object.values(before).map(({ x }) => x)) -
    Math.min(...Object.values(before).map(({ x }) => x));
  for (const { key } of fresh) {
    const at = after[key]!;
    expect(Math.hypot(at.x - before['s3']!.x, at.y - before['s3']!.y)).toBeLessThan(1.6 * width);
    for (const other of Object.keys(before)) expect(boxesMeet(at, before[other]!)).toBe(false);
  }
});

test('parts that nothing ties are drawn apart, the largest first, below one another', () => {
  const two = [node('x0'), node('x1'), node('y0'), node('y1')];
  const all = request();
  const parted = {
    ...all,
    nodes: [...two, ...all.nodes],
    edges: [
      ...all.edges,
      { source: 'x0', target: 'x1', weight: 1 },
      { source: 'y0', target: 'y1', weight: 1 },
    ],
  };
  expect(connectedParts(parted.nodes, parted.edges).map((part) => part.length)).toEqual([18, 2, 2, 1, 1]);
  const places = forceLayout(parted);
  const bottom = Math.max(...['hub', 't1', 's4'].map((key) => places[key]!.y));
  for (const { key } of two) expect(places[key]!.y).toBeGreaterThan(bottom);
});

test('nothing gives nothing, one node has a place', () => {
  expect(forceLayout({ nodes: [], edges: [], steps: 10, aspect: 1 })).toEqual({});
  expect(Object.keys(forceLayout({ nodes: [node('a')], edges: [], steps: 10, aspect: 1 }))).toEqual(['a']);
});

test('of several hundred nodes none covers another', () => {
  const nodes = Array.from({ length: 400 }, (_, i) => node(`n${i}`));
  const edges = nodes
    .slice(1)
    .flatMap(({ key }, i) =>
      [Math.floor(i / 3), (i * 7) % (i + 1)].map((to) => ({ source: key, target: `n${to}`, weight: 1 })),
    );
  const places = Object.values(forceLayout({ nodes, edges, steps: 60, aspect: 1.5 }));
  expect(places).toHaveLength(400);
  const close = places.flatMap((a, index) =>
    places.slice(index + 1).filter((b) => Math.abs(a.x - b.x) < 28 && Math.abs(a.y - b.y) < 28),
  );
  expect(close).toEqual([]);
});

test('on the ground, north is above south, east is right of west, and what has no place stands below', () => {
  const [lille, amiens] = [projectPlace(50.63, 3.06), projectPlace(49.89, 2.3)];
  expect(lille.y).toBeLessThan(amiens.y);
  expect(lille.x).toBeGreaterThan(amiens.x);
  const item = (key: string, latitude: number | null, longitude: number | null) => ({
    key,
    kind: 'ACTOR' as const,
    label: key,
    short: key,
    sort: null,
    phases: [],
    size: 0,
    community: null,
    latitude,
    longitude,
    from: null,
    isStart: false,
  });
  const items = [item('a', 50.63, 3.06), item('b', 50.63, 3.06), item('c', null, null)];
  const places = geoLayout(
    items,
    items.map(({ key }) => node(key)),
  );
  expect(places['c']!.y).toBeGreaterThan(places['a']!.y);
  expect(Math.hypot(places['a']!.x - places['b']!.x, places['a']!.y - places['b']!.y)).toBeGreaterThan(30);
});
