import { isWithin } from '../../analysis/partners/cover';
import type { PartnerProjection } from '../../analysis/partners/projection';
import type { Database } from '../../database/driver';
import type { NeedRow } from '../../graph/readNeeds';
import { readOffers, type OfferRow } from '../../graph/readOffers';
import type { RegionRows } from '../../graph/readRegion';
import type { ApiContext } from '../context';
import { currentNeeds, isOpen, seeks } from './needs.rows';
import type { PublishedOffer } from './offers.type';
import { currentPartnerProjection } from './partners.rows';
import type { Projections } from './projections';
import { currentRegion } from './region';

/** What needs and offers are matched in. */
export interface Field {
  rows: RegionRows;
  projection: PartnerProjection;
  needs: NeedRow[];
}

/** The region, its projection and every need, as old as the last write at most. */
export async function currentField({ projections }: Pick<ApiContext, 'projections'>): Promise<Field> {
  const [{ value: rows }, projection, needs] = await Promise.all([
    currentRegion(projections),
    currentPartnerProjection(projections),
    currentNeeds(projections),
  ]);
  return { rows, projection, needs };
}

const read = (database: Database): Promise<OfferRow[]> => readOffers(database);

/** Every offer, as old as the last write at most. */
export async function currentOffers(projections: Projections): Promise<OfferRow[]> {
  return (await projections.of(read).current()).value;
}

/** Whether two themes are the same, or one is broader than the other. */
function isRelated({ themes, broaderTheme }: PartnerProjection, one: string, other: string): boolean {
  const [a, b] = [themes.index.get(one), themes.index.get(other)];
  if (a === undefined || b === undefined) return false;
  return isWithin(broaderTheme, a, b) || isWithin(broaderTheme, b, a);
}

/**
 * Whether an offer answers a need: it carries a competence that the need seeks (itself, narrower or broader); where the need only
 * names themes, it is about one of them, a narrower or a broader one. Nobody answers its own need.
 */
export function offerAnswers(projection: PartnerProjection, offer: OfferRow, need: NeedRow): boolean {
  if (need.actor !== null && need.actor === offer.actor) return false;
  if (need.competences.length > 0)
    return offer.competences.some((competenceId) => seeks(projection, need, competenceId));
  return need.themes.some((theme) => offer.themes.some((own) => isRelated(projection, own, theme)));
}

/** The needs, of those given, that an offer answers. */
export function needsAnsweredBy(
  projection: PartnerProjection,
  offer: OfferRow,
  needs: readonly NeedRow[],
): NeedRow[] {
  return needs.filter((need) => offerAnswers(projection, offer, need));
}

/** Whether an offer carries a competence: itself, a narrower or a broader one. */
export function carries(
  { competences, broader }: PartnerProjection,
  offer: OfferRow,
  competenceId: string,
): boolean {
  const asked = competences.index.get(competenceId);
  if (asked === undefined) return false;
  return offer.competences.some((id) => {
    const own = competences.index.get(id);
    return own !== undefined && (isWithin(broader, own, asked) || isWithin(broader, asked, own));
  });
}

/** An offer in the words of the API. */
export function toPublishedOffer(offer: OfferRow, today: string, needCount: number): PublishedOffer {
  const { id, actor, competences, themes, territories, ...stated } = offer;
  return {
    ...stated,
    offerId: id,
    open: isOpen(offer, today),
    actorId: actor,
    competenceIds: competences,
    themeIds: themes,
    territoryIds: territories,
    needCount,
  };
}
