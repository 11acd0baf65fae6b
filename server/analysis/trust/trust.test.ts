import { findDuplicates, siteKey, type DuplicateActor } from './duplicates';
import { groupTrust, recordTrust, type ActorRecord } from './recordTrust';
import { impliedStatus, weigh, type Statement } from './statements';

describe('statements about a value', () => {
  const said = (
    value: string,
    status: Statement['status'],
    statedOn: string | null,
    sourceId = 's',
  ): Statement => ({
    value,
    status,
    statedOn,
    sourceId,
  });

  it('are won by the best status, then by the newest, whatever their order', () => {
    const all = [
      said('register', 'REGISTER', '2026-01-01'),
      said('old', 'DOCUMENTED', '2017'),
      said('new', 'DOCUMENTED', '2019-05'),
      said('undated', 'DOCUMENTED', null),
    ];
    for (const order of [all, all.toReversed(), [all[2]!, all[0]!, all[3]!, all[1]!]])
      expect(weigh(order).ranked.map(({ value }) => value)).toEqual(['new', 'old', 'undated', 'register']);
    expect(weigh(all).isConflicting).toBe(true);
  });

  it('agree when they say the same, and may be none', () => {
    expect(weigh([said('x', 'DECLARED', null), said('x', 'INFERRED', null)]).isConflicting).toBe(false);
    expect(weigh([])).toEqual({ winner: undefined, ranked: [], isConflicting: false });
  });

  it.each([
    [[], 'INFERRED'],
    [['reg-rnsr'], 'REGISTER'],
    [['reg-rnsr', 'omb'], 'DOCUMENTED'],
  ] as const)('implied by %j are %s', (sources, status) => expect(impliedStatus(sources)).toBe(status));
});

describe('trust in a record', () => {
  const record: ActorRecord = {
    id: 'a',
    family: 'MUSEUM',
    commune: 'c',
    isPlaceGuessed: false,
    filled: new Set(['commune', 'website', 'museofile']),
    competences: [{ status: 'DOCUMENTED' }, { status: 'REGISTER' }],
    themes: 0,
    dates: ['2026-01-01', '2023-01-01'],
    conflicts: [],
  };

  it('halves every three years, counts what the family should have, and what is documented', () => {
    const trust = recordTrust(record, '2026-01-01');
    expect(trust.freshness).toBeCloseTo((1 + 0.5) / 2, 3);
    expect(trust.completeness).toBeCloseTo(4 / 7, 12);
    expect(trust.missing).toEqual(['summaryFr', 'legalStatus', 'themes']);
    expect(trust).toMatchObject({ documented: 0.5, newest: '2026-01-01', toVerify: [] });
  });

  it('takes a year or a month at its middle, and the future for today', () => {
    const of = (date: string) => recordTrust({ ...record, dates: [date] }, '2026-07-01').freshness;
    expect(of('2023')).toBeCloseTo(0.5, 2);
    expect(of('2023-06')).toBeCloseTo(0.5, 1);
    expect(of('2030')).toBe(1);
  });

  it('says what to verify, the gravest first, and does not take unknown for zero', () => {
    const trust = recordTrust(
      { ...record, commune: null, competences: [], dates: [], conflicts: ['name'] },
      '2026-01-01',
    );
    expect(trust).toMatchObject({ freshness: null, documented: null, newest: null });
    expect(trust.toVerify).toEqual(['CONTRADICTORY', 'UNPLACED', 'TO_DECLARE']);
    const old = recordTrust(
      { ...record, dates: ['2017'], competences: [{ status: 'REGISTER' }] },
      '2026-01-01',
    );
    expect(old.toVerify).toEqual(['OLD', 'UNDOCUMENTED']);
  });

  it('of a group is that of those who have one', () => {
    const known = recordTrust(record, '2026-01-01');
    const unknown = recordTrust({ ...record, dates: [], competences: [] }, '2026-01-01');
    expect(groupTrust([known, unknown])).toMatchObject({
      count: 2,
      freshness: known.freshness,
      documented: 0.5,
      toVerify: 1,
    });
    expect(groupTrust([])).toEqual({
      count: 0,
      freshness: null,
      completeness: null,
      documented: null,
      toVerify: 0,
    });
  });
});

