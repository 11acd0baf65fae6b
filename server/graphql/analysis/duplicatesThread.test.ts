import { setImmediate as turn } from 'node:timers/promises';
import { findDuplicates, type DuplicateActor } from '../../analysis/trust/duplicates';
import { createDuplicatesThread, type DuplicatesThread } from './duplicatesThread';

/** Invented museums of one town, the last of which is the first under another identifier. */
const museums = (count: number): DuplicateActor[] =>
  Array.from({ length: count + 1 }, (_, index) => ({
    id: `museum-${index}`,
    name: `Musée des objets numéro ${index % count}`,
    acronym: null,
    type: 'MUSEUM',
    commune: `${80000 + (index % count)}`,
    communeName: null,
    identifiers: {},
    website: `https://museum-${index % count}.example`,
    parent: null,
  }));

// A thread starts in a second, more on a busy machine.
jest.setTimeout(30_000);

describe('the thread of duplicates', () => {
  let thread: DuplicatesThread;
  beforeEach(() => (thread = createDuplicatesThread()));
  afterEach(() => thread.stop());

  it('finds what the search finds, while its asker goes on', async () => {
    const actors = museums(400);
    let isFound = false;
    const finding = thread.find(actors).finally(() => (isFound = true));
    await turn();
    expect(isFound).toBe(false);
    const pairs = await finding;
    expect(pairs).toEqual(findDuplicates(actors));
    expect(pairs[0]).toMatchObject({ a: 'museum-0', b: 'museum-400' });
  });

  it('compares the same actors once, and others again', async () => {
    const first = await thread.find(museums(40));
    expect(await thread.find(museums(40))).toBe(first);
    expect((await thread.find(museums(30)))[0]).toMatchObject({ a: 'museum-0', b: 'museum-30' });
  });

  it('answers those who wait with the actors given last', async () => {
    const answers = await Promise.all([40, 30, 20].map((count) => thread.find(museums(count))));
    expect(answers.map(([pair]) => pair?.b)).toEqual(['museum-40', 'museum-20', 'museum-20']);
  });

  it('refuses what is under way when it is stopped, and starts again', async () => {
    const waiting = thread.find(museums(40));
    await thread.stop();
    await expect(waiting).rejects.toThrow('the thread was stopped');
    await expect(thread.find(museums(40))).resolves.not.toHaveLength(0);
  });
});
