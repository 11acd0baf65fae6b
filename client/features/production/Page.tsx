import { useQuery } from '@apollo/client/react';
import { Share2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { ButtonLink } from '../../components/controls/Button';
import { ShareLink } from '../../components/display/ShareLink';
import { SourceLink } from '../../components/display/SourceLink';
import { canvasPath } from '../../components/facts/canvasPath';
import { IndicatorFigures } from '../../components/facts/IndicatorFigures';
import { LinkList } from '../../components/facts/LinkList';
import { Missing } from '../../components/facts/Missing';
import { Page, Section } from '../../components/frame/Page';
import { QueryView } from '../../components/states/QueryView';
import { ProductionPageDocument, type ProductionPageQuery } from '../../graphql/generated/graphql';
import { useFormats, useLocalText } from '../../i18n/useLanguage';
import { useVocabulary } from '../../i18n/useVocabulary';
import { Contributors } from './sections/Contributors';
import { Stops } from './sections/Stops';
import styles from './Page.module.css';

/** A production as its page asks for it. */
export type Production = ProductionPageQuery['productionsByIds'][number];

function useFacts(production: Production): [string, string][] {
  const { t } = useTranslation('kinds');
  const formats = useFormats();
  const audiences = useVocabulary('audience');
  const facts: [string, string | null][] = [
    [
      t('production.audiences'),
      production.audiences.length > 0
        ? formats.list(production.audiences.map((id) => audiences.label(id)))
        : null,
    ],
    [
      t('production.age'),
      production.ageMin == null ? null : t('production.ageFrom', { count: production.ageMin }),
    ],
    [t('production.touring'), production.touring == null ? null : production.touring ? t('yes') : t('no')],
    [t('production.modules'), production.modules == null ? null : formats.number(production.modules)],
    [
      t('production.surface'),
      production.surfaceM2 == null
        ? null
        : t('production.squareMetres', { n: formats.number(production.surfaceM2) }),
    ],
    [
      t('production.fee'),
      production.loanFeeEur == null
        ? null
        : t('production.euros', { n: formats.number(production.loanFeeEur) }),
    ],
  ];
  return facts.filter((fact): fact is [string, string] => fact[1] !== null);
}

function Conditions({ production }: { production: Production }) {
  const { t } = useTranslation('kinds');
  const local = useLocalText();
  const facts = useFacts(production);
  return (
    <Section title={t('production.conditions')}>
      {facts.length > 0 && (
        <dl className={styles.facts}>
          {facts.map(([label, value]) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      )}
      <LinkList
        label={t('production.themes')}
        items={production.themes.map((theme) => ({
          to: `/themes/${encodeURIComponent(theme.id)}`,
          label: local(theme.labelFr, theme.labelEn),
        }))}
      />
      <LinkList
        label={t('production.requires')}
        items={production.requires.map((competence) => ({
          to: `/competences/${encodeURIComponent(competence.id)}`,
          label: local(competence.labelFr, competence.labelEn),
        }))}
      />
    </Section>
  );
}

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
            <Section title={t('statedBy')}>
              <ul className={styles.sources}>
                {shown.statedBy.map((source) => (
                  <li key={source.id}>
                    <SourceLink source={source} />
                  </li>
                ))}
              </ul>
            </Section>
          </div>
        )}
      </QueryView>
    </Page>
  );
}
