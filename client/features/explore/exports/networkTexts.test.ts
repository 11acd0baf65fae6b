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
  expect(second).toBe('a~b,B,ACTOR,MUSEUM,Lens,,,,50.5,2.5');
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
