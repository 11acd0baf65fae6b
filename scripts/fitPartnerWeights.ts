/**
 * Chooses the features of `rankByTies` and fits their weights on a consortia file, and writes them to
 * `server/analysis/partners/history/tieWeights.json`:
 *
 *     npx tsx scripts/fitPartnerWeights.ts FILE
 *
 * The file must not contain what the weights will be judged on. Deterministic; half an hour. The rule, for each task:
 *
 * 1. Windows of half a year: each window's projects are asked about with the history that came before it. Each of the last four is held back in turn,
 *    and judged with what was chosen and fitted on the windows before it.
 * 2. Terms (a feature, or how its weight changes with a circumstance, once the feature is there) are taken one by one, from none, the one that
 *    lowers the loss most first, up to forty.
 * 3. Kept is the smallest number of terms whose loss on the windows held back is above the least by no more than one standard error of the
 *    difference, question by question. The ridge is then the one of the least such loss with that number of terms.
 * 4. Terms are taken anew on all windows, as many, and fitted with that ridge.
 *
 * The weights kept here are chosen and fitted by this rule on projects that started before 2019 alone. But the pool of features grew partly after
 * looks at the first half of 2019, so figures on it may still flatter the ranking: only a later period can judge it wholly.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chooseSize, growTiePath } from '../server/analysis/partners/history/chooseTieTerms';
import {
  fitTieWeights,
  lossesWith,
  prepareSamples,
  termAt,
  TERM_COUNT,
} from '../server/analysis/partners/history/fitTieWeights';
import type { PreparedSamples } from '../server/analysis/partners/history/fitTieWeights';
import { scoreByTies, weightsFor } from '../server/analysis/partners/history/rankByTies';
import type { TieWeighting } from '../server/analysis/partners/history/rankByTies';
import { sampleQuestion } from '../server/analysis/partners/history/sampleQuestion';
import type { FitSample } from '../server/analysis/partners/history/sampleQuestion';
import { tieCircumstances, tieFeatures } from '../server/analysis/partners/history/tieFeatures';
import { createTieModel } from '../server/analysis/partners/history/tieModel';
import { createRandom } from '../server/analysis/random';
import { historyBefore, readConsortia } from './bench/consortia';
import type { Consortia } from './bench/consortia';
import { baselinesOf } from './bench/consortiaBaselines';
import { askAbout, RankTally } from './bench/consortiaQuestions';
import type { ConsortiumTask, RankFigures } from './bench/consortiaQuestions';

const TARGET = join(__dirname, '../server/analysis/partners/history/tieWeights.json');
const TASKS: readonly ConsortiumTask[] = ['newPartner', 'completion'];
const [WINDOWS, HELD_BACK, MOST_TERMS] = [6, 4, 40];
/** The ridge while terms are taken, and those tried afterwards. */
const [RIDGE, RIDGES] = [0.003, [0.001, 0.003, 0.01]];

const optionsOf = (ridge: number) => ({ ridge, circumstanceRidge: 3 * ridge });

