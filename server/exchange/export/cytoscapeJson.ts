import { valueText, type AttributeColumn, type AttributeValue, type NetworkRows } from './networkRows';

/**
 * A network as Cytoscape JSON (`.cyjs`), for Cytoscape, Cytoscape.js and their kin. An attribute keeps its name unless the format
 * gives that name a meaning (`id`, `name`, `source`, `target`, `weight`…): then `_` is put after it. Unknown values are left
 * out. Format: https://manual.cytoscape.org, section on supported network file formats.
 */
export function toCytoscapeJson({
  title,
  creator,
  nodeColumns,
  edgeColumns,
  nodes,
  edges,
}: NetworkRows): string {
  return JSON.stringify({
    format_version: '1.0',
    generated_by: creator,
    target_cytoscapejs_version: '~3.0',
    data: { name: title, shared_name: title },
    elements: {
      nodes: nodes.map(({ id, label, values, position }) => ({
        data: { id, name: label, ...attributes(nodeColumns, values) },
        ...(position && { position }),
      })),
      edges: edges.map(({ id, source, target, weight, values }) => ({
        data: { id, source, target, weight, ...attributes(edgeColumns, values) },
      })),
    },
  });
}

const taken = new Set(['id', 'name', 'shared_name', 'parent', 'source', 'target', 'weight', 'SUID']);

function attributes(
  columns: readonly AttributeColumn[],
  values: readonly AttributeValue[],
): Record<string, AttributeValue> {
  return Object.fromEntries(
    columns.flatMap(({ name }, place) =>
      valueText(values[place]) === null ? [] : [[taken.has(name) ? `${name}_` : name, values[place]!]],
    ),
  );
}
