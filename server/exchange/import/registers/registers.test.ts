import { createCommuneIndex } from '../../../analysis/absent/communeIndex';
import { createElsewhere } from './elsewhere';
import { parseFablabs } from './fablabs';
import { parseHigherEducation } from './higherEducation';
import { parseLibraries } from './libraries';
import { parseMuseofile } from './museofile';
import { readRegisterTable, RegisterUnreadableError } from './readRegisterTable';
import { recogniseRegister } from './recogniseRegister';
import { RegisterFormatError } from './registerFormat';
import { parseRnsr } from './rnsr';
import { parseRor } from './ror';

/** Small files of our own making, in the published shapes; no row is a real place. */
const MUSEUMS = `\uFEFFIdentifiant;Nom_officiel;Adresse;Code_postal;Ville;URL;Coordonnees
M9001;"musée du Fer ; et de l'eau";1 rue Haute;80300;VALBOURG CEDEX;www.exemple.fr;"49.9, 2.5"
M9001;musée répété;;80300;Valbourg;;
X12;musée mal numéroté;;80300;Valbourg;;"ailleurs, 3"
M9002;;;80300;Valbourg;;
`;
const towns = createCommuneIndex([{ insee: '80001', name: 'Valbourg', department: '80' }]);

describe('a Muséofile export', () => {
  it('is read with what is wrong said, row by row', () => {
    const { rows, problems, columns } = parseMuseofile(MUSEUMS, towns);
    expect(rows[0]).toEqual({
      id: 'M9001',
      line: 2,
      kind: 'MUSEUM',
      name: "musée du Fer ; et de l'eau",
      acronym: null,
      commune: '80001',
      town: 'VALBOURG CEDEX',
      postalCode: '80300',
      address: '1 rue Haute',
      lat: 49.9,
      lon: 2.5,
      website: 'www.exemple.fr',
      identifiers: { MUSEOFILE: 'M9001' },
    });
    expect(rows[1]).toMatchObject({ id: 'line 4', identifiers: {}, lat: null });
    expect(rows).toHaveLength(2);
    expect(problems.map(({ line, problem }) => [line, problem])).toEqual([
      [3, 'REPEATED_IDENTIFIER'],
      [4, 'BAD_IDENTIFIER'],
      [4, 'BAD_POINT'],
      [5, 'NO_NAME'],
    ]);
    expect(columns).toMatchObject({ id: 'Identifiant', insee: null });
  });

  it('is read in the short columns of POP and as JSON of the portal', () => {
    const pop = 'REF|NOMOFF|VILLE_M|CP_M\nM9003|musée du vent|Valbourg|80300';
    expect(parseMuseofile(pop, towns).rows[0]).toMatchObject({ id: 'M9003', commune: '80001' });
    const portal = JSON.stringify({
      results: [
        {
          identifiant_museofile: 'M9004',
          nom_officiel: 'musée',
          ville: 'Valbourg',
          code_postal: 80300,
          coordonnees: { lat: 49.9, lon: 2.5 },
        },
      ],
    });
    expect(parseMuseofile(portal, towns).rows[0]).toMatchObject({
      id: 'M9004',
      lat: 49.9,
      lon: 2.5,
      commune: '80001',
    });
  });

  it('says which columns are missing, and of what', () => {
    expect(() => parseMuseofile('a,b\n1,2')).toThrow(RegisterFormatError);
    expect(() => parseMuseofile('a,b\n1,2')).toThrow(/Identifiant, Nom_officiel among: a, b/);
  });
});

describe('a list of libraries', () => {
  it('leaves out what is no place for the public, and says how many', () => {
    const text = `Code_bib,nom_de_l_etablissement,CP,Ville,Longitude,Latitude,type_adresse,code_insee
LI1,Médiathèque Ada,80300,Valbourg,2.5,49.9,Bâtiment ouvert,80001
LI2,Bureaux,80300,Valbourg,,,Lieu uniquement administratif,80001
LI3,Bibliothèque,80300,Inconnue,,,Bâtiment ouvert,
`;
    const { rows, skipped, problems } = parseLibraries(text, towns);
    expect(rows.map(({ id, commune, lat }) => [id, commune, lat])).toEqual([
      ['LI1', '80001', 49.9],
      ['LI3', null, null],
    ]);
    expect(skipped).toBe(1);
    expect(problems).toEqual([
      { line: 4, column: 'Ville', problem: 'UNKNOWN_COMMUNE', value: '80300 Inconnue' },
    ]);
  });
});

