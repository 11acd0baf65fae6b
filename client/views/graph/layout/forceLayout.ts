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
  const [main = [], ...others] = connectedParts(nodes, inside);
  const isAlone = (part: readonly LayoutNode[]): boolean => part.length === 1;
  const placed = drawAlone(isAlone(main) ? [] : main, inside, steps, aspect);
  placeParts(
    others.filter((part) => !isAlone(part)),
    inside,
    steps,
    placed,
  );
  placeInRows([...(isAlone(main) ? [main] : []), ...others.filter(isAlone)].flat(), placed, aspect);
  return Object.fromEntries(placed);
}

/** The parts of the network that no edge ties to each other, the largest first; equal ones in the order of the nodes. */
export function connectedParts(nodes: readonly LayoutNode[], edges: LayoutRequest['edges']): LayoutNode[][] {
  const head = new Map(nodes.map(({ key }) => [key, key]));
  const find = (key: string): string => {
    let at = key;
    while (head.get(at) !== at) at = head.get(at)!;
    head.set(key, at);
    return at;
  };
  for (const { source, target } of edges) head.set(find(source), find(target));
  const parts = new Map<string, LayoutNode[]>();
  for (const node of nodes) {
    const of = find(node.key);
    const part = parts.get(of);
    if (part) part.push(node);
    else parts.set(of, [node]);
  }
  return [...parts.values()].sort((a, b) => b.length - a.length);
}

/** Draws each smaller part on its own, and sets them side by side in rows below what is placed. */
function placeParts(
  parts: readonly LayoutNode[][],
  edges: LayoutRequest['edges'],
  steps: number,
  places: Map<string, Point>,
): void {
  const frame = frameOf(places);
  const drawn = parts.map((part) => {
    const keys = new Set(part.map(({ key }) => key));
    const inside = edges.filter(({ source }) => keys.has(source));
    return drawAlone(part, inside, steps, 1);
  });
  let [x, y, tallest] = [frame.left, frame.bottom + gap, 0];
  for (const part of drawn) {
    const { left, right, top, bottom } = frameOf(part);
    if (x > frame.left && x + right - left > Math.max(frame.right, frame.left + 600)) {
      [x, y, tallest] = [frame.left, y + tallest + gap, 0];
    }
    for (const [key, at] of part) places.set(key, { x: at.x - left + x, y: at.y - top + y });
    x += right - left + gap;
    tallest = Math.max(tallest, bottom - top);
  }
}

/** Room between parts, label included. */
const gap = 110;

function frameOf(places: ReadonlyMap<string, Point>): {
  left: number;
  right: number;
  top: number;
  bottom: number;
} {
  const points = [...places.values()];
  if (points.length === 0) return { left: 0, right: 0, top: 0, bottom: -gap };
  return {
    left: Math.min(...points.map(({ x }) => x)),
    right: Math.max(...points.map(({ x }) => x)),
    top: Math.min(...points.map(({ y }) => y)),
    bottom: Math.max(...points.map(({ y }) => y)),
  };
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
