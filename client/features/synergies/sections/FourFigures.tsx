import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { Disclosure } from '../../../components/display/Disclosure';
import { Figure, Figures } from '../../../components/display/Figure';
import {
  SynergiesStabilityDocument,
  type NetworkTiesInput,
  type SynergiesQuery,
} from '../../../graphql/generated/graphql';
import { useFormats } from '../../../i18n/useLanguage';
import { figureOf } from '../answers';

/** Milliseconds between two questions while draws are still made. */
const PATIENCE = 3000;

/**
 * Asks again while draws of the stability are still made; what comes takes the place of what was shown, and nothing more is
 * asked once all are made, or while the page is out of sight.
 */
function useLaterDraws(answer: SynergiesQuery, ties: NetworkTiesInput): void {
  const isComing = answer.stability?.coming ?? false;
  useQuery(SynergiesStabilityDocument, {
    variables: { ties },
    skip: !isComing,
    pollInterval: PATIENCE,
    skipPollAttempt: () => document.hidden,
    fetchPolicy: 'network-only',
  });
}

/** Four figures that one understands without a course; each opens its explanation. */
export function FourFigures({
  answer,
  ties,
  place,
}: {
  answer: SynergiesQuery;
  ties: NetworkTiesInput;
  /** Between which places openness is told. */
  place: 'formerRegion' | 'department';
}) {
  const { t } = useTranslation('synergies');
  const { number, percent } = useFormats();
  useLaterDraws(answer, ties);
  const { stability } = answer;
  const actors = figureOf(answer.cohesion, 'actors') ?? 0;
  const largest = figureOf(answer.cohesion, 'largest');
  const share = largest === null || actors === 0 ? null : largest / actors;
  const uncertain = figureOf(stability, 'uncertain');
  const draws = {
    made: number(figureOf(stability, 'draws')),
    asked: number(figureOf(stability, 'drawsAsked')),
  };
  const uncertainNote =
    uncertain === null
      ? t('figures.communities.unknown')
      : t('figures.communities.note', { count: uncertain, number: number(uncertain) });
  const figures = [
    {
      id: 'reach',
      value: percent(share),
      note: t('figures.reach.note', { count: actors, number: number(actors) }),
      more: '',
    },
    {
      id: 'communities',
      value: number(figureOf(answer.communities, 'communities')),
      note: stability?.coming ? `${uncertainNote}, ${t('figures.draws.coming', draws)}` : uncertainNote,
      more: stability ? t('figures.draws.made', draws) : '',
    },
    {
      id: 'openness',
      value: number(figureOf(answer.openness, 'eiIndex'), 2),
      note: t('figures.openness.note'),
      more: '',
    },
    {
      id: 'isolated',
      value: number(figureOf(answer.cohesion, 'isolated')),
      note: t('figures.isolated.note'),
      more: '',
    },
  ] as const;
  return (
    <Figures>
      {figures.map(({ id, value, note, more }) => (
        <Figure key={id} value={value} label={t(`figures.${id}.label`, { context: place })} note={note}>
          <Disclosure summary={t('figures.how')}>
            {t(`figures.${id}.how`, { context: place })} {more}
          </Disclosure>
        </Figure>
      ))}
    </Figures>
  );
}
