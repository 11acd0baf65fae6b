import type { Core } from 'cytoscape';
import type { Arrangement, CanvasGraph, CanvasItem, Point, Sizing } from './canvasTypes';
import { geoLayout } from './layout/geoLayout';
import { createLayoutClient } from './layout/layoutClient';
import type { LayoutNode, Positions } from './layout/layoutTypes';
import { labelLines, labelWidth, nodeSize } from './nodeLook';
import { labelSize } from './stylesheet';

/** What says where nodes go, besides what there is to place. */
export interface PlacingOptions {
  sizing: Sizing;
  arrangement: Arrangement;
  /** Where nodes were put by hand. */
  pinned: Readonly<Record<string, Point>>;
}

/** Where everything stands. */
export interface Placed {
  known: ReadonlyMap<string, Point>;
  /** Whether it was drawn afresh, little of it having been there before. */
  isAfresh: boolean;
}

/** Where things stand on a canvas: kept by key even when a node leaves, so that what comes back comes back where it was. */
export interface Placing {
  /** Resolves with null when something else was asked for meanwhile. */
  place(graph: CanvasGraph, options: PlacingOptions): Promise<Placed | null>;
  /** Works out what would be answered for a graph, with the options given last, once what they place stands: asked for then, it is there. */
  expect(graph: CanvasGraph): void;
  stop(): void;
}

/** Makes what places nodes on a canvas; stop it with the canvas. */
export function createPlacing(cy: Core): Placing {
  const layouts = createLayoutClient();
  const places: Record<Arrangement, Map<string, Point>> = { forces: new Map(), ground: new Map() };
  let shown: Arrangement | null = null;
  let latest: PlacingOptions | null = null;
  let latestPlaced: Promise<unknown> = Promise.resolve();
  let turn = 0;

  const standing = ({ items }: CanvasGraph, { arrangement, pinned }: PlacingOptions) => {
    const isAfresh = shown !== arrangement || overlap(items, places[arrangement]) < 0.3;
    const known = new Map(isAfresh ? [] : places[arrangement]);
    for (const [key, place] of Object.entries(pinned)) if (arrangement === 'forces') known.set(key, place);
    return { isAfresh, known };
  };
  const work = (
    { items, links }: CanvasGraph,
    { sizing, arrangement }: PlacingOptions,
    known: ReadonlyMap<string, Point>,
  ): Promise<Positions> => {
    const nodes = items.map((item) => toLayoutNode(item, sizing, known));
    if (arrangement === 'ground') return Promise.resolve(geoLayout(items, nodes));
    const aspect = cy.width() / Math.max(1, cy.height());
    return layouts.place({ nodes, edges: links, steps: stepsFor(nodes.length), aspect });
  };

  return {
    async place(graph, options) {
      turn += 1;
      const mine = turn;
      latest = options;
      const { isAfresh, known } = standing(graph, options);
      places[options.arrangement] = known;
      const working = work(graph, options, known);
      latestPlaced = working;
      const found = await working;
      if (mine !== turn) return null;
      for (const [key, place] of Object.entries(found)) known.set(key, place);
      shown = options.arrangement;
      return { known, isAfresh };
    },
    expect(graph) {
      void latestPlaced.then(() => latest && work(graph, latest, standing(graph, latest).known));
    },
    stop: () => layouts.stop(),
  };
}

/** Share of the items whose place is known. */
function overlap(items: readonly CanvasItem[], known: ReadonlyMap<string, Point>): number {
  return items.filter(({ key }) => known.has(key)).length / Math.max(1, items.length);
}

function toLayoutNode(item: CanvasItem, sizing: Sizing, known: ReadonlyMap<string, Point>): LayoutNode {
  const lines = labelLines(item.short);
  return {
    key: item.key,
    radius: nodeSize(item, sizing) / 2,
    labelWidth: Math.max(...lines.map((line) => labelWidth(line, labelSize))),
    labelHeight: 15 * lines.length,
    fixed: known.get(item.key),
    near: item.from,
    nearPlace: item.from === null ? undefined : known.get(item.from),
  };
}

/** Rounds of the layout: the more nodes, the fewer, so that a large network stands within a second and a half. */
function stepsFor(count: number): number {
  return count <= 400 ? 320 : Math.min(150, Math.max(100, Math.round(110_000 / count)));
}
