import { useQuery } from '@apollo/client/react';
import { useEffect, useMemo } from 'react';
import {
  NeedStartDocument,
  PartnerSuggestionsDocument,
  ProductionStartDocument,
  type NeedStartQuery,
  type PartnerChoicesQuery,
  type ProductionStartQuery,
} from '../../graphql/generated/graphql';
import type { PartnersState, StateProps } from './partnersState';

const idsOf = (list: readonly { id: string }[]) => list.map(({ id }) => id);

function fromNeed(need: NeedStartQuery['needsByIds'][number]): Partial<PartnersState> {
  return {
    acteur: need.neededBy[0]?.id ?? null,
    competences: idsOf(need.seeks),
    themes: idsOf(need.themes),
    lieux: idsOf(need.territories),
  };
}

type Production = ProductionStartQuery['productionsByIds'][number];

/**
 * What a production says of the project.
 *
 * @param needs - what is looked for, when it is not all that the production requires
 */
function fromProduction(production: Production, needs: string[] | null): Partial<PartnersState> {
  return {
    type: production.type ?? null,
    publics: production.audiences ?? [],
    themes: idsOf(production.themes),
    competences: needs ?? idsOf(production.requires),
    avec: idsOf(production.contributors),
  };
}

/**
 * The needs of a production in the phase that the address names: what it requires there, else what such productions usually
 * require there, else the broadest competences of the phase. Null when no phase is named, undefined until one knows.
 */
function usePhaseNeeds(
  production: Production | undefined,
  phase: string | null,
  choices: PartnerChoicesQuery | undefined,
): string[] | null | undefined {
  const isRequired = production?.requires.some((competence) => competence.phase === phase);
  const skip = !production || phase === null || isRequired;
  const { data, error } = useQuery(PartnerSuggestionsDocument, {
    variables: { productionType: production?.type ?? null, themeIds: idsOf(production?.themes ?? []) },
    skip,
  });
  return useMemo(() => {
    if (phase === null) return null;
    const required = (production?.requires ?? []).filter((competence) => competence.phase === phase);
    if (required.length > 0) return idsOf(required);
    if (!choices || !(data ?? error)) return undefined;
    const usual = (data?.suggestNeeds?.needs ?? []).filter((need) => need.phase === phase);
    if (usual.length > 0) return usual.map(({ competenceId }) => competenceId);
    return idsOf(choices.competences.filter((one) => one.phase === phase && one.broader.length === 0));
  }, [production, phase, choices, data, error]);
}

/** What the brief starts from, when the address names a need or a production. */
export interface Start {
  need: NeedStartQuery['needsByIds'][number] | undefined;
  production: Production | undefined;
}

/**
 * Writes in the address what a need or a production that it names says of the project, once, as long as nothing else is
 * said there: the link then tells the whole brief, and each word of it can be changed.
 */
export function useStart({ state, setState }: StateProps, choices: PartnerChoicesQuery | undefined): Start {
  const { besoin, production, phase } = state;
  const needs = useQuery(NeedStartDocument, { variables: { id: besoin ?? '' }, skip: besoin === null });
  const productions = useQuery(ProductionStartDocument, {
    variables: { id: production ?? '' },
    skip: production === null,
  });
  const need = besoin === null ? undefined : needs.data?.needsByIds[0];
  const made = production === null ? undefined : productions.data?.productionsByIds[0];
  const phaseNeeds = usePhaseNeeds(made, phase, choices);
  const isBlank =
    state.type === null &&
    [state.themes, state.competences, state.publics, state.avec, state.lieux].every(
      (list) => list.length === 0,
    );
  useEffect(() => {
    if (!isBlank || phaseNeeds === undefined) return;
    const start = need ? fromNeed(need) : made ? fromProduction(made, phaseNeeds) : null;
    if (start) setState(start, { replace: true });
  }, [isBlank, need, made, phaseNeeds, setState]);
  return { need, production: made };
}