describe('an RNSR export', () => {
  it('leaves out the teams inside units', () => {
    const text = `numero_national_de_structure;libelle;sigle;code_de_niveau_de_structure;code_postal;commune
200000001A;Unité des sols;UDS;2;80300;VALBOURG
200000002B;Équipe des vers;;1;80300;VALBOURG
`;
    const { rows, skipped } = parseRnsr(text, towns);
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({ kind: 'LAB', acronym: 'UDS', identifiers: { RNSR: '200000001A' } });
    expect(skipped).toBe(1);
  });
});

describe('a list of FabLabs', () => {
  it('keeps the French ones of a JSON list', () => {
    const text = JSON.stringify([
      {
        slug: 'atelier',
        name: 'Atelier',
        city: 'Valbourg',
        postal_code: '80300',
        country_code: 'FR',
        latitude: 49.9,
        longitude: 2.5,
      },
      { slug: 'werk', name: 'Werk', city: 'Gent', postal_code: '9000', country_code: 'be' },
    ]);
    const { rows, skipped } = parseFablabs(text, towns);
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({ id: 'atelier', commune: '80001', lon: 2.5, kind: 'FABLAB' });
    expect(skipped).toBe(1);
  });
});

describe('an extract of ROR', () => {
  const record = (changes: object) => ({
    id: 'https://ror.org/0zzzzzz99',
    status: 'active',
    types: ['education', 'funder'],
    names: [
      { value: 'UI', types: ['acronym'], lang: null },
      { value: 'Université imaginaire', types: ['ror_display', 'label'], lang: 'fr' },
    ],
    links: [
      { type: 'wikipedia', value: 'https://w.example' },
      { type: 'website', value: 'https://ui.example' },
    ],
    locations: [
      { geonames_id: 1, geonames_details: { name: 'Valbourg', country_code: 'FR', lat: 49.9, lng: 2.5 } },
    ],
    ...changes,
  });
  const expected = {
    id: 'https://ror.org/0zzzzzz99',
    kind: 'UNIVERSITY',
    name: 'Université imaginaire',
    acronym: 'UI',
    commune: '80001',
    lat: 49.9,
    website: 'https://ui.example',
    identifiers: { ROR: 'https://ror.org/0zzzzzz99' },
  };

  it('is read from the JSON of the dump or of the interface; other countries, withdrawn ones, mere funders left out', () => {
    const items = [
      record({}),
      record({ id: 'https://ror.org/0zzzzzz98', status: 'withdrawn' }),
      record({ id: 'https://ror.org/0zzzzzz97', types: ['funder'] }),
      record({
        id: 'https://ror.org/0zzzzzz96',
        locations: [{ geonames_details: { name: 'Gent', country_code: 'BE', lat: 51, lng: 3.7 } }],
      }),
    ];
    for (const text of [JSON.stringify(items), JSON.stringify({ number_of_results: 4, items })]) {
      const { rows, skipped } = parseRor(text, towns);
      expect(rows).toEqual([expect.objectContaining(expected)]);
      expect(skipped).toBe(3);
    }
    expect(parseRor(JSON.stringify(record({})), towns).rows).toEqual([expect.objectContaining(expected)]);
  });

  it('is read from the CSV of the dump likewise', () => {
    const text = `id,links.type.website,locations.geonames_details.country_code,locations.geonames_details.lat,locations.geonames_details.lng,locations.geonames_details.name,names.types.acronym,names.types.ror_display,status,types
https://ror.org/0zzzzzz99,https://ui.example,FR,49.9,2.5,Valbourg,no_lang_code: UI,Université imaginaire,active,education; funder
`;
    expect(parseRor(text, towns).rows).toEqual([expect.objectContaining(expected)]);
  });
});

