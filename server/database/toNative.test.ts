import neo4j from 'neo4j-driver';
import { toNative } from './toNative';

const { Date: Day, DateTime, Point, Node, Relationship } = neo4j.types;

test.each<[string, unknown, unknown]>([
  ['an integer', neo4j.int(42), 42],
  ['the largest exact integer', neo4j.int('9007199254740991'), 9007199254740991],
  ['a negative integer', neo4j.int(-7), -7],
  ['a float', 0.5, 0.5],
  ['null', null, null],
  ['text', 'Amiens', 'Amiens'],
  ['a date', new Day(neo4j.int(2017), neo4j.int(12), neo4j.int(2)), '2017-12-02'],
  ['a geographic point', new Point(neo4j.int(4326), 2.3, 49.9), { longitude: 2.3, latitude: 49.9 }],
  ['a plane point', new Point(neo4j.int(7203), 1, 2), { x: 1, y: 2 }],
  ['a list', [neo4j.int(1), [neo4j.int(2)]], [1, [2]]],
  ['a map', { a: { b: neo4j.int(3) } }, { a: { b: 3 } }],
  ['an empty map', {}, {}],
  [
    'a node',
    new Node(neo4j.int(0), ['Actor', 'Lab'], { level: neo4j.int(2) }),
    { labels: ['Actor', 'Lab'], properties: { level: 2 } },
  ],
  [
    'a relationship',
    new Relationship(neo4j.int(0), neo4j.int(1), neo4j.int(2), 'WORKS_ON', { since: neo4j.int(2019) }),
    { type: 'WORKS_ON', properties: { since: 2019 } },
  ],
])('%s', (_, value, expected) => {
  expect(toNative(value)).toEqual(expected);
});

test('a moment is an ISO 8601 text that JavaScript reads', () => {
  const moment = DateTime.fromStandardDate(new Date('2024-05-06T07:08:09.123Z'));
  expect(new Date(toNative(moment) as string).toISOString()).toBe('2024-05-06T07:08:09.123Z');
});

test('an integer that a number cannot hold is refused rather than rounded', () => {
  expect(() => toNative(neo4j.int('9007199254740993'))).toThrow(RangeError);
});
