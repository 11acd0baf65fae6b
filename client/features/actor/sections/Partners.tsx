import { useQuery } from '@apollo/client/react';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, ButtonLink } from '../../../components/controls/Button';
import { Disclosure } from '../../../components/display/Disclosure';
import { Rows } from '../../../components/display/Rows';
import { Unknown } from '../../../components/display/Unknown';
import { ActorRow } from '../../../components/facts/ActorRow';
import { canvasPath } from '../../../components/facts/canvasPath';
import { TieSentence } from '../../../components/facts/TieSentence';
import { Section } from '../../../components/frame/Page';
import { QueryView } from '../../../components/states/QueryView';
import { Skeleton } from '../../../components/states/Skeleton';
import { ActorTiesDocument, type ActorTiesQuery } from '../../../graphql/generated/graphql';
import { useFormats } from '../../../i18n/useLanguage';
import type { Actor } from '../Page';
import styles from './Partners.module.css';

const PartnersCanvas = lazy(() =>
  import('./PartnersCanvas').then((module) => ({ default: module.PartnersCanvas })),
);

/** Partners shown before one asks for the others. */
const FEW = 8;

type Tie = NonNullable<ActorTiesQuery['actorTies']>[number];

function Partner({ tie }: { tie: Tie }) {
  const { t } = useTranslation('actor');
  const formats = useFormats();
  if (!tie.otherActor) return null;
  return (
    <ActorRow
      actor={tie.otherActor}
      end={
        tie.lastYear == null ? t('tieUndated') : t('tieUntil', { year: formats.date(String(tie.lastYear)) })
      }
    >
      <Disclosure summary={t('ties', { count: tie.weight })}>
        {tie.proofs.map((proof, index) => (
          <TieSentence key={index} tie={proof} />
        ))}
      </Disclosure>
    </ActorRow>
  );
}

function PartnerList({ ties }: { ties: readonly Tie[] }) {
  const { t } = useTranslation('actor');
  const [all, setAll] = useState(false);
  const shown = all ? ties : ties.slice(0, FEW);
  return (
    <div>
      <Rows label={t('partners')} ranked>
        {shown.map((tie) => (
          <Partner key={tie.otherActorId} tie={tie} />
        ))}
      </Rows>
      {ties.length > FEW && (
        <Button look="quiet" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? t('fewer') : t('allPartners', { count: ties.length })}
        </Button>
      )}
    </div>
  );
}

/** With whom: the nearest of the network, drawn and listed, each tie opening into what proves it. */
export function Partners({ actor }: { actor: Actor }) {
  const { t } = useTranslation('actor');
  const query = useQuery(ActorTiesDocument, { variables: { id: actor.id } });
  const ties = query.data?.actorTies;
  const lead = ties && ties.length > 0 ? t('partnersLead', { count: ties.length }) : undefined;
  return (
    <Section
      title={t('partners')}
      lead={lead}
      end={
        <ButtonLink to={canvasPath('actor', actor.id)} look="quiet" small>
          {t('openCanvas')}
        </ButtonLink>
      }
    >
      <QueryView query={query} data={ties} skeleton={{ shape: 'rows', count: 4 }}>
        {(shown) =>
          shown.length === 0 ? (
            <Unknown>{t('noPartner')}</Unknown>
          ) : (
            <div className={styles.split}>
              <div className={styles.canvas}>
                <Suspense fallback={<Skeleton shape="pane" />}>
                  <PartnersCanvas actor={actor} />
                </Suspense>
              </div>
              <PartnerList ties={shown} />
            </div>
          )
        }
      </QueryView>
    </Section>
  );
}
