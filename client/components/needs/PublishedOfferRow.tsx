import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { OfferNeedsDocument, type PublishedOfferPartsFragment } from '../../graphql/generated/graphql';
import { useFormats } from '../../i18n/useLanguage';
import { useVocabulary } from '../../i18n/useVocabulary';
import { canvasPath, offerCanvasPath } from '../facts/canvasPath';
import { Disclosure } from '../display/Disclosure';
import { QueryView } from '../states/QueryView';
import styles from './StatementRow.module.css';
import { StatementRow, useValidity } from './StatementRow';

/** Properties of {@link PublishedOfferRow}. */
export interface PublishedOfferRowProps {
  offer: PublishedOfferPartsFragment;
  /** Leaves out who offers, on the page of the one who does. */
  own?: boolean;
}

/** A published offer: who offers what, until when, and the needs it answers, once asked. */
export function PublishedOfferRow({ offer, own = false }: PublishedOfferRowProps) {
  const { t } = useTranslation('needs');
  const { number } = useFormats();
  const validity = useValidity();
  const [open, setOpen] = useState(false);
  const { actor, needCount } = offer;
  return (
    <StatementRow
      text={offer.statementFr}
      who={
        !own && actor ? <Link to={`/acteurs/${encodeURIComponent(actor.id)}`}>{actor.name}</Link> : undefined
      }
      when={validity(offer)}
      competences={offer.competences}
      themes={offer.themes}
      source={offer.source}
      canvas={offerCanvasPath(offer)}
    >
      <Disclosure summary={t('needs', { count: needCount, needs: number(needCount) })} onToggle={setOpen}>
        {open && <Needs offerId={offer.offerId} />}
      </Disclosure>
    </StatementRow>
  );
}

function Needs({ offerId }: { offerId: string }) {
  const { t } = useTranslation('needs');
  const groups = useVocabulary('needGroup');
  const query = useQuery(OfferNeedsDocument, { variables: { offerId } });
  return (
    <QueryView query={query} data={query.data?.needsForOffer} skeleton={{ shape: 'text', count: 3 }}>
      {(needs) => (
        <ul className={styles.matches} aria-label={t('answered')}>
          {needs.map(({ needId, statementFr, actor, group }) => (
            <li key={needId}>
              <Link to={`/partenaires?besoin=${encodeURIComponent(needId)}`} lang="fr">
                {statementFr}
              </Link>
              <span>{actor?.name ?? groups.label(group)}</span>
              <Link to={canvasPath('need', needId)}>
                {t('seeOnCanvas')}
                <span className="visually-hidden">{` ${statementFr}`}</span>
              </Link>
            </li>
          ))}
        </ul>
      )}
    </QueryView>
  );
}
