import { feature } from 'topojson-client';
import type { GeometryCollection } from 'topojson-specification';
import { readContours } from './readContours';
import { readTerritoryFiles } from './readTerritoryFiles';
import { fileOfBytes } from './territoryFile';
import { contains, pointInside, toTopology } from './toTopology';
import { successorOf } from './vanished';

const file = (name: string, content: unknown) =>
  fileOfBytes(name, Buffer.from(typeof content === 'string' ? content : JSON.stringify(content)));

/** Everything here is invented but the shape of the files. */
const etalab = [
  file('communes.json', [
    {
      ...{ code: '98001', nom: 'Inventée', typeLiaison: 0, zone: 'metro', departement: '98', region: '97' },
      ...{ type: 'commune-actuelle', anciensCodes: ['98009'], siren: '219800010', population: 860 },
    },
    {
      ...{ code: '98002', nom: 'Imaginée', typeLiaison: 0, zone: 'metro', departement: '98', region: '97' },
      ...{ type: 'commune-actuelle', population: 40 },
    },
    {
      ...{ code: '98008', nom: 'Associée', typeLiaison: 0, zone: 'metro', departement: '98', region: '97' },
      ...{ type: 'commune-associee', chefLieu: '98002' },
    },
    {
      ...{ code: '96001', nom: 'Voisine', typeLiaison: 0, zone: 'metro', departement: '96', region: '95' },
      ...{ type: 'commune-actuelle', population: 7 },
    },
    {
      ...{ code: '96002', nom: 'Lointaine', typeLiaison: 0, zone: 'metro', departement: '96', region: '95' },
      ...{ type: 'commune-actuelle', population: 8 },
    },
  ]),
  file('epci.json', [
    {
      ...{ code: '200000001', nom: 'CC Inventée', type: 'CC', modeFinancement: 'FPU', populationTotale: 1 },
      membres: [
        { code: '98001', siren: '219800010', nom: 'Inventée', populationMunicipale: 850 },
        { code: '96001', siren: '219600010', nom: 'Voisine', populationMunicipale: 6 },
      ],
    },
  ]),
  file('departements.json', [
    {
      code: '98',
      region: '97',
      chefLieu: '98001',
      nom: 'Département inventé',
      typeLiaison: 0,
      zone: 'metro',
    },
    { code: '96', region: '95', chefLieu: '96001', nom: 'Ailleurs', typeLiaison: 0, zone: 'metro' },
  ]),
  file('regions.json', [
    { code: '97', chefLieu: '98001', nom: 'Région inventée', typeLiaison: 0, zone: 'metro' },
  ]),
  file('arrondissements.json', [
    { code: '981', departement: '98', region: '97', chefLieu: '98001', nom: 'X', typeLiaison: 0 },
  ]),
];

describe('files of territories', () => {
  it('are read as Etalab publishes them: EPCI by their members, the newer population, former codes', async () => {
    const records = await readTerritoryFiles(etalab, '97');
    expect(records).toMatchObject({
      region: { code: '97', name: 'Région inventée' },
      departments: [{ code: '98', name: 'Département inventé' }],
      communes: [
        { insee: '98001', department: '98', epci: '200000001', population: 860 },
        { insee: '98002', department: '98', epci: null, population: 40 },
        { insee: '96001', department: '96', epci: '200000001', population: 7 },
      ],
      problems: [],
      strangers: [],
      unknown: ['arrondissements.json'],
    });
    expect([...records.epcis]).toEqual([['200000001', { name: 'CC Inventée', type: 'CC' }]]);
    expect([...records.successors]).toEqual([
      ['98009', '98001'],
      ['98008', '98002'],
    ]);
  });

  it('give a commune elsewhere when it is asked for', async () => {
    const { communes } = await readTerritoryFiles(etalab, '97', new Set(['96002']));
    expect(communes.map(({ insee }) => insee)).toContain('96002');
  });

  it('are read as INSEE gave populations until 2020: a département and a number inside it', async () => {
    const old =
      'CODREG;REG;CODDEP;CODARR;CODCAN;CODCOM;COM;PMUN;PCAP;PTOT\n97;Région;98;1;01;001;Inventée;1 234;5;1239';
    const { communes } = await readTerritoryFiles([...etalab, file('donnees_communes.csv', old)], '97');
    expect(communes[0]).toMatchObject({ insee: '98001', population: 1234 });
  });

  it('refuse rows without a code or a name, given twice, and tell codes that are of no commune', async () => {
    const rows = [
      'TYPECOM,COM,DEP,LIBELLE',
      'COM,98001,98,A',
      'COM,98001,98,B',
      'COM,9,98,C',
      'COM,98002,98,',
    ];
    const others = etalab.filter(({ name }) => name !== 'communes.json' && name !== 'epci.json');
    const { problems, strangers } = await readTerritoryFiles(
      [...others, file('v.csv', rows.join('\n')), file('p.csv', 'CODGEO;PMUN\n98777;5')],
      '97',
    );
    expect(problems.map(({ line, reason }) => [line, reason.fr])).toEqual([
      [3, 'Cette commune est déjà donnée plus haut.'],
      [4, '« 9 » n’est pas un code INSEE de commune.'],
      [5, 'Le nom manque.'],
    ]);
    expect(strangers).toEqual(['98777']);
  });
});

