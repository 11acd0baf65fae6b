import type { TieModel } from './tieModel';
import { adamicAdar, commonPartners, personalisedPageRank, resourceAllocation } from './tieIndices';
import { walkFrom } from './walks';

/** Who is known of a project, and its themes. */
export interface TieQuestion {
  /** Numbers of the members already known; at least one. */
  members: readonly number[];
  /** Numbers of the themes; may be empty. */
  themes: readonly number[];
}

/** The features of a candidate, each explainable in a sentence. */
export const TIE_FEATURES = [
  /** ln(1 + projects on the themes). */
  'themeProjects',
  /** ln(1 + projects on the themes, fading with age). */
  'themeRecent',
  /** ln(1 + 5 x), x its projects on the themes, fading with age, each divided by its other members: small projects count most. */
  'themeSmall',
  /** ln(1 + other members of its projects on the themes): large projects count most. */
  'themePartners',
  /** Share of its projects that are on the themes. */
  'themeShare',
  /** ln(1 + projects). */
  'projects',
  /** ln(1 + projects, fading with age). */
  'recent',
  /** 1 when its last project began less than a year ago. */
  'active',
  /** Adamic–Adar with the members, ln(1 + x). */
  'adamicAdar',
  /** `adamicAdar × themeProjects`. */
  'adamicAdarTheme',
  /** Resource allocation with the members, ln(1 + 10 x). */
  'resourceAllocation',
  /** Adamic–Adar over the geometric mean of the numbers of partners: sharing many for one's size. */
  'closeness',
  /** Personalised PageRank from the members, ln(1 + 1000 x). */
  'pageRank',
  /** Met by following two projects from the members, recent and small ones first, ln(1 + 1000 x). */
  'friends',
  /** The same, the second project being on the themes, ln(1 + 1000 x). */
  'themeFriends',
  /** Projects on the themes made with the members, fading with age, ln(1 + 10 x). */
  'togetherOnThemes',
  /** Share of the members it has worked with. */
  'membersMet',
  /** How much its kind is drawn to the themes. */
  'kindPull',
  /** How much its kind is drawn to those of the members. */
  'kindMeeting',
  /** How much its place is drawn to those of the members. */
  'placePull',
  /** Cosine of its projects by theme with those of the members. */
  'profile',
  /** Difference between the sizes of its projects and of this one, as logarithms; the members' habit when one is known. */
  'sizeGap',
] as const;

/** A feature by name. */
export type TieFeature = (typeof TIE_FEATURES)[number];

/** Every feature of every organisation, by feature. */
export type TieColumns = Record<TieFeature, Float64Array>;

/** Years since its last project began under which an organisation is active. */
const ACTIVE_YEARS = 1;

/** Computes every feature of every organisation for a question; linear in the ties around the members and in the organisations. */
export function tieFeatures(model: TieModel, question: TieQuestion): TieColumns {
  const { history } = model;
  const n = history.organisations.count;
  const { members, themes } = question;
  const walk = walkFrom(model, question);
  const aa = commonPartners(history, members, adamicAdar);
  const ra = commonPartners(history, members, resourceAllocation);
  const rank = personalisedPageRank(history, members, 0.15, 12);
  const themeProjects = sumOver(model.themeProjects, themes, n);
  const themeRecent = sumOver(model.themeRecent, themes, n);
  const grown = (column: Float64Array, scale = 1) => column.map((x) => Math.log1p(scale * x));
  const columns = {
    themeProjects: grown(themeProjects),
    themeRecent: grown(themeRecent),
    themeSmall: grown(walk.themeSmall, 5),
    themePartners: grown(walk.themePartners),
    themeShare: themeProjects.map((x, i) => x / Math.max(1, model.projects[i]!)),
    projects: grown(model.projects),
    recent: grown(model.recent),
    active: model.idle.map((x) => (x < ACTIVE_YEARS ? 1 : 0)),
    adamicAdar: grown(aa),
    resourceAllocation: grown(ra, 10),
    closeness: closeness(model, members, aa),
    pageRank: grown(rank, 1000),
    friends: grown(walk.friends, 1000),
    themeFriends: grown(walk.themeFriends, 1000),
    togetherOnThemes: grown(walk.togetherOnThemes, 10),
    membersMet: walk.membersMet,
    ...attraction(model, question),
    profile: profileCosine(model, members),
    sizeGap: sizeGap(model, members),
  };
  return {
    ...columns,
    adamicAdarTheme: columns.adamicAdar.map((x, i) => x * columns.themeProjects[i]!),
  };
}

/** Added to each number of partners, so that sharing the one partner one has proves little. */
const FEW_PARTNERS = 5;

function closeness({ history }: TieModel, members: readonly number[], aa: Float64Array): Float64Array {
  const { offsets } = history.partners;
  const degree = (i: number) => offsets[i + 1]! - offsets[i]! + FEW_PARTNERS;
  const pull = members.reduce((sum, m) => sum + 1 / Math.sqrt(degree(m)), 0) / members.length;
  return aa.map((x, i) => (x * pull) / Math.sqrt(degree(i)));
}

function sizeGap({ logSize }: TieModel, members: readonly number[]): Float64Array {
  const size = members.length > 1 ? Math.log(members.length + 1) : logSize[members[0]!]!;
  return logSize.map((x) => Math.abs(x - size));
}

function sumOver(byTheme: Float64Array, themes: readonly number[], n: number): Float64Array {
  const sums = new Float64Array(n);
  for (const theme of themes) for (let i = 0; i < n; i++) sums[i]! += byTheme[theme * n + i]!;
  return sums;
}

function attraction(model: TieModel, { members, themes }: TieQuestion) {
  const { place, kind, count } = model.history.organisations;
  const out = {
    kindPull: new Float64Array(count),
    kindMeeting: new Float64Array(count),
    placePull: new Float64Array(count),
  };
  for (let i = 0; i < count; i++) {
    if (kind[i]! >= 0)
      for (const t of themes)
        out.kindPull[i]! += model.kindPull[t * model.kindCount + kind[i]!]! / themes.length;
    for (const m of members) {
      if (place[i]! >= 0 && place[m]! >= 0)
        out.placePull[i]! += model.placePull[place[m]! * model.placeCount + place[i]!]! / members.length;
      if (kind[i]! >= 0 && kind[m]! >= 0)
        out.kindMeeting[i]! += model.kindMeeting[kind[m]! * model.kindCount + kind[i]!]! / members.length;
    }
  }
  return out;
}

function profileCosine({ history, themeProjects }: TieModel, members: readonly number[]): Float64Array {
  const n = history.organisations.count;
  const query = new Float64Array(history.themeCount);
  for (let t = 0; t < query.length; t++) for (const m of members) query[t]! += themeProjects[t * n + m]!;
  const dot = new Float64Array(n);
  const squares = new Float64Array(n);
  let length = 0;
  for (let t = 0; t < query.length; t++) {
    length += query[t]! * query[t]!;
    for (let i = 0; i < n; i++) {
      const x = themeProjects[t * n + i]!;
      dot[i]! += x * query[t]!;
      squares[i]! += x * x;
    }
  }
  return dot.map((x, i) => (x === 0 ? 0 : x / Math.sqrt(length * squares[i]!)));
}
