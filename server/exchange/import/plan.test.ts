import directoryColumns from '../../../schema/vocabulary/directoryColumns.json';
import type { StatementRow } from '../../graph/changeGraph';
import { keyOf, type TableRow } from '../../graph/tables';
import type { RawCell } from '../sheets/parseCell';
import { sheets, type SheetId } from '../sheets/sheets';
import { findHeader, type HeadedTable } from './files/rawTable';
import { StateResolver, statementKey, type GraphState } from './graphState';
import { fingerprint, guessMapping, KEPT, knownHeaders } from './mapping';
import type { MappedTable } from './parseRows';
import { planImport, type PlanOptions } from './plan';
import { cellsOf } from './rowPlan';

const options: PlanOptions = { absent: 'KEEP', sourceId: 's1', status: 'DECLARED', statedOn: '2026-01-01' };

function tableOf(name: string, rows: RawCell[][]): HeadedTable {
  const raw = rows.map((cells, index) => ({ line: index + 1, cells }));
  return findHeader({ name, rows: raw, formulas: new Set(), errors: new Map() }, knownHeaders)!;
}

const iemn: TableRow = {
  id: 'iemn',
  kind: 'LAB',
  family: 'LAB',
  name: 'IEMN',
  website: 'https://iemn.fr',
  commune: 'commune-59009',
  locationEvidence: 'READ',
  sources: ['reg-rnsr'],
};
const museum: TableRow = { id: 'musee', kind: 'STRUCTURE', family: 'MUSEUM', name: 'Musée', sources: ['s0'] };

function stateOf(rows: Partial<Record<SheetId, TableRow[]>>, statements: StatementRow[] = []): GraphState {
  const entries = Object.entries(rows) as [SheetId, TableRow[]][];
  const names = new Map<string, Map<string, string | null>>([
    [
      'territories',
      new Map([
        ['commune-59009', 'Villeneuve-d’Ascq'],
        ['commune-80021', 'Amiens'],
      ]),
    ],
    [
      'sources',
      new Map([
        ['s0', 'Zéro'],
        ['s1', 'Un'],
        ['reg-rnsr', 'RNSR'],
      ]),
    ],
    ['competences', new Map([['val-physics', 'Physique']])],
    ['actors', new Map()],
  ]);
  for (const [id, some] of entries)
    if (sheets[id].label !== undefined)
      names.set(id, new Map(some.map((row) => [row.id as string, row[sheets[id].label!] as string])));
  const rowsOf = (id: SheetId) => new Map((rows[id] ?? []).map((row) => [keyOf(sheets[id].table, row), row]));
  return {
    names,
    known: (id) => Promise.resolve(rowsOf(id)),
    count: (id) => Promise.resolve(rowsOf(id).size),
    async *each(id) {
      yield* rowsOf(id).values();
    },
    statements: () =>
      Promise.resolve(new Map(statements.map((row) => [statementKey(row.subject, row.column), [row]]))),
  };
}

async function plan(
  tables: HeadedTable[],
  state: GraphState,
  more: Partial<PlanOptions> & { erases?: boolean } = {},
) {
  const { erases = false, ...rest } = more;
  const resolver = new StateResolver(state.names);
  const mapped = tables.map((table): MappedTable => ({
    table,
    mapping: guessMapping(table, resolver),
    erases,
  }));
  const { rows, changes, statements, counts, absent } = await planImport(mapped, state, {
    ...options,
    ...rest,
  });
  return { counts, absent, rows: [...rows], changes: [...changes], statements: [...statements] };
}

const actors = (...rows: RawCell[][]) =>
  tableOf('Acteurs', [['Identifiant', 'Nom', 'Famille', 'Site internet'], ...rows]);

