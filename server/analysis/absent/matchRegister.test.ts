import { communeOfCode, createCommuneIndex } from './communeIndex';
import { DEFAULT_LINKAGE, linkageScore } from './linkage';
import { linkageQuality } from './linkageQuality';
import { matchRegister } from './matchRegister';
import type { KnownActor, RegisterRow } from './registerRow';
import { absentAsSupply, surveyCoverage } from './surveyCoverage';

const row = (id: string, name: string, change: Partial<RegisterRow> = {}): RegisterRow => ({
  id,
  kind: 'LIBRARY',
  name,
  acronym: null,
  commune: '80001',
  town: 'Valbourg',
  postalCode: '80100',
  lat: null,
  lon: null,
  website: null,
  identifiers: {},
  ...change,
});
const actor = (id: string, name: string, change: Partial<KnownActor> = {}): KnownActor => ({
  id,
  name,
  acronym: null,
  type: 'LIBRARY',
  commune: '80001',
  communeName: 'Valbourg',
  identifiers: {},
  ...change,
});
const verdict = (rows: RegisterRow[], actors: KnownActor[]) => matchRegister(rows, actors)[0]!;

describe('matching a register row', () => {
  it('goes by identifier before anything else', () => {
    const match = verdict(
      [row('r', 'Un nom sans rapport', { identifiers: { MUSEOFILE: 'm0001' } })],
      [
        actor('a', 'Tout autre chose', { identifiers: { MUSEOFILE: 'M0001' } }),
        actor('b', 'Un nom sans rapport'),
      ],
    );
    expect(match).toMatchObject({ status: 'SURE', actor: 'a', byIdentifier: true, probability: 1 });
  });

  it('never joins what has different identifiers of one scheme', () => {
    const match = verdict(
      [row('r', 'Bibliothèque Ada Lovelace', { identifiers: { LIBRARY_CODE: 'L1' } })],
      [actor('a', 'Bibliothèque Ada Lovelace', { identifiers: { LIBRARY_CODE: 'L2' } })],
    );
    expect(match).toMatchObject({ status: 'ABSENT', actor: null, candidates: [] });
  });

  it('leaves to review what has but the SIRET of an actor of another kind and another name', () => {
    const identifiers = { SIRET: '12345678900011' };
    const library = row('r', 'Médiathèque des Aulnes', { identifiers });
    const town = actor('ville', 'Ville de Valbourg', { type: 'LOCAL_AUTHORITY', identifiers });
    expect(verdict([library], [town])).toMatchObject({
      status: 'TO_REVIEW',
      actor: 'ville',
      byIdentifier: true,
    });
    const renamed = actor('aulnes', 'Médiathèque municipale', { identifiers });
    expect(verdict([library], [renamed])).toMatchObject({ status: 'SURE', actor: 'aulnes', probability: 1 });
    const centre = actor('centre', 'Les Aulnes', { type: 'SCIENCE_CENTRE', identifiers });
    expect(verdict([library], [centre])).toMatchObject({ status: 'SURE', actor: 'centre' });
  });

  it('does not join places of one body by its SIRET when a register numbers them', () => {
    const one = { SIRET: '12345678900011', DIGITAL_PLACE: 'p1' };
    const far = { commune: '80009', communeName: 'Montrives' };
    const match = (identifiers: KnownActor['identifiers']) =>
      verdict(
        [row('r', 'Espace du port', { identifiers: one })],
        [actor('a', 'Antenne', { ...far, identifiers })],
      );
    expect(match({ ...one, DIGITAL_PLACE: 'p2' }).status).toBe('ABSENT');
    expect(match({ SIRET: '123 456 789 00011' })).toMatchObject({ status: 'SURE', byIdentifier: true });
  });

  it.each([
    ['BM ADA LOVELACE', 'Médiathèque Ada-Lovelace', 'SURE'],
    ['Bibliothèque municipale Ada Lovelacce', 'Médiathèque Ada Lovelace (Valbourg)', 'SURE'],
    ['Bibliothèque municipale', 'Médiathèque de Valbourg', 'TO_REVIEW'],
    ['Bibliothèque de Valbourg', 'Bibliothèque de Valbourg', 'SURE'],
    ['Bibliothèque Marie Curie', 'Médiathèque Ada Lovelace', 'ABSENT'],
  ])('%s is, or is not, %s of the same town: %s', (registered, known, status) => {
    expect(verdict([row('r', registered)], [actor('a', known)]).status).toBe(status);
  });

  it('is not sure of the same name in another town', () => {
    const match = verdict(
      [row('r', 'Bibliothèque Ada Lovelace', { commune: '80002', town: 'Montrives' })],
      [actor('a', 'Bibliothèque Ada Lovelace')],
    );
    expect(match.status).toBe('TO_REVIEW');
  });

  it('trusts a name less when many rows bear it', () => {
    const elsewhere = { commune: '80002', town: 'Montrives' };
    const rows = [row('r', 'Bibliothèque Louis Aragon', elsewhere)];
    const many = Array.from({ length: 20 }, (_, k) =>
      row(`o${k}`, 'Médiathèque Louis Aragon', { commune: `8010${k}`, town: 'Ailleurs' }),
    );
    const others = Array.from({ length: 60 }, (_, k) => row(`x${k}`, `Bibliothèque numéro ${k}`, elsewhere));
    const known = [actor('a', 'Bibliothèque Louis Aragon')];
    const alone = matchRegister([...rows, ...others], known)[0]!;
    expect(matchRegister([...rows, ...many, ...others], known)[0]!.probability).toBeLessThan(
      alone.probability / 2,
    );
  });

  it('knows a laboratory by its acronym, and unit labels tell nothing', () => {
    const lab = { kind: 'LAB' as const };
    const match = verdict(
      [row('r', 'UMR 9999 - LIRAC - Laboratoire des interactions rapides', { ...lab, acronym: 'UMR 9999' })],
      [
        actor('a', "Laboratoire d'interactions rapides, atmosphère, chimie", {
          type: 'LAB',
          acronym: 'LIRAC',
        }),
      ],
    );
    expect(match).toMatchObject({ status: 'SURE', actor: 'a' });
  });

  it('leaves one actor one sure row, the others to a person', () => {
    const rows = [row('r1', 'Médiathèque Ada Lovelace annexe'), row('r2', 'Médiathèque Ada Lovelace')];
    const matches = matchRegister(rows, [actor('a', 'Médiathèque Ada Lovelace')]);
    expect(matches.filter(({ status }) => status === 'SURE')).toHaveLength(1);
    expect(matches.filter(({ contested }) => contested)).toHaveLength(1);
  });

  it('compares what only might be an actor that is surely another row with the others', () => {
    const rows = [row('r1', 'Médiathèque de Valbourg'), row('r2', 'Bibliothèque annexe')];
    const main = actor('main', 'Médiathèque de Valbourg');
    expect(verdict([rows[1]!], [main])).toMatchObject({ status: 'TO_REVIEW', actor: 'main' });
    expect(matchRegister(rows, [main]).map(({ status }) => status)).toEqual(['SURE', 'ABSENT']);
    const two = matchRegister(rows, [main, actor('other', 'Médiathèque')]);
    expect(two[1]).toMatchObject({ status: 'TO_REVIEW', actor: 'other' });
  });

  it('says again what it said once what it said was written', () => {
    const rows = [
      row('r1', 'Médiathèque de Valbourg'),
      row('r2', 'Bibliothèque annexe'),
      row('r3', 'Médiathèque Ada Lovelace'),
      row('r4', 'Médiathèque Ada Lovelace annexe'),
      row('r5', 'Bibliothèque Marie Curie'),
      row('r6', 'Bibliothèque', { commune: '80002', town: 'Montrives' }),
    ].map((one) => ({ ...one, identifiers: { LIBRARY_CODE: one.id } }));
    const actors = [
      actor('a', 'Médiathèque de Valbourg'),
      actor('b', 'Médiathèque Ada Lovelace'),
      actor('c', 'Médiathèque municipale', { commune: '80002', communeName: 'Montrives' }),
    ];
    const first = matchRegister(rows, actors);
    expect(first.map(({ status }) => status)).toEqual([
      ...['SURE', 'ABSENT', 'SURE', 'TO_REVIEW', 'ABSENT', 'TO_REVIEW'],
    ]);
    const known = actors.map((one) => {
      const match = first.find(({ status, actor: id }) => status === 'SURE' && id === one.id);
      return match === undefined ? one : { ...one, identifiers: { LIBRARY_CODE: match.row } };
    });
    const created = rows
      .filter((_, k) => first[k]!.status === 'ABSENT')
      .map(({ id, name, identifiers }) => actor(`new-${id}`, name, { identifiers }));
    const again = matchRegister(rows, [...known, ...created]);
    const written = first.map(({ status, row: id, actor: known }) =>
      status === 'ABSENT' ? ['SURE', `new-${id}`] : [status, known],
    );
    expect(again.map(({ status, actor: id }) => [status, id])).toEqual(written);
  });

  it('says absent when there is no actor, and nothing of no row', () => {
    expect(verdict([row('r', 'Bibliothèque')], [])).toMatchObject({ status: 'ABSENT', probability: 0 });
    expect(matchRegister([], [actor('a', 'x')])).toEqual([]);
  });

  it('opens its score into parts that add up', () => {
    const { candidates } = verdict([row('r', 'BM Ada Lovelace')], [actor('a', 'Bibliothèque Ada Lovelace')]);
    const { score, probability } = candidates[0]!;
    const { prior } = DEFAULT_LINKAGE;
    const sum = Object.values(score!.weights).reduce((a, b) => a + b, Math.log2(prior / (1 - prior)));
    expect(score!.bits).toBeCloseTo(sum, 12);
    expect(probability).toBeCloseTo(1 / (1 + 2 ** -sum), 12);
  });
});

