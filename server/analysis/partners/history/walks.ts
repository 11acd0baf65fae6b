import { listOf } from '../lists';
import type { TieModel } from './tieModel';

/** How many times more a project on the themes is followed than another of the same age. */
const THEME_PULL = 10;

/**
 * Walks of one to four projects from the members: each step goes from an organisation to one of its projects, drawn by freshness (those on
 * the themes eleven times more often when `onThemes` is given), then to another member of it, drawn evenly.
 *
 * @param onThemes - by project, 1 when it is on the themes
 * @returns probability of being there after each step, by organisation; less than 1 in all where some have no partner
 */
export function walkFrom(model: TieModel, members: readonly number[], onThemes?: Uint8Array): Float64Array[] {
  const { freshness, history } = model;
  const weight = onThemes ? freshness.map((x, p) => x * (1 + THEME_PULL * onThemes[p]!)) : freshness;
  const degree = sumWithOthers(model, weight);
  let now = new Float64Array(history.organisations.count);
  for (const member of members) now[member]! += 1 / members.length;
  return [1, 2, 3, 4].map(() => {
    now = step(model, now, weight, degree);
    return now;
  });
}

/** Weights of the projects of each organisation that have another member, summed. */
function sumWithOthers({ history }: TieModel, weight: Float64Array): Float64Array {
  const { offsets, rows } = history.membersOf;
  const sums = new Float64Array(history.organisations.count);
  for (let p = 0; p < history.projectCount; p++) {
    const [from, to] = [offsets[p]!, offsets[p + 1]!];
    if (to - from > 1) for (let k = from; k < to; k++) sums[rows[k]!]! += weight[p]!;
  }
  return sums;
}

function step({ history }: TieModel, now: Float64Array, weight: Float64Array, degree: Float64Array) {
  const { offsets, rows } = history.membersOf;
  const next = new Float64Array(now.length);
  const leaving = now.map((x, i) => (x === 0 ? 0 : x / degree[i]!));
  for (let p = 0; p < history.projectCount; p++) {
    const [from, to] = [offsets[p]!, offsets[p + 1]!];
    if (to - from < 2) continue;
    let all = 0;
    for (let k = from; k < to; k++) all += leaving[rows[k]!]!;
    if (all === 0) continue;
    const share = weight[p]! / (to - from - 1);
    for (let k = from; k < to; k++) next[rows[k]!]! += (all - leaving[rows[k]!]!) * share;
  }
  return next;
}

/** By project, 1 when it is on one of the themes. */
export function markThemes({ history }: TieModel, themes: readonly number[]): Uint8Array {
  const wanted = new Set(themes);
  const marks = new Uint8Array(history.projectCount);
  const { offsets, rows } = history.themesOf;
  for (let p = 0; p < marks.length; p++)
    for (let k = offsets[p]!; k < offsets[p + 1]!; k++) if (wanted.has(rows[k]!)) marks[p] = 1;
  return marks;
}

/** What projects on the themes say of who made them, whoever else did, by organisation. */
export interface ThemeActivity {
  /** Projects. */
  projects: Float64Array;
  /** Freshness, summed. */
  recent: Float64Array;
  /** The same, fading in half a year. */
  latest: Float64Array;
  /** Freshness ÷ other members, summed: small projects count most. */
  small: Float64Array;
  /** Other members, summed: large projects count most. */
  partners: Float64Array;
}

/** Adds up the projects on the themes. */
export function themeActivity({ history, freshness, latest }: TieModel, onThemes: Uint8Array): ThemeActivity {
  const { offsets, rows } = history.membersOf;
  const column = () => new Float64Array(history.organisations.count);
  const sums: ThemeActivity = {
    projects: column(),
    recent: column(),
    latest: column(),
    small: column(),
    partners: column(),
  };
  for (let p = 0; p < onThemes.length; p++) {
    if (onThemes[p] === 0) continue;
    const others = offsets[p + 1]! - offsets[p]! - 1;
    for (let k = offsets[p]!; k < offsets[p + 1]!; k++) {
      const member = rows[k]!;
      sums.projects[member]!++;
      sums.recent[member]! += freshness[p]!;
      sums.latest[member]! += latest[p]!;
      sums.small[member]! += freshness[p]! / Math.max(1, others);
      sums.partners[member]! += others;
    }
  }
  return sums;
}

/**
 * Projects that gathered two of the members at least: Σ over them of shared² ÷ size × √freshness, by organisation of each; of all, and of those on
 * the themes. Zeros with one member.
 */
export function sharedProjects(
  { history, freshness }: TieModel,
  members: readonly number[],
  onThemes: Uint8Array,
): { all: Float64Array; onThemes: Float64Array } {
  const { membersOf, projectsOf } = history;
  const shared = new Map<number, number>();
  for (const member of members)
    for (const project of listOf(projectsOf, member)) shared.set(project, (shared.get(project) ?? 0) + 1);
  const all = new Float64Array(history.organisations.count);
  const themed = all.slice();
  for (const [project, count] of shared) {
    if (count < 2) continue;
    const made = listOf(membersOf, project);
    const worth = ((count * count) / made.length) * Math.sqrt(freshness[project]!);
    for (const member of made) {
      all[member]! += worth;
      themed[member]! += worth * onThemes[project]!;
    }
  }
  return { all, onThemes: themed };
}
