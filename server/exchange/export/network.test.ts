import cytoscape from 'cytoscape';
import fc from 'fast-check';
import Graph from 'graphology';
import * as gexfReader from 'graphology-gexf';
import * as graphmlReader from 'graphology-graphml';
import { toCytoscapeJson } from './cytoscapeJson';
import { toGexf } from './gexf';
import { toGraphml } from './graphml';
import type { AttributeValue, NetworkRows } from './networkRows';

const network: NetworkRows = {
  title: 'Réseau « Hauts-de-France » & voisins',
  creator: 'Maillage',
  nodeColumns: [
    { name: 'famille', kind: 'text' },
    { name: 'passerelle', kind: 'number' },
    { name: 'besoins', kind: 'boolean' },
  ],
  edgeColumns: [
    { name: 'preuves', kind: 'text' },
    { name: 'depuis', kind: 'number' },
  ],
  nodes: [
    {
      id: 'musée-d’Ostrevant',
      label: 'Musée d’Ostrevant "Cœur & œuvres" <Bouchain>',
      values: ['MUSEUM', 0.25, true],
      position: { x: 12.5, y: -3 },
    },
    {
      id: 'labo:1',
      label: 'Laboratoire Évo-Éco-Paléo',
      values: ['LABORATORY', 0, false],
      position: { x: 0, y: 1e-7 },
    },
    { id: 'seul', label: '孤立 – ß – 🔭\nsur deux lignes', values: [null, null, null] },
  ],
  edges: [
    {
      id: 'e1',
      source: 'musée-d’Ostrevant',
      target: 'labo:1',
      weight: 2.5,
      values: ['p1 ; p2 « été »', 2015],
    },
  ],
};

type Held = { nodes: Map<string, Record<string, unknown>>; edges: Record<string, unknown>[] };

function held(graph: Graph): Held {
  return {
    nodes: new Map(graph.mapNodes((id, attributes) => [id, attributes])),
    edges: graph.mapEdges((_, attributes, source, target) => ({
      ...attributes,
      ends: [source, target].sort(),
    })),
  };
}

const attributesOf = (columns: readonly { name: string }[], values: readonly AttributeValue[]) =>
  Object.fromEntries(
    columns.flatMap(({ name }, place) => (values[place] === null ? [] : [[name, values[place]]])),
  );

/** What a reader must find. */
function expected(rows: NetworkRows): Held {
  return {
    nodes: new Map(
      rows.nodes.map(({ id, label, values, position }) => [
        id,
        { label, ...attributesOf(rows.nodeColumns, values), ...position },
      ]),
    ),
    edges: rows.edges.map(({ source, target, weight, values }) => ({
      weight,
      ...attributesOf(rows.edgeColumns, values),
      ends: [source, target].sort(),
    })),
  };
}

function withoutDepth({ nodes, edges }: Held): Held {
  for (const attributes of nodes.values()) delete attributes['z'];
  return { nodes, edges };
}

const readGexf = (text: string): Held =>
  withoutDepth(held(gexfReader.parse(Graph, text, { addMissingNodes: false })));
const readGraphml = (text: string): Held => {
  const found = held(graphmlReader.parse(Graph, text));
  return { nodes: found.nodes, edges: found.edges };
};

const text = fc.string({ unit: 'grapheme', maxLength: 12 });
const drawnNetworks: fc.Arbitrary<NetworkRows> = fc
  .uniqueArray(
    text.filter((id) => id.trim() === id && id !== ''),
    { minLength: 2, maxLength: 6 },
  )
  .map((ids) => ids.map((id) => `n-${id}`))
  .chain((ids) =>
    fc.record({
      title: text,
      creator: text,
      nodeColumns: fc.constant([
        { name: 'thème', kind: 'text' as const },
        { name: 'valeur', kind: 'number' as const },
      ]),
      edgeColumns: fc.constant([{ name: 'sûr', kind: 'boolean' as const }]),
      nodes: fc.tuple(
        ...ids.map((id) =>
          fc.record({
            id: fc.constant(id),
            label: fc.constant(`nom de ${id}`),
            values: fc.tuple(
              fc.option(text.map((value) => `«${value}»`)),
              fc.option(fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0)),
            ),
          }),
        ),
      ),
      edges: fc.tuple(
        fc.record({
          id: fc.constant('e'),
          source: fc.constant(ids[0]!),
          target: fc.constant(ids[1]!),
          weight: fc.double({ min: 0.001, max: 1e6, noNaN: true }),
          values: fc.tuple(fc.option(fc.boolean())),
        }),
      ),
    }),
  );

