import { UndirectedGraph } from 'graphology';
import forceAtlas2 from 'graphology-layout-forceatlas2';
import type { Point } from '../canvasTypes';
import type { LayoutNode, LayoutRequest } from './layoutTypes';
import { separate } from './separate';

const golden = Math.PI * (3 - Math.sqrt(5));

/** Draws a part of a network on its own, around no place in particular. */
export function drawAlone(
  nodes: readonly LayoutNode[],
  edges: LayoutRequest['edges'],
  steps: number,
  aspect: number,
): Map<string, Point> {
  const placed = attract(nodes, edges, steps);
  fitAspect(placed, nodes, aspect);
  separate(nodes, placed);
  return placed;
}

function firstPlaces(nodes: readonly LayoutNode[]): Map<string, Point> {
  return new Map(
    nodes.map(({ key }, index) => {
      const distance = 40 * Math.sqrt(index + 0.5);
      return [key, { x: distance * Math.cos(index * golden), y: distance * Math.sin(index * golden) }];
    }),
  );
}

function attract(
  nodes: readonly LayoutNode[],
  edges: LayoutRequest['edges'],
  steps: number,
): Map<string, Point> {
  const places = firstPlaces(nodes);
  if (nodes.length < 2) return places;
  const graph = new UndirectedGraph();
  for (const { key, radius } of nodes) {
    const { x, y } = places.get(key)!;
    graph.addNode(key, { x: x / 10, y: y / 10, size: radius / 10 });
  }
  for (const { source, target, weight } of edges)
    if (source !== target && graph.hasNode(source) && graph.hasNode(target))
      graph.mergeEdge(source, target, { weight: 1 + Math.log(weight) });
  const found = forceAtlas2(graph, {
    iterations: steps,
    getEdgeWeight: 'weight',
    settings: {
      gravity: 0.9,
      scalingRatio: 14,
      slowDown: 1 + Math.log(graph.order),
      barnesHutOptimize: graph.order > 250,
      // As Gephi has it.
      barnesHutTheta: 1.2,
      linLogMode: false,
      adjustSizes: false,
      edgeWeightInfluence: 0.6,
    },
  });
  for (const { key } of nodes) {
    const { x, y } = found[key]!;
    places.set(key, { x: x * 10, y: y * 10 });
  }
  return places;
}

/** Turns the drawing so that it is widest where the room is, and gives it the density that labels need. */
function fitAspect(places: Map<string, Point>, nodes: readonly LayoutNode[], aspect: number): void {
  if (nodes.length < 2) return;
  const points = [...places.values()];
  const middle = {
    x: points.reduce((sum, { x }) => sum + x, 0) / points.length,
    y: points.reduce((sum, { y }) => sum + y, 0) / points.length,
  };
  let xx = 0;
  let yy = 0;
  let xy = 0;
  for (const { x, y } of points) {
    xx += (x - middle.x) ** 2;
    yy += (y - middle.y) ** 2;
    xy += (x - middle.x) * (y - middle.y);
  }
  const angle = (aspect >= 1 ? 0 : Math.PI / 2) - Math.atan2(2 * xy, xx - yy) / 2;
  const need = nodes.reduce(
    (sum, { radius, labelWidth, labelHeight }) =>
      sum + Math.max(2 * radius + 24, labelWidth) * (2 * radius + labelHeight + 24),
    0,
  );
  const turned = [...places].map(([key, { x, y }]) => {
    const dx = x - middle.x;
    const dy = y - middle.y;
    return [
      key,
      dx * Math.cos(angle) - dy * Math.sin(angle),
      dx * Math.sin(angle) + dy * Math.cos(angle),
    ] as const;
  });
  // A line of few nodes is not blown up for want of height.
  const [across, down] = [spread(turned.map(([, x]) => x)), spread(turned.map(([, , y]) => y))];
  const width = Math.max(across, down / 3);
  const height = Math.max(down, across / 3);
  const area = 2.1 * need;
  const ratio = Math.sqrt(Math.min(2.2, Math.max(0.45, aspect)) * (height / width));
  const stretch = Math.min(1.7, Math.max(1 / 1.7, ratio));
  const scale = Math.sqrt(area / (width * height));
  for (const [key, x, y] of turned) places.set(key, { x: x * scale * stretch, y: (y * scale) / stretch });
}

function spread(values: readonly number[]): number {
  return Math.max(1, Math.max(...values) - Math.min(...values));
}