describe('an import of actors', () => {
  const state = stateOf({ actors: [iemn, museum] });

  it('says what is created, updated, unchanged and absent, with the cell', async () => {
    const { counts, absent, rows, changes } = await plan(
      [
        actors(
          ['iemn', 'IEMN', 'Unité de recherche', 'https://www.iemn.fr'],
          [null, 'Club neuf', 'FabLab ou tiers-lieu de fabrication', null],
        ),
      ],
      state,
    );
    expect(counts).toEqual({ CREATED: 1, UPDATED: 1, UNCHANGED: 0, REMOVED: 0, REJECTED: 0 });
    expect(absent).toBe(1);
    expect(cellsOf(rows[0]!)).toEqual([
      { column: 'website', address: 'D2', before: 'https://iemn.fr', after: 'https://www.iemn.fr' },
    ]);
    expect(changes[1]!.after).toMatchObject({
      id: 'club-neuf',
      kind: 'STRUCTURE',
      family: 'FABLAB',
      sources: ['s1'],
    });
  });

  it('knows again by its name what has no identifier', async () => {
    const { counts } = await plan([actors([null, 'musee', 'Musée', null])], state);
    expect(counts).toMatchObject({ CREATED: 0, UPDATED: 1 });
  });

  it('takes an empty cell for nothing said, or for a value taken away', async () => {
    const table = actors(['iemn', 'IEMN', 'LAB', null]);
    expect((await plan([table], state)).counts).toMatchObject({ UNCHANGED: 1 });
    const erased = await plan([table], state, { erases: true });
    expect(erased.counts).toMatchObject({ UPDATED: 1 });
    expect(erased.changes[0]!.after).toMatchObject({ website: null, commune: 'commune-59009' });
  });

  it('refuses with the reason and the cell, and nothing else', async () => {
    const { counts, rows } = await plan(
      [
        actors(
          ['iemn', 'IEMN', 'Unité de recherche', 'pas un site'],
          ['neuf', null, 'Musée', null],
          ['musee', 'Musée', 'Musée', null],
          ['musee', 'Musée bis', 'Musée', null],
        ),
      ],
      state,
    );
    expect(counts).toMatchObject({ REJECTED: 3, UNCHANGED: 1 });
    expect(rows.map(({ issues }) => `${issues[0]!.address} ${issues[0]!.reason.fr}`)).toEqual([
      'D2 « pas un site » n’est pas une adresse internet.',
      'B3 « Nom » manque.',
      ' Déjà donnée ligne 4.',
    ]);
  });

  it('forgives a faulty value that is there already', async () => {
    const faulty = stateOf({ actors: [{ ...museum, website: 'http://https://x' }] });
    const { counts } = await plan([actors(['musee', 'Musée', 'Musée', 'http://https://x'])], faulty);
    expect(counts).toMatchObject({ UNCHANGED: 1, REJECTED: 0 });
  });

  it('removes what is absent only when asked, and not what something refers to', async () => {
    const link = { actor: 'musee', competence: 'val-physics', status: 'DECLARED', source: 's0' };
    const tied = stateOf({ actors: [iemn, museum], actorCompetences: [link] });
    const table = actors(['iemn', 'IEMN', 'LAB', null]);
    expect((await plan([table], tied, { absent: 'REMOVE' })).counts).toMatchObject({
      REMOVED: 0,
      REJECTED: 1,
    });
    const links = tableOf('actorCompetences', [['actor', 'competence', 'status']]);
    const both = await plan([table, { ...links, rows: [] }], tied, { absent: 'REMOVE' });
    expect(both.counts).toMatchObject({ REMOVED: 2, REJECTED: 0 });
    expect((await plan([table], state, { absent: 'REMOVE' })).counts).toMatchObject({
      REMOVED: 1,
      REJECTED: 0,
    });
  });

  it('refuses what refers to a row that is refused', async () => {
    const table = tableOf('Acteurs', [
      ['id', 'name', 'family', 'parent'],
      ['a', 'A', 'rien', null],
      ['b', 'B', 'MUSEUM', 'a'],
      ['c', 'C', 'MUSEUM', 'b'],
      ['d', 'D', 'MUSEUM', 'musee'],
    ]);
    expect((await plan([table], state)).counts).toMatchObject({ CREATED: 1, REJECTED: 3 });
  });

  it('gives new rows to the rows of other sheets that refer to them', async () => {
    const links = tableOf('actorCompetences', [
      ['Acteur', 'Compétence', 'Statut'],
      ['Club neuf', 'Physique', 'Déclarée par l’acteur'],
    ]);
    const { counts, changes } = await plan([links, actors([null, 'Club neuf', 'Musée', null])], state);
    expect(counts).toMatchObject({ CREATED: 2, REJECTED: 0 });
    expect(changes[1]!.after).toMatchObject({ actor: 'club-neuf', competence: 'val-physics', source: 's1' });
  });

  it('keeps columns that it does not know', async () => {
    const table = tableOf('Acteurs', [
      ['id', 'name', 'family', 'Surface'],
      ['musee', 'Musée', 'MUSEUM', '450 m²'],
    ]);
    const { changes } = await plan([table], state);
    expect(changes[0]!.after).toMatchObject({ '+Surface': '450 m²' });
  });
});

describe('what sources say otherwise', () => {
  const table = actors(['musee', 'Musée renommé', 'Musée', null]);

  it('does not replace a better attested value, and is kept', async () => {
    const { counts, statements, rows } = await plan([table], stateOf({ actors: [museum] }), {
      status: 'REGISTER',
    });
    expect(counts).toMatchObject({ UPDATED: 0, UNCHANGED: 1 });
    expect(rows[0]!.issues[0]!.severity).toBe('WARNING');
    expect(statements.map(({ value, status, sourceId }) => [value, status, sourceId])).toEqual([
      ['"Musée renommé"', 'REGISTER', 's1'],
      ['"Musée"', 'DOCUMENTED', 's0'],
    ]);
  });

  it('replaces a value of the same or a lesser status, and both are kept', async () => {
    const known = stateOf({ actors: [{ ...museum, sources: ['reg-rnsr'] }] });
    const { counts, statements } = await plan([table], known, { status: 'REGISTER' });
    expect(counts).toMatchObject({ UPDATED: 1 });
    expect(statements).toHaveLength(2);
  });
});

