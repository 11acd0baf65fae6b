import type { Core, ElementDefinition, NodeSingular } from 'cytoscape';
import type { Point } from './canvasTypes';
import type { Viewport } from './fittingView';
import { placeLabels, type LabelBox, type NodeDisc } from './labelPlacement';
import { labelWidth } from './nodeLook';
import { labelSize } from './stylesheet';

/** Up to so many nodes one started from, each is named whatever its name covers. */
const mostStarts = 12;
/** Up to so many nodes, no name covers any of them; beyond, one may cover those of much smaller rank, or hardly any would be read. */
const fewNodes = 60;
/** Widest line around a node, in the units of the canvas. */
const border = 3;

/** A node as far as its label goes, in the units of the canvas. */
interface Labelled {
  key: string;
  text: string;
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

function boxOf(node: Labelled, { zoom, pan }: Viewport, namesStarts: boolean): LabelBox {
  const height = node.text.split('\n').length * labelSize * 1.15 + 2;
  const below = (zoom * (node.height + border)) / 2 + 3 + height / 2;
  return {
    key: node.key,
    x: node.at.x * zoom + pan.x,
    y: node.at.y * zoom + pan.y + below,
    width: labelWidth(widest(node.text), labelSize) + 6,
    height,
    rank: node.rank,
    always: node.isMarked || (namesStarts && node.isStart),
  };
}

function discOf({ key, at, width, rank }: Labelled, { zoom, pan }: Viewport, areFew: boolean): NodeDisc {
  const radius = (zoom * (width + border)) / 2;
  return { key, x: at.x * zoom + pan.x, y: at.y * zoom + pan.y, radius, rank: areFew ? Infinity : rank / 2 };
}

function keysToName(nodes: readonly Labelled[], view: Viewport): Set<string> {
  const namesStarts = nodes.filter(({ isStart }) => isStart).length <= mostStarts;
  return placeLabels(
    nodes.map((node) => boxOf(node, view, namesStarts)),
    nodes.map((node) => discOf(node, view, nodes.length <= fewNodes)),
  );
}

/** How a label is drawn at a zoom: of the same size on screen at every zoom; nothing where it would cover another. */
function labelLook(text: string, isShown: boolean, zoom: number) {
  return { shown: isShown ? text : '', font: labelSize / zoom, outline: 2.2 / zoom };
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
  view: Viewport,
  marked: ReadonlySet<string>,
): void {
  const nodes = elements.filter(({ group, data }) => group === 'nodes' && places.has(String(data.id)));
  const labelled = nodes.map(({ data, classes }): Labelled => {
    const key = String(data.id);
    return {
      ...{ key, text: String(data['text']), at: places.get(key)! },
      ...{ width: Number(data['side']), height: Number(data['tall']), rank: Number(data['rank']) },
      ...{ isStart: classes === 'start', isMarked: marked.has(key) },
    };
  });
  const named = keysToName(labelled, view);
  for (const { data } of nodes)
    Object.assign(data, labelLook(String(data['text']), named.has(String(data.id)), view.zoom));
}

function toLabelled(node: NodeSingular): Labelled {
  return {
    ...{ key: node.id(), text: String(node.data('text')), at: node.position() },
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
  const named = keysToName(nodes.map(toLabelled), { zoom, pan: cy.pan() });
  cy.batch(() => {
    for (const node of nodes) {
      const look = labelLook(String(node.data('text')), named.has(node.id()), zoom);
      const isSame = node.data('shown') === look.shown && node.data('font') === look.font;
      if (!isSame) node.data(look);
    }
  });
}
