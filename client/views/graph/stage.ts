import type { Core, NodeSingular, StylesheetJson } from 'cytoscape';
import type { Arrangement, CanvasGraph, CanvasItem, Point } from './canvasTypes';
import { toElements, type ElementLook } from './elements';
import { geoLayout } from './layout/geoLayout';
import { createLayoutClient } from './layout/layoutClient';
import type { LayoutNode, Positions } from './layout/layoutTypes';
import { labelLines, labelWidth, nodeSize } from './nodeLook';
import { contains } from './polygon';
import { restLabels } from './restingLabels';
import { syncElements } from './syncElements';

/** What is marked on a canvas. */
export interface Marks {
  chosen: readonly string[];
  focus: string | null;
  path: readonly string[];
}

/** A canvas and what remembers where things are on it. */
export interface Stage {
  show(
    graph: CanvasGraph,
    look: ElementLook,
    arrangement: Arrangement,
    pinned: Readonly<Record<string, Point>>,
  ): Promise<void>;
  mark(marks: Marks): void;
  restyle(stylesheet: StylesheetJson): void;
  resized(): void;
  zoomBy(factor: number): void;
  fit(animated: boolean): void;
  centre(key: string): void;
  inside(polygon: readonly Point[]): string[];
  picture(): Promise<Blob>;
  positions(): Record<string, Point>;
  json(): object;
  stop(): void;
}

const padding = 44;
/** Greatest zoom that fitting gives: a few nodes are not blown up. */
const mostZoom = 1.15;
/** Milliseconds without a move after which the canvas is at rest. */
const stillness = 110;

/** Beyond so many elements a picture of them follows the hand, and they are drawn again when it rests. */
const mostDrawnMoving = 500;

const prefersStill = (): boolean => window.matchMedia?.('(prefers-reduced-motion: reduce)').matches ?? false;

/**
 * Makes the stage of a canvas. Places are kept by key even when a node leaves, so that what comes back comes back
 * where it was.
 *
 * @param onSettling - told when a layout starts and ends
 */
export function createStage(cy: Core, onSettling: (settling: boolean) => void): Stage {
  const layouts = createLayoutClient();
  const places: Record<Arrangement, Map<string, Point>> = { forces: new Map(), ground: new Map() };
  let marks: Marks = { chosen: [], focus: null, path: [] };
  let shown: Arrangement | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let stopped = false;

  const rest = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      if (!stopped) restLabels(cy);
    }, stillness);
  };
  cy.on('viewport rest', rest);

  const fit = (animated: boolean): void => {
    if (cy.nodes().empty() || cy.width() === 0) return;
    const { zoom, pan } = fittingView(cy);
    if (animated && !prefersStill()) cy.animate({ zoom, pan }, { duration: 180 });
    else cy.viewport({ zoom, pan });
    rest();
  };

  return {
    async show(graph, look, arrangement, pinned) {
      const known = places[arrangement];
      const first = shown !== arrangement || overlap(graph.items, known) < 0.3;
      if (first) known.clear();
      for (const [key, place] of Object.entries(pinned)) if (arrangement === 'forces') known.set(key, place);
      onSettling(true);
      const found = await placeNodes(
        graph,
        look,
        arrangement,
        known,
        cy.width() / Math.max(1, cy.height()),
        layouts,
      );
      if (stopped) return;
      for (const [key, place] of Object.entries(found)) known.set(key, place);
      syncElements(cy, toElements(graph, look), known, !first && !prefersStill());
      drawMovesAsPicture(cy, cy.elements().length > mostDrawnMoving);
      cy.batch(() => cy.nodes().forEach((node) => void node.toggleClass('pinned', node.id() in pinned)));
      applyMarks(cy, marks);
      if (first || anyOutside(cy) || isSmall(cy)) fit(!first);
      shown = arrangement;
      onSettling(false);
      restLabels(cy);
      rest();
    },
    mark(next) {
      marks = next;
      applyMarks(cy, marks);
      rest();
    },
    restyle: (stylesheet) => void cy.style(stylesheet),
    resized() {
      cy.resize();
      if (shown) fit(false);
    },
    zoomBy: (factor) =>
      cy.zoom({ level: cy.zoom() * factor, renderedPosition: { x: cy.width() / 2, y: cy.height() / 2 } }),
    fit,
    centre: (key) => centreOn(cy, key),
    inside: (polygon) =>
      cy
        .nodes()
        .filter((node: NodeSingular) => contains(polygon, node.renderedPosition()))
        .map((node) => node.id()),
    picture: () =>
      Promise.resolve(cy.png({ output: 'blob', full: true, scale: 2, maxWidth: 6000, maxHeight: 6000 })),
    positions: () => Object.fromEntries(cy.nodes().map((node) => [node.id(), { ...node.position() }])),
    json: () => cy.json(),
    stop() {
      stopped = true;
      clearTimeout(timer);
      layouts.stop();
    },
  };
}

