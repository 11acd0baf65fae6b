import type { CanvasItem } from './canvasTypes';
import { toElements, type ElementLook } from './elements';
import { labelLines, lineLength, nodeShape, nodeSize } from './nodeLook';
import { contains } from './polygon';

const item = (rest: Partial<CanvasItem> = {}): CanvasItem => ({
  key: 'a~x',
  kind: 'ACTOR',
  label: 'X',
  short: 'X',
  sort: 'MUSEUM',
  phases: ['VALIDATION', 'DIFFUSION'],
  size: 4,
  community: 2,
  latitude: null,
  longitude: null,
  from: null,
  isStart: false,
  ...rest,
});
const look: ElementLook = {
  sizing: 'ties',
  colouring: 'phase',
  icons: new Map([['MUSEUM', '<path d="M0 0"/>']]),
  colour: (token) => `[${token}]`,
};
const data = (rest: Partial<CanvasItem>, how: Partial<ElementLook> = {}) =>
  toElements({ items: [item(rest)], links: [] }, { ...look, ...how })[0]!.data;

test('an actor is its icon and a mark for each phase it covers, no other', () => {
  const picture = decodeURIComponent(String(data({})['image']));
  expect(picture).toContain('[validation]');
  expect(picture).toContain('[diffusion]');
  expect(picture).not.toContain('[fabrication]');
  expect(decodeURIComponent(String(data({}, { colouring: 'community' })['image']))).not.toContain(
    '[validation]',
  );
});

test('a community has its colour, a competence that of its phase, whatever is coloured', () => {
  expect(data({}, { colouring: 'community' })['fill']).toBe('[group-3]');
  expect(data({ community: 40 }, { colouring: 'community' })['fill']).toBe('[group-8]');
  expect(data({ kind: 'COMPETENCE', phases: ['FABRICATION'] }, { colouring: 'none' })['fill']).toBe(
    '[fabrication]',
  );
});

test('kinds and phases are told by their outline, before any colour', () => {
  const shape = (kind: CanvasItem['kind'], phase: CanvasItem['phases'] = []) =>
    nodeShape(item({ kind, phases: phase }));
  expect(shape('COMPETENCE', ['VALIDATION'])).toBe('ellipse');
  expect(shape('COMPETENCE', ['FABRICATION'])).toBe('rectangle');
  expect(shape('COMPETENCE', ['DIFFUSION'])).toBe('triangle');
  expect(new Set([shape('PRODUCTION'), shape('THEME'), shape('TERRITORY'), shape('ACTOR')]).size).toBe(4);
});

test('size follows ties, or nothing', () => {
  expect(nodeSize(item({ size: 60 }), 'ties')).toBeGreaterThan(nodeSize(item({ size: 2 }), 'ties'));
  expect(nodeSize(item({ size: 60 }), 'equal')).toBe(nodeSize(item({ size: 2 }), 'equal'));
});

test('an edge needs its two ends', () => {
  const link = { source: 'a~x', target: 'a~y', relation: 'TIE' as const, weight: 1 };
  expect(toElements({ items: [item()], links: [link] }, look)).toHaveLength(1);
  expect(toElements({ items: [item(), item({ key: 'a~y' })], links: [link] }, look)).toHaveLength(3);
});

test('among too many nodes, outlines remain and icons go', () => {
  const items = Array.from({ length: 4 }, (_, i) => item({ key: `a~${i}` }));
  expect(toElements({ items, links: [] }, { ...look, mostIcons: 3 })[0]!.data['image']).toBe('none');
});

test.each([
  ['Xperium', ['Xperium']],
  ['Médiathèque Louis Aragon', ['Médiathèque Louis', 'Aragon']],
  ['Parc naturel régional des Caps et Marais d’Opale', ['Parc naturel', 'régional des Caps e…']],
  ['Anticonstitutionnellement-long', ['Anticonstitutionnel…']],
])('%s is written on two lines at most', (label, lines) => {
  expect(labelLines(label)).toEqual(lines);
  expect(labelLines(label).every((line) => line.length <= lineLength)).toBe(true);
});

test('a point is inside what is drawn around it', () => {
  const square = [
    { x: 0, y: 0 },
    { x: 10, y: 0 },
    { x: 10, y: 10 },
    { x: 0, y: 10 },
  ];
  expect(contains(square, { x: 5, y: 5 })).toBe(true);
  expect(contains(square, { x: 15, y: 5 })).toBe(false);
  expect(contains([], { x: 0, y: 0 })).toBe(false);
});

test('the name of a community is also cut in three short lines, for where there is little room', () => {
  expect(labelLines('Université de Lille et 40 autres', { most: 3, length: 13 })).toEqual([
    'Université de',
    'Lille et 40',
    'autres',
  ]);
  expect(labelLines('Médiathèque intercommunale de Valbourg et 3 autres', { most: 3, length: 13 })).toEqual([
    'Médiathèque',
    'intercommuna…',
    'de Valbourg…',
  ]);
});
