import {
  valueText,
  xmlText,
  type AttributeColumn,
  type AttributeValue,
  type NetworkRows,
} from './networkRows';

const types = { text: 'string', number: 'double', boolean: 'boolean' } as const;

/**
 * A network as GEXF 1.3, for Gephi and others: undirected, with attributes, weights and, where known, positions. Unknown values
 * are left out, not written empty. Format: https://gexf.net/1.3.
 *
 * @param day - date of the file, `2026-11-24`
 */
export function toGexf(network: NetworkRows, day: string): string {
  const { title, creator, nodeColumns, edgeColumns, nodes, edges } = network;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz" version="1.3">',
    `<meta lastmodifieddate="${xmlText(day)}"><creator>${xmlText(creator)}</creator>` +
      `<description>${xmlText(title)}</description></meta>`,
    '<graph defaultedgetype="undirected" mode="static">',
    ...declarations('node', nodeColumns),
    ...declarations('edge', edgeColumns),
    '<nodes>',
    ...nodes.map(({ id, label, values, position }) => {
      const place = position ? `<viz:position x="${position.x}" y="${position.y}" z="0"/>` : '';
      const inside = attributeValues(values) + place;
      return `<node id="${xmlText(id)}" label="${xmlText(label)}">${inside}</node>`;
    }),
    '</nodes>',
    '<edges>',
    ...edges.map(
      ({ id, source, target, weight, values }) =>
        `<edge id="${xmlText(id)}" source="${xmlText(source)}" target="${xmlText(target)}" weight="${weight}">` +
        `${attributeValues(values)}</edge>`,
    ),
    '</edges>',
    '</graph>',
    '</gexf>',
    '',
  ].join('\n');
}

function declarations(kind: 'node' | 'edge', columns: readonly AttributeColumn[]): string[] {
  if (columns.length === 0) return [];
  return [
    `<attributes class="${kind}">`,
    ...columns.map(
      ({ name, kind: held }, place) =>
        `<attribute id="${place}" title="${xmlText(name)}" type="${types[held]}"/>`,
    ),
    '</attributes>',
  ];
}

function attributeValues(values: readonly AttributeValue[]): string {
  const known = values.flatMap((value, place) => {
    const text = valueText(value);
    return text === null ? [] : [`<attvalue for="${place}" value="${xmlText(text)}"/>`];
  });
  return known.length === 0 ? '' : `<attvalues>${known.join('')}</attvalues>`;
}