const square = (west: number, south: number, side: number) => ({
  type: 'Polygon' as const,
  coordinates: [
    [
      [west, south],
      [west + side, south],
      [west + side, south + side],
      [west, south + side],
      [west, south],
    ],
  ],
});
const collection = {
  type: 'FeatureCollection',
  crs: { type: 'name', properties: { name: 'urn:ogc:def:crs:OGC:1.3:CRS84' } },
  features: [
    { type: 'Feature', properties: { INSEE_COM: '98002', NOM: 'a "}] é\\' }, geometry: square(1, 0, 1) },
    { type: 'Feature', properties: { INSEE_COM: '98001' }, geometry: square(0, 0, 1) },
    { type: 'Feature', properties: { INSEE_COM: '90000' }, geometry: square(5, 5, 1) },
    { type: 'Feature', properties: { INSEE_COM: '96001' }, geometry: null },
  ],
};

describe('contours', () => {
  const communes = ['98001', '98002', '96001'].map((insee) => ({
    ...{ insee, name: insee, department: insee.slice(0, 2), epci: null, population: null },
  }));
  const records = { communes, departments: [{ code: '98', name: '' }] };

  it('are taken feature by feature, wherever the file is cut into pieces', async () => {
    const bytes = Buffer.from(JSON.stringify(collection));
    for (const size of [1, 7, 64, bytes.length]) {
      const open = async function* () {
        for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
      };
      const areas = await readContours([{ name: 'c.geojson', open }], records);
      expect(areas.map(({ properties }) => properties.insee)).toEqual(['98001', '98002']);
    }
  });

  it('become one topology on a grid, in which neighbours share their border and a point inside stays inside', async () => {
    const areas = await readContours([file('c.geojson', collection)], records);
    const topology = toTopology(areas);
    expect(topology.transform).toBeDefined();
    const { features } = feature(
      topology,
      topology.objects.communes as GeometryCollection<{ insee: string }>,
    );
    for (const [index, { geometry }] of features.entries()) {
      const { lat, lon } = pointInside(areas[index]!.geometry);
      expect(contains(geometry as never, lon, lat)).toBe(true);
    }
  });

  it('tell where a commune that is gone went, where its files do not', async () => {
    const areas = await readContours([file('c.geojson', collection)], records);
    const rows = new Map([
      ['commune-98001', {}],
      ['commune-98002', {}],
    ]);
    const gone = { id: 'commune-98007', code: '98007', latitude: 0.5, longitude: 1.5 };
    expect(successorOf(gone, new Map(), rows, areas)).toBe('commune-98002');
    expect(
      successorOf(
        gone,
        new Map([
          ['98007', '98006'],
          ['98006', '98001'],
        ]),
        rows,
        areas,
      ),
    ).toBe('commune-98001');
    expect(successorOf({ ...gone, latitude: 9 }, new Map(), rows, areas)).toBeUndefined();
  });
});
