import fc from 'fast-check';
import { placeLabels, type LabelBox } from './labelPlacement';

const boxes = fc.uniqueArray(
  fc.record({
    key: fc.string({ minLength: 1 }),
    x: fc.integer({ min: -2000, max: 2000 }),
    y: fc.integer({ min: -2000, max: 2000 }),
    width: fc.integer({ min: 4, max: 260 }),
    height: fc.integer({ min: 8, max: 60 }),
    rank: fc.integer({ min: 0, max: 50 }),
    elsewhere: fc
      .array(
        fc.record({
          side: fc.constantFrom('above' as const, 'right' as const, 'left' as const),
          x: fc.integer({ min: -2000, max: 2000 }),
          y: fc.integer({ min: -2000, max: 2000 }),
        }),
        { maxLength: 3 },
      )
      .map((all) => [...new Map(all.map((each) => [each.side, each])).values()]),
  }),
  { selector: ({ key }) => key, maxLength: 60 },
);
const meet = (a: LabelBox, b: LabelBox) =>
  Math.abs(a.x - b.x) * 2 < a.width + b.width && Math.abs(a.y - b.y) * 2 < a.height + b.height;

const sidesOf = (placed: ReturnType<typeof placeLabels>) => [...placed].map(([key, { side }]) => [key, side]);

test('no two labels that are shown cover each other', () => {
  fc.assert(
    fc.property(boxes, (all) => {
      const placed = placeLabels(all);
      const shown = all
        .filter(({ key }) => placed.has(key))
        .map((box) => ({ ...box, ...placed.get(box.key) }));
      return shown.every((a, index) => shown.slice(index + 1).every((b) => !meet(a, b)));
    }),
  );
});

test('a label is left out only for one of greater rank, or equal', () => {
  fc.assert(
    fc.property(boxes, (all) => {
      const kept = placeLabels(all);
      return all
        .filter(({ key }) => !kept.has(key))
        .every((box) =>
          all.some((other) => {
            const place = kept.get(other.key);
            return place !== undefined && meet(box, { ...other, ...place }) && other.rank >= box.rank;
          }),
        );
    }),
  );
});

test('what is chosen is named whatever it covers, and a name never covers another node', () => {
  const box = (key: string, rank: number, always = false) => ({
    key,
    x: 0,
    y: 0,
    width: 80,
    height: 14,
    rank,
    always,
  });
  expect([...placeLabels([box('a', 9), box('b', 1, true)]).keys()]).toEqual(['b']);
  expect(placeLabels([box('a', 9)], [{ key: 'b', x: 10, y: 2, radius: 15, rank: 9 }]).size).toBe(0);
  expect(placeLabels([box('a', 9)], [{ key: 'b', x: 10, y: 2, radius: 15, rank: 1 }]).size).toBe(1);
  expect(placeLabels([box('a', 9)], [{ key: 'a', x: 0, y: 0, radius: 15, rank: 9 }]).size).toBe(1);
});

test('a name that would cover something below its node is written above it, below where both are taken and it must be', () => {
  const elsewhere = [{ side: 'above' as const, x: 0, y: -20 }];
  const big = { key: 'a', x: 0, y: 20, elsewhere, width: 80, height: 14, rank: 9 };
  const node = { key: 'b', x: 10, y: 22, radius: 15, rank: Infinity };
  const other = { key: 'c', x: 10, y: -22, radius: 15, rank: Infinity };
  expect(sidesOf(placeLabels([big]))).toEqual([['a', 'below']]);
  expect(sidesOf(placeLabels([big], [node]))).toEqual([['a', 'above']]);
  expect(sidesOf(placeLabels([big], [node, other]))).toEqual([]);
  expect(sidesOf(placeLabels([{ ...big, always: true }], [node, other]))).toEqual([['a', 'below']]);
});

test('nothing is written where room is taken, unless it always is', () => {
  const label = {
    x: 0,
    y: 0,
    width: 40,
    height: 10,
    rank: 1,
    elsewhere: [{ side: 'left' as const, x: -60, y: 0 }],
  };
  const taken = [{ x: 10, y: 0, width: 20, height: 20 }];
  const stuck = { ...label, key: 'stuck', y: 4, elsewhere: [] };
  expect(sidesOf(placeLabels([{ ...label, key: 'moved' }, stuck], [], taken))).toEqual([['moved', 'left']]);
  expect(placeLabels([{ ...stuck, always: true }], [], taken).has('stuck')).toBe(true);
});

test('a name cut in shorter lines is written where the long ones have no room', () => {
  const cut = { width: 30, height: 40 };
  const places = [
    { side: 'right' as const, x: 60, y: 0 },
    { side: 'below' as const, x: 0, y: 30, cut },
  ];
  const long = { key: 'a', x: 0, y: 20, width: 100, height: 14, rank: 9, elsewhere: places };
  const walls = [-40, 40, 60].map((x, index) => ({
    key: `w${index}`,
    x,
    y: x === 60 ? 0 : 20,
    radius: 12,
    rank: Infinity,
  }));
  const [first, ...others] = [...placeLabels([long, { ...long, key: 'b', rank: 1 }], walls)];
  expect(first).toEqual(['a', places[1]]);
  expect(others).toEqual([]);
});
