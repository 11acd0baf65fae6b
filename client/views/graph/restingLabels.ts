import type { Core, ElementDefinition, NodeSingular } from 'cytoscape';
import type { Point } from './canvasTypes';
import type { Viewport } from './fittingView';
import { placeLabels, type LabelBox, type LabelPlace, type LabelSide, type NodeDisc } from './labelPlacement';
import { labelWidth } from './nodeLook';
import { labelGap, labelSize } from './stylesheet';

/** Up to so many nodes one started from, each is named whatever its name covers. */
const mostStarts = 12;
/** Up to so many nodes, no name covers any of them; beyond, one may cover those of much smaller rank, or hardly any would be read. */
const fewNodes = 150;
/** Widest line around a node, in the units of the canvas. */
const border = 3;

/** Size of the buttons over the upper right corner, in pixels: no name is written under them. */
const controls = { width: 60, height: 200 };

/** Where the canvas looks, and its width in pixels. */
type LabelView = Viewport & { width: number };

/** A node as far as its label goes, in the units of the canvas. */
interface Labelled {
  key: string;
  text: string;
  /** The same in more and shorter lines, where there is no room for the other. */
  narrow: string | undefined;
  at: Point;
  width: number;
  height: number;
  rank: number;
  isStart: boolean;
  /** Chosen, pointed at, or on a path: named whatever it covers. */
  isMarked: boolean;
}

/** Widest line of a text, in characters, as a text. */
function widest(text: string): string {
  return text.split('\n').reduce((longest, line) => (line.length > longest.length ? line : longest), '');
}

/** Of half a node, how far its corners stand from the middle: a disc has none, its name stands against it all the same. */
const corner = 0.7;

/** Where a label may be, in order of preference: -1 on the left or above, 1 on the right or below, 0 in the middle. */
const sides = {
  below: [0, 1],
  above: [0, -1],
  right: [1, 0],
  left: [-1, 0],
  belowRight: [1, 1],
  belowLeft: [-1, 1],
  aboveRight: [1, -1],
  aboveLeft: [-1, -1],
} as const satisfies Record<LabelSide, readonly [-1 | 0 | 1, -1 | 0 | 1]>;

const sideNames = Object.keys(sides) as LabelSide[];

/** Room that a text takes, in pixels. */
function sizeOf(text: string): { width: number; height: number } {
  return {
    width: labelWidth(widest(text), labelSize) + 6,
    height: text.split('\n').length * labelSize * 1.15 + 2,
  };
}

/** Where a label of a size may stand around its node. */
function placesAround(
  { at, width, height }: Labelled,
  { zoom, pan, width: room }: LabelView,
  size: { width: number; height: number },
): LabelPlace[] {
  const [x, y] = [at.x * zoom + pan.x, at.y * zoom + pan.y];
  const places = sideNames.map((side): LabelPlace => {
    const [right, down] = sides[side];
    const reach = right !== 0 && down !== 0 ? corner : 1;
    const across = (reach * zoom * (width + border)) / 2 + labelGap + size.width / 2;
    const along = (reach * zoom * (height + border)) / 2 + labelGap + size.height / 2;
    return { side, x: x + right * across, y: y + down * along };
  });
  const isInside = ({ side, x: middle }: LabelPlace): boolean =>
    sides[side][0] === 0 || (middle - size.width / 2 > 0 && middle + size.width / 2 < room);
  return places.filter(isInside);
}

function boxOf(node: Labelled, view: LabelView, namesStarts: boolean): LabelBox {
  const size = sizeOf(node.text);
  const [below, ...elsewhere] = placesAround(node, view, size);
  const cut = node.narrow === undefined ? undefined : sizeOf(node.narrow);
  const cutPlaces = cut ? placesAround(node, view, cut).map((place) => ({ ...place, cut })) : [];
  return {
    ...{ key: node.key, x: below!.x, y: below!.y, ...size, rank: node.rank },
    elsewhere: [...elsewhere, ...cutPlaces],
    always: node.isMarked || (namesStarts && node.isStart),
  };
}

function discOf({ key, at, width, rank }: Labelled, { zoom, pan }: Viewport, areFew: boolean): NodeDisc {
  const radius = (zoom * (width + border)) / 2;
  return { key, x: at.x * zoom + pan.x, y: at.y * zoom + pan.y, radius, rank: areFew ? Infinity : rank / 2 };
}

