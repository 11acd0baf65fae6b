import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { Rows } from '../../../components/display/Rows';
import { Unknown } from '../../../components/display/Unknown';
import { Section } from '../../../components/frame/Page';
import { PublishedNeedRow } from '../../../components/needs/PublishedNeedRow';
import { PublishedOfferRow } from '../../../components/needs/PublishedOfferRow';
import { QueryView } from '../../../components/states/QueryView';
import { CompetenceNeedsAndOffersDocument } from '../../../graphql/generated/graphql';

/** Who looks for a competence and who answers, who offers it and to whom. */
export function NeedsAndOffers({ competenceId }: { competenceId: string }) {
  const { t } = useTranslation('needs');
  const query = useQuery(CompetenceNeedsAndOffersDocument, { variables: { id: competenceId } });
  return (
    <QueryView query={query} data={query.data} skeleton={{ shape: 'rows', count: 3 }}>
      {({ publishedNeeds: needs, publishedOffers: offers }) => (
        <>
          <Section title={t('competence.needs')} lead={needs?.length ? t('competence.needsLead') : undefined}>
            {!needs?.length ? (
              <p>{t('competence.noNeed')}</p>
            ) : (
              <Rows label={t('competence.needs')}>
                {needs.map((need) => (
                  <PublishedNeedRow key={need.needId} need={need} />
                ))}
              </Rows>
            )}
          </Section>
          <Section title={t('competence.offers')}>
            {!offers?.length ? (
              <Unknown>{t('competence.noOffer')}</Unknown>
            ) : (
              <Rows label={t('competence.offers')}>
                {offers.map((offer) => (
                  <PublishedOfferRow key={offer.offerId} offer={offer} />
                ))}
              </Rows>
            )}
          </Section>
        </>
      )}
    </QueryView>
  );
}
