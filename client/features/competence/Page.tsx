import { useQuery } from '@apollo/client/react';
import { Share2 } from 'lucide-react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { ButtonLink } from '../../components/controls/Button';
import { PhaseMark } from '../../components/display/PhaseMark';
import { Rows } from '../../components/display/Rows';
import { StatusBadge } from '../../components/display/StatusBadge';
import { Unknown } from '../../components/display/Unknown';
import { ActorRow } from '../../components/facts/ActorRow';
import { canvasPath } from '../../components/facts/canvasPath';
import { LinkList } from '../../components/facts/LinkList';
import { Missing } from '../../components/facts/Missing';
import { Places } from '../../components/facts/Places';
import { ProductionRow } from '../../components/facts/ProductionRow';
import { Page, Section } from '../../components/frame/Page';
import { QueryView } from '../../components/states/QueryView';
import {
  CompetencePageDocument,
  CompetencePlacesDocument,
  type CompetencePageQuery,
} from '../../graphql/generated/graphql';
import { useFormats, useLanguage, useLocalText } from '../../i18n/useLanguage';
import { NeedsAndOffers } from './sections/NeedsAndOffers';

type Competence = CompetencePageQuery['competencesByIds'][number];

function Holders({ competence }: { competence: Competence }) {
  const { t } = useTranslation('kinds');
  const formats = useFormats();
  const edges = useMemo(
    () =>
      [...competence.actorsConnection.edges].sort(
        (a, b) =>
          (b.properties.level ?? 0) - (a.properties.level ?? 0) || formats.compare(a.node.name, b.node.name),
      ),
    [competence, formats],
  );
  return (
    <Section
      title={t('competence.holders')}
      end={t('actorCount', { count: edges.length, n: formats.number(edges.length) })}
    >
      {edges.length === 0 ? (
        <Unknown action={<ButtonLink to="/donnees">{t('competence.declare')}</ButtonLink>}>
          {t('competence.nobody')}
        </Unknown>
      ) : (
        <Rows label={t('competence.holders')}>
          {edges.map(({ node, properties }) => (
            <ActorRow
              key={node.id}
              actor={node}
              detail={node.locatedIn[0]?.name}
              end={
                <>
                  {properties.level == null ? t('levelUnknown') : t('level', { level: properties.level })}{' '}
                  <StatusBadge status={properties.status} />
                </>
              }
            >
              {properties.evidence && <p>{properties.evidence}</p>}
            </ActorRow>
          ))}
        </Rows>
      )}
    </Section>
  );
}

function Around({ competence }: { competence: Competence }) {
  const { t } = useTranslation('kinds');
  const local = useLocalText();
  const link = (each: { id: string; labelFr: string; labelEn: string }) => ({
    to: `/competences/${encodeURIComponent(each.id)}`,
    label: local(each.labelFr, each.labelEn),
  });
  if (competence.narrower.length === 0) return null;
  return (
    <Section title={t('competence.narrower')}>
      <LinkList label={t('competence.narrower')} items={competence.narrower.map(link)} />
    </Section>
  );
}

function Uses({ competence }: { competence: Competence }) {
  const { t } = useTranslation('kinds');
  return (
    <>
      {competence.requiredBy.length > 0 && (
        <Section title={t('competence.requiredBy')}>
          <Rows label={t('competence.requiredBy')}>
            {competence.requiredBy.map((production) => (
              <ProductionRow key={production.id} production={production} />
            ))}
          </Rows>
        </Section>
      )}
      <NeedsAndOffers competenceId={competence.id} />
    </>
  );
}

/** A competence: who has it, at what level, where, where it lacks, and who looks for it. */
export default function CompetencePage() {
  const { t } = useTranslation('kinds');
  const { id = '' } = useParams();
  const local = useLocalText();
  const language = useLanguage();
  const query = useQuery(CompetencePageDocument, { variables: { id } });
  const filter = useMemo(() => ({ competences: [id] }), [id]);
  const places = useQuery(CompetencePlacesDocument, { variables: { filter, language } });
  const competence = query.data?.competencesByIds[0];
  if (query.data && !competence) return <Missing text={t('competence.missing')} />;
  const [broader] = competence?.broader ?? [];
  return (
    <Page
      title={competence ? local(competence.labelFr, competence.labelEn) : t('competence.one')}
      above={
        competence && (
          <>
            <span>{t('competence.one')}</span>
            <PhaseMark phase={competence.phase} />
            {broader && (
              <Link to={`/competences/${encodeURIComponent(broader.id)}`}>
                {local(broader.labelFr, broader.labelEn)}
              </Link>
            )}
          </>
        )
      }
      lead={competence?.definitionFr}
      actions={
        competence && (
          <>
            <ButtonLink to={canvasPath('competence', competence.id)} icon={<Share2 size={18} aria-hidden />}>
              {t('seeNetwork')}
            </ButtonLink>
            <ButtonLink to={`/explorer?vue=table&competences=${encodeURIComponent(competence.id)}`}>
              {t('seeDirectory')}
            </ButtonLink>
            <ButtonLink
              to={`/couverture?phases=${competence.phase}&competences=${encodeURIComponent(competence.id)}`}
            >
              {t('competence.seeCoverage')}
            </ButtonLink>
            <ButtonLink to={`/partenaires?competences=${encodeURIComponent(competence.id)}`}>
              {t('competence.findPartners')}
            </ButtonLink>
          </>
        )
      }
    >
      <QueryView query={query} data={competence} skeleton={{ shape: 'rows', count: 8 }}>
        {(shown) => (
          <>
            <Around competence={shown} />
            <Holders competence={shown} />
          </>
        )}
      </QueryView>
      <QueryView query={places} data={places.data?.directory} skeleton={{ shape: 'text', count: 2 }}>
        {(directory) => <Places title={t('competence.where')} facets={directory.facets} />}
      </QueryView>
      {competence && <Uses competence={competence} />}
    </Page>
  );
}
