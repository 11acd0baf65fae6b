import { z } from 'zod';
import type { Database } from './driver';
import { READ_TIMEOUT, readRows } from './readRows';

test('a read goes to a follower of the database named, bounded in time, its values apart from its text', async () => {
  const executeQuery = jest.fn().mockResolvedValue({ records: [{ toObject: () => ({ n: 1 }) }] });
  const database = { driver: { executeQuery }, name: 'region' } as unknown as Database;
  const rows = await readRows(database, 'RETURN $n AS n', { n: 1 }, z.object({ n: z.number() }));
  expect(rows).toEqual([{ n: 1 }]);
  expect(executeQuery).toHaveBeenCalledWith(
    'RETURN $n AS n',
    { n: 1 },
    { database: 'region', routing: 'READ', transactionConfig: { timeout: READ_TIMEOUT } },
  );
});

test('a row that is not what was said is an error', async () => {
  const executeQuery = jest.fn().mockResolvedValue({ records: [{ toObject: () => ({ n: 'one' }) }] });
  const database = { driver: { executeQuery }, name: 'region' } as unknown as Database;
  await expect(readRows(database, '', {}, z.object({ n: z.number() }))).rejects.toThrow(z.ZodError);
});
