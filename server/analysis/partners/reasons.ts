import { coveringSkills, isWithin } from './cover';
import { listOf } from './lists';
import { tiesByNode } from './network';
import type { PartnerProjection } from './projection';
import { citationOf, relationKey } from './relations';
import type { Citation, RelationKey } from './relations';
import type { Question } from './scores';

import { NONE } from './tieTables';
import { createScoreWithout } from './withoutRelations';
import type { Part } from './weights';

/** Least loss of score for a reason to be one. */
const LEAST_LOSS = 1e-9;

/** Why an actor scores what it scores: one statement, the relationships that prove it, and what it is worth. */
export interface Reason {
  part: Part;
  /**
   * What the statement is about: `COVERS_NEED` a needed competence, `SHARES_THEME` a theme of the brief, `SHARES_BROADER_THEME` a theme
   * broader than one of the brief, `IS_NEAR` the actor itself, `SHARES_PARTNER` a third actor, `SHARES_PRODUCTION` a production,
   * `REACHES_AUDIENCE` an audience.
   */
  kind:
    | 'COVERS_NEED'
    | 'SHARES_THEME'
    | 'SHARES_BROADER_THEME'
    | 'IS_NEAR'
    | 'SHARES_PARTNER'
    | 'SHARES_PRODUCTION'
    | 'REACHES_AUDIENCE';
  /** Id of what the statement is about. */
  subjectId: string;
  /** The relationships that prove it, all of them. */
  citations: Citation[];
  /** The same relationships as keys of the projection. */
  keys: RelationKey[];
  /** By how much the score (0..1) falls when all these relationships are taken away, everything else and the brief staying. */
  loss: number;
}

type Draft = Pick<Reason, 'part' | 'kind' | 'subjectId' | 'keys'>;

/**
 * Every reason of an actor's score, worth most first. A statement whose relationships could be taken away without the score falling is
 * not a reason and is left out. A relationship may prove several statements (a production is a theme, an audience and a tie), so losses do
 * not add up to the score.
 */
export function explainScore(projection: PartnerProjection, question: Question, actor: number): Reason[] {
  const scoreWithout = createScoreWithout(projection, question, actor);
  const whole = scoreWithout(new Set());
  const drafts = [
    ...coverReasons(projection, question, actor),
    ...themeReasons(projection, question, actor),
    ...nearReasons(projection, question, actor),
    ...networkReasons(projection, question, actor),
    ...audienceReasons(projection, question, actor),
  ];
  return drafts
    .map((draft) => {
      const loss = whole - scoreWithout(new Set(draft.keys));
      return { ...draft, loss, citations: draft.keys.map((key) => citationOf(projection, key)) };
    })
    .filter((reason) => reason.loss > LEAST_LOSS)
    .sort((x, y) => y.loss - x.loss || (x.subjectId < y.subjectId ? -1 : 1));
}

function coverReasons(projection: PartnerProjection, question: Question, actor: number): Draft[] {
  return question.cover.needs.flatMap((need, n): Draft[] => {
    const skills = coveringSkills(projection, question.cover, n, actor);
    if (skills.length === 0) return [];
    const subjectId = projection.competences.ids[need.competence]!;
    const keys = skills.map((skill) => relationKey('skills', skill.row));
    return [{ part: 'cover', kind: 'COVERS_NEED', subjectId, keys }];
  });
}

/** Broader themes are cited only where no theme of the brief itself is shared. */
function themeReasons(projection: PartnerProjection, question: Question, actor: number): Draft[] {
  const asked = new Set(question.brief.themes);
  const shared = [...question.themes.keys()]
    .map((theme) => ({ theme, keys: themeKeys(projection, theme, actor) }))
    .filter(({ keys }) => keys.length > 0);
  const direct = shared.filter(({ theme }) => asked.has(theme));
  const kind = direct.length > 0 ? 'SHARES_THEME' : 'SHARES_BROADER_THEME';
  const narrowest = narrowestOf(projection, shared);
  return (direct.length > 0 ? direct : narrowest).map(({ theme, keys }) => ({
    part: 'theme',
    kind,
    subjectId: projection.themes.ids[theme]!,
    keys,
  }));
}

function narrowestOf<T extends { theme: number }>(projection: PartnerProjection, shared: T[]): T[] {
  const wide = new Set(shared.map(({ theme }) => projection.broaderTheme[theme]!));
  return shared.filter(({ theme }) => !wide.has(theme));
}

/** Relationships of an actor with a theme or one narrower. */
function themeKeys(projection: PartnerProjection, theme: number, actor: number): RelationKey[] {
  const isAbout = (t: number) => isWithin(projection.broaderTheme, t, theme);
  const keys: RelationKey[] = [];
  for (const row of listOf(projection.worksOf, actor))
    if (isAbout(projection.works.theme[row]!)) keys.push(relationKey('works', row));
  const funding = projection.words.index.get('FUNDING') ?? NONE - 1;
  const { contributions } = projection;
  for (const row of listOf(projection.contributionsOf, actor)) {
    const about = listOf(projection.productionThemes, contributions.production[row]!);
    if (contributions.role[row] !== funding && about.some(isAbout))
      keys.push(relationKey('contributions', row));
  }
  return keys;
}

function nearReasons(projection: PartnerProjection, question: Question, actor: number): Draft[] {
  if (!question.asked.near || Number.isNaN(projection.places[3 * actor])) return [];
  const subjectId = projection.actors.ids[actor]!;
  return [{ part: 'near', kind: 'IS_NEAR', subjectId, keys: [relationKey('places', actor)] }];
}

function networkReasons(projection: PartnerProjection, question: Question, actor: number): Draft[] {
  const drafts: Draft[] = [];
  for (const [node, own] of tiesByNode(projection, actor)) {
    const theirs = [...question.memberTies.values()].flatMap((ties) => ties.get(node) ?? []);
    if (theirs.length === 0) continue;
    const isActor = node < projection.actorCount;
    drafts.push({
      part: 'network',
      kind: isActor ? 'SHARES_PARTNER' : 'SHARES_PRODUCTION',
      subjectId: isActor
        ? projection.actors.ids[node]!
        : projection.productions.ids[node - projection.actorCount]!,
      keys: [...new Set([...theirs, ...own])],
    });
  }
  return drafts;
}

function audienceReasons(projection: PartnerProjection, question: Question, actor: number): Draft[] {
  const { audiences } = question.brief;
  return projection.audiences.ids.flatMap((subjectId, bit): Draft[] => {
    if (((audiences >>> bit) & 1) === 0) return [];
    const keys = audienceKeys(projection, bit, actor);
    return keys.length === 0 ? [] : [{ part: 'audience', kind: 'REACHES_AUDIENCE', subjectId, keys }];
  });
}

function audienceKeys(projection: PartnerProjection, bit: number, actor: number): RelationKey[] {
  const isFor = (production: number) => ((projection.productionAudiences[production]! >>> bit) & 1) === 1;
  const keys: RelationKey[] = [];
  for (const row of listOf(projection.contributionsOf, actor))
    if (isFor(projection.contributions.production[row]!)) keys.push(relationKey('contributions', row));
  for (const row of listOf(projection.stopsOf, actor))
    if (isFor(projection.stops.production[row]!)) keys.push(relationKey('stops', row));
  return keys;
}
