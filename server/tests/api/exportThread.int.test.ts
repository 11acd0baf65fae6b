import { setTimeout as sleep } from 'node:timers/promises';
import type { Database } from '../../database/driver';
import { TooExpensiveError } from '../../errors';
import { makeExport } from '../../exchange/export/makeExport';
import { createExportThread } from '../../exchange/jobs/exportThread';
import { openTestDatabase } from '../support/database';

const order = { format: 'zip', selection: {}, language: 'fr', day: '2026-01-01' } as const;

describe('the thread that makes files', () => {
  let database: Database;

  beforeAll(() => (database = openTestDatabase()));
  afterAll(() => database.close());

  it('makes the same file as this thread would, and again once it ended for want of work', async () => {
    const exports = createExportThread(database, { idleMilliseconds: 10 });
    const wanted = Buffer.from(await makeExport(database, order));
    expect(Buffer.from(await exports.make(order)).equals(wanted)).toBe(true);
    await sleep(200);
    expect(Buffer.from(await exports.make(order)).equals(wanted)).toBe(true);
    await exports.stop();
  });

  it('refuses a file that needs too much memory and says what to do', async () => {
    const exports = createExportThread(database, { heapMb: 12 });
    const fault: unknown = await exports.make({ ...order, format: 'xlsx' }).catch((error: unknown) => error);
    expect(fault).toBeInstanceOf(TooExpensiveError);
    expect(fault).toMatchObject({ extensions: { todo: expect.stringContaining('sheets') as string } });
    await exports.stop();
  });
});
