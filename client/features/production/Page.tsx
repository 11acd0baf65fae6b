import { useQuery } from '@apollo/client/react';
import { Share2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { ButtonLink } from '../../components/controls/Button';
import { ShareLink } from '../../components/display/ShareLink';
import { canvasPath } from '../../components/facts/canvasPath';
import { IndicatorFigures } from '../../components/facts/IndicatorFigures';
import { Missing } from '../../components/facts/Missing';
import { Page, Section } from '../../components/frame/Page';
import { QueryView } from '../../components/states/QueryView';
import { ProductionPageDocument, type ProductionPageQuery } from '../../graphql/generated/graphql';
import { useLocalText } from '../../i18n/useLanguage';
import { useVocabulary } from '../../i18n/useVocabulary';
import { Conditions } from './sections/Conditions';
import { Contributors } from './sections/Contributors';
import { Statements } from './sections/Statements';
import { Stops } from './sections/Stops';
import styles from './Page.module.css';

/** A production as its page asks for it. */
export type Production = ProductionPageQuery['productionsByIds'][number];

/** A production: who did what in it, whether its three phases are covered, where it went, and who states that. */
export default function ProductionPage() {
  const { t } = useTranslation('kinds');
  const { id = '' } = useParams();
  const local = useLocalText();
  const types = useVocabulary('productionType');
  const query = useQuery(ProductionPageDocument, { variables: { id } });
  const production = query.data?.productionsByIds[0];
  if (query.data && !production) return <Missing text={t('production.missing')} />;
  return (
    <Page
      title={production?.title ?? t('production.one')}
      above={
        production && (
          <>
            <span>{types.label(production.type)}</span>
            {production.year != null && <span>{String(production.year)}</span>}
          </>
        )
      }
      lead={production && local(production.summaryFr, production.summaryEn)}
      actions={
        production && (
          <>
            <ButtonLink to={canvasPath('production', production.id)} icon={<Share2 size={18} aria-hidden />}>
              {t('seeNetwork')}
            </ButtonLink>
            <ShareLink compact />
          </>
        )
      }
    >
      <QueryView query={query} data={production} skeleton={{ shape: 'rows', count: 8 }}>
        {(shown) => (
          <div className={styles.sections}>
            <Contributors production={shown} />
            <Conditions production={shown} />
            <Stops production={shown} />
            {shown.indicators.length > 0 && (
              <Section title={t('figures')}>
                <IndicatorFigures indicators={shown.indicators} />
              </Section>
            )}
            <Statements production={shown} />
          </div>
        )}
      </QueryView>
    </Page>
  );
}
