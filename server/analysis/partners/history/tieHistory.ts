import { createAdjacency, createLists, flattenLists } from '../lists';
import type { Lists } from '../lists';

/** Something made together: a production, a project, a partnership. */
export interface PastProject {
  /** Numbers of those who made it, each once. */
  members: readonly number[];
  /** Who led it, one of the members; −1 when unknown. */
  leader: number;
  /** When, in years with fraction; `NaN` when unknown (it then counts as old as the oldest). */
  year: number;
  /** Numbers of its themes; may be empty. */
  themes: readonly number[];
}

/** What each organisation is; −1 when unknown. */
export interface Organisations {
  count: number;
  /** Number of its country or territory. */
  place: Int32Array;
  /** Number of its kind or family. */
  kind: Int32Array;
}

/** Who made what with whom, when and about what; immutable. */
export interface TieHistory {
  organisations: Organisations;
  projectCount: number;
  themeCount: number;
  /** Members by project, and projects by organisation. */
  membersOf: Lists;
  projectsOf: Lists;
  themesOf: Lists;
  leader: Int32Array;
  year: Float64Array;
  /** Organisations tied by a project, each once. */
  partners: Lists;
}

/**
 * Gathers past projects.
 *
 * @throws RangeError when a member, leader or theme is out of bounds
 */
export function createTieHistory(
  organisations: Organisations,
  themeCount: number,
  projects: readonly PastProject[],
): TieHistory {
  for (const { members, themes } of projects) {
    const isBad = (k: number, count: number) => !(k >= 0 && k < count);
    if (members.some((m) => isBad(m, organisations.count)) || themes.some((t) => isBad(t, themeCount)))
      throw new RangeError('a project has a member or a theme out of bounds');
  }
  const membersOf = flattenLists(projects.map((p) => p.members));
  const ofMember = createLists(organisations.count, membersOf.rows);
  const projectOfRow = new Uint32Array(membersOf.rows.length);
  for (let p = 0; p < projects.length; p++)
    projectOfRow.fill(p, membersOf.offsets[p], membersOf.offsets[p + 1]);
  const known = projects.map((p) => p.year).filter((year) => !Number.isNaN(year));
  const oldest = known.length > 0 ? Math.min(...known) : 0;
  return {
    organisations,
    projectCount: projects.length,
    themeCount,
    membersOf,
    projectsOf: { offsets: ofMember.offsets, rows: ofMember.rows.map((row) => projectOfRow[row]!) },
    themesOf: flattenLists(projects.map((p) => p.themes)),
    leader: Int32Array.from(projects, (p) => p.leader),
    year: Float64Array.from(projects, (p) => (Number.isNaN(p.year) ? oldest : p.year)),
    partners: createAdjacency(organisations.count, pairEnds(projects)),
  };
}

function pairEnds(projects: readonly PastProject[]): Uint32Array {
  const pairs = projects.reduce((sum, { members }) => sum + (members.length * (members.length - 1)) / 2, 0);
  const ends = new Uint32Array(2 * pairs);
  let at = 0;
  for (const { members } of projects)
    for (let i = 0; i < members.length; i++)
      for (let j = 0; j < i; j++) {
        ends[at++] = members[i]!;
        ends[at++] = members[j]!;
      }
  return ends;
}
