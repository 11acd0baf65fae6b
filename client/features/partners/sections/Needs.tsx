import { useQuery } from '@apollo/client/react';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { ButtonLink } from '../../../components/controls/Button';
import { TextField } from '../../../components/controls/TextField';
import { Disclosure } from '../../../components/display/Disclosure';
import { FamilyIcon } from '../../../components/display/FamilyIcon';
import { PhaseMark } from '../../../components/display/PhaseMark';
import { Row, Rows } from '../../../components/display/Rows';
import { SourceLink } from '../../../components/display/SourceLink';
import { Section } from '../../../components/frame/Page';
import { useValidity } from '../../../components/needs/StatementRow';
import { EmptyState } from '../../../components/states/EmptyState';
import { QueryView } from '../../../components/states/QueryView';
import {
  NeedAnswersDocument,
  PublishedNeedsDocument,
  type PublishedNeedsQuery,
} from '../../../graphql/generated/graphql';
import { useFormats } from '../../../i18n/useLanguage';
import { useVocabulary } from '../../../i18n/useVocabulary';
import { textMatches } from '../../../lib/foldText';
import { useWording } from '../wording';
import { Brings, useStanding } from './CandidateRow';
import styles from './Needs.module.css';

type Need = NonNullable<PublishedNeedsQuery['publishedNeeds']>[number];

/** Needs that were published: who asks, since when, and who answers. */
export function Needs() {
  const { t } = useTranslation('partners');
  const { number } = useFormats();
  const { competence, theme } = useWording();
  const [text, setText] = useState('');
  const query = useQuery(PublishedNeedsDocument);
  const needs = query.data?.publishedNeeds;
  const shown = useMemo(() => {
    const words = (need: Need) =>
      [
        need.statementFr,
        need.actor?.name,
        ...need.competenceIds.map(competence),
        ...need.themeIds.map(theme),
      ].join(' ');
    return (needs ?? []).filter((need) => textMatches(words(need), text));
  }, [needs, text, competence, theme]);
  return (
    <Section
      title={
        needs ? t('needs.title', { count: needs.length, total: number(needs.length) }) : t('needs.waiting')
      }
      lead={t('needs.lead')}
    >
      <QueryView query={query} data={needs} skeleton={{ shape: 'rows', count: 8 }}>
        {() => (
          <div className={styles.needs}>
            <div className={styles.filter}>
              <TextField label={t('needs.filter')} type="search" value={text} onChange={setText} />
            </div>
            {shown.length === 0 ? (
              <EmptyState title={t('needs.none')} />
            ) : (
              <Rows label={t('needs.label')}>
                {shown.map((need) => (
                  <NeedRow key={need.needId} need={need} />
                ))}
              </Rows>
            )}
          </div>
        )}
      </QueryView>
    </Section>
  );
}

/** Who asks, from when and until when. */
function useNeedFacts(): (need: Need) => string {
  const groups = useVocabulary('needGroup');
  const validity = useValidity();
  return (need) => [need.actor?.name ?? groups.label(need.group), validity(need)].filter(Boolean).join(' · ');
}

function NeedRow({ need }: { need: Need }) {
  const { t } = useTranslation('partners');
  const { number } = useFormats();
  const facts = useNeedFacts();
  const { competence, phase, theme } = useWording();
  const [open, setOpen] = useState(false);
  return (
    <Row
      title={<span lang="fr">{need.statementFr}</span>}
      detail={facts(need)}
      end={
        <ButtonLink small to={`/partenaires?besoin=${encodeURIComponent(need.needId)}`}>
          {t('needs.start')}
          <span className="visually-hidden">{` ${need.statementFr}`}</span>
        </ButtonLink>
      }
    >
      <div className={styles.marks}>
        {need.competenceIds.map((id) => {
          const own = phase(id);
          return own ? <PhaseMark key={id} phase={own} label={competence(id)} /> : null;
        })}
        {need.themeIds.map((id) => (
          <Link key={id} to={`/themes/${encodeURIComponent(id)}`}>
            {theme(id)}
          </Link>
        ))}
        {need.source && <SourceLink source={need.source} compact />}
      </div>
      <Disclosure
        summary={t('needs.answers', { count: need.matchCount, answers: number(need.matchCount) })}
        onToggle={setOpen}
      >
        {open && <Answers needId={need.needId} />}
      </Disclosure>
    </Row>
  );
}

function Answers({ needId }: { needId: string }) {
  const { t } = useTranslation('partners');
  const standing = useStanding();
  const query = useQuery(NeedAnswersDocument, { variables: { needId } });
  const matches = query.data?.needMatches;
  return (
    <QueryView query={query} data={matches} skeleton={{ shape: 'rows', count: 3 }}>
      {({ ranked, total }) => (
        <>
          <Rows label={t('needs.best')} ranked>
            {ranked.map((row) => (
              <Row
                key={row.actorId}
                mark={<FamilyIcon family={row.actor?.family ?? 'OTHER'} />}
                title={row.actor?.name ?? row.actorId}
                to={`/acteurs/${encodeURIComponent(row.actorId)}`}
                detail={standing(row)}
              >
                <Brings row={row} />
              </Row>
            ))}
          </Rows>
          {total > ranked.length && (
            <p className={styles.more}>{t('needs.more', { count: total - ranked.length })}</p>
          )}
        </>
      )}
    </QueryView>
  );
}
