import { useMemo } from 'react';
import { colourings, type CanvasGraph, type Colouring } from '../../../views/graph/canvasTypes';
import { colours, sizes, type ExploreState } from './exploreState';
import { tintedByAmount, tintedByGroup, tintedByWorld, type Tinted } from './tints';
import { sizedBy, useMeasure, useMeasureChoices, type ActorValues, type MeasureChoice } from './useMeasure';

/** What size and colour say, and how the canvas is told. */
export interface Look {
  /** Measures that size and colour may follow. */
  choices: readonly MeasureChoice[];
  colouring: Colouring;
  /** Colours that follow something else than what the canvas knows by itself; their meaning. */
  tinted: Tinted | null;
  /** Least and greatest value that size follows; null when it follows no measure. */
  sized: { least: number; most: number } | null;
}

const isBuiltIn = (name: string, known: readonly string[]): boolean => known.includes(name);

/** Gives the actors the size and the colour that were chosen; without an answer yet, they stay as they are. */
export function useLook(
  state: ExploreState,
  plain: CanvasGraph | null,
): { graph: CanvasGraph | null; look: Look } {
  const choices = useMeasureChoices();
  const ties = useMemo(
    () => (state.liens.length > 0 ? { kinds: state.liens, undated: 'KEEP' as const } : null),
    [state.liens],
  );
  const drawn = useMemo(() => actorsOf(plain), [plain]);
  const size = useMeasure(isBuiltIn(state.taille, sizes) ? null : state.taille, ties, drawn);
  const colour = useMeasure(isBuiltIn(state.couleur, colours) ? null : state.couleur, ties, drawn);
  const kind = choices.find(({ id }) => id === state.couleur)?.kind;
  const tinted = useMemo(
    () => plain && tint(plain, state.couleur, colour, kind),
    [plain, state.couleur, colour, kind],
  );
  // What is drawn changes with what it shows alone: it is laid out again each time it changes.
  const graph = useMemo(() => plain && sizedBy(tinted?.graph ?? plain, size), [plain, tinted, size]);
  return useMemo(() => {
    const colouring = colourings.find((known) => known === state.couleur) ?? 'none';
    const values = [...(size?.values() ?? [])];
    const sized = values.length > 0 ? { least: Math.min(...values), most: Math.max(...values) } : null;
    return { graph, look: { choices, colouring, tinted, sized } };
  }, [graph, tinted, state.couleur, size, choices]);
}

/** Identifiers of the actors drawn, in one order whatever that of the drawing. */
function actorsOf(graph: CanvasGraph | null): string[] {
  const actors = (graph?.items ?? []).filter(({ kind }) => kind === 'ACTOR');
  return actors.map(({ key }) => key.slice(2)).sort();
}

function tint(
  graph: CanvasGraph,
  name: string,
  values: ActorValues | null,
  kind: MeasureChoice['kind'] | undefined,
): Tinted | null {
  if (name === 'family') return tintedByWorld(graph);
  if (name === 'ties')
    return tintedByAmount(
      graph,
      new Map(
        graph.items.flatMap(({ kind: of, key, size }) => (of === 'ACTOR' ? [[key.slice(2), size]] : [])),
      ),
    );
  if (!values) return null;
  return kind === 'group' ? tintedByGroup(graph, values) : tintedByAmount(graph, values);
}
