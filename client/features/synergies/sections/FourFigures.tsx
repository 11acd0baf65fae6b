import { useTranslation } from 'react-i18next';
import { Disclosure } from '../../../components/display/Disclosure';
import { Figure, Figures } from '../../../components/display/Figure';
import type { SynergiesQuery } from '../../../graphql/generated/graphql';
import { useFormats } from '../../../i18n/useLanguage';
import { figureOf } from '../answers';

/** Four figures that one understands without a course; each opens its explanation. */
export function FourFigures({ answer }: { answer: SynergiesQuery }) {
  const { t } = useTranslation('synergies');
  const { number, percent } = useFormats();
  const actors = figureOf(answer.cohesion, 'actors') ?? 0;
  const largest = figureOf(answer.cohesion, 'largest');
  const share = largest === null || actors === 0 ? null : largest / actors;
  const figures = [
    { id: 'reach', value: percent(share), note: { count: actors, number: number(actors) } },
    {
      id: 'communities',
      value: number(figureOf(answer.communities, 'communities')),
      note: {
        count: figureOf(answer.stability, 'uncertain') ?? 0,
        number: number(figureOf(answer.stability, 'uncertain')),
      },
    },
    { id: 'openness', value: number(figureOf(answer.openness, 'eiIndex'), 2), note: {} },
    { id: 'isolated', value: number(figureOf(answer.cohesion, 'isolated')), note: {} },
  ] as const;
  return (
    <Figures>
      {figures.map(({ id, value, note }) => (
        <Figure key={id} value={value} label={t(`figures.${id}.label`)} note={t(`figures.${id}.note`, note)}>
          <Disclosure summary={t('figures.how')}>{t(`figures.${id}.how`)}</Disclosure>
        </Figure>
      ))}
    </Figures>
  );
}
