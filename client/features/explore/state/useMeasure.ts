import { useQuery } from '@apollo/client/react';
import { useMemo } from 'react';
import {
  ExploreMeasureDocument,
  ExploreMeasuresDocument,
  type NetworkTiesInput,
} from '../../../graphql/generated/graphql';
import { useLocalText } from '../../../i18n/useLanguage';
import type { CanvasGraph } from '../../../views/graph/canvasTypes';

/** Size of the actor that has the greatest value, in the terms of a count of ties. */
const greatest = 60;

/** A measure that the look of actors may follow. */
export interface MeasureChoice {
  id: string;
  label: string;
  kind: 'amount' | 'group';
}

/** Values of a measure by identifier of the actor; one for which it is not defined has none. */
export type ActorValues = ReadonlyMap<string, number>;

/**
 * The graph with the size of its actors following a measure of the whole network, the greatest value drawn the largest; an actor
 * for which the measure is not defined is the smallest. Without a measure, or before it comes: the graph as it is.
 */
export function sizedBy(graph: CanvasGraph, values: ActorValues | null): CanvasGraph {
  if (!values) return graph;
  const most = Math.max(0, ...values.values()) || 1;
  const size = (key: string): number => (greatest * (values.get(key.slice(2)) ?? 0)) / most;
  return {
    ...graph,
    items: graph.items.map((item) => (item.kind === 'ACTOR' ? { ...item, size: size(item.key) } : item)),
  };
}

/**
 * The values of a measure for the actors drawn, on the kinds of tie that count; null without one, and until it comes. While
 * those of more actors come, those that are known stay.
 */
export function useMeasure(
  id: string | null,
  ties: NetworkTiesInput | null,
  actorIds: readonly string[],
): ActorValues | null {
  const choices = useQuery(ExploreMeasuresDocument, { skip: id === null });
  const known = choices.data?.networkMeasures?.find((each) => each.id === id);
  const column = known?.byActor?.column;
  const query = useQuery(ExploreMeasureDocument, {
    variables: { id: id ?? '', ties, actorIds: [...actorIds] },
    skip: id === null || column === undefined || actorIds.length === 0,
  });
  const data = query.data ?? query.previousData;
  return useMemo(() => {
    const found = data?.networkMeasure?.actorColumns.find((each) => each.id === column);
    if (id === null || !found) return null;
    return new Map(found.values.map(({ actorId, value }) => [actorId, value]));
  }, [data, id, column]);
}

/** Every measure that says something of each actor, as the network's own list has it. */
export function useMeasureChoices(): MeasureChoice[] {
  const local = useLocalText();
  const { data } = useQuery(ExploreMeasuresDocument);
  return useMemo(
    () =>
      (data?.networkMeasures ?? []).flatMap(({ id, byActor }) =>
        byActor
          ? [
              {
                id,
                label: local(byActor.label.fr, byActor.label.en),
                kind: byActor.kind === 'group' ? ('group' as const) : ('amount' as const),
              },
            ]
          : [],
      ),
    [data, local],
  );
}
