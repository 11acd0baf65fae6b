import {
  activity,
  adamicAdar,
  commonPartners,
  personalisedPageRank,
  resourceAllocation,
} from '../../server/analysis/partners/history/tieIndices';
import type { TieModel } from '../../server/analysis/partners/history/tieModel';
import { listOf } from '../../server/analysis/partners/lists';
import type { ConsortiumQuestion } from './consortiaQuestions';

/** The rankings that ours is judged beside: a score by organisation, by name. */
export function baselinesOf(
  model: TieModel,
  { members, themes }: ConsortiumQuestion,
): Record<string, Float64Array> {
  const { history } = model;
  const wanted = new Set(themes);
  const inThemes = activity(history, (p) => (listOf(history.themesOf, p).some((t) => wanted.has(t)) ? 1 : 0));
  const aa = commonPartners(history, members, adamicAdar);
  const rank = personalisedPageRank(history, members, 0.15);
  const timesActivity = (column: Float64Array) => column.map((x, i) => x * Math.log1p(inThemes[i]!));
  return {
    'popularity in the programmes': inThemes,
    'Adamic–Adar': aa,
    'resource allocation': commonPartners(history, members, resourceAllocation),
    'personalised PageRank': rank,
    'PageRank × activity': timesActivity(rank),
    'Adamic–Adar × activity': timesActivity(aa.map(Math.log1p)),
  };
}
