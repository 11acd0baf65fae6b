import { useQuery } from '@apollo/client/react';
import { useEffect } from 'react';
import {
  NeedStartDocument,
  ProductionStartDocument,
  type NeedStartQuery,
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

function fromProduction(
  production: ProductionStartQuery['productionsByIds'][number],
): Partial<PartnersState> {
  return {
    type: production.type ?? null,
    publics: production.audiences ?? [],
    themes: idsOf(production.themes),
    competences: idsOf(production.requires),
    avec: idsOf(production.contributors),
  };
}

/** What the brief starts from, when the address names a need or a production. */
export interface Start {
  need: NeedStartQuery['needsByIds'][number] | undefined;
  production: ProductionStartQuery['productionsByIds'][number] | undefined;
}

/**
 * Writes in the address what a need or a production that it names says of the project, once, as long as nothing else is
 * said there: the link then tells the whole brief, and each word of it can be changed.
 */
export function useStart({ state, setState }: StateProps): Start {
  const { besoin, production } = state;
  const needs = useQuery(NeedStartDocument, { variables: { id: besoin ?? '' }, skip: besoin === null });
  const productions = useQuery(ProductionStartDocument, {
    variables: { id: production ?? '' },
    skip: production === null,
  });
  const need = besoin === null ? undefined : needs.data?.needsByIds[0];
  const made = production === null ? undefined : productions.data?.productionsByIds[0];
  const isBlank =
    state.type === null &&
    [state.themes, state.competences, state.publics, state.avec, state.lieux].every(
      (list) => list.length === 0,
    );
  useEffect(() => {
    if (!isBlank) return;
    const start = need ? fromNeed(need) : made ? fromProduction(made) : null;
    if (start) setState(start, { replace: true });
  }, [isBlank, need, made, setState]);
  return { need, production: made };
}
