/**
 * Fits the weights of `rankByTies` on a consortia file and writes them to `server/analysis/partners/history/tieWeights.json`:
 *
 *     npx tsx scripts/fitPartnerWeights.ts FILE
 *
 * Windows of half a year: each window's projects are asked about with the history that came before it. The last window of the file is held back:
 * the ridge is chosen on it, after fitting on the earlier ones; then the weights are fitted on all windows with that ridge. The file must not contain
 * what the weights will be judged on. Deterministic, a few minutes.
 *
 * The weights kept here are fitted on projects that started before 2019. Those of the first half of 2019 were looked at several times while the
 * features were chosen, so figures on them flatter the ranking: only a later period can judge it.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fitTieWeights, sampleQuestion } from '../server/analysis/partners/history/fitTieWeights';
import type { FitSample } from '../server/analysis/partners/history/fitTieWeights';
import { scoreByTies, weightsFor } from '../server/analysis/partners/history/rankByTies';
import type { TieWeighting } from '../server/analysis/partners/history/rankByTies';
import { tieCircumstances, tieFeatures } from '../server/analysis/partners/history/tieFeatures';
import { createTieModel } from '../server/analysis/partners/history/tieModel';
import { createRandom } from '../server/analysis/random';
import { historyBefore, readConsortia } from './bench/consortia';
import type { Consortia } from './bench/consortia';
import { askAbout, RankTally } from './bench/consortiaQuestions';
import type { ConsortiumTask, RankFigures } from './bench/consortiaQuestions';

const TARGET = join(__dirname, '../server/analysis/partners/history/tieWeights.json');
const TASKS: readonly ConsortiumTask[] = ['newPartner', 'completion'];
const WINDOWS = 6;
const RIDGES = [0.003, 0.01];
const STEPS = 200;

const optionsOf = (ridge: number) => ({ steps: STEPS, ridge, circumstanceRidge: 3 * ridge });

function openWindow(consortia: Consortia, from: number) {
  const indexed = historyBefore(consortia, from);
  const projects = consortia.projects.filter((p) => p.year >= from && p.year < from + 0.5);
  const model = createTieModel(indexed.history, from);
  return { model, questions: askAbout(indexed, projects, 1) };
}

type Window = ReturnType<typeof openWindow>;

function sampleWindow({ model, questions }: Window, task: ConsortiumTask): FitSample[] {
  const random = createRandom(7);
  return questions[task].map((question) =>
    sampleQuestion(
      tieFeatures(model, question),
      tieCircumstances(model, question),
      question.answers,
      question.excluded,
      random,
    ),
  );
}

function judge(
  { model, questions }: Window,
  task: ConsortiumTask,
  candidates: TieWeighting[],
): RankFigures[] {
  const tallies = candidates.map(() => new RankTally());
  for (const question of questions[task]) {
    const columns = tieFeatures(model, question);
    const circumstances = tieCircumstances(model, question);
    candidates.forEach((weighting, k) =>
      tallies[k]!.add(question, scoreByTies(columns, weightsFor(weighting, circumstances)), model.projects),
    );
  }
  return tallies.map((tally) => tally.figures());
}

function fitTask(windows: Window[], task: ConsortiumTask) {
  const samples = windows.map((window) => sampleWindow(window, task));
  const before = samples.slice(0, -1).flat();
  const fitted = RIDGES.map((ridge) => fitTieWeights(before, optionsOf(ridge)).weighting);
  const figures = judge(windows.at(-1)!, task, fitted);
  figures.forEach((f, k) => console.log(task, 'ridge', RIDGES[k], JSON.stringify(f)));
  const best = figures.reduce((b, f, k) => (f.MRR > figures[b]!.MRR ? k : b), 0);
  const { weighting, loss } = fitTieWeights(samples.flat(), optionsOf(RIDGES[best]!));
  return { ...weighting, loss: Number(loss.toFixed(4)), ridge: RIDGES[best]!, heldBack: figures[best]! };
}

function main(): void {
  const file = process.argv[2];
  if (!file) throw new Error('usage: npx tsx scripts/fitPartnerWeights.ts FILE');
  const consortia = readConsortia(file);
  const last = consortia.projects.reduce((most, p) => Math.max(most, p.year), 0);
  const end = Math.ceil(last * 2) / 2;
  const starts = Array.from({ length: WINDOWS }, (_, k) => end - (WINDOWS - k) / 2);
  const windows = starts.map((from) => openWindow(consortia, from));
  const tasks = Object.fromEntries(TASKS.map((task) => [task, fitTask(windows, task)]));
  const how =
    'Conditional logit on projects of half-year windows, each with the history before it; the ridge chosen by MRR on the last window, ' +
    'then all windows. Made by scripts/fitPartnerWeights.ts.';
  writeFileSync(TARGET, `${JSON.stringify({ how, windows: starts, ...tasks }, null, 2)}\n`);
}

main();
