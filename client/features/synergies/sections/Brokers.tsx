import { useTranslation } from 'react-i18next';
import { ButtonLink } from '../../../components/controls/Button';
import { FamilyMark } from '../../../components/display/FamilyIcon';
import { Row, Rows } from '../../../components/display/Rows';
import { Section } from '../../../components/frame/Page';
import type { SynergiesQuery } from '../../../graphql/generated/graphql';
import { useFormats } from '../../../i18n/useLanguage';
import { measureLink } from '../canvasLinks';
import type { SynergiesState } from '../synergiesState';

/** The actors through whom the shortest ways between others pass. */
export function Brokers({
  answer,
  state,
}: {
  answer: NonNullable<SynergiesQuery['brokers']>;
  state: SynergiesState;
}) {
  const { t } = useTranslation('synergies');
  const { percent } = useFormats();
  const values = answer.actorColumns[0]?.values ?? [];
  return (
    <Section
      title={t('brokers.title')}
      lead={t('brokers.lead')}
      end={<ButtonLink to={measureLink(state, 'betweenness', true)}>{t('onCanvas')}</ButtonLink>}
    >
      <Rows label={t('brokers.title')} ranked>
        {values
          .filter(({ value }) => value > 0)
          .map(({ actorId, actor, value }) => (
            <Row
              key={actorId}
              title={actor?.name ?? actorId}
              to={`/acteurs/${actorId}`}
              detail={actor && <FamilyMark family={actor.family} size={16} />}
              end={t('brokers.share', { share: percent(value) })}
            />
          ))}
      </Rows>
    </Section>
  );
}
