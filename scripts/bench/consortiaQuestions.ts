import { listOf } from '../../server/analysis/partners/lists';
import { createRandom, drawIndex } from '../../server/analysis/random';
import type { ConsortiumProject, IndexedHistory } from './consortia';

/** What is asked of a project that came after the history, and what the right answers are. */
export interface ConsortiumQuestion {
  members: number[];
  themes: number[];
  answers: number[];
  /** Not candidates: those known and, for a new partner, the past partners of the coordinator. */
  excluded: Set<number>;
}

/** The two tasks. */
export type ConsortiumTask = 'newPartner' | 'completion';

/**
 * Questions of both tasks about projects, among organisations of the history. New partner: known are the coordinator and the programmes, answers the
 * members it never worked with. Completion: known are all members but one, drawn at random, of projects with three members at least in
 * the history.
 */
export function askAbout(
  { history, organisationIndex, programmeIndex }: IndexedHistory,
  projects: readonly ConsortiumProject[],
  seed: number,
): Record<ConsortiumTask, ConsortiumQuestion[]> {
  const random = createRandom(seed);
  const questions: Record<ConsortiumTask, ConsortiumQuestion[]> = { newPartner: [], completion: [] };
  const numbers = (codes: readonly string[], index: Map<string, number>) =>
    codes.map((code) => index.get(code)).filter((k): k is number => k !== undefined);
  for (const project of projects) {
    const themes = numbers(project.programmes, programmeIndex);
    const known = numbers(project.members, organisationIndex);
    const leader = project.coordinator === null ? undefined : organisationIndex.get(project.coordinator);
    if (leader !== undefined) {
      const past = listOf(history.partners, leader);
      const answers = known.filter((m) => m !== leader && !past.includes(m));
      if (answers.length > 0)
        questions.newPartner.push({
          members: [leader],
          themes,
          answers,
          excluded: new Set([leader, ...past]),
        });
    }
    if (known.length < 3) continue;
    const hidden = drawIndex(random, known.length);
    const members = known.filter((_, k) => k !== hidden);
    questions.completion.push({ members, themes, answers: [known[hidden]!], excluded: new Set(members) });
  }
  return questions;
}

/** How well a ranking finds the answers, over questions. */
export interface RankFigures {
  n: number;
  /** Share of questions with an answer among the first ten. */
  'hits@10': number;
  /** Mean share of the answers among the first fifty. */
  'recall@50': number;
  /** Mean of 1 ÷ rank of the first answer. */
  MRR: number;
}

/** Gathers the ranks of answers into figures. */
export class RankTally {
  private n = 0;
  private hits = 0;
  private recall = 0;
  private reciprocal = 0;

  /**
   * Adds a question: answers are ranked among candidates that are not excluded, equal scores by number of projects, then number.
   */
  add(question: ConsortiumQuestion, scores: ArrayLike<number>, projects: ArrayLike<number>): void {
    const ranks = question.answers.map((answer) => rankOf(answer, question, scores, projects));
    const first = Math.min(...ranks);
    this.n++;
    if (first <= 10) this.hits++;
    this.recall += ranks.filter((rank) => rank <= 50).length / ranks.length;
    this.reciprocal += 1 / first;
  }

  /** The figures so far; zeros when nothing was added. */
  figures(): RankFigures {
    const round = (x: number) => Number((x / Math.max(1, this.n)).toFixed(4));
    return {
      n: this.n,
      'hits@10': round(this.hits),
      'recall@50': round(this.recall),
      MRR: round(this.reciprocal),
    };
  }
}

function rankOf(
  answer: number,
  { excluded }: ConsortiumQuestion,
  scores: ArrayLike<number>,
  projects: ArrayLike<number>,
): number {
  let rank = 1;
  const [score, count] = [scores[answer]!, projects[answer]!];
  for (let i = 0; i < scores.length; i++) {
    if (scores[i]! < score || i === answer || excluded.has(i)) continue;
    if (scores[i]! > score || projects[i]! > count || (projects[i] === count && i < answer)) rank++;
  }
  return rank;
}