/** A label that is shown: its side, and its lines. */
interface NamedLabel {
  side: LabelSide;
  text: string;
}

function keysToName(nodes: readonly Labelled[], view: LabelView): Map<string, NamedLabel> {
  const namesStarts = nodes.filter(({ isStart }) => isStart).length <= mostStarts;
  const placed = placeLabels(
    nodes.map((node) => boxOf(node, view, namesStarts)),
    nodes.map((node) => discOf(node, view, nodes.length <= fewNodes)),
    [{ x: view.width - controls.width / 2, y: controls.height / 2, ...controls }],
  );
  const named = new Map<string, NamedLabel>();
  for (const { key, text, narrow } of nodes) {
    const place = placed.get(key);
    if (place) named.set(key, { side: place.side, text: place.cut ? (narrow ?? text) : text });
  }
  return named;
}

const halign = { '-1': 'left', '0': 'center', '1': 'right' } as const;
const valign = { '-1': 'top', '0': 'center', '1': 'bottom' } as const;

/**
 * How the label of an element is drawn at a zoom: of the same size on screen at every zoom; nothing where it would cover another.
 *
 * @param data - of the element: its width (`side`) and height (`tall`) in the units of the canvas
 * @param named - where its label is and what it says; undefined where it has none
 */
export function labelLook(
  data: Readonly<Record<string, unknown>>,
  named: NamedLabel | undefined,
  zoom: number,
) {
  const [right, down] = sides[named?.side ?? 'below'];
  // At a corner, the canvas writes it away from the box around the node: it is drawn back to the disc.
  const back = right !== 0 && down !== 0 ? (1 - corner) / 2 : 0;
  return {
    ...{ shown: named?.text ?? '', font: labelSize / zoom, outline: 2.2 / zoom },
    ...{ halign: halign[right], valign: valign[down] },
    aside: right * (labelGap - back * Number(data['side'])),
    down: down * (labelGap - back * Number(data['tall'])),
  };
}

/**
 * Writes into elements that are about to be shown the labels that can be read together where they will stand, so that they
 * are drawn once and not twice.
 *
 * @param marked - keys of the nodes named whatever they cover
 */
export function nameElements(
  elements: readonly ElementDefinition[],
  places: ReadonlyMap<string, Point>,
  view: LabelView,
  marked: ReadonlySet<string>,
): void {
  const nodes = elements.filter(({ group, data }) => group === 'nodes' && places.has(String(data.id)));
  const labelled = nodes.map(({ data, classes }): Labelled => {
    const key = String(data.id);
    return {
      ...{
        key,
        text: String(data['text']),
        narrow: data['narrow'] as string | undefined,
        at: places.get(key)!,
      },
      ...{ width: Number(data['side']), height: Number(data['tall']), rank: Number(data['rank']) },
      ...{ isStart: classes === 'start', isMarked: marked.has(key) },
    };
  });
  const named = keysToName(labelled, view);
  for (const { data } of nodes) Object.assign(data, labelLook(data, named.get(String(data.id)), view.zoom));
}

function toLabelled(node: NodeSingular): Labelled {
  return {
    ...{ key: node.id(), text: String(node.data('text')), at: node.position() },
    narrow: node.data('narrow') as string | undefined,
    ...{
      width: Number(node.data('side')),
      height: Number(node.data('tall')),
      rank: Number(node.data('rank')),
    },
    isStart: node.hasClass('start'),
    isMarked: node.selected() || node.hasClass('pointed') || node.hasClass('path'),
  };
}

/**
 * Shows the labels that can be read together at the zoom of the moment, all of the same size on screen.
 * Called when the canvas is at rest; a node whose label stays as it is is not drawn again.
 */
export function restLabels(cy: Core): void {
  const zoom = cy.zoom();
  const nodes = cy.nodes().map((node) => node);
  const named = keysToName(nodes.map(toLabelled), { zoom, pan: cy.pan(), width: cy.width() });
  cy.batch(() => {
    for (const node of nodes) {
      const look = labelLook(node.data(), named.get(node.id()), zoom);
      // What had no name and gets none stays as it is, whatever the zoom.
      if (look.shown === '' && node.data('shown') === '') continue;
      const isSame = (['shown', 'font', 'valign', 'halign'] as const).every(
        (name) => node.data(name) === look[name],
      );
      if (!isSame) node.data(look);
    }
  });
}
