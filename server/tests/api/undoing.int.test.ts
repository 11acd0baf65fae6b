import type { Database } from '../../database/driver';
import { CannotUndoError } from '../../exchange/import/undoImport';
import { createUndoing } from '../../exchange/jobs/undoing';
import { StillReferencedError } from '../../graph/writeRows';
import { openTestDatabase } from '../support/database';
import { applyJob, sendFile, writeToken } from '../support/exchange';
import { createTestApi, type TestApi } from '../support/testApi';

describe('the thread that undoes large changes', () => {
  let api: TestApi;
  let database: Database;

  beforeAll(async () => {
    api = await createTestApi({ writeToken });
    database = openTestDatabase();
  });
  afterAll(async () => {
    await database.close();
    await api.stop();
  });

  const bring = async (name: string, sheet: string, text: string): Promise<string> => {
    const job = await sendFile(api, name, text, sheet);
    expect((await applyJob(api, job)).state).toBe('APPLIED');
    return job.id;
  };
  const isThere = async (id: string): Promise<boolean> =>
    (await database.driver.executeQuery('MATCH (a:Actor {id: $id}) RETURN a', { id })).records.length > 0;

  it('does what is done on the spot, and says why when it cannot', async () => {
    const undoing = createUndoing(database, { mostHere: 0 });
    const undo = (change: string, id: string) =>
      undoing.undo(change, { id, at: '2026-01-01T00:00:00.000Z', by: 'test' });
    const header = 'id,kind,family,name\n';
    const first = await bring('a.csv', 'actors', `${header}invented-a,STRUCTURE,MUSEUM,Musée inventé A\n`);
    const competences = 'actor,competence,level,status,evidence\n';
    const second = await bring(
      'c.csv',
      'actorCompetences',
      `${competences}invented-a,val-maths,2,DECLARED,Inventée\n`,
    );

    await expect(undo(first, 'undo-1')).rejects.toThrow(StillReferencedError);
    expect(await isThere('invented-a')).toBe(true);
    expect(await undo(second, 'undo-2')).toMatchObject({ kind: 'UNDO', undoOf: second, removed: 1 });
    const renamed = await bring('b.csv', 'actors', 'id,name\ninvented-a,Musée inventé B\n');
    await expect(undo(first, 'undo-3')).rejects.toMatchObject({
      name: 'CannotUndoError',
      why: 'CHANGED_SINCE',
      rows: ['Musée inventé B'],
    });
    expect(await undo(renamed, 'undo-4')).toMatchObject({ updated: 1 });
    expect(await undo(first, 'undo-5')).toMatchObject({ removed: 1 });
    expect(await isThere('invented-a')).toBe(false);
    await expect(undo(first, 'undo-6')).rejects.toThrow(CannotUndoError);
    await undoing.stop();
  });
});