describe('two values of the same status', () => {
  const said = (status: StatementRow['status'], statedOn: string | null): StatementRow => ({
    subject: 'Actor/musee',
    column: 'name',
    value: '"Musée"',
    status,
    statedOn,
    sourceId: 's0',
  });
  const nameAfter = async (standing: StatementRow, at: string, status: StatementRow['status']) => {
    const table = actors(['musee', 'Musée renommé', 'Musée', null]);
    const state = stateOf({ actors: [museum] }, [standing]);
    const { changes, statements } = await plan([table], state, { status, statedOn: at });
    expect(statements.map(({ value }) => value)).toContain('"Musée renommé"');
    return changes[0]?.after?.name ?? 'Musée';
  };

  it.each([
    ['newer', 'REGISTER', '2025-03-01', 'REGISTER', '2025-03-02', 'Musée renommé'],
    ['older', 'REGISTER', '2025-03-01', 'REGISTER', '2025-02-28', 'Musée'],
    ['of the same day', 'REGISTER', '2025-03-01', 'REGISTER', '2025-03-01', 'Musée renommé'],
    ['beside one without a date', 'REGISTER', null, 'REGISTER', '2010-01-01', 'Musée renommé'],
    ['newer but less sure', 'DOCUMENTED', '2020-01-01', 'REGISTER', '2025-01-01', 'Musée'],
    ['surer though older', 'REGISTER', '2025-01-01', 'DOCUMENTED', '2020-01-01', 'Musée renommé'],
    ['declared, though older', 'DOCUMENTED', '2025-01-01', 'DECLARED', '2020-01-01', 'Musée renommé'],
  ] as const)('the one %s', async (_, before, beforeOn, after, afterOn, expected) => {
    expect(await nameAfter(said(before, beforeOn), afterOn, after)).toBe(expected);
  });
});

it('says of a formula that its last value is taken, or that the file gives none', async () => {
  const table = tableOf('Acteurs', [
    ['Nom', 'Famille', 'Surface', 'Jauge'],
    ['x', 'Musée', '125', null],
  ]);
  const { rows, counts } = await plan([{ ...table, formulas: new Set(['C2', 'D2']) }], stateOf({}));
  expect(counts).toMatchObject({ CREATED: 1, REJECTED: 0 });
  expect(rows[0]!.issues.map(({ severity, address, reason }) => [severity, address, reason.fr])).toEqual([
    ['WARNING', 'C2', expect.stringContaining('dernière valeur calculée')],
    ['WARNING', 'D2', expect.stringContaining('lue comme vide')],
  ]);
});

describe('a mapping', () => {
  it('recognises columns by what stands in them', () => {
    const rows = Array.from({ length: 5 }, (_, index) => [
      `Musée ${index}`,
      'Musée',
      `1234567890001${index}`,
      'Amiens',
    ]);
    const table = tableOf('Feuil1', [['Nom', 'Famille', 'Numéro', 'Où'], ...rows]);
    const guess = guessMapping(table, new StateResolver(stateOf({}).names));
    expect(guess).toMatchObject({
      sheet: 'actors',
      columns: ['name', 'family', 'siret', 'commune'],
      isExact: false,
    });
    expect(guess.how).toEqual(['HEADER', 'HEADER', 'CONTENT', 'CONTENT']);
  });

  it('keeps what it does not recognise unless it is about persons or worked out by the application, and is remembered whatever the order of the headers', () => {
    const table = tableOf('Acteurs', [
      ['Nom', 'Famille', 'Humeur'],
      ['x', 'Musée', 'bonne'],
    ]);
    expect(guessMapping(table, new StateResolver(stateOf({}).names)).columns).toEqual([
      'name',
      'family',
      KEPT,
    ]);
    const persons = tableOf('Acteurs', [
      ['Nom', 'Famille', 'Courriel', 'Qui'],
      ['x', 'Musée', null, 'M. Imaginaire'],
    ]);
    const guess = guessMapping(persons, new StateResolver(stateOf({}).names));
    expect([guess.columns, guess.how]).toEqual([
      ['name', 'family', null, null],
      ['HEADER', 'HEADER', 'PERSONAL', 'PERSONAL'],
    ]);
    const { known, derived } = directoryColumns;
    const exported = tableOf('annuaire', [[...known, ...derived], known.map(() => 'x')]);
    const directory = guessMapping(exported, new StateResolver(stateOf({}).names));
    expect(directory.columns).toEqual([
      ...known.map((name) => (name === 'insee' ? 'commune' : name)),
      ...derived.map(() => null),
    ]);
    expect(new Set(directory.how)).toEqual(new Set(['HEADER', 'DERIVED']));
    expect(fingerprint(['Nom', 'Humeur '])).toBe(fingerprint(['humeur', 'NOM']));
    expect(fingerprint(['Nom', 'Humeur'])).not.toBe(fingerprint(['Nom']));
  });
});
