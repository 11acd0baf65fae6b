import { listOf } from '../lists';
import type { TieHistory } from './tieHistory';

/** Years after which a project counts for 1/e. */
export const FADE_YEARS = 1.5;

/** What of a history does not depend on the question: made once, shared. */
export interface TieModel {
  history: TieHistory;
  /** What each project counts for now, by age. */
  freshness: Float64Array;
  /** The same, fading three times as fast. */
  latest: Float64Array;
  /** Projects by organisation. */
  projects: Float64Array;
  /** Freshness of its projects, summed, by organisation. */
  recent: Float64Array;
  /** Partners, each once, by organisation. */
  partners: Float64Array;
  /** Projects by theme and organisation: `theme * organisations + organisation`. */
  themeProjects: Float64Array;
  /** Partners met for the first time, each counting by the freshness of that project, by organisation. */
  newPartners: Float64Array;
  /** Share of those among all the meetings of its projects, by freshness: how open to new partners it is; 0 for one without. */
  openness: Float64Array;
  /** Mean logarithm of the sizes of its projects, by organisation; 0 for one without. */
  logSize: Float64Array;
  /** `kindPull[theme * kinds + kind]`: logarithm of the share of a kind among participations in a theme, over its share in all. */
  kindPull: Float64Array;
  /** The same of places: `themePlacePull[theme * places + place]`. */
  themePlacePull: Float64Array;
  /** `placePull[a * places + b]`: logarithm of how many times more than chance places a and b meet in a project. */
  placePull: Float64Array;
  /** The same of kinds: `kindMeeting[a * kinds + b]`. */
  kindMeeting: Float64Array;
  kindCount: number;
  placeCount: number;
}

/** Added to each count of participations, so that what was seen once proves little. */
const SMOOTHING = 5;

/**
 * Prepares a history for ranking.
 *
 * @param now - the year at which one asks, with fraction; later projects are an error of the caller
 */
export function createTieModel(history: TieHistory, now: number): TieModel {
  const { organisations, projectCount, themeCount, year } = history;
  const n = organisations.count;
  const freshness = Float64Array.from(year, (y) => Math.exp(-Math.max(0, now - y) / FADE_YEARS));
  const model: TieModel = {
    history,
    freshness,
    latest: freshness.map((x) => x ** 3),
    projects: new Float64Array(n),
    recent: new Float64Array(n),
    partners: Float64Array.from({ length: n }, (_, i) => listOf(history.partners, i).length),
    themeProjects: new Float64Array(themeCount * n),
    logSize: new Float64Array(n),
    ...countFirstMeetings(history, freshness),
    ...countPulls(history),
  };
  for (let p = 0; p < projectCount; p++) {
    const size = history.membersOf.offsets[p + 1]! - history.membersOf.offsets[p]!;
    for (let k = history.membersOf.offsets[p]!; k < history.membersOf.offsets[p + 1]!; k++) {
      const member = history.membersOf.rows[k]!;
      model.projects[member]!++;
      model.logSize[member]! += Math.log(size);
      model.recent[member]! += freshness[p]!;
      for (const theme of listOf(history.themesOf, p)) model.themeProjects[theme * n + member]!++;
    }
  }
  for (let i = 0; i < n; i++) model.logSize[i]! /= Math.max(1, model.projects[i]!);
  return model;
}

/** Goes through projects by date, and tells meetings of those who never met before from the others. */
function countFirstMeetings({ organisations, membersOf, year }: TieHistory, freshness: Float64Array) {
  const n = organisations.count;
  const met = new Set<number>();
  const newPartners = new Float64Array(n);
  const meetings = new Float64Array(n);
  const byDate = [...year.keys()].sort((p, q) => year[p]! - year[q]! || p - q);
  for (const p of byDate) {
    const members = listOf(membersOf, p);
    for (const a of members)
      for (const b of members) {
        if (a === b) continue;
        meetings[a]! += freshness[p]!;
        if (met.has(a * n + b)) continue;
        met.add(a * n + b);
        newPartners[a]! += freshness[p]!;
      }
  }
  return { newPartners, openness: newPartners.map((x, i) => x / (meetings[i]! + 1)) };
}

function countPulls(history: TieHistory) {
  const { place, kind } = history.organisations;
  const placeCount = largest(place) + 1;
  const kindCount = largest(kind) + 1;
  return {
    placeCount,
    kindCount,
    kindPull: logRatio(countOnThemes(history, kind, kindCount), history.themeCount, kindCount),
    themePlacePull: logRatio(countOnThemes(history, place, placeCount), history.themeCount, placeCount),
    placePull: logRatio(countMeetings(history, place, placeCount), placeCount, placeCount),
    kindMeeting: logRatio(countMeetings(history, kind, kindCount), kindCount, kindCount),
  };
}

function largest(numbers: Int32Array): number {
  return numbers.reduce((most, x) => Math.max(most, x), 0);
}

/** Participations by theme and group. */
function countOnThemes(history: TieHistory, group: Int32Array, count: number): Float64Array {
  const counts = new Float64Array(history.themeCount * count);
  for (let p = 0; p < history.projectCount; p++)
    for (const a of listOf(history.membersOf, p))
      if (group[a]! >= 0)
        for (const theme of listOf(history.themesOf, p)) counts[theme * count + group[a]!]!++;
  return counts;
}

/** How often two groups meet in a project: each member of a project meets one other, drawn evenly. */
function countMeetings(history: TieHistory, group: Int32Array, count: number): Float64Array {
  const meetings = new Float64Array(count * count);
  for (let p = 0; p < history.projectCount; p++) {
    const members = listOf(history.membersOf, p);
    for (const a of members)
      for (const b of members)
        if (a !== b && group[a]! >= 0 && group[b]! >= 0)
          meetings[group[a]! * count + group[b]!]! += 1 / (members.length - 1);
  }
  return meetings;
}

/** Logarithm of each count over what its row and column totals would give, smoothed towards 0. */
function logRatio(counts: Float64Array, rows: number, columns: number): Float64Array {
  const rowTotal = new Float64Array(rows);
  const columnTotal = new Float64Array(columns);
  let total = 0;
  for (let r = 0; r < rows; r++)
    for (let c = 0; c < columns; c++) {
      const count = counts[r * columns + c]!;
      rowTotal[r]! += count;
      columnTotal[c]! += count;
      total += count;
    }
  const pull = new Float64Array(rows * columns);
  if (total === 0) return pull;
  for (let r = 0; r < rows; r++)
    for (let c = 0; c < columns; c++) {
      const expected = (rowTotal[r]! * columnTotal[c]!) / total;
      pull[r * columns + c] = Math.log((counts[r * columns + c]! + SMOOTHING) / (expected + SMOOTHING));
    }
  return pull;
}
