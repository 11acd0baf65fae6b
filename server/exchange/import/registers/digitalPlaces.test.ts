import { createCommuneIndex } from '../../../analysis/absent/communeIndex';
import { matchRegister } from '../../../analysis/absent/matchRegister';
import { findDuplicates } from '../../../analysis/trust/duplicates';
import { parseDigitalPlaces } from './digitalPlaces';
import { dropFarPoints } from './farPoints';

const towns = createCommuneIndex([{ insee: '80001', name: 'Valbourg', department: '80' }]);

describe('a list of places of digital mediation', () => {
  it('is read in CSV and JSON; places of no family are left out', () => {
    const text = `id,pivot,nom,commune,code_postal,code_insee,adresse,latitude,longitude,typologie,services
a1,43493312300029,Médiathèque,Valbourg,80300,80001,1 rue,49.9,2.5,BIB,Loisirs
a2,00000,Agence,Valbourg,80300,80001,2 rue,49.9,2.5,PE,Insertion
`;
    const { rows, skipped } = parseDigitalPlaces(text, towns);
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({
      kind: 'LIBRARY',
      identifiers: { DIGITAL_PLACE: 'a1', SIRET: '43493312300029' },
    });
    expect(skipped).toBe(1);
    const json = JSON.stringify([
      { id: 'a3', nom: 'Atelier', code_insee: '80001', typologie: ['ASSO', 'TIERS_LIEUX'], services: ['x'] },
    ]);
    expect(parseDigitalPlaces(json, towns).rows[0]).toMatchObject({ id: 'a3', kind: 'FABLAB' });
  });

  it.each([
    ['REG', 'LOCAL_AUTHORITY'],
    ['CC', 'LOCAL_AUTHORITY'],
    ['CD', 'LOCAL_AUTHORITY'],
    ['MQ', 'SOCIAL_CENTRE'],
    ['BIB', 'LIBRARY'],
  ])('of the typology %s are %s', (typology, kind) => {
    const text = `id,nom,code_insee,typologie,services\na1,Lieu,80001,${typology},x`;
    expect(parseDigitalPlaces(text, towns).rows[0]).toMatchObject({ kind });
  });

  /** Stops of an invented bus, in the shape of a file whose producer numbers them from 1 and fills what it does not know. */
  const stops = (changes: object[] = []) =>
    JSON.stringify(
      ['80001', '80002', '80003', '80004', '80005'].map((code_insee, k) => ({
        id: String(k + 1),
        nom: 'Bus imaginaire - [Place de la mairie]',
        services: 'Accéder à du matériel',
        pivot: '00000000000000',
        typologie: 'RFS',
        commune: `Commune ${k}`,
        code_insee,
        latitude: 49.9 + k / 100,
        longitude: 2.5,
        telephone: '+33100000000',
        source: 'Bus imaginaire',
        date_maj: '1969-12-31',
        ...changes[k],
      })),
    );

  it('are each a place, under the name of the producer that numbers them, and a number that fills a cell is none', () => {
    const { rows, problems } = parseDigitalPlaces(stops());
    expect(rows.map(({ identifiers }) => identifiers)).toEqual(
      [1, 2, 3, 4, 5].map((number) => ({ DIGITAL_PLACE: `${number} (Bus imaginaire)` })),
    );
    expect(rows[0]).toMatchObject({ kind: 'STATE_SERVICE', commune: '80001' });
    expect(problems.map(({ line, column, problem }) => [line, column, problem])).toEqual(
      [1, 2, 3, 4, 5].map((line) => [line, 'pivot', 'FILLER_IDENTIFIER']),
    );
  });

  it('have no identifier where nobody says who numbered them from 1, and keep one that is of its own', () => {
    const nobody = { source: '' };
    const own = { source: '', id: '65a0f0c2e4b0a1b2c3d4e5f6' };
    const { rows } = parseDigitalPlaces(stops([nobody, own]));
    expect(rows[0]).toMatchObject({ id: 'line 1', identifiers: {} });
    expect(rows[1]!.identifiers).toEqual({ DIGITAL_PLACE: own.id });
  });

  it('do not bear the SIRET of the body that answers for several of them', () => {
    const shared = { pivot: '123 456 789 00011' };
    const { rows, problems } = parseDigitalPlaces(stops([shared, shared, { pivot: '98765432100019' }]));
    expect(rows.map(({ identifiers }) => identifiers.SIRET)).toEqual([
      ...[undefined, undefined, '98765432100019', undefined, undefined],
    ]);
    expect(problems.filter(({ problem }) => problem === 'SHARED_IDENTIFIER')).toHaveLength(2);
  });

  it('are no duplicates of one another once imported, though they share a name and a site', () => {
    const { rows } = parseDigitalPlaces(stops());
    const actors = rows.map((row) => ({
      ...row,
      type: row.kind,
      communeName: row.town,
      website: 'https://bus.example',
      parent: null,
    }));
    expect(findDuplicates(actors)).toEqual([]);
    expect(matchRegister(rows, actors).map(({ status, actor }) => [status, actor])).toEqual(
      rows.map(({ id }) => ['SURE', id]),
    );
  });

  it('lose a position that is far from their commune, or from the other rows of the département', () => {
    const [here, far] = [
      { latitude: 49.9, longitude: 2.5 },
      { latitude: 43.45, longitude: 5.41 },
    ];
    const unplaced = parseDigitalPlaces(stops([{}, {}, far]));
    dropFarPoints(unplaced, new Map());
    expect(unplaced.rows.map(({ lat }) => lat === null)).toEqual([false, false, true, false, false]);
    expect(unplaced.problems.at(-1)).toMatchObject({ line: 3, column: 'latitude', problem: 'FAR_POINT' });
    const placed = parseDigitalPlaces(stops([{ latitude: 50.4 }]));
    dropFarPoints(placed, new Map([['80001', here]]));
    expect(placed.rows.map(({ lat }) => lat === null)).toEqual([true, false, false, false, false]);
  });

  it('are counted by what they say they are when they are left out', () => {
    const { skipped, skippedAs } = parseDigitalPlaces(
      stops([{ typologie: 'PE' }, { typologie: 'PE' }, { typologie: '' }]),
    );
    expect([skipped, [...skippedAs]]).toEqual([3, [['PE', 2]]]);
  });
});
