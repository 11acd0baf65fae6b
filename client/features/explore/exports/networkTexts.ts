import type { CanvasPartsFragment } from '../../../graphql/generated/graphql';
import type { Point } from '../../../views/graph/canvasTypes';
import { escapeXml } from '../../../lib/escapeXml';

type View = Pick<CanvasPartsFragment, 'nodes' | 'groups' | 'edges'>;

/** A node as every format of network tells it. */
interface Told {
  id: string;
  label: string;
  attributes: Record<string, string | number | null>;
}

/** The number in the key of a community; `null` for the actors that nothing ties. */
function communityNumber(key: string): number | null {
  const number = Number(key.slice(2));
  return Number.isNaN(number) ? null : number;
}

function toTold({ nodes, groups }: View): Told[] {
  return [
    ...groups.map((group): Told => ({
      id: group.key,
      label: group.leaders.join(', ') || group.key,
      attributes: {
        kind: 'COMMUNITY',
        sort: null,
        place: group.places.join(' ') || null,
        phases: null,
        partners: null,
        members: group.members,
        community: communityNumber(group.key),
      },
    })),
    ...nodes.map((node): Told => ({
      id: node.key,
      label: node.label,
      attributes: {
        kind: node.kind,
        sort: node.sort ?? null,
        place: node.place ?? null,
        phases: node.phases.join(' ') || null,
        partners: node.partners ?? null,
        members: null,
        community: node.community ?? null,
        latitude: node.latitude ?? null,
        longitude: node.longitude ?? null,
      },
    })),
  ];
}

const attributeTypes = {
  kind: 'string',
  sort: 'string',
  place: 'string',
  phases: 'string',
  partners: 'integer',
  members: 'integer',
  community: 'integer',
  latitude: 'double',
  longitude: 'double',
} as const;

const edgeTypes = {
  relation: 'string',
  kinds: 'string',
  detail: 'string',
  firstYear: 'integer',
  lastYear: 'integer',
} as const;

/** What an edge says beside its ends and its weight, unknown left out. */
function edgeValues(edge: View['edges'][number]): [keyof typeof edgeTypes, string | number][] {
  const values = {
    relation: edge.relation,
    kinds: edge.kinds.join(' ') || null,
    detail: edge.detail ?? null,
    firstYear: edge.firstYear ?? null,
    lastYear: edge.lastYear ?? null,
  };
  return Object.entries(values).filter(([, value]) => value !== null) as ReturnType<typeof edgeValues>;
}

