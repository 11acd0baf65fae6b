import cytoscape from 'cytoscape';
import { canvasSvg } from './canvasSvg';
import { outline } from './outlines';
import { createStylesheet } from './stylesheet';

const look = { fill: '#ffffff', line: '#112233', image: 'none', rank: 1, kind: 'ACTOR', side: 40, tall: 40 };
const label = { font: 10, valign: 'center', aside: 0, down: 0, outline: 2 };

function draw() {
  const cy = cytoscape({
    headless: true,
    layout: { name: 'preset' },
    styleEnabled: true,
    style: createStylesheet(() => '#123456', 'sans-serif'),
    elements: [
      {
        data: {
          ...{ ...look, ...label, id: 'a', shape: 'hexagon', shown: 'Été <1>\nà Lille', halign: 'right' },
          image: `data:image/svg+xml;utf8,${encodeURIComponent('<svg xmlns="http://www.w3.org/2000/svg" width="72" height="72" viewBox="0 0 36 36"><path d="M1 1"/></svg>')}`,
        },
        position: { x: 100, y: 50 },
      },
      {
        data: { ...look, ...label, id: 'b', shape: 'round-rectangle', shown: '', halign: 'center' },
        position: { x: -100, y: 0 },
      },
      { data: { source: 'a', target: 'b', relation: 'THEME', width: 2, opacity: 0.5 } },
    ],
  });
  return canvasSvg(cy, (key) => `Nom de ${key} & fils`);
}

it('draws what the canvas shows where it stands, as well-formed XML that needs no other file', () => {
  const drawing = new DOMParser().parseFromString(draw(), 'image/svg+xml');
  expect(drawing.querySelector('parsererror')).toBeNull();
  const line = drawing.querySelector('line')!;
  expect(['x1', 'y1', 'x2', 'y2'].map((name) => line.getAttribute(name))).toEqual(['100', '50', '-100', '0']);
  expect(line.getAttribute('stroke-dasharray')).not.toBeNull();
  const [node, other] = [...drawing.querySelectorAll('g[transform]')];
  expect(node!.getAttribute('transform')).toBe('translate(100 50)');
  expect(node!.querySelector('title')!.textContent).toBe('Nom de a & fils');
  expect([...node!.querySelectorAll('tspan')].map(({ textContent }) => textContent)).toEqual([
    'Été <1>',
    'à Lille',
  ]);
  expect(node!.querySelector('text')!.getAttribute('text-anchor')).toBe('start');
  expect(Number(node!.querySelector('tspan')!.getAttribute('x'))).toBe(20);
  expect(node!.querySelector('svg')!.getAttribute('width')).toBe('40');
  expect(other!.querySelector('text')).toBeNull();
  expect(other!.querySelector('rect')!.getAttribute('rx')).toBe('8');
  expect(drawing.querySelector('image, use')).toBeNull();
});

it.each([
  ['triangle', 3],
  ['diamond', 4],
  ['pentagon', 5],
  ['hexagon', 6],
  ['octagon', 8],
])('fills the place of a node with a %s', (shape, corners) => {
  const points = /points="([^"]*)"/
    .exec(outline(shape, 20, 40, ''))![1]!
    .split(' ')
    .map((pair) => pair.split(',').map(Number));
  expect(points).toHaveLength(corners);
  const [xs, ys] = [points.map(([x]) => x!), points.map(([, y]) => y!)];
  expect([Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)]).toEqual([-10, 10, -20, 20]);
});
