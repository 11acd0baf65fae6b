/** Corners of the outlines in a square from -1 to 1, as Cytoscape draws them. */
const corners: Record<string, readonly (readonly [number, number])[]> = {
  triangle: [
    [0, -1],
    [1, 1],
    [-1, 1],
  ],
  diamond: [
    [0, -1],
    [1, 0],
    [0, 1],
    [-1, 0],
  ],
  'round-tag': [
    [-1, -1],
    [0.25, -1],
    [1, 0],
    [0.25, 1],
    [-1, 1],
  ],
  pentagon: polygon(5),
  hexagon: polygon(6),
  octagon: polygon(8),
};
corners['round-diamond'] = corners['diamond']!;

/** A regular polygon that fills the square: a corner on top when their number is odd, a side when it is even. */
function polygon(sides: number): [number, number][] {
  const first = -Math.PI / 2 + (sides % 2 === 0 ? Math.PI / sides : 0);
  const points = Array.from({ length: sides }, (_, index): [number, number] => {
    const angle = first + (2 * Math.PI * index) / sides;
    return [Math.cos(angle), Math.sin(angle)];
  });
  const fit = (axis: 0 | 1) => {
    const values = points.map((point) => point[axis]);
    const [least, most] = [Math.min(...values), Math.max(...values)];
    return (value: number): number => ((value - least) / (most - least)) * 2 - 1;
  };
  const [across, along] = [fit(0), fit(1)];
  return points.map(([x, y]) => [across(x), along(y)]);
}

const round = (value: number): string => String(Math.round(value * 10) / 10);

/**
 * The outline of a node as an SVG element around the origin; an ellipse for a name that is not known.
 *
 * @param shape - name that Cytoscape gives it
 * @param attributes - of the element, already written
 */
export function outline(shape: string, width: number, height: number, attributes: string): string {
  const points = corners[shape];
  if (points) {
    const joined = shape.startsWith('round') ? ' stroke-linejoin="round"' : '';
    const list = points.map(([x, y]) => `${round((x * width) / 2)},${round((y * height) / 2)}`);
    return `<polygon points="${list.join(' ')}" ${attributes}${joined}/>`;
  }
  if (/rectangle|barrel/.test(shape)) {
    const radius = shape === 'rectangle' ? 0 : Math.min(8, width / 4, height / 4);
    return `<rect x="${round(-width / 2)}" y="${round(-height / 2)}" width="${round(width)}" height="${round(height)}" rx="${round(radius)}" ${attributes}/>`;
  }
  return `<ellipse rx="${round(width / 2)}" ry="${round(height / 2)}" ${attributes}/>`;
}
