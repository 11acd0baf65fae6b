import type { Point } from '../canvasTypes';
import { drawAlone } from './drawAlone';
import type { LayoutNode, LayoutRequest, Positions } from './layoutTypes';
import { placeFresh } from './placeFresh';

/**
 * Places nodes by attraction along edges and repulsion (ForceAtlas2, Jacomy et al. 2014,
 * doi:10.1371/journal.pone.0098679), then moves apart those that overlap, labels included while they are few enough
 * to be all read. Where something is `fixed`, it does not move: what is new is drawn on its own and put in the nearest free
 * room. The same request always gives the same answer.
 *
 * @returns a place for every node; nodes without an edge stand in rows below the others
 */
export function forceLayout(request: LayoutRequest): Positions {
  const { nodes, edges, aspect, steps } = request;
  const keys = new Set(nodes.map(({ key }) => key));
  const inside = edges.filter(({ source, target }) => keys.has(source) && keys.has(target));
  const anyFixed = nodes.some(({ fixed }) => fixed);
  if (anyFixed) return Object.fromEntries(placeFresh(nodes, inside, steps));
  const tied = new Set(inside.flatMap(({ source, target }) => [source, target]));
  const connected = nodes.filter(({ key }) => tied.has(key));
  const placed = drawAlone(connected, inside, steps, aspect);
  placeInRows(
    nodes.filter(({ key }) => !tied.has(key)),
    placed,
    aspect,
  );
  return Object.fromEntries(placed);
}

function placeInRows(nodes: readonly LayoutNode[], places: Map<string, Point>, aspect: number): void {
  if (nodes.length === 0) return;
  const points = [...places.values()];
  const width = Math.max(...nodes.map(({ radius, labelWidth }) => Math.max(2 * radius, labelWidth) + 24));
  const height = Math.max(...nodes.map(({ radius, labelHeight }) => 2 * radius + labelHeight + 22));
  const left = points.length > 0 ? Math.min(...points.map(({ x }) => x)) : 0;
  const room = points.length > 0 ? Math.max(...points.map(({ x }) => x)) - left : 0;
  const columns = Math.max(
    1,
    Math.round(Math.max(room / width, Math.sqrt((nodes.length * aspect * height) / width))),
  );
  const top = points.length > 0 ? Math.max(...points.map(({ y }) => y)) + 2 * height : 0;
  nodes.forEach(({ key }, index) =>
    places.set(key, {
      x: left + (index % columns) * width,
      y: top + Math.floor(index / columns) * height,
    }),
  );
}
