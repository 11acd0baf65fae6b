import { computeMeasure } from '../../analysis/network/descriptors';
import { projectTies } from '../../analysis/network/actorProjection';
import { generatedActorNetwork, generateNetwork } from '../../analysis/network/generateNetwork';
import { createSynergiesThread, type SynergiesThread } from './synergiesThread';

const network = generatedActorNetwork(generateNetwork({ actorCount: 300, tieCount: 1000, seed: 3 }));

// A thread starts in a second, more on a busy machine.
jest.setTimeout(30_000);

describe('the thread of synergies', () => {
  let thread: SynergiesThread;
  beforeEach(() => (thread = createSynergiesThread()));
  afterEach(() => thread.stop());

  test('answers what the measure itself answers', async () => {
    thread.load(network);
    const questions = [
      { measure: 'cohesion' },
      { measure: 'communities', values: { seed: 5 } },
      { measure: 'mixing' },
    ];
    const answers = await Promise.all(questions.map((question) => thread.compute(question)));
    answers.forEach((answer, place) =>
      expect(JSON.stringify(answer)).toBe(JSON.stringify(computeMeasure(network, questions[place]!))),
    );
  });

  test('counts only the ties asked for', async () => {
    thread.load(network);
    const projection = { kinds: ['SUPERVISION'], date: '2015' } as const;
    const answer = await thread.compute({ measure: 'cohesion' }, projection);
    const { graph } = projectTies(network.ties!, 300, projection);
    expect(answer.figures.find(({ id }) => id === 'ties')?.value).toBe(graph.edgeCount);
    expect(graph.edgeCount).toBeLessThan(network.graph.edgeCount);
  });

  test('computes on the network loaded last', async () => {
    thread.load(network);
    await thread.compute({ measure: 'cohesion' });
    thread.load(generatedActorNetwork(generateNetwork({ actorCount: 20, tieCount: 30, seed: 1 })));
    const answer = await thread.compute({ measure: 'cohesion' });
    expect(answer.figures[0]).toMatchObject({ id: 'actors', value: 20 });
  });

  test('tells an error that can be mended from one that cannot', async () => {
    await expect(thread.compute({ measure: 'cohesion' })).rejects.toThrow('no network was loaded');
    thread.load(network);
    await expect(thread.compute({ measure: 'mixing', values: { category: 'mood' } })).rejects.toMatchObject({
      name: 'RangeError',
      message: expect.stringMatching(/^category: /),
    });
  });

  test('carries on what was too long for one answer, and answers what is asked meanwhile', async () => {
    const large = generatedActorNetwork(generateNetwork({ actorCount: 3000, tieCount: 34_000, seed: 3 }));
    thread.load(large);
    const question = { measure: 'communityStability', values: { trials: 1 } };
    const drawsOf = async (): Promise<number | null | undefined> =>
      (await thread.compute(question)).figures.find(({ id }) => id === 'draws')?.value;
    const first = await thread.compute(question);
    expect(first.isPartial).toBe(true);
    await expect(thread.compute({ measure: 'cohesion' })).resolves.toMatchObject({ measure: 'cohesion' });
    while ((await drawsOf())! < 50) await new Promise((done) => setTimeout(done, 700));
    const whole = await thread.compute(question);
    expect(whole).toMatchObject({ isPartial: false, leftOut: [{ count: 0 }] });
  });

  test('ends a computation that takes too long, and starts again', async () => {
    await thread.stop();
    thread = createSynergiesThread({ mostMilliseconds: 1 });
    thread.load(network);
    const values = { draws: 500 };
    await expect(thread.compute({ measure: 'communityStability', values })).rejects.toThrow(/took over 1 ms/);
    thread = createSynergiesThread();
    thread.load(network);
    const waiting = thread.compute({ measure: 'communityStability', values });
    await thread.stop();
    await expect(waiting).rejects.toThrow('the thread was stopped');
    await expect(thread.compute({ measure: 'core' })).resolves.toMatchObject({ measure: 'core' });
  });
});
