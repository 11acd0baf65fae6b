/** A label and the room it would take on screen, in pixels. */
export interface LabelBox {
  key: string;
  /** Middle of the label. */
  x: number;
  y: number;
  width: number;
  height: number;
  /** The greatest is placed first. */
  rank: number;
  /** Placed whatever it covers: what is chosen or pointed at. */
  always?: boolean;
}

/** A disc that a label of another node must not cover, in pixels. */
export interface NodeDisc {
  key: string;
  x: number;
  y: number;
  radius: number;
  /** A label may cover the nodes of smaller rank than its own. */
  rank: number;
}

const cell = 96;

/**
 * Chooses the labels that can be read together: by rank, each one that covers no label already placed and no node of
 * as great a rank. Linear in the number of labels for boxes of ordinary size.
 *
 * @returns keys of the labels to show
 */
export function placeLabels(boxes: readonly LabelBox[], discs: readonly NodeDisc[] = []): Set<string> {
  const shown = new Set<string>();
  const grid = new Map<string, LabelBox[]>();
  const nodes = new Map<string, NodeDisc[]>();
  for (const disc of discs) push(nodes, `${Math.floor(disc.x / cell)} ${Math.floor(disc.y / cell)}`, disc);
  const order = [...boxes].sort(
    (a, b) =>
      Number(b.always ?? false) - Number(a.always ?? false) || b.rank - a.rank || (a.key < b.key ? -1 : 1),
  );
  for (const box of order) {
    const cells = cellsOf(box);
    const isFree =
      cells.every((at) => (grid.get(at) ?? []).every((other) => !overlap(box, other))) &&
      cells.every((at) =>
        (nodes.get(at) ?? []).every(
          (disc) => disc.rank < box.rank || disc.key === box.key || !covers(box, disc),
        ),
      );
    if (!isFree && !box.always) continue;
    shown.add(box.key);
    for (const at of cells) push(grid, at, box);
  }
  return shown;
}

function push<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

function cellsOf({ x, y, width, height }: LabelBox): string[] {
  const cells: string[] = [];
  for (
    let column = Math.floor((x - width / 2) / cell);
    column <= Math.floor((x + width / 2) / cell);
    column++
  )
    for (let row = Math.floor((y - height / 2) / cell); row <= Math.floor((y + height / 2) / cell); row++)
      cells.push(`${column} ${row}`);
  return cells;
}

function overlap(a: LabelBox, b: LabelBox): boolean {
  return Math.abs(a.x - b.x) * 2 < a.width + b.width && Math.abs(a.y - b.y) * 2 < a.height + b.height;
}

function covers(box: LabelBox, { x, y, radius }: NodeDisc): boolean {
  const dx = Math.max(0, Math.abs(box.x - x) - box.width / 2);
  const dy = Math.max(0, Math.abs(box.y - y) - box.height / 2);
  return dx * dx + dy * dy < (radius * 0.9) ** 2;
}
