import { familyWorlds, type FamilyWorld } from '../../../lib/families';
import type { CanvasGraph, CanvasItem, Tint } from '../../../views/graph/canvasTypes';
import type { ActorValues } from './useMeasure';

/** One colour of a legend, and what has it. */
export interface TintClass {
  tint: Tint;
  count: number;
  /** Bounds of an amount, both included. */
  from?: number;
  to?: number;
  /** Number of a group, the largest first from 0; null for all those beyond the colours there are. */
  group?: number | null;
  world?: FamilyWorld | 'other';
}

/** The graph with its colours, and what they mean. */
export interface Tinted {
  graph: CanvasGraph;
  classes: readonly TintClass[];
  /** Actors shown for which nothing is known: they keep the colour of paper. */
  unknown: number;
}

const mostClasses = 5;
/** Groups with a colour of their own; those beyond share the next one. */
const mostGroups = 7;
const worlds: readonly FamilyWorld[] = [
  'research',
  'heritage',
  'nature',
  'education',
  'making',
  'public',
  'culture',
];

/**
 * Upper bounds, included, of at most five classes that hold about as many values each; equal values are never parted, so that
 * there may be fewer. Empty without values.
 */
export function classBounds(values: readonly number[]): number[] {
  const sorted = [...values].sort((a, b) => a - b);
  const distinct = [...new Set(sorted)];
  if (distinct.length <= mostClasses) return distinct;
  const bounds = Array.from(
    { length: mostClasses },
    (_, place) => sorted[Math.ceil(((place + 1) * sorted.length) / mostClasses) - 1]!,
  );
  return [...new Set(bounds)];
}

/** Colours the actors by an amount, in five classes from pale to deep. */
export function tintedByAmount(graph: CanvasGraph, values: ActorValues): Tinted {
  const shown = graph.items.filter(({ kind }) => kind === 'ACTOR').map(({ key }) => values.get(key.slice(2)));
  const known = shown.filter((value) => value !== undefined);
  const bounds = classBounds(known);
  const least = Math.min(...known);
  const classes = bounds.map((to, place): TintClass => {
    const of = known.filter((value) => value <= to && (place === 0 || value > bounds[place - 1]!));
    return { tint: amountTint(place, bounds.length), count: of.length, from: Math.min(...of, to), to };
  });
  return tinted(graph, classes, (item) => {
    const value = values.get(item.key.slice(2));
    return value === undefined || value < least ? undefined : classes[bounds.findIndex((to) => value <= to)];
  });
}

function amountTint(place: number, count: number): Tint {
  const shade = count === 1 ? 3 : 1 + Math.round((place * (mostClasses - 1)) / (count - 1));
  return { fill: `sequential-${shade}`, ink: shade >= 4 ? 'surface' : 'ink' };
}

/** Colours the actors by the number of their group; the largest groups have a colour of their own. */
export function tintedByGroup(graph: CanvasGraph, values: ActorValues): Tinted {
  const sizes = new Map<number, number>();
  for (const { kind, key } of graph.items) {
    const group = kind === 'ACTOR' ? values.get(key.slice(2)) : undefined;
    if (group !== undefined) sizes.set(group, (sizes.get(group) ?? 0) + 1);
  }
  const ranked = [...sizes].sort((a, b) => b[1] - a[1] || a[0] - b[0]);
  const own = ranked.slice(0, mostGroups).map(([group, count], place): TintClass => ({
    tint: { fill: `group-${place + 1}`, ink: 'surface' },
    count,
    group,
  }));
  const others = ranked.slice(mostGroups).reduce((sum, [, count]) => sum + count, 0);
  const shared: TintClass = { tint: { fill: 'group-8', ink: 'surface' }, count: others, group: null };
  return tinted(graph, others > 0 ? [...own, shared] : own, (item) => {
    const group = values.get(item.key.slice(2));
    if (group === undefined) return undefined;
    return own.find((each) => each.group === group) ?? shared;
  });
}

/** Colours the actors by the world of their family. */
export function tintedByWorld(graph: CanvasGraph): Tinted {
  const worldOf = ({ sort }: CanvasItem): FamilyWorld | 'other' => familyWorlds[sort ?? ''] ?? 'other';
  const actors = graph.items.filter(({ kind }) => kind === 'ACTOR');
  const classes = [...worlds, 'other' as const].map((world, place): TintClass => ({
    tint: { fill: `group-${place + 1}`, ink: 'surface' },
    count: actors.filter((item) => worldOf(item) === world).length,
    world,
  }));
  const held = classes.filter(({ count }) => count > 0);
  return tinted(graph, held, (item) => held.find(({ world }) => world === worldOf(item)));
}

function tinted(
  graph: CanvasGraph,
  classes: readonly TintClass[],
  classOf: (item: CanvasItem) => TintClass | undefined,
): Tinted {
  let unknown = 0;
  const items = graph.items.map((item) => {
    if (item.kind !== 'ACTOR') return item;
    const tint = classOf(item)?.tint;
    if (tint) return { ...item, tint };
    unknown += 1;
    return item;
  });
  return { graph: { ...graph, items }, classes, unknown };
}
