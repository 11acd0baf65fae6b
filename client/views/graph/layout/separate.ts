import type { Point } from '../canvasTypes';
import type { LayoutNode } from './layoutTypes';

/** Up to so many nodes labels are given room too; beyond, the labels that cover others are not shown. */
const mostLabelled = 260;
const mostRounds = 160;
const gap = 8;

interface Box {
  node: LayoutNode;
  place: Point;
  /** Half width and half height; the label hangs below, so that the box is not centred on the node. */
  halfWidth: number;
  above: number;
  below: number;
}

/**
 * Moves apart the nodes whose boxes overlap, a little at a time, each pair along the shorter way; what is fixed
 * stays. Places are changed in the map.
 */
export function separate(nodes: readonly LayoutNode[], places: Map<string, Point>): void {
  const withLabels = nodes.length <= mostLabelled;
  const boxes = nodes.map((node): Box => ({
    node,
    place: places.get(node.key)!,
    halfWidth: Math.max(node.radius, withLabels ? node.labelWidth / 2 : 0) + gap / 2,
    above: node.radius + gap / 2,
    below: node.radius + gap / 2 + (withLabels ? node.labelHeight : 0),
  }));
  const reach = Math.max(...boxes.map(({ halfWidth }) => 2 * halfWidth), 1);
  for (let round = 0; round < mostRounds; round++) if (!sweep(boxes, reach)) return;
}

/** One pass over pairs near each other from left to right; tells whether anything moved. */
function sweep(boxes: Box[], reach: number): boolean {
  boxes.sort((a, b) => a.place.x - b.place.x);
  let moved = false;
  for (let first = 0; first < boxes.length; first++) {
    const a = boxes[first]!;
    for (let second = first + 1; second < boxes.length; second++) {
      const b = boxes[second]!;
      if (b.place.x - a.place.x > reach) break;
      if (pushApart(a, b)) moved = true;
    }
  }
  return moved;
}

function pushApart(a: Box, b: Box): boolean {
  const dx = b.place.x - a.place.x;
  const dy = b.place.y - a.place.y;
  const overX = a.halfWidth + b.halfWidth - Math.abs(dx);
  const overY = dy >= 0 ? a.below + b.above - dy : b.below + a.above + dy;
  if (overX <= 0.5 || overY <= 0.5) return false;
  const shareA = a.node.fixed ? 0 : b.node.fixed ? 1 : 0.5;
  const shareB = b.node.fixed ? 0 : 1 - shareA;
  if (shareA + shareB === 0) return false;
  if (overX < overY) {
    const way = dx === 0 ? (a.node.key < b.node.key ? 1 : -1) : Math.sign(dx);
    a.place.x -= way * overX * shareA;
    b.place.x += way * overX * shareB;
  } else {
    const way = dy >= 0 ? 1 : -1;
    a.place.y -= way * overY * shareA;
    b.place.y += way * overY * shareB;
  }
  return true;
}