describe('an exported network', () => {
  test('is read by graphology from GEXF with all it had, accents included', () => {
    const file = toGexf(network, '2026-11-24');
    expect(readGexf(file)).toEqual(expected(network));
    expect(gexfReader.parse(Graph, file).getAttributes()).toMatchObject({
      creator: 'Maillage',
      description: network.title,
      lastModifiedDate: '2026-11-24',
    });
  });

  test('is read by graphology from GraphML with all it had, accents included', () => {
    const file = toGraphml(network);
    expect(readGraphml(file)).toEqual(expected(network));
    expect(graphmlReader.parse(Graph, file).getAttribute('title')).toBe(network.title);
  });

  test('is read by Cytoscape from its JSON with all it had, accents included', () => {
    const core = cytoscape({
      headless: true,
      layout: { name: 'preset' },
      ...JSON.parse(toCytoscapeJson(network)),
    });
    const museum = core.getElementById('musée-d’Ostrevant');
    expect(museum.data()).toEqual({
      id: 'musée-d’Ostrevant',
      name: network.nodes[0]!.label,
      famille: 'MUSEUM',
      passerelle: 0.25,
      besoins: true,
    });
    expect(museum.position()).toEqual({ x: 12.5, y: -3 });
    expect(core.getElementById('seul').data()).toEqual({ id: 'seul', name: network.nodes[2]!.label });
    expect(core.edges().map((edge) => edge.data())).toEqual([
      {
        id: 'e1',
        source: 'musée-d’Ostrevant',
        target: 'labo:1',
        weight: 2.5,
        preuves: 'p1 ; p2 « été »',
        depuis: 2015,
      },
    ]);
  });

  test('is read back whatever it holds', () => {
    fc.assert(
      fc.property(drawnNetworks, (rows) => {
        expect(readGexf(toGexf(rows, '2026-11-24'))).toEqual(expected(rows));
        expect(readGraphml(toGraphml(rows))).toEqual(expected(rows));
      }),
    );
  });

  test('of nothing is an empty network in each format', () => {
    const empty = { ...network, nodes: [], edges: [], nodeColumns: [], edgeColumns: [] };
    expect(readGexf(toGexf(empty, '2026-11-24')).nodes.size).toBe(0);
    expect(readGraphml(toGraphml(empty)).nodes.size).toBe(0);
    expect(JSON.parse(toCytoscapeJson(empty)).elements).toEqual({ nodes: [], edges: [] });
  });

  test('leaves out what cannot be written: unknown values, numbers that are none, characters XML has no place for', () => {
    const rows: NetworkRows = {
      ...network,
      nodes: [{ id: 'a', label: 'avant\u0000\u0008\uD800après', values: ['x', NaN, null] }],
      edges: [],
    };
    expect(readGexf(toGexf(rows, '2026-11-24')).nodes.get('a')).toEqual({
      label: 'avantaprès',
      famille: 'x',
    });
    expect(readGraphml(toGraphml(rows)).nodes.get('a')).toEqual({ label: 'avantaprès', famille: 'x' });
    const { data } = JSON.parse(toCytoscapeJson(rows)).elements.nodes[0];
    expect(Object.keys(data)).toEqual(['id', 'name', 'famille']);
  });

  test('keeps an attribute whose name the JSON format has taken', () => {
    const rows: NetworkRows = {
      ...network,
      nodeColumns: [{ name: 'name', kind: 'text' }],
      nodes: [{ id: 'a', label: 'A', values: ['autre nom'] }],
      edges: [],
    };
    expect(JSON.parse(toCytoscapeJson(rows)).elements.nodes[0].data).toEqual({
      id: 'a',
      name: 'A',
      name_: 'autre nom',
    });
  });
});