describe('a list of institutions of higher education', () => {
  it('takes UAI, SIRET and ROR, and tells universities from schools', () => {
    const text = `uai;type_d_etablissement;uo_lib;sigle;siret;identifiant_ror;com_code;com_nom;coordonnees;url
0800001A;Université;Université imaginaire;UI;123 456 789 00011;0zzzzzz99|0zzzzzz98;80001;Valbourg;49.9, 2.5;https://ui.example
0800002B;École;École imaginaire;;;;75105;Paris 5e;;
`;
    const { rows } = parseHigherEducation(text, towns);
    expect(rows.map(({ commune }) => commune)).toEqual(['80001', '75056']);
    expect(rows.map(({ kind, identifiers }) => [kind, identifiers])).toEqual([
      ['UNIVERSITY', { UAI: '0800001A', SIRET: '12345678900011', ROR: 'https://ror.org/0zzzzzz99' }],
      ['HIGHER_ED_SCHOOL', { UAI: '0800002B' }],
    ]);
  });

  it('is read by the labels of the CSV too, its point from the geolocation', () => {
    const text = `identifiant interne;libellé;nom court;sigle;type d'établissement;géolocalisation;uai - identifiant;Code commune;Commune;Code postal
a1;Université imaginaire;Imaginaire;UI;Université;49.9, 2.5;0800001A;80001;Valbourg;80300
`;
    const [row] = parseHigherEducation(text, towns).rows;
    expect(row).toMatchObject({ kind: 'UNIVERSITY', acronym: 'UI', lat: 49.9, lon: 2.5 });
  });

  it('takes the first of several UAI, and no SIRET where there are several', () => {
    const text = `libellé;uai - identifiant;siret;Code commune
École imaginaire;"0800001A;0590002B";12345678900011,12345678900022;80001
`;
    const { rows, problems } = parseHigherEducation(text, towns);
    expect(rows[0]!.identifiers).toEqual({ UAI: '0800001A' });
    expect(problems).toEqual([]);
  });

  it('takes the name in use before the official one, and a point in brackets', () => {
    const text = `libellé;type d'établissement;géolocalisation;uai - identifiant;Code commune;uo_lib_officiel
Université imaginaire;Université;[49.9, 2.5];0800001A;80001;Université de Valbourg-I
`;
    const { rows, problems } = parseHigherEducation(text, towns);
    expect(rows[0]).toMatchObject({ name: 'Université imaginaire', lat: 49.9, lon: 2.5 });
    expect(problems).toEqual([]);
  });
});

describe('rows of another region', () => {
  const isElsewhere = createElsewhere([{ department: '80', epci: null, latitude: 49.9, longitude: 2.5 }]);
  it.each([
    ['80300', null, null, false],
    ['13001', null, null, true],
    ['20090', 41.9, 8.7, true],
    [null, 49.91, 2.51, false],
    [null, 43.3, 5.4, true],
    [null, null, null, false],
  ])('postal code %p, point %p %p: %p', (postalCode, lat, lon, expected) =>
    expect(isElsewhere({ postalCode, lat, lon })).toBe(expected),
  );
});

describe('reading a table', () => {
  it.each([
    ['a,b\n1,"x;y;z"', ['a', 'b']],
    ['a;b\n1;2,5', ['a', 'b']],
    ['a|b\n1|2', ['a', 'b']],
    ['a\tb\n1\t2', ['a', 'b']],
  ])('%j has two columns', (text, columns) => {
    expect(readRegisterTable(text).columns).toEqual(columns);
  });

  it('takes the properties and the point of GeoJSON', () => {
    const text = JSON.stringify({
      type: 'FeatureCollection',
      features: [{ properties: { nom: 'A' }, geometry: { type: 'Point', coordinates: [2.5, 49.9] } }],
    });
    expect(readRegisterTable(text).rows[0]).toEqual({
      line: 1,
      cells: { nom: 'A', longitude: '2.5', latitude: '49.9' },
    });
  });

  it.each(['', '  \n', '{"a": 1}', '[{', 'a,b\n"1,2'])('refuses %j in words', (text) => {
    expect(() => readRegisterTable(text)).toThrow(RegisterUnreadableError);
  });
});

describe('which register a file is', () => {
  it.each([
    [MUSEUMS, 'MUSEOFILE'],
    ['Code_bib,nom_de_l_etablissement\n1,a', 'LIBRARIES'],
    ['numero_national_de_structure;libelle\n1;a', 'RNSR'],
    ['[{"slug":"a","name":"b"}]', 'FABLABS'],
    ['id,names.types.ror_display\nhttps://ror.org/0zzzzzz99,a', 'ROR'],
    ['uai,uo_lib\n0800001A,a', 'HIGHER_EDUCATION'],
    ['id,nom,typologie,services\n1,a,BIB,x', 'DIGITAL_PLACES'],
    ['id,nom,adresse\n1,a,x', null],
    ['identifiant,nom\n1,a', null],
    ['x,y\n1,2', null],
  ])('is told by its columns', (text, name) => expect(recogniseRegister(text)).toBe(name));

  it('is told by the header alone: a broken row is found when it is read', () => {
    const broken = 'identifiant_museofile;nom_officiel\n"M9001;musée du Fer\n';
    expect(recogniseRegister(broken)).toBe('MUSEOFILE');
    expect(() => readRegisterTable(broken)).toThrow(RegisterUnreadableError);
  });
});