function openWindow(consortia: Consortia, from: number) {
  const indexed = historyBefore(consortia, from);
  const projects = consortia.projects.filter((p) => p.year >= from && p.year < from + 0.5);
  const model = createTieModel(indexed.history, from);
  return { from, model, questions: askAbout(indexed, projects, 1) };
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

/** Figures of some weightings and of the baselines on a window. */
function judge({ model, questions }: Window, task: ConsortiumTask, ours: Record<string, TieWeighting>) {
  const tallies = new Map<string, RankTally>();
  for (const question of questions[task]) {
    const columns = tieFeatures(model, question);
    const circumstances = tieCircumstances(model, question);
    const scores = Object.entries(ours).map(
      ([name, weighting]) => [name, scoreByTies(columns, weightsFor(weighting, circumstances))] as const,
    );
    for (const [name, column] of [...scores, ...Object.entries(baselinesOf(model, question))]) {
      const tally = tallies.get(name) ?? new RankTally();
      tallies.set(name, tally);
      tally.add(question, column, model.projects);
    }
  }
  return Object.fromEntries([...tallies].map(([name, tally]) => [name, tally.figures()]));
}

/** Losses on all windows held back, one after the other. */
const together = (parts: Float64Array[]): Float64Array => Float64Array.from(parts.flatMap((p) => [...p]));

/** The windows held back, each with what came before it. */
interface Fold {
  window: Window;
  before: PreparedSamples;
  held: FitSample[];
}

/** Steps 2 and 3: how many terms, and which ridge; prints what led there. */
function choose(task: ConsortiumTask, folds: Fold[]) {
  const paths = folds.map(({ before }) => growTiePath(before, MOST_TERMS, optionsOf(RIDGE)));
  const shortest = Math.min(...paths.map((p) => p.terms.length));
  const losses = Array.from({ length: shortest }, (_, k) =>
    together(folds.map(({ held }, i) => lossesWith(held, paths[i]!.weightings[k]!))),
  );
  const choice = chooseSize(losses);
  for (const { size, loss, more, error } of choice.table)
    console.log(task, size, 'terms: loss', loss.toFixed(4), 'more', more.toFixed(4), '±', error.toFixed(4));
  const fitted = RIDGES.map((ridge) =>
    folds.map(
      ({ before }, i) =>
        fitTieWeights(before, paths[i]!.terms.slice(0, choice.size), optionsOf(ridge)).weighting,
    ),
  );
  const ridgeLosses = fitted.map((weightings) => {
    const all = together(folds.map(({ held }, i) => lossesWith(held, weightings[i]!)));
    return all.reduce((sum, x) => sum + x, 0) / all.length;
  });
  const best = ridgeLosses.indexOf(Math.min(...ridgeLosses));
  console.log(task, 'keeps', choice.size, 'of best', choice.best, 'ridges', RIDGES, ridgeLosses);
  return { size: choice.size, ridge: RIDGES[best]!, weightings: fitted[best]!, table: choice.table };
}

/** Figures on each window held back: chosen, every term, baselines. */
function judgeFolds(task: ConsortiumTask, folds: Fold[], weightings: TieWeighting[]) {
  const everyTerm = Array.from({ length: TERM_COUNT }, (_, t) => t);
  return Object.fromEntries(
    folds.map(({ window, before }, i) => {
      const every = fitTieWeights(before, everyTerm, optionsOf(RIDGE)).weighting;
      const figures = judge(window, task, { chosen: weightings[i]!, 'every term': every });
      for (const [name, figure] of Object.entries(figures))
        console.log(task, window.from, name, JSON.stringify(figure));
      const chosen: RankFigures = figures.chosen!;
      return [String(window.from), chosen];
    }),
  );
}

function fitTask(windows: Window[], task: ConsortiumTask) {
  const samples = windows.map((window) => sampleWindow(window, task));
  const first = windows.length - HELD_BACK;
  const folds = windows.slice(first).map((window, k) => ({
    window,
    before: prepareSamples(samples.slice(0, first + k).flat()),
    held: samples[first + k]!,
  }));
  const { size, ridge, weightings } = choose(task, folds);
  const all = prepareSamples(samples.flat());
  const { terms } = growTiePath(all, size, optionsOf(RIDGE));
  const path = terms.map((place) => {
    const { feature, by } = termAt(place);
    return by ? `${feature} by ${by}` : feature;
  });
  console.log(task, 'path:', path.join(', '));
  const { weighting, loss } = fitTieWeights(all, terms, optionsOf(ridge));
  const kept = { ...weighting, path, ridge, loss: Number(loss.toFixed(4)) };
  return { kept, judgeHeldBack: () => judgeFolds(task, folds, weightings) };
}

function main(): void {
  const file = process.argv[2];
  if (!file) throw new Error('usage: npx tsx scripts/fitPartnerWeights.ts FILE');
  const consortia = readConsortia(file);
  const last = consortia.projects.reduce((most, p) => Math.max(most, p.year), 0);
  const end = Math.ceil(last * 2) / 2;
  const starts = Array.from({ length: WINDOWS }, (_, k) => end - (WINDOWS - k) / 2);
  const windows = starts.map((from) => openWindow(consortia, from));
  const how =
    'Conditional logit on projects of half-year windows, each with the history before it; terms and ridge chosen by loss on windows held back, ' +
    'by the rule of one standard error. Made by scripts/fitPartnerWeights.ts.';
  const fits = Object.fromEntries(TASKS.map((task) => [task, fitTask(windows, task)]));
  const write = (tasks: object) =>
    writeFileSync(TARGET, `${JSON.stringify({ how, windows: starts, ...tasks }, null, 2)}\n`);
  write(Object.fromEntries(TASKS.map((task) => [task, fits[task]!.kept])));
  const judged = TASKS.map((task) => [task, { ...fits[task]!.kept, heldBack: fits[task]!.judgeHeldBack() }]);
  write(Object.fromEntries(judged));
}

main();
