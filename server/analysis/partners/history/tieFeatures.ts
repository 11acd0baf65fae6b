import { listOf } from '../lists';
import { adamicAdar, commonPartners, resourceAllocation } from './tieIndices';
import type { TieModel } from './tieModel';
import { markThemes, sharedProjects, themeActivity, walkFrom } from './walks';

/** Who is known of a project, and its themes. */
export interface TieQuestion {
  /** Numbers of the members already known; at least one. */
  members: readonly number[];
  /** Numbers of the themes; may be empty. */
  themes: readonly number[];
}

/** The features of a candidate that a choice is made from, each explainable in a sentence; one may weigh nothing. Amounts are ln(1 + x ÷ unit): twice as much adds the same everywhere. */
export const TIE_FEATURES = [
  /** Its projects on the themes, fading with age; unit 0.1. */
  'themeRecent',
  /** The same, each divided by its other members: small projects count most; unit 0.05. */
  'themeSmall',
  /** Other members of its projects on the themes: large projects count most; unit 3. */
  'themePartners',
  /** The same as the first, fading in half a year; unit 0.1. */
  'themeLatest',
  /** Share of its projects that are on the themes. */
  'themeShare',
  /** Its projects; unit 1. */
  'projects',
  /** Its projects, fading with age; unit 0.1. */
  'recent',
  /** Its partners; unit 1. */
  'partners',
  /** Partners it met for the first time, fading with age; unit 1. */
  'newPartners',
  /** How many of its meetings, fading with age, were first meetings: a share. */
  'openness',
  /** Met by following one project from the members, two, three; recent and small ones first; unit 0.00003. */
  'walk1',
  'walk2',
  'walk3',
  /** The same by two, three and four projects, on the themes rather than not. */
  'themeWalk2',
  'themeWalk3',
  'themeWalk4',
  /** The one by three, over what its number of partners alone would give, as a logarithm. */
  'themeWalkLift',
  /** Adamic–Adar with the members; unit 0.2. */
  'adamicAdar',
  /** Resource allocation with the members; unit 0.005. */
  'resourceAllocation',
  /** Adamic–Adar over the square root of its number of partners: sharing many for one's size; unit 0.05. */
  'closeness',
  /** Share of the members it has worked with. */
  'membersMet',
  /** How many of them; unit 1. */
  'membersMetCount',
  /** Projects it made with two of the members at least; unit 0.02. */
  'sharedProjects',
  /** The same, on the themes; unit 0.02. */
  'sharedOnThemes',
  /** How much its kind is drawn to the themes, as a logarithm of times more than chance. */
  'kindPull',
  /** How much its place is drawn to the themes. */
  'themePlacePull',
  /** How much its kind is drawn to those of the members. */
  'kindMeeting',
  /** How much its place is drawn to those of the members. */
  'placePull',
  /** Share of the members that are of its place. */
  'samePlace',
  /** Cosine of its projects by theme with those of the members. */
  'profile',
  /** Difference between the sizes of its projects and of this one, as logarithms; the member's habit when one is known. */
  'sizeGap',
] as const;

/** A feature by name. */
export type TieFeature = (typeof TIE_FEATURES)[number];

/** Every feature of every organisation, by feature. */
export type TieColumns = Record<TieFeature, Float64Array>;

/** What of a question changes how much each feature weighs. */
export const TIE_CIRCUMSTANCES = [
  /** ln(1 + mean number of partners of the members): how well tied those who ask are. */
  'reach',
  /** Logarithm of the size to expect: of the members known when there are several, else of recent projects on the themes. */
  'size',
  /** ln(1 + projects on the themes): how broad the themes are. */
  'breadth',
] as const;

/** A circumstance by name. */
export type TieCircumstance = (typeof TIE_CIRCUMSTANCES)[number];

/** The circumstances of a question. */
export type TieCircumstances = Record<TieCircumstance, number>;

/** Computes every feature of every organisation for a question; linear in participations and in the ties around the members. */
export function tieFeatures(model: TieModel, question: TieQuestion): TieColumns {
  const { members, themes } = question;
  const onThemes = markThemes(model, themes);
  const met = countMet(model, members);
  const shared = sharedProjects(model, members, onThemes);
  return {
    ...activityColumns(model, onThemes),
    ...walkColumns(model, members, onThemes),
    ...commonColumns(model, members),
    membersMet: met.map((x) => x / members.length),
    membersMetCount: grown(met, 1),
    sharedProjects: grown(shared.all, 0.02),
    sharedOnThemes: grown(shared.onThemes, 0.02),
    ...attraction(model, question),
    profile: profileCosine(model, members),
    sizeGap: sizeGap(model, members),
  };
}

