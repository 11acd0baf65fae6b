import type { TieQuestion } from './tieFeatures';
import type { TieModel } from './tieModel';

/** What is met by following projects from the members of a question, by organisation. */
export interface Walk {
  /** Σ over projects on the themes of freshness ÷ (size − 1), whoever made them. */
  themeSmall: Float64Array;
  /** Σ over projects on the themes of size − 1, whoever made them. */
  themePartners: Float64Array;
  /** Σ over projects on the themes made with a member of freshness ÷ (size − 1). */
  togetherOnThemes: Float64Array;
  /** Share of the members met in any project. */
  membersMet: Float64Array;
  /** Probability of being reached by two projects in a row, each drawn by freshness, then a partner drawn evenly in it. */
  friends: Float64Array;
  /** The same, the second project being on the themes. */
  themeFriends: Float64Array;
}

/** Follows projects once and twice from the members. */
export function walkFrom(model: TieModel, { members, themes }: TieQuestion): Walk {
  const { history, freshness, recent } = model;
  const n = history.organisations.count;
  const onThemes = markThemes(model, themes);
  const walk: Walk = {
    themeSmall: new Float64Array(n),
    themePartners: new Float64Array(n),
    togetherOnThemes: new Float64Array(n),
    membersMet: new Float64Array(n),
    friends: new Float64Array(n),
    themeFriends: new Float64Array(n),
  };
  addThemeActivity(model, onThemes, walk);
  const first = new Float64Array(n);
  for (const member of members) {
    const met = new Set<number>();
    eachPartner(model, member, (other, project, size) => {
      const share = freshness[project]! / (size - 1);
      if (onThemes[project] === 1) walk.togetherOnThemes[other]! += share;
      first[other]! += share / (recent[member]! * members.length);
      met.add(other);
    });
    for (const other of met) walk.membersMet[other]! += 1 / members.length;
  }
  for (let z = 0; z < n; z++) {
    if (first[z] === 0) continue;
    eachPartner(model, z, (other, project, size) => {
      const share = (first[z]! * freshness[project]!) / (recent[z]! * (size - 1));
      walk.friends[other]! += share;
      if (onThemes[project] === 1) walk.themeFriends[other]! += share;
    });
  }
  return walk;
}

function addThemeActivity({ history, freshness }: TieModel, onThemes: Uint8Array, walk: Walk): void {
  const { offsets, rows } = history.membersOf;
  for (let p = 0; p < onThemes.length; p++) {
    const others = offsets[p + 1]! - offsets[p]! - 1;
    if (onThemes[p] === 0 || others < 1) continue;
    for (let k = offsets[p]!; k < offsets[p + 1]!; k++) {
      walk.themeSmall[rows[k]!]! += freshness[p]! / others;
      walk.themePartners[rows[k]!]! += others;
    }
  }
}

function markThemes({ history }: TieModel, themes: readonly number[]): Uint8Array {
  const wanted = new Set(themes);
  const marks = new Uint8Array(history.projectCount);
  const { offsets, rows } = history.themesOf;
  for (let p = 0; p < marks.length; p++)
    for (let k = offsets[p]!; k < offsets[p + 1]!; k++) if (wanted.has(rows[k]!)) marks[p] = 1;
  return marks;
}

function eachPartner(
  { history }: TieModel,
  actor: number,
  visit: (other: number, project: number, size: number) => void,
): void {
  const { membersOf, projectsOf } = history;
  for (let k = projectsOf.offsets[actor]!; k < projectsOf.offsets[actor + 1]!; k++) {
    const project = projectsOf.rows[k]!;
    const [from, to] = [membersOf.offsets[project]!, membersOf.offsets[project + 1]!];
    for (let j = from; j < to; j++) {
      const other = membersOf.rows[j]!;
      if (other !== actor) visit(other, project, to - from);
    }
  }
}