describe('the parameters of linkage', () => {
  it('are probabilities: each field adds up to one, for the same and for the others', () => {
    const { name, commune, laboratoryCommune, kind } = DEFAULT_LINKAGE;
    for (const field of [name, commune, laboratoryCommune, kind])
      for (const side of ['m', 'u'] as const)
        expect(Object.values(field).reduce((sum, level) => sum + level[side], 0)).toBeCloseTo(1, 9);
  });

  it('weigh agreement for and disagreement against', () => {
    const context = { laboratory: false, nameShare: 0 };
    const { weights } = linkageScore(
      { name: 'SAME', commune: 'DIFFERENT', kind: 'SAME' },
      DEFAULT_LINKAGE,
      context,
    );
    expect(weights.name).toBeGreaterThan(0);
    expect(weights.commune).toBeLessThan(0);
  });
});

describe('coverage of the survey', () => {
  const rows = [
    row('r1', 'Médiathèque Ada Lovelace'),
    row('r2', 'Bibliothèque Marie Curie'),
    row('r3', 'Autre', { commune: null, town: null }),
  ];
  const actors = [actor('a', 'Médiathèque Ada Lovelace'), actor('b', 'Musée du fer', { type: 'MUSEUM' })];
  const communes = [{ insee: '80001', epci: 'E', department: '80', formerRegion: null, region: '32' }];
  const matches = matchRegister(rows, actors);

  it('counts graph and register by kind and unit, and what has no unit apart', () => {
    expect(surveyCoverage(rows, matches, actors, communes, 'EPCI')).toEqual([
      expect.objectContaining({ unit: null, inGraph: 0, inRegister: 1, absent: 1, share: 0 }),
      expect.objectContaining({ unit: 'E', inGraph: 1, inRegister: 2, sure: 1, absent: 1, share: 0.5 }),
    ]);
    expect(() => surveyCoverage(rows, [], actors, communes, 'EPCI')).toThrow(RangeError);
  });

  it('gives the absent as supply that could be added, where they can be placed', () => {
    expect(absentAsSupply(rows, matches)).toEqual([
      { id: 'r2', commune: '80001', lat: null, lon: null, weight: 1 },
    ]);
  });

  it('measures how right the verdicts are on judged pairs', () => {
    const quality = linkageQuality(
      [
        { row: 'r1', actor: 'a', same: true },
        { row: 'r2', actor: 'a', same: false },
        { row: 'r2', actor: 'b', same: true },
      ],
      matches,
    );
    expect(quality.sure).toEqual({ right: 1, wrong: 0, missed: 1, precision: 1, recall: 0.5 });
    expect(linkageQuality([], matches).sure).toMatchObject({ precision: null, recall: null });
  });
});