function activityColumns(model: TieModel, onThemes: Uint8Array) {
  const theme = themeActivity(model, onThemes);
  return {
    themeRecent: grown(theme.recent, 0.1),
    themeSmall: grown(theme.small, 0.05),
    themePartners: grown(theme.partners, 3),
    themeLatest: grown(theme.latest, 0.1),
    themeShare: theme.projects.map((x, i) => x / Math.max(1, model.projects[i]!)),
    projects: grown(model.projects, 1),
    recent: grown(model.recent, 0.1),
    partners: grown(model.partners, 1),
    newPartners: grown(model.newPartners, 1),
    openness: model.openness,
  };
}

/** Unit of walks, and what is added to both sides of a lift so that hardly ever proves little. */
const [WALK_UNIT, LIFT_FLOOR] = [3e-5, 0.1];

function walkColumns(model: TieModel, members: readonly number[], onThemes: Uint8Array) {
  const [walk1, walk2, walk3] = walkFrom(model, members).map((x) => grown(x, WALK_UNIT));
  const [, second, third, fourth] = walkFrom(model, members, onThemes);
  const ties = model.partners.reduce((sum, x) => sum + x, 0) || 1;
  return {
    walk1: walk1!,
    walk2: walk2!,
    walk3: walk3!,
    themeWalk2: grown(second!, WALK_UNIT),
    themeWalk3: grown(third!, WALK_UNIT),
    themeWalk4: grown(fourth!, WALK_UNIT),
    themeWalkLift: third!.map((x, i) =>
      Math.log((x / WALK_UNIT + LIFT_FLOOR) / (model.partners[i]! / ties / WALK_UNIT + LIFT_FLOOR)),
    ),
  };
}

function commonColumns({ history, partners }: TieModel, members: readonly number[]) {
  const common = commonPartners(history, members, adamicAdar);
  return {
    adamicAdar: grown(common, 0.2),
    resourceAllocation: grown(commonPartners(history, members, resourceAllocation), 0.005),
    closeness: grown(
      common.map((x, i) => x / Math.sqrt(partners[i]! + FEW_PARTNERS)),
      0.05,
    ),
  };
}

/** The circumstances of a question. */
export function tieCircumstances(model: TieModel, { members, themes }: TieQuestion): TieCircumstances {
  const partners = members.reduce((sum, m) => sum + model.partners[m]!, 0) / members.length;
  const marks = themes.length > 0 ? markThemes(model, themes) : undefined;
  const { offsets } = model.history.membersOf;
  let [logs, total, count] = [0, 0, 0];
  model.freshness.forEach((fresh, p) => {
    if (marks && marks[p] === 0) return;
    logs += fresh * Math.log(offsets[p + 1]! - offsets[p]!);
    total += fresh;
    count++;
  });
  const expected = total > 0 ? logs / total : model.logSize[members[0]!]!;
  return {
    reach: Math.log1p(partners),
    size: members.length > 1 ? Math.log(members.length) : expected,
    breadth: Math.log1p(count),
  };
}

/** Added to each number of partners, so that sharing the one partner one has proves little. */
const FEW_PARTNERS = 5;

const grown = (column: Float64Array, unit: number): Float64Array => column.map((x) => Math.log1p(x / unit));

function countMet({ history }: TieModel, members: readonly number[]): Float64Array {
  const met = new Float64Array(history.organisations.count);
  for (const member of members) for (const other of listOf(history.partners, member)) met[other]!++;
  return met;
}

function sizeGap({ logSize }: TieModel, members: readonly number[]): Float64Array {
  const size = members.length > 1 ? Math.log(members.length + 1) : logSize[members[0]!]!;
  return logSize.map((x) => Math.abs(x - size));
}

function attraction(model: TieModel, { members, themes }: TieQuestion) {
  const { place, kind, count } = model.history.organisations;
  const pull = (table: Float64Array, width: number, rows: readonly number[], group: Int32Array) =>
    Float64Array.from(group, (g) =>
      g < 0 ? 0 : rows.reduce((sum, r) => sum + (r < 0 ? 0 : table[r * width + g]!), 0) / (rows.length || 1),
    );
  const kinds = members.map((m) => kind[m]!);
  const places = members.map((m) => place[m]!);
  return {
    kindPull: pull(model.kindPull, model.kindCount, themes, kind.subarray(0, count)),
    themePlacePull: pull(model.themePlacePull, model.placeCount, themes, place.subarray(0, count)),
    kindMeeting: pull(model.kindMeeting, model.kindCount, kinds, kind.subarray(0, count)),
    placePull: pull(model.placePull, model.placeCount, places, place.subarray(0, count)),
    samePlace: Float64Array.from(place.subarray(0, count), (own) =>
      own < 0 ? 0 : places.filter((other) => other === own).length / members.length,
    ),
  };
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
