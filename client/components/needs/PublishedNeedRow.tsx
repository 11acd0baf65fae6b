import { useQuery } from '@apollo/client/react';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { NeedBestAnswersDocument, type PublishedNeedPartsFragment } from '../../graphql/generated/graphql';
import { useFormats } from '../../i18n/useLanguage';
import { useVocabulary } from '../../i18n/useVocabulary';
import { ButtonLink } from '../controls/Button';
import { canvasPath } from '../facts/canvasPath';
import { Disclosure } from '../display/Disclosure';
import { FamilyIcon } from '../display/FamilyIcon';
import { QueryView } from '../states/QueryView';
import styles from './StatementRow.module.css';
import { StatementRow, useValidity } from './StatementRow';

/** Properties of {@link PublishedNeedRow}. */
export interface PublishedNeedRowProps {
  need: PublishedNeedPartsFragment;
  /** Leaves out who asks, on the page of the one who does. */
  own?: boolean;
  /** Said at the end of the line, in place of the way to a brief. */
  end?: ReactNode;
}

/** A published need: who asks, until when, what for, and who answers, once asked. */
export function PublishedNeedRow({ need, own = false, end }: PublishedNeedRowProps) {
  const { t } = useTranslation('needs');
  const { number } = useFormats();
  const groups = useVocabulary('needGroup');
  const validity = useValidity();
  const [open, setOpen] = useState(false);
  const { actor, group, matchCount } = need;
  const who = actor ? (
    <Link to={`/acteurs/${encodeURIComponent(actor.id)}`}>{actor.name}</Link>
  ) : (
    groups.label(group)
  );
  return (
    <StatementRow
      text={need.statementFr}
      who={own ? undefined : who}
      when={validity(need)}
      competences={need.competences}
      themes={need.themes}
      source={need.source}
      canvas={canvasPath('need', need.needId)}
      end={
        end ?? (
          <ButtonLink small to={toBrief(need.needId)}>
            {t('toBrief')}
            <span className="visually-hidden">{` ${need.statementFr}`}</span>
          </ButtonLink>
        )
      }
    >
      <Disclosure
        summary={t('answers', { count: matchCount, answers: number(matchCount) })}
        onToggle={setOpen}
      >
        {open && <Answers needId={need.needId} />}
      </Disclosure>
    </StatementRow>
  );
}

const toBrief = (needId: string) => `/partenaires?besoin=${encodeURIComponent(needId)}`;

function Answers({ needId }: { needId: string }) {
  const { t } = useTranslation('needs');
  const { number } = useFormats();
  const query = useQuery(NeedBestAnswersDocument, { variables: { needId } });
  const matches = query.data?.needMatches;
  const offers = query.data?.publishedOffers ?? [];
  return (
    <QueryView query={query} data={matches} skeleton={{ shape: 'text', count: 3 }}>
      {({ ranked, total }) => (
        <>
          <ol className={styles.matches} aria-label={t('best')}>
            {ranked.map(({ actorId, actor }) => (
              <li key={actorId}>
                <FamilyIcon family={actor?.family ?? 'OTHER'} size={18} />
                <Link to={`/acteurs/${encodeURIComponent(actorId)}`}>{actor?.name ?? actorId}</Link>
                {offers
                  .filter((offer) => offer.actor?.id === actorId)
                  .map(({ offerId, statementFr }) => (
                    <q key={offerId} lang="fr">
                      {statementFr}
                    </q>
                  ))}
              </li>
            ))}
          </ol>
          <p className={styles.all}>
            <Link to={toBrief(needId)}>{t('all', { count: total, total: number(total) })}</Link>
          </p>
        </>
      )}
    </QueryView>
  );
}