describe('the code of an arrondissement', () => {
  it.each([
    ['75105', '75056'],
    ['75120', '75056'],
    ['69389', '69123'],
    ['13216', '13055'],
    ['13217', '13217'],
    ['75056', '75056'],
    ['60057', '60057'],
  ])('%s is of the commune %s', (code, commune) => expect(communeOfCode(code)).toBe(commune));
});

describe('finding a commune by what is written', () => {
  const index = createCommuneIndex([
    { insee: '80001', name: 'Saint-Aubin', department: '80' },
    { insee: '62001', name: 'Saint-Aubin', department: '62' },
    { insee: '59009', name: "Villeneuve-d'Ascq", department: '59' },
    { insee: '97411', name: 'Saint-Denis', department: '974' },
  ]);

  it.each([
    ['ST AUBIN', '80300', '80001'],
    ['Saint-Aubin', '62000', '62001'],
    ['Saint-Aubin', null, null],
    ['VILLENEUVE D ASCQ CEDEX 3', '59655', '59009'],
    ['Saint-Denis', '97400', '97411'],
    ['Nulle-Part', '80000', null],
    ['SAINT AUBIN', '02000', null],
  ])('%s %s is %s', (town, postalCode, insee) => {
    expect(index.find(town, postalCode)).toBe(insee);
    expect(index.find(null, postalCode)).toBeNull();
  });
});
