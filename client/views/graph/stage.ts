import type { Core, ElementDefinition, NodeSingular, StylesheetJson } from 'cytoscape';
import type { Arrangement, CanvasGraph, CanvasItem, Point } from './canvasTypes';
import { toElements, type ElementLook } from './elements';
import { geoLayout } from './layout/geoLayout';
import { fittingView, frameOf, type Size, type Viewport } from './fittingView';
import { createLayoutClient } from './layout/layoutClient';
import type { LayoutNode, Positions } from './layout/layoutTypes';
import { labelLines, labelWidth, nodeSize } from './nodeLook';
import { contains } from './polygon';
import { nameElements, restLabels } from './restingLabels';
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
  /** The canvas has another size: all is shown again. */
  resized(): void;
  /** What lies over the corner has another size: all is shown again, unless one looks at something closer. */
  cornerChanged(): void;
  zoomBy(factor: number): void;
  fit(animated: boolean): void;
  centre(key: string): void;
  inside(polygon: readonly Point[]): string[];
  picture(): Promise<Blob>;
  positions(): Record<string, Point>;
  json(): object;
  stop(): void;
}

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
 * @param cornerTaken - room that something takes over the lower left corner, in pixels; what fits stays clear of it
 */
export function createStage(
  cy: Core,
  onSettling: (settling: boolean) => void,
  cornerTaken: () => Size,
): Stage {
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

  let fitted: Viewport | null = null;
  const look = (view: Viewport, animated: boolean): void => {
    fitted = view;
    if (animated && !prefersStill()) cy.animate(view, { duration: 180 });
    else cy.viewport(view);
    rest();
  };
  const fit = (animated: boolean): void => {
    const view = wholeView(cy, cornerTaken());
    if (view) look(view, animated);
  };

  return {
    async show(graph, elementLook, arrangement, pinned) {
      const known = places[arrangement];
      const first = shown !== arrangement || overlap(graph.items, known) < 0.3;
      if (first) known.clear();
      for (const [key, place] of Object.entries(pinned)) if (arrangement === 'forces') known.set(key, place);
      onSettling(true);
      const aspect = cy.width() / Math.max(1, cy.height());
      const found = await placeNodes(graph, elementLook, arrangement, known, aspect, layouts);
      if (stopped) return;
      for (const [key, place] of Object.entries(found)) known.set(key, place);
      const elements = toElements(graph, elementLook);
      const whole = viewOfElements(elements, known, cy, cornerTaken());
      // What is drawn anew is looked at before it is there, so that its labels are placed once.
      if (first && whole) look(whole, false);
      nameElements(
        elements,
        known,
        { zoom: cy.zoom(), pan: cy.pan(), width: cy.width() },
        new Set([...marks.chosen, ...marks.path]),
      );
      syncElements(cy, elements, known, !first && !prefersStill());
      drawMovesAsPicture(cy, elements.length > mostDrawnMoving);
      markPinned(cy, pinned);
      applyMarks(cy, marks);
      if (!first && whole && (anyOutside(elements, known, cy) || isSmall(whole, cy))) look(whole, true);
      shown = arrangement;
      onSettling(false);
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
    cornerChanged() {
      if (fitted && fitted.zoom === cy.zoom() && fitted.pan.x === cy.pan().x) fit(false);
    },
    ...viewing(cy),
    fit,
    stop() {
      stopped = true;
      clearTimeout(timer);
      layouts.stop();
    },
  };
}

/** What only looks at a canvas and asks of it. */
function viewing(cy: Core): Pick<Stage, 'zoomBy' | 'centre' | 'inside' | 'picture' | 'positions' | 'json'> {
  return {
    zoomBy: (factor) =>
      cy.zoom({ level: cy.zoom() * factor, renderedPosition: { x: cy.width() / 2, y: cy.height() / 2 } }),
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

/** The view of everything that is there. */
function wholeView(cy: Core, corner: Size): Viewport | null {
  const nodes = cy.nodes().map((node) => ({
    ...node.position(),
    ...{ width: Number(node.data('side')), height: Number(node.data('tall')) },
  }));
  return viewOfFrame(nodes, cy, corner);
}

function viewOfElements(
  elements: readonly ElementDefinition[],
  places: ReadonlyMap<string, Point>,
  cy: Core,
  corner: Size,
): Viewport | null {
  const nodes = elements.flatMap(({ data }) => {
    const at = places.get(String(data.id));
    return at ? [{ ...at, width: Number(data['side']), height: Number(data['tall']) }] : [];
  });
  return viewOfFrame(nodes, cy, corner);
}

function viewOfFrame(nodes: readonly (Point & Size)[], cy: Core, corner: Size): Viewport | null {
  const frame = frameOf(nodes);
  const screen = { width: cy.width(), height: cy.height() };
  return frame && screen.width > 0 ? fittingView(frame, screen, corner) : null;
}

/** Share of the items whose place is known. */
function overlap(items: readonly CanvasItem[], known: ReadonlyMap<string, Point>): number {
  return items.filter(({ key }) => known.has(key)).length / Math.max(1, items.length);
}

/** Whether what is shown has become small in the room there is. */
function isSmall(whole: Viewport, cy: Core): boolean {
  return whole.zoom > 1.5 * cy.zoom() && cy.zoom() < 0.6;
}

function anyOutside(
  elements: readonly ElementDefinition[],
  places: ReadonlyMap<string, Point>,
  cy: Core,
): boolean {
  const { x1, y1, x2, y2 } = cy.extent();
  return elements.some(({ data }) => {
    const at = places.get(String(data.id));
    return at !== undefined && (at.x < x1 || at.x > x2 || at.y < y1 || at.y > y2);
  });
}

function markPinned(cy: Core, pinned: Readonly<Record<string, Point>>): void {
  cy.batch(() => {
    cy.nodes('.pinned')
      .filter((node) => !(node.id() in pinned))
      .removeClass('pinned');
    for (const key of Object.keys(pinned)) cy.getElementById(key).addClass('pinned');
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
  return layouts.place({ nodes, edges: graph.links, steps: stepsFor(nodes.length), aspect });
}

/** Rounds of the layout: the more nodes, the fewer, so that a large network stands within a second and a half. */
function stepsFor(count: number): number {
  return count <= 400 ? 320 : Math.min(150, Math.max(100, Math.round(110_000 / count)));
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
