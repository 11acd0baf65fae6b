import type { ReactElement } from 'react';
import { Trans, useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { SourceLink } from '../../../components/display/SourceLink';
import type { PartnerCitationFragment } from '../../../graphql/generated/graphql';
import { useVocabulary } from '../../../i18n/useVocabulary';
import { useWording } from '../wording';
import styles from './Citations.module.css';

function Name({ kind, id }: { kind: 'actor' | 'production' | 'competence' | 'theme'; id: string }) {
  const wording = useWording();
  const folder = { actor: 'acteurs', production: 'productions', competence: 'competences', theme: 'themes' }[
    kind
  ];
  return <Link to={`/${folder}/${encodeURIComponent(id)}`}>{wording[kind](id)}</Link>;
}

/** What a relationship says, in a sentence whose names lead to their pages. */
function Said({ citation }: { citation: PartnerCitationFragment }) {
  const { t } = useTranslation('partners');
  const role = useVocabulary('contributionRole');
  const partnership = useVocabulary('partnershipKind');
  const { type, from, to, kind } = citation;
  const ends: Record<string, Record<string, ReactElement>> = {
    HAS_COMPETENCE: { what: <Name kind="competence" id={to ?? ''} /> },
    WORKS_ON: { what: <Name kind="theme" id={to ?? ''} /> },
    PARTNER_IN: { first: <Name kind="actor" id={from} />, second: <Name kind="actor" id={to ?? ''} /> },
    CONTRIBUTED_TO: {
      first: <Name kind="actor" id={from} />,
      what: <Name kind="production" id={to ?? ''} />,
    },
    HOSTED_BY: { first: <Name kind="actor" id={to ?? ''} />, what: <Name kind="production" id={from} /> },
  };
  const components = ends[type];
  if (!components) return t('cites.LOCATED_IN');
  const told = type === 'PARTNER_IN' ? partnership.label(kind) : role.label(kind);
  return (
    <>
      <Trans t={t} i18nKey={`cites.${type}`} components={components} />
      {told !== '' && ` (${told.toLowerCase()})`}
    </>
  );
}

/** Properties of {@link Citations}. */
export interface CitationsProps {
  citations: readonly PartnerCitationFragment[];
  /** How many are shown; the others are counted. */
  most?: number;
}

/** The relationships that prove a statement, each with its words and its source. */
export function Citations({ citations, most = 4 }: CitationsProps) {
  const { t } = useTranslation('partners');
  const told = citations.filter(({ type, source }) => type !== 'LOCATED_IN' || source);
  if (told.length === 0) return null;
  return (
    <ul className={styles.citations}>
      {told.slice(0, most).map((citation, index) => (
        <li key={index}>
          <span>
            <Said citation={citation} />
            {citation.evidence && <q lang="fr">{citation.evidence}</q>}
          </span>
          {citation.source && <SourceLink source={citation.source} compact />}
        </li>
      ))}
      {told.length > most && <li>{t('cites.more', { count: told.length - most })}</li>}
    </ul>
  );
}
