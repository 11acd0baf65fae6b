import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/controls/Button';
import { Rows } from '../../../components/display/Rows';
import { Unknown } from '../../../components/display/Unknown';
import { Section } from '../../../components/frame/Page';
import { PublishedNeedRow } from '../../../components/needs/PublishedNeedRow';
import { PublishedOfferRow } from '../../../components/needs/PublishedOfferRow';
import { QueryView } from '../../../components/states/QueryView';
import { ActorBelowDocument, type ActorBelowQuery } from '../../../graphql/generated/graphql';
import { useFormats } from '../../../i18n/useLanguage';

/** Needs shown before one asks for the others. */
const FIRST = 5;

type Answered = NonNullable<ActorBelowQuery['needsFor']>;

/** What an actor looks for and who answers, what it offers and to whom, and the needs it could answer itself. */
export function NeedsAndOffers({ actorId }: { actorId: string }) {
  const { t } = useTranslation('needs');
  const query = useQuery(ActorBelowDocument, { variables: { id: actorId } });
  return (
    <QueryView query={query} data={query.data} skeleton={{ shape: 'rows', count: 3 }}>
      {({ own, publishedOffers: offers, needsFor }) => (
        <>
          {(own?.length ?? 0) + (offers?.length ?? 0) === 0 && (
            <Section title={t('title')}>
              <Unknown>{t('actor.none')}</Unknown>
            </Section>
          )}
          {own && own.length > 0 && (
            <Section title={t('actor.own')} lead={t('actor.ownLead')}>
              <Rows label={t('actor.own')}>
                {own.map((need) => (
                  <PublishedNeedRow key={need.needId} need={need} own />
                ))}
              </Rows>
            </Section>
          )}
          {offers && offers.length > 0 && (
            <Section title={t('actor.offers')} lead={t('actor.offersLead')}>
              <Rows label={t('actor.offers')}>
                {offers.map((offer) => (
                  <PublishedOfferRow key={offer.offerId} offer={offer} own />
                ))}
              </Rows>
            </Section>
          )}
          <AnsweredNeeds answered={needsFor ?? []} />
        </>
      )}
    </QueryView>
  );
}

function AnsweredNeeds({ answered }: { answered: Answered }) {
  const { t } = useTranslation('needs');
  const { number } = useFormats();
  const [isWhole, setWhole] = useState(false);
  const others = answered.length - FIRST;
  const shown = isWhole ? answered : answered.slice(0, FIRST);
  return (
    <Section title={t('actor.answered')} lead={answered.length > 0 ? t('actor.answeredLead') : undefined}>
      {answered.length === 0 ? (
        <Unknown>{t('actor.noneAnswered')}</Unknown>
      ) : (
        <Rows label={t('actor.answered')} ranked>
          {shown.map(({ need, score }) => (
            <PublishedNeedRow
              key={need.needId}
              need={need}
              end={
                score.rank == null
                  ? undefined
                  : t('actor.rank', {
                      count: need.matchCount,
                      rank: number(score.rank),
                      of: number(need.matchCount),
                    })
              }
            />
          ))}
        </Rows>
      )}
      {others > 0 && !isWhole && (
        <div>
          <Button onClick={() => setWhole(true)}>
            {t('actor.more', { count: others, others: number(others) })}
          </Button>
        </div>
      )}
    </Section>
  );
}
