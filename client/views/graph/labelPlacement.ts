/** On which side of its node, or at which of its corners, a label is written. */
export type LabelSide =
  'below' | 'above' | 'right' | 'left' | 'belowRight' | 'belowLeft' | 'aboveRight' | 'aboveLeft';

/** Room on screen, in pixels, by its middle. */
export interface Room {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** Where a label may stand. */
export interface LabelPlace {
  side: LabelSide;
  /** Its middle. */
  x: number;
  y: number;
  /** Of the label written there, where its lines are cut otherwise. */
  cut?: { width: number; height: number };
}

/** A label and the room it would take on screen. */
export interface LabelBox extends Room {
  key: string;
  /** Where else than below its node it may be, in order of preference. */
  elsewhere?: readonly LabelPlace[];
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
 * as great a rank, below its node or else where it may be. Linear in the number of labels for boxes of ordinary size.
 *
 * @param taken - room where no label is written unless it always is
 * @returns the labels to show, by key, each with its place
 */
export function placeLabels(
  boxes: readonly LabelBox[],
  discs: readonly NodeDisc[] = [],
  taken: readonly Room[] = [],
): Map<string, LabelPlace> {
  const shown = new Map<string, LabelPlace>();
  const grid = new Map<string, Room[]>();
  for (const room of taken) for (const at of cellsOf(room)) push(grid, at, room);
  const nodes = new Map<string, NodeDisc[]>();
  for (const disc of discs) push(nodes, `${Math.floor(disc.x / cell)} ${Math.floor(disc.y / cell)}`, disc);
  const order = [...boxes].sort(
    (a, b) =>
      Number(b.always ?? false) - Number(a.always ?? false) || b.rank - a.rank || (a.key < b.key ? -1 : 1),
  );
  const isFree = (box: LabelBox): boolean =>
    cellsOf(box).every(
      (at) =>
        (grid.get(at) ?? []).every((other) => !overlap(box, other)) &&
        (nodes.get(at) ?? []).every(
          (disc) => disc.rank < box.rank || disc.key === box.key || !covers(box, disc),
        ),
    );
  for (const below of order) {
    const places: LabelPlace[] = [{ side: 'below', x: below.x, y: below.y }, ...(below.elsewhere ?? [])];
    const boxAt = ({ x, y, cut }: LabelPlace): LabelBox => ({ ...below, x, y, ...cut });
    const place = places.find((one) => isFree(boxAt(one))) ?? (below.always ? places[0] : null);
    if (!place) continue;
    const box = boxAt(place);
    shown.set(box.key, place);
    for (const at of cellsOf(box)) push(grid, at, box);
  }
  return shown;
}

function push<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

function cellsOf({ x, y, width, height }: Room): string[] {
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

function overlap(a: Room, b: Room): boolean {
  return Math.abs(a.x - b.x) * 2 < a.width + b.width && Math.abs(a.y - b.y) * 2 < a.height + b.height;
}

function covers(box: LabelBox, { x, y, radius }: NodeDisc): boolean {
  const dx = Math.max(0, Math.abs(box.x - x) - box.width / 2);
  const dy = Math.max(0, Math.abs(box.y - y) - box.height / 2);
  return dx * dx + dy * dy < (radius * 0.9) ** 2;
}
