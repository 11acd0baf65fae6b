import fc from 'fast-check';
import { PackedList } from './packedList';

const listOf = (items: readonly unknown[]) => {
  const list = new PackedList<unknown>();
  items.forEach((item) => list.push(item));
  return list;
};

describe('a packed list', () => {
  it('gives back what was put in, whole, by pieces and one by one', () => {
    const items = fc.array(fc.record({ name: fc.string(), parts: fc.array(fc.integer()) }), {
      maxLength: 700,
      size: 'max',
    });
    fc.assert(
      fc.property(items, fc.nat(700), fc.nat(700), (some, start, count) => {
        const list = listOf(some);
        expect(list).toHaveLength(some.length);
        expect([...list]).toEqual(some);
        expect(list.slice(start, start + count)).toEqual(some.slice(start, start + count));
        expect(list.at(start)).toEqual(some[start]);
      }),
      { numRuns: 20 },
    );
  });

  it('replaces an item of a packed page and one of the open page', () => {
    const list = listOf(Array.from({ length: 600 }, (_, index) => index));
    list.replace(3, 'three');
    list.replace(599, 'last');
    expect([list.at(3), list.at(4), list.at(599), [...list][3]]).toEqual(['three', 4, 'last', 'three']);
  });

  it('is empty when nothing was put in', () => {
    expect([...listOf([])]).toEqual([]);
    expect(listOf([]).at(0)).toBeUndefined();
  });
});
