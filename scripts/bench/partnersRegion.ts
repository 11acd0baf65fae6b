import { createPartnerProjection } from '../../server/analysis/partners/projection';
import { rankPartners } from '../../server/analysis/partners/rankPartners';
import type { PartnerRows } from '../../server/analysis/partners/rows';
import { DEFAULT_WEIGHTS } from '../../server/analysis/partners/weights';
import { listOf } from '../../server/analysis/partners/lists';
import { createTieHistory } from '../../server/analysis/partners/history/tieHistory';
import type { PastProject } from '../../server/analysis/partners/history/tieHistory';
import {
  adamicAdar,
  commonPartners,
  personalisedPageRank,
  resourceAllocation,
} from '../../server/analysis/partners/history/tieIndices';

/** A production whose partner is hidden. */
interface HiddenPartner {
  rows: PartnerRows;
  members: string[];
  hidden: string;
  type: string | null;
  themes: readonly string[];
  audiences: readonly string[];
}

/**
 * Hides each partner of each production made by two actors at least, in turn: its contributions to it, its stops of it, and the
 * `CO_PRODUCTION` partnerships between it and the other makers, which would tell.
 */
export function* hidePartners(rows: PartnerRows): Iterable<HiddenPartner> {
  for (const production of rows.productions) {
    const makers = [
      ...new Set(
        rows.contributions
          .filter((c) => c.production === production.id && c.role !== 'FUNDING')
          .map((c) => c.actor),
      ),
    ];
    if (makers.length < 2) continue;
    for (const hidden of makers) {
      const members = makers.filter((m) => m !== hidden);
      const isHidden = (r: { actor: string; production: string }) =>
        r.actor === hidden && r.production === production.id;
      const tells = (a: string, b: string) => a === hidden && members.includes(b);
      yield {
        hidden,
        members,
        type: production.type,
        themes: production.themes,
        audiences: production.audiences,
        rows: {
          ...rows,
          contributions: rows.contributions.filter((r) => !isHidden(r)),
          stops: rows.stops.filter((r) => !isHidden(r)),
          partnerships: rows.partnerships.filter(
            (r) => r.kind !== 'CO_PRODUCTION' || !(tells(r.a, r.b) || tells(r.b, r.a)),
          ),
        },
      };
    }
  }
}

/**
 * Rank of the hidden partner by our search and by each baseline; `Infinity` where it is not ranked.
 *
 * @param onlyNew - leave out who is otherwise a partner of the other makers, the hidden one too: `null` is then returned
 */
export function ranksOf(hidden: HiddenPartner, onlyNew: boolean): Record<string, number> | null {
  const index = new Map(hidden.rows.actors.map((actor, k) => [actor.id, k]));
  const history = toHistory(hidden.rows, index);
  const members = hidden.members.map((id) => index.get(id)!);
  const partners = new Set(members.flatMap((m) => [...listOf(history.partners, m)]));
  if (onlyNew && partners.has(index.get(hidden.hidden)!)) return null;
  const isOut = (k: number) => members.includes(k) || (onlyNew && partners.has(k));
  const ranks: Record<string, number> = { rankPartners: rankBySearch(hidden, onlyNew) };
  const { offsets } = history.partners;
  const degree = Float64Array.from(index.values(), (k) => offsets[k + 1]! - offsets[k]!);
  const baselines = {
    'Adamic–Adar': commonPartners(history, members, adamicAdar),
    'resource allocation': commonPartners(history, members, resourceAllocation),
    'personalised PageRank': personalisedPageRank(history, members, 0.15),
    popularity: degree,
  };
  const target = index.get(hidden.hidden)!;
  for (const [name, scores] of Object.entries(baselines)) {
    let rank = 1;
    for (let k = 0; k < scores.length; k++) {
      if (k === target || isOut(k) || scores[k]! < scores[target]!) continue;
      if (
        scores[k]! > scores[target]! ||
        degree[k]! > degree[target]! ||
        (degree[k] === degree[target] && k < target)
      )
        rank++;
    }
    ranks[name] = rank;
  }
  return ranks;
}

function rankBySearch(asked: HiddenPartner, onlyNew: boolean): number {
  const { rows, members, hidden, type, themes, audiences } = asked;
  const filters = { novelty: onlyNew ? ('NEW' as const) : ('ANY' as const) };
  const projection = createPartnerProjection(rows);
  const brief = { memberIds: members, productionType: type, themeIds: themes, audiences };
  const { ranked } = rankPartners(projection, brief, DEFAULT_WEIGHTS, filters, { limit: rows.actors.length });
  return ranked.find((partner) => partner.actorId === hidden)?.rank ?? Number.POSITIVE_INFINITY;
}

/** Productions and partnerships as past projects. */
export function toHistory(rows: PartnerRows, index: ReadonlyMap<string, number>) {
  const makers = new Map<string, Set<number>>();
  for (const { actor, production } of rows.contributions) {
    const list = makers.get(production) ?? new Set();
    makers.set(production, list.add(index.get(actor)!));
  }
  const projects: PastProject[] = [
    ...[...makers.values()].map((list) => ({ members: [...list], leader: -1, year: Number.NaN, themes: [] })),
    ...rows.partnerships.map(({ a, b }) => ({
      members: [index.get(a)!, index.get(b)!],
      leader: -1,
      year: Number.NaN,
      themes: [],
    })),
  ];
  const unknown = () => new Int32Array(index.size).fill(-1);
  return createTieHistory({ count: index.size, place: unknown(), kind: unknown() }, 0, projects);
}