/** A value as a cell of CSV: quoted where it must be, and never taken for a formula by a spreadsheet. */
export function csvCell(value: string | number | null | undefined): string {
  if (value == null) return '';
  const text = String(value);
  const safe = typeof value === 'string' && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",;\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** Rows as CSV (RFC 4180) with a byte order mark, so that spreadsheets read accents. */
export function toCsv(rows: readonly (readonly (string | number | null | undefined)[])[]): string {
  return `\ufeff${rows.map((row) => row.map(csvCell).join(',')).join('\r\n')}\r\n`;
}

/** The nodes shown, as CSV. */
export function nodesCsv(view: View): string {
  const names = Object.keys(attributeTypes);
  return toCsv([
    ['id', 'label', ...names],
    ...toTold(view).map(({ id, label, attributes }) => [id, label, ...names.map((name) => attributes[name])]),
  ]);
}

/** The edges shown, as CSV. */
export function edgesCsv({ edges }: View): string {
  return toCsv([
    ['source', 'target', 'relation', 'weight', 'kinds', 'detail', 'firstYear', 'lastYear'],
    ...edges.map((edge) => [
      edge.source,
      edge.target,
      edge.relation,
      edge.weight,
      edge.kinds.join(' '),
      edge.detail,
      edge.firstYear,
      edge.lastYear,
    ]),
  ]);
}

/** What is shown as GEXF 1.3, places on the canvas included where they are known. */
export function toGexf(view: View, places: Readonly<Record<string, Point>> = {}): string {
  const names = Object.entries(attributeTypes);
  const attribute = ([name, type]: [string, string]): string =>
    `<attribute id="${name}" title="${name}" type="${type}"/>`;
  const node = ({ id, label, attributes }: Told): string => {
    const values = Object.entries(attributes)
      .filter(([, value]) => value !== null)
      .map(([name, value]) => `<attvalue for="${name}" value="${escapeXml(String(value))}"/>`);
    const at = places[id];
    const position = at ? `<viz:position x="${at.x.toFixed(1)}" y="${(-at.y).toFixed(1)}" z="0"/>` : '';
    return `<node id="${escapeXml(id)}" label="${escapeXml(label)}"><attvalues>${values.join('')}</attvalues>${position}</node>`;
  };
  const edge = (shown: View['edges'][number], index: number): string => {
    const values = edgeValues(shown).map(
      ([name, value]) => `<attvalue for="${name}" value="${escapeXml(String(value))}"/>`,
    );
    const ends = `source="${escapeXml(shown.source)}" target="${escapeXml(shown.target)}"`;
    return `<edge id="${index}" ${ends} weight="${shown.weight}"><attvalues>${values.join('')}</attvalues></edge>`;
  };
  return `<?xml version="1.0" encoding="UTF-8"?>
<gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz" version="1.3">
<graph defaultedgetype="undirected">
<attributes class="node">${names.map(attribute).join('')}</attributes>
<attributes class="edge">${Object.entries(edgeTypes).map(attribute).join('')}</attributes>
<nodes>
${toTold(view).map(node).join('\n')}
</nodes>
<edges>
${view.edges.map(edge).join('\n')}
</edges>
</graph>
</gexf>
`;
}

/** What is shown as GraphML. */
export function toGraphml(view: View): string {
  const types = { string: 'string', integer: 'int', double: 'double' } as const;
  const keys = Object.entries(attributeTypes).map(
    ([name, type]) => `<key id="${name}" for="node" attr.name="${name}" attr.type="${types[type]}"/>`,
  );
  const edgeKeys = Object.entries(edgeTypes).map(
    ([name, type]) => `<key id="${name}" for="edge" attr.name="${name}" attr.type="${types[type]}"/>`,
  );
  const data = (name: string, value: string | number): string =>
    `<data key="${name}">${escapeXml(String(value))}</data>`;
  const node = ({ id, label, attributes }: Told): string => {
    const values = Object.entries(attributes).filter(
      (pair): pair is [string, string | number] => pair[1] !== null,
    );
    return `<node id="${escapeXml(id)}">${data('label', label)}${values.map(([name, value]) => data(name, value)).join('')}</node>`;
  };
  return `<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns">
<key id="label" for="node" attr.name="label" attr.type="string"/>
${keys.join('\n')}
${edgeKeys.join('\n')}
<key id="weight" for="edge" attr.name="weight" attr.type="double"/>
<graph edgedefault="undirected">
${toTold(view).map(node).join('\n')}
${view.edges
  .map((shown, index) => {
    const values = [...edgeValues(shown), ['weight', shown.weight] as const];
    return `<edge id="e${index}" source="${escapeXml(shown.source)}" target="${escapeXml(shown.target)}">${values.map(([name, value]) => data(name, value)).join('')}</edge>`;
  })
  .join('\n')}
</graph>
</graphml>
`;
}

/** What is shown in the format of Cytoscape (`elements`), places included where they are known. */
export function toCytoscapeJson(view: View, places: Readonly<Record<string, Point>> = {}): string {
  return `${JSON.stringify(
    {
      elements: {
        nodes: toTold(view).map(({ id, label, attributes }) => ({
          data: { id, label, ...attributes },
          ...(places[id] ? { position: places[id] } : {}),
        })),
        edges: view.edges.map((edge, index) => ({
          data: {
            id: `e${index}`,
            source: edge.source,
            target: edge.target,
            weight: edge.weight,
            ...Object.fromEntries(edgeValues(edge)),
          },
        })),
      },
    },
    null,
    1,
  )}\n`;
}
