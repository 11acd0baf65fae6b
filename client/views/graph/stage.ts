import type { Core, ElementDefinition, NodeSingular, StylesheetJson } from 'cytoscape';
import type { Arrangement, CanvasGraph, Point } from './canvasTypes';
import { canvasSvg, type NameOf } from './canvasSvg';
import { drawMovesAsPicture, drawStraight, holdPicture } from './drawing';
import { toElements, type ElementLook } from './elements';
import { fittingView, frameOf, type Size, type Viewport } from './fittingView';
import { createPlacing } from './placing';
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
  /** Works out where what may be shown next would stand: shown, it stands there at once. */
  expect(graph: CanvasGraph): void;
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
  drawing(names: NameOf): string;
  positions(): Record<string, Point>;
  json(): object;
  stop(): void;
}

/** Milliseconds without a move after which the canvas is at rest, where moves follow one another quickly. */
const stillness = 110;

/** So many times what passes between two moves, the canvas waits for the next one; but no longer than this, in milliseconds. */
const patience = 2.5;
const longestWait = 500;

/** Beyond so many elements a picture of them follows the hand, and they are drawn again when it rests. */
const mostDrawnMoving = 500;

const prefersStill = (): boolean => window.matchMedia?.('(prefers-reduced-motion: reduce)').matches ?? false;

/**
 * Makes the stage of a canvas.
 *
 * @param onSettling - told when a layout starts and ends
 * @param cornerTaken - room that something takes over the lower left corner, in pixels; what fits stays clear of it
 */
export function createStage(
  cy: Core,
  onSettling: (settling: boolean) => void,
  cornerTaken: () => Size,
): Stage {
  const placing = createPlacing(cy);
  let marks: Marks = { chosen: [], focus: null, path: [] };
  let isShown = false;
  let stopped = false;

  const { rest, stop: stopResting } = restAfterMoves(cy);

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
    expect: (graph) => placing.expect(graph),
    async show(graph, elementLook, arrangement, pinned) {
      onSettling(true);
      const { sizing } = elementLook;
      const placed = await placing.place(graph, { sizing, arrangement, pinned });
      if (stopped || !placed) return;
      const { known, isAfresh: first } = placed;
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
      drawStraight(cy, true);
      syncElements(cy, elements, known, !first && !prefersStill());
      drawMovesAsPicture(cy, elements.length > mostDrawnMoving);
      markPinned(cy, pinned);
      applyMarks(cy, marks);
      if (!first && whole && (anyOutside(elements, known, cy) || isSmall(whole, cy))) look(whole, true);
      isShown = true;
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
      if (isShown) fit(false);
    },
    cornerChanged() {
      if (fitted && fitted.zoom === cy.zoom() && fitted.pan.x === cy.pan().x) fit(false);
    },
    ...viewing(cy),
    fit,
    stop() {
      stopped = true;
      stopResting();
      placing.stop();
    },
  };
}

/**
 * Draws the canvas with care and writes its names once it is at rest: soon after the last move, later where moves are slow to
 * follow one another, or all would be drawn between two of them.
 *
 * @returns what asks for it without a move, and what ends it
 */
function restAfterMoves(cy: Core): { rest: () => void; stop: () => void } {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const restIn = (wait: number): void => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      drawStraight(cy, false);
      restLabels(cy);
    }, wait);
  };
  let movedAt = -Infinity;
  cy.on('viewport', () => {
    const now = performance.now();
    const between = now - movedAt;
    movedAt = now;
    const wait = between > longestWait ? stillness : Math.min(longestWait, patience * between);
    restIn(Math.max(stillness, wait));
    holdPicture(cy, Math.max(150, wait));
  });
  const rest = (): void => restIn(stillness);
  cy.on('rest', rest);
  return { rest, stop: () => clearTimeout(timer) };
}

/** What only looks at a canvas and asks of it. */
function viewing(
  cy: Core,
): Pick<Stage, 'zoomBy' | 'centre' | 'inside' | 'picture' | 'drawing' | 'positions' | 'json'> {
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
    drawing: (names) => canvasSvg(cy, names),
    positions: () => Object.fromEntries(cy.nodes().map((node) => [node.id(), { ...node.position() }])),
    json: () => cy.json(),
  };
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
