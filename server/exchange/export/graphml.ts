import {
  valueText,
  xmlText,
  type AttributeColumn,
  type AttributeValue,
  type NetworkRows,
} from './networkRows';

const types = { text: 'string', number: 'double', boolean: 'boolean' } as const;

/**
 * A network as GraphML, for yEd, igraph, NetworkX and others: undirected; beside the attributes, nodes have `label` and, where
 * known, `x` and `y`, edges `weight`. Unknown values are left out. Format: http://graphml.graphdrawing.org.
 */
export function toGraphml({ title, creator, nodeColumns, edgeColumns, nodes, edges }: NetworkRows): string {
  const ofNodes: AttributeColumn[] = [
    { name: 'label', kind: 'text' },
    { name: 'x', kind: 'number' },
    { name: 'y', kind: 'number' },
    ...nodeColumns,
  ];
  const ofEdges: AttributeColumn[] = [{ name: 'weight', kind: 'number' }, ...edgeColumns];
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"' +
      ' xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">',
    '<key id="g0" for="graph" attr.name="title" attr.type="string"/>',
    '<key id="g1" for="graph" attr.name="creator" attr.type="string"/>',
    ...keys('node', ofNodes),
    ...keys('edge', ofEdges),
    '<graph edgedefault="undirected">',
    `<data key="g0">${xmlText(title)}</data>`,
    `<data key="g1">${xmlText(creator)}</data>`,
    ...nodes.map(
      ({ id, label, position, values }) =>
        `<node id="${xmlText(id)}">` +
        `${cells('n', [label, position?.x ?? null, position?.y ?? null, ...values])}</node>`,
    ),
    ...edges.map(
      ({ id, source, target, weight, values }) =>
        `<edge id="${xmlText(id)}" source="${xmlText(source)}" target="${xmlText(target)}">` +
        `${cells('e', [weight, ...values])}</edge>`,
    ),
    '</graph>',
    '</graphml>',
    '',
  ].join('\n');
}

function keys(kind: 'node' | 'edge', columns: readonly AttributeColumn[]): string[] {
  return columns.map(
    ({ name, kind: held }, place) =>
      `<key id="${kind[0]}${place}" for="${kind}" attr.name="${xmlText(name)}" attr.type="${types[held]}"/>`,
  );
}

function cells(prefix: string, values: readonly AttributeValue[]): string {
  return values
    .map((value, place) => {
      const text = valueText(value);
      return text === null ? '' : `<data key="${prefix}${place}">${xmlText(text)}</data>`;
    })
    .join('');
}
