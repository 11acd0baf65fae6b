import cytoscape, { type Core } from 'cytoscape';
import { useEffect, useLayoutEffect, useRef, useState, type RefObject } from 'react';
import { keepColours, readColour, useShownTheme } from '../../lib/themeColours';
import type { Arrangement, CanvasGraph, Colouring, Point, Sizing } from './canvasTypes';
import type { NameOf } from './canvasSvg';
import { listenToCanvas, type CanvasEvents } from './canvasEvents';
import type { Size } from './fittingView';
import { createStage, type Stage } from './stage';
import type { IconDrawings } from './nodeImages';
import { createStylesheet } from './stylesheet';

/** What {@link useGraphCanvas} draws and how. */
export interface GraphCanvasOptions {
  /** What is drawn; `null` while it is asked for, when all is made ready for it. */
  graph: CanvasGraph | null;
  sizing: Sizing;
  colouring: Colouring;
  arrangement: Arrangement;
  /** Drawings of the icons; nothing is drawn before they are there. */
  icons: IconDrawings | null;
  /** Keys of the chosen nodes. */
  chosen: readonly string[];
  /** Keys of nodes, in order along a path, to be marked. */
  path?: readonly string[];
  /** Where nodes were put by hand. */
  pinned: Readonly<Record<string, Point>>;
  /** Key of the node around which all else is dimmed. */
  focus: string | null;
  events: CanvasEvents;
  /** What lies under the network and moves with it. */
  backdropRef?: RefObject<SVGGElement | null>;
  /** What lies over the lower left corner: what fits stays clear of it, and fits again when its size changes. */
  cornerRef?: RefObject<HTMLElement | null>;
}

/** What can be done to the view. */
export interface CanvasView {
  /** Works out where what may be given next would stand: given, it is drawn at once. */
  expect(graph: CanvasGraph): void;
  zoomBy(factor: number): void;
  fit(): void;
  /** Brings a node to the middle. */
  centre(key: string): void;
  /** Keys of the nodes inside a polygon, in pixels of the canvas. */
  inside(polygon: readonly Point[]): string[];
  /** A picture of the whole network, at twice the size of the screen. */
  picture(): Promise<Blob>;
  /** The same as an SVG that needs nothing else; empty while nothing is drawn. */
  drawing(names: NameOf): string;
  /** Where every node stands. */
  positions(): Record<string, Point>;
  /** The network as a Cytoscape graph, positions included. */
  json(): object;
}

/**
 * The one place where Cytoscape lives: made once in the container, kept in step with what is given, destroyed with
 * the component. What is already placed does not move when something is added.
 *
 * @returns what can be done to the view, and whether a layout is under way
 */
export function useGraphCanvas(
  container: RefObject<HTMLDivElement | null>,
  options: GraphCanvasOptions,
): { view: CanvasView; settling: boolean } {
  const { graph, sizing, colouring, arrangement, icons, chosen, path, pinned, focus, events, backdropRef } =
    options;
  const { cornerRef } = options;
  const [stage] = useState(createStageHolder);
  const latest = useRef(events);
  const [settling, setSettling] = useState(true);
  const theme = useShownTheme();

  useEffect(() => {
    latest.current = events;
  });

  useLayoutEffect(() => {
    const element = container.current;
    if (!element) return;
    const cy = createCore(element);
    const made = createStage(cy, setSettling, () => roomTaken(element, cornerRef?.current ?? null));
    stage.set(made);
    const follow = () => {
      const { x, y } = cy.pan();
      backdropRef?.current?.setAttribute('transform', `translate(${x} ${y}) scale(${cy.zoom()})`);
    };
    cy.on('viewport', follow);
    const stopListening = listenToCanvas(cy, () => latest.current);
    const observer = new ResizeObserver(() => made.resized());
    observer.observe(element);
    const cornerObserver = new ResizeObserver(() => made.cornerChanged());
    if (cornerRef?.current) cornerObserver.observe(cornerRef.current);
    return () => {
      observer.disconnect();
      cornerObserver.disconnect();
      stopListening();
      made.stop();
      cy.destroy();
      stage.set(null);
    };
  }, [container, backdropRef, cornerRef, stage]);

  useLayoutEffect(() => {
    const element = container.current;
    if (!element) return;
    stage.get()?.restyle(createStylesheet(readColour, getComputedStyle(element).fontFamily));
  }, [container, theme, stage]);

  // Before the page is painted, so that the layout is under way while it is.
  useLayoutEffect(() => {
    if (icons && graph)
      void stage
        .get()
        ?.show(graph, { sizing, colouring, icons, colour: keepColours(readColour) }, arrangement, pinned);
  }, [graph, sizing, colouring, arrangement, icons, pinned, theme, stage]);

  useLayoutEffect(() => {
    stage.get()?.mark({ chosen, focus, path: path ?? [] });
  }, [chosen, focus, path, graph, icons, theme, stage]);

  const [view] = useState((): CanvasView => viewOf(stage.get));
  return { view, settling };
}

/** From the lower left corner of a canvas to the far sides of what lies over it, in pixels. */
function roomTaken(canvas: HTMLElement, over: HTMLElement | null): Size {
  if (!over) return { width: 0, height: 0 };
  const [frame, box] = [canvas.getBoundingClientRect(), over.getBoundingClientRect()];
  return { width: box.right - frame.left, height: frame.bottom - box.top };
}

/** Keeps the stage between the effects that make it and those that use it. */
function createStageHolder(): { get: () => Stage | null; set: (next: Stage | null) => void } {
  let stage: Stage | null = null;
  return {
    get: () => stage,
    set: (next) => {
      stage = next;
    },
  };
}

function createCore(element: HTMLElement): Core {
  return cytoscape({
    container: element,
    elements: [],
    minZoom: 0.06,
    maxZoom: 3,
    boxSelectionEnabled: true,
    selectionType: 'single',
    pixelRatio: Math.min(2, window.devicePixelRatio || 1),
  });
}

function viewOf(current: () => Stage | null): CanvasView {
  return {
    expect: (graph) => current()?.expect(graph),
    zoomBy: (factor) => current()?.zoomBy(factor),
    fit: () => current()?.fit(true),
    centre: (key) => current()?.centre(key),
    inside: (polygon) => current()?.inside(polygon) ?? [],
    picture: async () => (await current()?.picture()) ?? new Blob(),
    drawing: (names) => current()?.drawing(names) ?? '',
    positions: () => current()?.positions() ?? {},
    json: () => current()?.json() ?? {},
  };
}
