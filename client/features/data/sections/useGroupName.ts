import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { DataTerritoryNamesDocument } from '../../../graphql/generated/graphql';
import { useVocabulary } from '../../../i18n/useVocabulary';
import type { DataState } from '../dataState';

/** Names of groups by their keys: words of the vocabulary for families, names of territories else; an empty key is unknown. */
export function useGroupName(
  groups: readonly { key: string }[],
  par: DataState['par'],
): (key: string) => string {
  const { t } = useTranslation('data');
  const families = useVocabulary('actorFamily');
  const ids = groups.map(({ key }) => key).filter((key) => key !== '');
  const names = useQuery(DataTerritoryNamesDocument, {
    variables: { ids },
    skip: par === 'FAMILY' || ids.length === 0,
  });
  const byId = new Map(names.data?.territoriesByIds.map(({ id, name }) => [id, name]));
  return (key) => {
    if (key === '') return t('trust.noTerritory');
    return par === 'FAMILY' ? families.label(key) : (byId.get(key) ?? '…');
  };
}
