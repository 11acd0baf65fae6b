import type { Point } from '../canvasTypes';
import { drawAlone } from './drawAlone';
import type { LayoutNode, LayoutRequest } from './layoutTypes';
import { separate } from './separate';

const angles = 28;
const rings = 26;

/**
 * Places what is new among what is fixed: the nodes that came from one place are drawn together on their own, and that drawing
 * is put in the nearest room where it covers nothing. What is fixed does not move.
 */
export function placeFresh(
  nodes: readonly LayoutNode[],
  edges: LayoutRequest['edges'],
  steps: number,
): Map<string, Point> {
  const places = new Map<string, Point>();
  for (const { key, fixed } of nodes) if (fixed) places.set(key, { ...fixed });
  const fresh = nodes.filter(({ fixed }) => !fixed);
  for (const [anchor, group] of byAnchor(fresh, edges, places)) {
    const keys = new Set(group.map(({ key }) => key));
    const drawn = drawAlone(
      group,
      edges.filter(({ source, target }) => keys.has(source) && keys.has(target)),
      steps,
      1,
    );
    const middle = middleOf([...drawn.values()]);
    const radius = Math.max(...group.map((node) => reachOf(node, drawn.get(node.key)!, middle)));
    const settled = nodes.filter(({ key }) => places.has(key));
    const centre = freeRoom(
      places.get(anchor) ?? group[0]!.nearPlace ?? middleOf([...places.values()]),
      radius,
      settled,
      places,
    );
    for (const [key, { x, y }] of drawn)
      places.set(key, { x: x - middle.x + centre.x, y: y - middle.y + centre.y });
  }
  separate(nodes, places);
  return places;
}

/** New nodes by the placed node they came from, else the first placed one they are tied to. */
function byAnchor(
  fresh: readonly LayoutNode[],
  edges: LayoutRequest['edges'],
  places: ReadonlyMap<string, Point>,
): Map<string, LayoutNode[]> {
  const tiedTo = new Map<string, string>();
  for (const { source, target } of edges) {
    if (places.has(source) && !tiedTo.has(target)) tiedTo.set(target, source);
    if (places.has(target) && !tiedTo.has(source)) tiedTo.set(source, target);
  }
  const groups = new Map<string, LayoutNode[]>();
  for (const node of fresh) {
    const anchor = node.near ?? tiedTo.get(node.key) ?? '';
    const group = groups.get(anchor);
    if (group) group.push(node);
    else groups.set(anchor, [node]);
  }
  return groups;
}

function middleOf(points: readonly Point[]): Point {
  const xs = points.map(({ x }) => x);
  const ys = points.map(({ y }) => y);
  if (points.length === 0) return { x: 0, y: 0 };
  return {
    x: (Math.min(...xs) + Math.max(...xs)) / 2,
    y: (Math.min(...ys) + Math.max(...ys)) / 2,
  };
}

function reachOf({ radius, labelHeight }: LayoutNode, { x, y }: Point, middle: Point): number {
  return Math.hypot(x - middle.x, y - middle.y) + radius + labelHeight / 2;
}

/** The nearest centre around which a disc covers the fewest of the placed nodes. */
function freeRoom(
  anchor: Point,
  radius: number,
  settled: readonly LayoutNode[],
  places: ReadonlyMap<string, Point>,
): Point {
  let best = anchor;
  let least = Infinity;
  const step = Math.max(40, radius / 2);
  for (let ring = 0; ring < rings; ring++)
    for (let turn = 0; turn < (ring === 0 ? 1 : angles); turn++) {
      const angle = (2 * Math.PI * turn) / angles;
      const centre = {
        x: anchor.x + ring * step * Math.cos(angle),
        y: anchor.y + ring * step * Math.sin(angle),
      };
      const covered = settled.filter((node) => {
        const { x, y } = places.get(node.key)!;
        return Math.hypot(x - centre.x, y - centre.y) < radius + node.radius;
      }).length;
      const cost = covered * 4 + ring;
      if (cost < least) [best, least] = [centre, cost];
    }
  return best;
}
