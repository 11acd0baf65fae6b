import { MultiUndirectedGraph } from 'graphology';
import gexf from 'graphology-gexf';
import graphml from 'graphology-graphml';
import { csvCell, edgesCsv, nodesCsv, toCytoscapeJson, toGexf, toGraphml } from './networkTexts';

const node = {
  key: 'a~musee',
  kind: 'ACTOR' as const,
  id: 'musee',
  label: 'Musée « d’Œuvres » & <fils>',
  acronym: null,
  sort: 'MUSEUM',
  phases: ['VALIDATION', 'DIFFUSION'],
  latitude: 50.5,
  longitude: 2.5,
  place: 'Lens',
  step: 0,
  from: null,
  partners: 3,
  declared: true,
  community: 0,
  ways: [],
};
const view = {
  nodes: [node, { ...node, key: 'a~b', id: 'b', label: 'B', partners: null, phases: [] }],
  groups: [{ key: 'g~1', members: 4, matching: 3, leaders: ['UPJV'], themes: [], families: [], places: [] }],
  edges: [
    {
      source: 'a~musee',
      target: 'a~b',
      relation: 'TIE' as const,
      weight: 2,
      kinds: ['HOSTING' as const],
      detail: null,
      firstYear: 2015,
      lastYear: null,
    },
  ],
};
const parse = (text: string) => new DOMParser().parseFromString(text, 'application/xml');

test('a cell is quoted where it must be and is never a formula', () => {
  expect(csvCell('a, "b"')).toBe('"a, ""b"""');
  expect(csvCell('=SUM(A1)')).toBe("'=SUM(A1)");
  expect(csvCell(-3)).toBe('-3');
  expect(csvCell(null)).toBe('');
});

test('the nodes and edges shown are rows, unknown is empty', () => {
  const [, , first, second] = nodesCsv(view).split('\r\n');
  expect(first).toContain('a~musee,Musée « d’Œuvres » & <fils>,ACTOR,MUSEUM,Lens');
  expect(second).toBe('a~b,B,ACTOR,MUSEUM,Lens,,,,0,50.5,2.5');
  expect(edgesCsv(view)).toContain('a~musee,a~b,TIE,2,HOSTING,,2015,');
});

test.each([
  ['GEXF', toGexf(view, { 'a~musee': { x: 1, y: 2 } })],
  ['GraphML', toGraphml(view)],
])('%s is well-formed, accents and signs intact', (_, text) => {
  const document = parse(text);
  expect(document.querySelector('parsererror')).toBeNull();
  expect(document.getElementsByTagName('node')).toHaveLength(3);
  expect(document.getElementsByTagName('edge')).toHaveLength(1);
  expect(text).toContain('Musée « d’Œuvres » &amp; &lt;fils&gt;');
});

test('Cytoscape reads back what was written', () => {
  const { elements } = JSON.parse(toCytoscapeJson(view, { 'a~musee': { x: 1, y: 2 } }));
  expect(elements.nodes[1]).toMatchObject({
    data: { id: 'a~musee', label: node.label, partners: 3 },
    position: { x: 1, y: 2 },
  });
  expect(elements.edges[0].data).toMatchObject({ source: 'a~musee', relation: 'TIE', weight: 2 });
});

describe('another program reads back what was written', () => {
  // NetworkX 3.6.1 (`read_gexf`, `read_graphml`) and igraph 1.0.0 (`Read_GraphML`) were given these very files: a MultiGraph of
  // three nodes and two edges, whose names and values are those of `readBack`; integers stay integers in NetworkX.
  const twice = {
    ...view,
    edges: [...view.edges, { ...view.edges[0]!, relation: 'HOSTING' as const, weight: 1, detail: 'étape' }],
  };
  const readBack = {
    nodes: ['a~b', 'a~musee', 'g~1'],
    musee: { kind: 'ACTOR', sort: 'MUSEUM', place: 'Lens', phases: 'VALIDATION DIFFUSION', partners: 3 },
    edges: [
      { relation: 'HOSTING', kinds: 'HOSTING', detail: 'étape', firstYear: 2015, weight: 1 },
      { relation: 'TIE', kinds: 'HOSTING', firstYear: 2015, weight: 2 },
    ],
  };

  test.each([
    ['GEXF', () => gexf.parse(MultiUndirectedGraph, toGexf(twice, { 'a~musee': { x: 1, y: 2 } }))],
    ['GraphML', () => graphml.parse(MultiUndirectedGraph, toGraphml(twice))],
  ])('%s, by graphology: names, attributes, types and parallel edges', (_, read) => {
    const graph = read();
    expect(graph.nodes().sort()).toEqual(readBack.nodes);
    expect(graph.getNodeAttributes('a~musee')).toMatchObject({ label: node.label, ...readBack.musee });
    expect(graph.getNodeAttributes('a~musee')).toMatchObject({
      latitude: 50.5,
      longitude: 2.5,
      community: 0,
    });
    // Unknown is left out: it is not zero.
    expect(graph.getNodeAttribute('a~b', 'partners')).toBeUndefined();
    const edges = graph.edges('a~musee', 'a~b').map((edge) => graph.getEdgeAttributes(edge));
    expect(edges.sort((x, y) => (x['relation'] < y['relation'] ? -1 : 1))).toMatchObject(readBack.edges);
  });
});