/** Cytoscape reads this at every frame, though it offers it only when it is made. */
function drawMovesAsPicture(cy: Core, asPicture: boolean): void {
  const { renderer } = cy as unknown as { renderer(): { textureOnViewport?: boolean } | null };
  const drawing = renderer.call(cy);
  if (drawing) drawing.textureOnViewport = asPicture;
}

function centreOn(cy: Core, key: string): void {
  const node = cy.getElementById(key);
  if (node.empty()) return;
  if (prefersStill()) cy.center(node);
  else cy.animate({ center: { eles: node } }, { duration: 160 });
}

function fittingView(cy: Core): { zoom: number; pan: Point } {
  const box = cy.nodes().boundingBox({ includeLabels: false });
  const room = { width: cy.width() - 2 * padding, height: cy.height() - 2 * padding };
  const zoom = Math.min(
    mostZoom,
    Math.max(0.06, Math.min(room.width / Math.max(1, box.w), room.height / Math.max(1, box.h))),
  );
  return {
    zoom,
    pan: {
      x: cy.width() / 2 - (zoom * (box.x1 + box.x2)) / 2,
      y: cy.height() / 2 - (zoom * (box.y1 + box.y2)) / 2,
    },
  };
}

/** Share of the items whose place is known. */
function overlap(items: readonly CanvasItem[], known: ReadonlyMap<string, Point>): number {
  return items.filter(({ key }) => known.has(key)).length / Math.max(1, items.length);
}

/** Whether what is shown has become small in the room there is. */
function isSmall(cy: Core): boolean {
  return fittingView(cy).zoom > 1.5 * cy.zoom() && cy.zoom() < 0.6;
}

function anyOutside(cy: Core): boolean {
  const { x1, y1, x2, y2 } = cy.extent();
  return cy
    .nodes()
    .toArray()
    .some((node) => {
      const { x, y } = (node as NodeSingular).position();
      return x < x1 || x > x2 || y < y1 || y > y2;
    });
}

function placeNodes(
  graph: CanvasGraph,
  look: ElementLook,
  arrangement: Arrangement,
  known: ReadonlyMap<string, Point>,
  aspect: number,
  layouts: ReturnType<typeof createLayoutClient>,
): Promise<Positions> {
  const nodes = graph.items.map((item): LayoutNode => {
    const lines = labelLines(item.short);
    return {
      key: item.key,
      radius: nodeSize(item, look.sizing) / 2,
      labelWidth: Math.max(...lines.map((line) => labelWidth(line, 12.5))),
      labelHeight: 15 * lines.length,
      fixed: known.get(item.key),
      near: item.from,
      nearPlace: item.from === null ? undefined : known.get(item.from),
    };
  });
  if (arrangement === 'ground') return Promise.resolve(geoLayout(graph.items, nodes));
  return layouts.place({ nodes, edges: graph.links, steps: nodes.length > 400 ? 150 : 320, aspect });
}

function applyMarks(cy: Core, { chosen, focus, path }: Marks): void {
  cy.batch(() => {
    cy.elements().removeClass('far path near');
    cy.nodes().unselect();
    for (const key of chosen) {
      const node = cy.getElementById(key);
      node.select();
      node.connectedEdges().addClass('near');
    }
    if (focus !== null && cy.getElementById(focus).nonempty())
      cy.elements().difference(cy.getElementById(focus).closedNeighborhood()).addClass('far');
    path.forEach((key, step) => {
      const node = cy.getElementById(key).addClass('path');
      const before = path[step - 1];
      if (before) node.edgesWith(cy.getElementById(before)).addClass('path');
    });
  });
}
