import { useQuery } from '@apollo/client/react';
import { useMemo } from 'react';
import {
  PartnerNamesDocument,
  type BriefPartsFragment,
  type PartnerChoicesQuery,
  type PartnerCitationFragment,
  type PartnerNamesQuery,
  type PartnerRowFragment,
} from '../../graphql/generated/graphql';
import { useLocalText } from '../../i18n/useLanguage';
import { isPhase } from '../../lib/phases';
import type { PartnersState } from './partnersState';
import type { Place, Wording } from './wording';

/** Identifiers whose names are to be read. */
interface Mentioned {
  actors: Set<string>;
  productions: Set<string>;
}

/** Where an actor that the API gave stands; undefined when nobody knows. */
export function placeOf(
  actor: Pick<PartnerNamesQuery['actorsByIds'][number], 'locatedInConnection'> | null | undefined,
): Place | undefined {
  const commune = actor?.locatedInConnection.edges[0]?.node;
  if (!commune?.location) return undefined;
  const { longitude, latitude } = commune.location;
  return { commune: commune.name, longitude, latitude };
}

/** Most of one kind that the API gives at once. */
const MOST = 500;

function mention({ type, from, to }: PartnerCitationFragment, { actors, productions }: Mentioned): void {
  if (type === 'PARTNER_IN')
    for (const end of [from, to]) if (end !== null && end !== undefined) actors.add(end);
  if (type === 'CONTRIBUTED_TO') {
    actors.add(from);
    if (to) productions.add(to);
  }
  if (type === 'HOSTED_BY') {
    productions.add(from);
    if (to) actors.add(to);
  }
}

function mentionRow(row: PartnerRowFragment, names: Mentioned): void {
  for (const { kind, subjectId, citations } of row.reasons) {
    if (kind === 'SHARES_PARTNER') names.actors.add(subjectId);
    if (kind === 'SHARES_PRODUCTION') names.productions.add(subjectId);
    for (const citation of citations) mention(citation, names);
  }
  for (const citation of row.partnership) mention(citation, names);
  for (const citation of row.introducer?.fromMembers ?? []) mention(citation, names);
  for (const citation of row.introducer?.toCandidate ?? []) mention(citation, names);
}

/** What the page speaks of: what the address names, what the answers cite. */
export interface Spoken {
  rows: readonly PartnerRowFragment[];
  brief: BriefPartsFragment | undefined;
  productionIds?: readonly string[];
}

function idsOf(state: PartnersState, { rows, brief, productionIds = [] }: Spoken) {
  const names: Mentioned = { actors: new Set(), productions: new Set(productionIds) };
  for (const id of [state.acteur, ...state.avec, ...state.equipe, ...state.sans, ...state.comparer])
    if (id) names.actors.add(id);
  for (const row of rows) mentionRow(row, names);
  for (const need of brief?.needs ?? [])
    for (const id of need.usual?.productionIds ?? []) names.productions.add(id);
  for (const { citation } of brief?.held ?? []) names.actors.add(citation.from);
  return {
    actorIds: [...names.actors].sort().slice(0, MOST),
    productionIds: [...names.productions].sort().slice(0, MOST),
    territoryIds: [...new Set([...state.lieux, ...state.zone])].sort(),
  };
}

/** The names of everything that the page speaks of. */
export function useNames(
  state: PartnersState,
  choices: PartnerChoicesQuery | undefined,
  spoken: Spoken,
): Wording {
  const local = useLocalText();
  const variables = idsOf(state, spoken);
  const isEmpty = Object.values(variables).every((ids) => ids.length === 0);
  const { data, previousData } = useQuery(PartnerNamesDocument, { variables, skip: isEmpty });
  const names = data ?? previousData;
  return useMemo(() => {
    const byId = <T extends { id: string }>(list: readonly T[] | undefined) =>
      new Map((list ?? []).map((one) => [one.id, one]));
    const competences = byId(choices?.competences);
    const themes = byId(choices?.themes);
    const actors = byId(names?.actorsByIds);
    const productions = byId(names?.productionsByIds);
    const territories = byId([...(choices?.departments ?? []), ...(names?.territoriesByIds ?? [])]);
    const label = (one: { labelFr: string; labelEn: string } | undefined) =>
      one ? local(one.labelFr, one.labelEn) : '…';
    return {
      competence: (id) => label(competences.get(id)),
      phase: (id) => {
        const phase = competences.get(id)?.phase;
        return phase && isPhase(phase) ? phase : undefined;
      },
      theme: (id) => label(themes.get(id)),
      actor: (id) => actors.get(id)?.name ?? '…',
      family: (id) => actors.get(id)?.family,
      place: (id) => placeOf(actors.get(id)),
      production: (id) => productions.get(id)?.title ?? '…',
      territory: (id) => territories.get(id)?.name ?? '…',
    };
  }, [choices, names, local]);
}
