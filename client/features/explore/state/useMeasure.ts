import { useQuery } from '@apollo/client/react';
import { useMemo } from 'react';
import { ExploreMeasureDocument } from '../../../graphql/generated/graphql';
import type { CanvasGraph } from '../../../views/graph/canvasTypes';

/** Size of the actor that has the greatest value, in the terms of a count of ties. */
const greatest = 60;

/**
 * The graph with the size of its actors following a measure of the whole network, the greatest value the largest; an actor
 * for which the measure is not defined is the smallest. Without a measure, or before it comes: the graph as it is.
 */
export function sizedBy(graph: CanvasGraph, values: ReadonlyMap<string, number> | null): CanvasGraph {
  if (!values) return graph;
  const most = Math.max(0, ...values.values()) || 1;
  const size = (key: string): number => (greatest * (values.get(key.slice(2)) ?? 0)) / most;
  return {
    ...graph,
    items: graph.items.map((item) => (item.kind === 'ACTOR' ? { ...item, size: size(item.key) } : item)),
  };
}

/** The values of a measure by actor; null without one, and until it comes. */
export function useMeasure(id: string | null): ReadonlyMap<string, number> | null {
  const { data } = useQuery(ExploreMeasureDocument, { variables: { id: id ?? '' }, skip: id === null });
  return useMemo(() => {
    const column =
      data?.networkMeasure?.actorColumns.find((each) => each.id === id) ??
      data?.networkMeasure?.actorColumns[0];
    if (id === null || !column) return null;
    return new Map(column.values.map(({ actorId, value }) => [actorId, value ?? 0]));
  }, [data, id]);
}