describe('duplicates', () => {
  const actor = (id: string, more: Partial<DuplicateActor>): DuplicateActor => ({
    id,
    name: id,
    acronym: null,
    type: 'MUSEUM',
    commune: '80021',
    communeName: 'Amiens',
    identifiers: {},
    website: null,
    parent: null,
    ...more,
  });
  const filler = Array.from({ length: 40 }, (_, index) =>
    actor(`x${index}`, { name: `Musée des objets numéro ${index}`, commune: `0${index}` }),
  );
  const pairs = (...actors: DuplicateActor[]) => findDuplicates([...filler, ...actors]);

  it('are found by name and town, with their reasons', () => {
    const [pair] = pairs(
      actor('a', { name: 'Musée de Picardie', website: 'https://www.picardie.example/' }),
      actor('b', { name: 'Le musée de Picardie (Amiens)', website: 'http://picardie.example' }),
    );
    expect(pair).toMatchObject({ a: 'a', b: 'b', byIdentifier: false });
    expect(pair!.probability).toBeGreaterThan(0.95);
    expect(pair!.reasons.map(({ field, level }) => `${field} ${level}`)).toEqual([
      'name SAME',
      'commune SAME',
      'kind SAME',
      'website SAME',
    ]);
  });

  it('are found by an identifier whatever the name, and never against one', () => {
    const siret = (value: string) => ({ identifiers: { SIRET: value } });
    const same = pairs(
      actor('a', { name: 'Rotonde', ...siret('1') }),
      actor('b', { name: 'Orangerie', ...siret('1') }),
    );
    expect(same).toEqual([{ a: 'a', b: 'b', probability: 1, byIdentifier: true, reasons: [] }]);
    expect(
      pairs(actor('a', { name: 'Rotonde', ...siret('1') }), actor('b', { name: 'Rotonde', ...siret('2') })),
    ).toEqual([]);
  });

  it('share their certainty where one of unknown commune may be that of several towns', () => {
    const name = 'Musée de la Rotonde';
    const lost = actor('lost', { name, commune: null, communeName: null });
    const town = (id: string, commune: string) => actor(id, { name, commune, communeName: id });
    const of = (...actors: DuplicateActor[]) => pairs(lost, ...actors).map(({ probability }) => probability);
    const [alone] = of(town('a', '80021'));
    expect(alone).toBeGreaterThan(0.95);
    const two = of(town('a', '80021'), town('b', '59350'));
    expect(two).toHaveLength(2);
    expect(two[0]).toBeCloseTo(two[1]!, 9);
    expect(two[0]! + two[1]!).toBeLessThan(1);
    expect(two[0]).toBeGreaterThan(0.45);
  });

  it('leave out a part and its whole', () => {
    const [a, b] = [actor('a', { name: 'Rotonde' }), actor('b', { name: 'La Rotonde' })];
    expect(pairs(a, b)).toHaveLength(1);
    expect(pairs(a, { ...b, parent: 'a' })).toEqual([]);
    expect(findDuplicates([])).toEqual([]);
  });

  it('are found where names say no more than a kind of place and its town', () => {
    const [pair] = pairs(
      actor('a', { name: 'Musée municipal d’Amiens' }),
      actor('b', { name: 'Musée municipal' }),
      actor('c', { name: 'Musée municipal', commune: '80001', communeName: 'Abbeville' }),
    );
    expect(pair).toMatchObject({ a: 'a', b: 'b' });
    expect(pair!.probability).toBeGreaterThan(0.95);
  });

  it('are found under two types that are near, and not from one département to another', () => {
    const library = { name: 'Bibliothèque Ada-Lovelace', type: 'LIBRARY' };
    const [near] = pairs(actor('a', library), actor('b', { ...library, type: 'CULTURAL_VENUE' }));
    expect(near!.reasons.map(({ level }) => level)).toEqual(['SAME', 'SAME', 'RELATED', 'UNKNOWN']);
    const elsewhere = { ...library, commune: '02408', communeName: 'Laon' };
    expect(pairs(actor('a', library), actor('b', elsewhere))).toEqual([]);
  });

  it('compare sites without what does not matter', () => {
    expect(siteKey('HTTPS://www.Example.org/')).toBe('example.org');
    expect(siteKey(null)).toBeNull();
  });
});
