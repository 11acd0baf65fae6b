import { resolveBrief, type Brief, type PartnerBrief } from '../../analysis/partners/brief';
import { coveringSkills, createCoverTable } from '../../analysis/partners/cover';
import type { PartnerProjection } from '../../analysis/partners/projection';
import { createQuestion, scoreAll } from '../../analysis/partners/scores';
import { DEFAULT_WEIGHTS, type PartWeights } from '../../analysis/partners/weights';
import type { Database } from '../../database/driver';
import { readNeeds, type NeedRow } from '../../graph/readNeeds';
import type { RegionRows } from '../../graph/readRegion';
import type { PublishedNeed } from './needs.type';
import { toPlaces } from './partners.brief';
import type { Projections } from './projections';

const read = (database: Database): Promise<NeedRow[]> => readNeeds(database);

/** Every need, as old as the last write at most. */
export async function currentNeeds(projections: Projections): Promise<NeedRow[]> {
  return (await projections.of(read).current()).value;
}

/** Whether a need or an offer still holds on an ISO day, its last included. */
export function isOpen({ expiresOn }: Pick<NeedRow, 'expiresOn'>, today: string): boolean {
  return expiresOn === null || expiresOn >= today;
}

/**
 * The question that a need asks: who has what it seeks, on its themes, for its territories, near who needs it.
 *
 * An actor may need more of what it has itself. A brief would put such a competence aside as held, so the actor is then no
 * member of it: only its place is kept, and ties with it do not count.
 */
export function toNeedBrief(rows: RegionRows, projection: PartnerProjection, need: NeedRow): PartnerBrief {
  const known = (ids: readonly string[], table: { index: ReadonlyMap<string, number> }) =>
    ids.filter((id) => table.index.has(id));
  const actor = rows.actors.find(({ id }) => id === need.actor);
  const places = toPlaces(rows, need.territories);
  const brief = {
    needs: known(need.competences, projection.competences).map((competenceId) => ({ competenceId })),
    themeIds: known(need.themes, projection.themes),
    places,
  };
  if (actor === undefined) return brief;
  const asked = { ...brief, actorId: actor.id };
  if (need.competences.length === 0 || resolveBrief(projection, asked).resolved.held.length === 0)
    return asked;
  const { latitude, longitude } = actor;
  if (places.length > 0 || latitude === null || longitude === null) return brief;
  return { ...brief, places: [{ latitude, longitude }] };
}

/** Weights for a need: where it only names themes, what productions on them usually require is not its question. */
export function needWeights(need: NeedRow): PartWeights {
  return need.competences.length > 0 ? DEFAULT_WEIGHTS : { ...DEFAULT_WEIGHTS, cover: 0 };
}

/** Who answers a need, by number in the projection; who needs it never does. */
export function answerersOf(
  projection: PartnerProjection,
  need: NeedRow,
  brief: PartnerBrief,
): { understood: Brief; answerers: Set<number> } {
  const understood = resolveBrief(projection, brief);
  const { values } = scoreAll(projection, createQuestion(projection, understood, needWeights(need)));
  const column = need.competences.length > 0 ? values.cover : values.theme;
  const answerers = new Set<number>();
  const asker = need.actor === null ? undefined : projection.actors.index.get(need.actor);
  column.forEach((value, actor) => {
    if (value > 0 && actor !== asker) answerers.add(actor);
  });
  return { understood, answerers };
}

/** Whether holding a competence covers one that a need seeks: itself, a narrower or a broader one. */
export function seeks(projection: PartnerProjection, need: NeedRow, competenceId: string): boolean {
  const held = projection.competences.index.get(competenceId);
  if (held === undefined) return false;
  const sought = need.competences.flatMap((id) => projection.competences.index.get(id) ?? []);
  const table = createCoverTable(
    projection,
    sought.map((competence) => ({ competence, weight: 1 })),
  );
  return sought.some((_, n) => table.factor[n * table.competenceCount + held]! > 0);
}

/** Whether an actor answers a need, without scoring everybody. */
export function answers(projection: PartnerProjection, need: NeedRow, actor: number): boolean {
  if (need.actor === projection.actors.ids[actor]) return false;
  if (need.competences.length === 0) return answersTheme(projection, need, actor);
  const sought = need.competences.flatMap((id) => projection.competences.index.get(id) ?? []);
  const table = createCoverTable(
    projection,
    sought.map((competence) => ({ competence, weight: 1 })),
  );
  return sought.some((_, n) => coveringSkills(projection, table, n, actor).length > 0);
}

function answersTheme(projection: PartnerProjection, need: NeedRow, actor: number): boolean {
  const { answerers } = answerersOf(projection, need, {
    themeIds: need.themes.filter((id) => projection.themes.index.has(id)),
  });
  return answerers.has(actor);
}

/** A need in the words of the API. */
export function toPublishedNeed(need: NeedRow, today: string, matchCount: number): PublishedNeed {
  const { id, actor, competences, themes, territories, ...stated } = need;
  return {
    ...stated,
    needId: id,
    open: isOpen(need, today),
    actorId: actor,
    competenceIds: competences,
    themeIds: themes,
    territoryIds: territories,
    matchCount,
  };
}
