/**
 * Does the search find the partners that people really chose, and how fast?
 *
 *     npm run bench partners -- [--seed FOLDER] [--train FILE --test FILE] [--only region|consortia|http|speed]
 *
 * One JSON line a task and a ranking. Without consortia files that part is left out, with a notice.
 */
import { parseArgs } from 'node:util';
import { scoreByTies, weightsFor } from '../../server/analysis/partners/history/rankByTies';
import type { TieWeighting } from '../../server/analysis/partners/history/rankByTies';
import { tieCircumstances, tieFeatures } from '../../server/analysis/partners/history/tieFeatures';
import { createTieModel } from '../../server/analysis/partners/history/tieModel';
import fitted from '../../server/analysis/partners/history/tieWeights.json';
import { historyBefore, readConsortia } from './consortia';
import { baselinesOf } from './consortiaBaselines';
import { askAbout, RankTally } from './consortiaQuestions';
import type { ConsortiumTask } from './consortiaQuestions';
import { hidePartners, ranksOf } from './partnersRegion';
import { measureHttp } from './partnersHttp';
import { measureSpeed } from './partnersSpeed';
import { readSeedRows } from './readSeedRows';

/** Runs the benchmark. */
export async function run(argv: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...argv],
    options: {
      seed: { type: 'string', default: process.env.MAILLAGE_SEEDS ?? 'seeds/hauts-de-france' },
      train: { type: 'string' },
      test: { type: 'string' },
      only: { type: 'string' },
    },
  });
  const isAsked = (part: string) => values.only === undefined || values.only === part;
  if (isAsked('region')) for (const onlyNew of [false, true]) findHidden(values.seed, onlyNew);
  if (isAsked('consortia')) {
    if (values.train && values.test) judgeConsortia(values.train, values.test);
    else console.error('Consortia left out: give --train FILE and --test FILE.');
  }
  if (isAsked('http')) await measureHttp(readSeedRows(values.seed));
  if (isAsked('speed')) await measureSpeed(readSeedRows(values.seed));
}

function findHidden(seed: string, onlyNew: boolean): void {
  const ranks = new Map<string, number[]>();
  for (const hidden of hidePartners(readSeedRows(seed)))
    for (const [name, rank] of Object.entries(ranksOf(hidden, onlyNew) ?? {})) {
      const list = ranks.get(name);
      if (list) list.push(rank);
      else ranks.set(name, [rank]);
    }
  for (const [ranking, list] of ranks) {
    const share = (test: (rank: number) => boolean) =>
      Number((list.filter(test).length / list.length).toFixed(4));
    const sorted = [...list].sort((x, y) => x - y);
    console.log(
      JSON.stringify({
        task: onlyNew ? 'hidden co-producer never met otherwise, region' : 'hidden co-producer, region',
        ranking,
        n: list.length,
        'hits@10': share((rank) => rank <= 10),
        'recall@50': share((rank) => rank <= 50),
        MRR: Number((list.reduce((sum, rank) => sum + 1 / rank, 0) / list.length).toFixed(4)),
        medianRank: sorted[Math.floor(list.length / 2)],
        notRanked: list.filter((rank) => rank === Number.POSITIVE_INFINITY).length,
      }),
    );
  }
}

function judgeConsortia(trainFile: string, testFile: string): void {
  const indexed = historyBefore(readConsortia(trainFile), Number.POSITIVE_INFINITY);
  const { projects } = readConsortia(testFile);
  const now = projects.reduce((first, p) => Math.min(first, p.year), Number.POSITIVE_INFINITY);
  const model = createTieModel(indexed.history, now);
  const questions = askAbout(indexed, projects, 1);
  const tasks: readonly ConsortiumTask[] = ['newPartner', 'completion'];
  for (const task of tasks) {
    const tallies = new Map<string, RankTally>();
    for (const question of questions[task]) {
      const weighting: TieWeighting = fitted[task];
      const weights = weightsFor(weighting, tieCircumstances(model, question));
      const ours = scoreByTies(tieFeatures(model, question), weights);
      for (const [name, scores] of Object.entries({ ours, ...baselinesOf(model, question) })) {
        const tally = tallies.get(name) ?? new RankTally();
        tallies.set(name, tally);
        tally.add(question, scores, model.projects);
      }
    }
    for (const [ranking, tally] of tallies)
      console.log(JSON.stringify({ task: `${task}, consortia`, ranking, ...tally.figures() }));
  }
}
