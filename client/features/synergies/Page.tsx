import { useQuery } from '@apollo/client/react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { ButtonLink } from '../../components/controls/Button';
import { ShareLink } from '../../components/display/ShareLink';
import { Page } from '../../components/frame/Page';
import { EmptyState } from '../../components/states/EmptyState';
import { QueryView } from '../../components/states/QueryView';
import {
  SynergiesDocument,
  SynergiesFormerRegionsDocument,
  SynergiesThemesDocument,
} from '../../graphql/generated/graphql';
import { useFormats, useLocalText } from '../../i18n/useLanguage';
import { useUrlState } from '../../lib/useUrlState';
import { figureOf } from './answers';
import { AnyMeasure } from './sections/AnyMeasure';
import { Brokers } from './sections/Brokers';
import { Change } from './sections/Change';
import { Communities } from './sections/Communities';
import { FourFigures } from './sections/FourFigures';
import { Isolated } from './sections/Isolated';
import { LatentTies } from './sections/LatentTies';
import { Mixing } from './sections/Mixing';
import { TieChoice } from './sections/TieChoice';
import { synergiesCodecs, toTies } from './synergiesState';

/** What holds us together, what is missing between us. */
export default function SynergiesPage() {
  const { t } = useTranslation('synergies');
  const { number } = useFormats();
  const [state, setState] = useUrlState(synergiesCodecs);
  const place = usePlaceCategory();
  const category = place === 'department' && state.croiser === 'formerRegion' ? place : state.croiser;
  const query = useQuery(SynergiesDocument, {
    variables: {
      ties: toTies(state),
      place: [{ id: 'category', text: place ?? 'formerRegion' }],
      category: [{ id: 'category', text: category }],
    },
    skip: place === null,
  });
  const answer = query.data ?? query.previousData;
  const themeLabel = useThemeLabel();
  const tied = figureOf(answer?.cohesion, 'ties') ?? 0;
  return (
    <Page
      title={t('title')}
      lead={answer && t('lead', { count: tied, number: number(tied) })}
      actions={<ShareLink compact />}
    >
      <TieChoice state={state} setState={setState} />
      <QueryView
        query={place === null ? { loading: true } : query}
        data={answer}
        skeleton={{ shape: 'page' }}
      >
        {(shown) => (
          <>
            <FourFigures answer={shown} ties={toTies(state)} place={place ?? 'formerRegion'} />
            {tied === 0 && (
              <EmptyState
                title={t('none.title')}
                action={<ButtonLink to="/donnees">{t('none.action')}</ButtonLink>}
              >
                {t('none.todo')}
              </EmptyState>
            )}
            {tied > 0 && shown.mixing && (
              <Mixing answer={shown.mixing} category={category} place={place} setState={setState} />
            )}
            {shown.latent && <LatentTies answer={shown.latent} themeLabel={themeLabel} />}
            {tied > 0 && shown.brokers && <Brokers answer={shown.brokers} state={state} />}
            {tied > 0 && shown.communities && (
              <Communities
                answer={shown.communities}
                membership={shown.membership}
                stability={shown.stability}
                state={state}
                themeLabel={themeLabel}
              />
            )}
            {shown.cohesion && <Isolated answer={shown.cohesion} />}
          </>
        )}
      </QueryView>
      <Change state={state} setState={setState} />
      <AnyMeasure state={state} setState={setState} />
    </Page>
  );
}

/** Between which places openness is told: the former regions or, where the region was made of none, its départements; null: not known yet. */
function usePlaceCategory(): 'formerRegion' | 'department' | null {
  const { data, error } = useQuery(SynergiesFormerRegionsDocument);
  if (data === undefined) return error ? 'formerRegion' : null;
  return data.formerRegions.length > 1 ? 'formerRegion' : 'department';
}

function useThemeLabel(): (id: string) => string {
  const { data } = useQuery(SynergiesThemesDocument);
  const local = useLocalText();
  const labels = useMemo(
    () => new Map(data?.themes.map(({ id, labelFr, labelEn }) => [id, local(labelFr, labelEn)])),
    [data, local],
  );
  return (id) => labels.get(id) ?? id;
}
