import type { CanvasItem } from '../canvasTypes';
import { separate } from './separate';
import type { LayoutNode, Positions } from './layoutTypes';

/** Units of the canvas for a degree of longitude. */
const unitsByDegree = 560;

/** A place on the ground as a place on the canvas, in the Mercator projection. */
export function projectPlace(latitude: number, longitude: number): { x: number; y: number } {
  const radians = (latitude * Math.PI) / 180;
  const mercator = (Math.log(Math.tan(Math.PI / 4 + radians / 2)) * 180) / Math.PI;
  return { x: (longitude - 2.8) * unitsByDegree, y: -(mercator - 56.2) * unitsByDegree };
}

/**
 * Places what has a place on the ground where it is, moved apart where several share a commune; the rest stands in
 * rows below. Same items, same answer.
 */
export function geoLayout(items: readonly CanvasItem[], nodes: readonly LayoutNode[]): Positions {
  const places = new Map<string, { x: number; y: number }>();
  for (const { key, latitude, longitude } of items)
    if (latitude !== null && longitude !== null) places.set(key, projectPlace(latitude, longitude));
  const placed = nodes.filter(({ key }) => places.has(key));
  // Those of one commune fan out from it in the order of their keys.
  const crowd = new Map<string, number>();
  for (const { key } of [...placed].sort((a, b) => (a.key < b.key ? -1 : 1))) {
    const at = places.get(key)!;
    const commune = `${at.x} ${at.y}`;
    const rank = crowd.get(commune) ?? 0;
    crowd.set(commune, rank + 1);
    const distance = 14 * Math.sqrt(rank);
    places.set(key, { x: at.x + distance * Math.cos(rank * 2.4), y: at.y + distance * Math.sin(rank * 2.4) });
  }
  separate(
    placed.map((node) => ({ ...node, labelWidth: 0, labelHeight: 0 })),
    places,
  );
  const bottom = Math.max(0, ...[...places.values()].map(({ y }) => y));
  nodes
    .filter(({ key }) => !places.has(key))
    .forEach(({ key }, index) =>
      places.set(key, { x: -760 + (index % 16) * 100, y: bottom + 130 + Math.floor(index / 16) * 70 }),
    );
  return Object.fromEntries(places);
}
