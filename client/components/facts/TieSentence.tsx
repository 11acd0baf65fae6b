import { Trans, useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { TiePartsFragment } from '../../graphql/generated/graphql';
import { useFormats } from '../../i18n/useLanguage';
import { SourceLink } from '../display/SourceLink';
import styles from './TieSentence.module.css';

/** The sentence that tells a tie: by the kind of the partnership, else by what proves it. */
function sentenceOf({ proof, partnershipKind }: TiePartsFragment): string {
  return proof === 'PARTNERSHIP' ? `tie.${partnershipKind ?? 'PARTNER'}` : `tie.${proof}`;
}

function ActorLink({ actor, id }: { actor: TiePartsFragment['firstActor']; id: string }) {
  return <Link to={`/acteurs/${encodeURIComponent(id)}`}>{actor?.acronym ?? actor?.name ?? id}</Link>;
}

/** Properties of {@link TieSentence}. */
export interface TieSentenceProps {
  tie: TiePartsFragment;
}

/** What ties two actors, in a sentence: who, what, when, and who says so. */
export function TieSentence({ tie }: TieSentenceProps) {
  const { t } = useTranslation('facts');
  const formats = useFormats();
  const title = tie.productionId ? (
    <Link to={`/productions/${encodeURIComponent(tie.productionId)}`}>{tie.about ?? tie.productionId}</Link>
  ) : (
    <span />
  );
  const when = tie.start ? formats.dateRange(tie.start, tie.end) : null;
  return (
    <p className={styles.tie}>
      <span>
        <Trans
          t={t}
          i18nKey={sentenceOf(tie)}
          components={{
            first: <ActorLink actor={tie.firstActor} id={tie.firstActorId} />,
            second: <ActorLink actor={tie.secondActor} id={tie.secondActorId} />,
            title,
          }}
        />
        {tie.proof === 'PARTNERSHIP' && tie.about && <span className={styles.about}>{tie.about}</span>}
      </span>
      <span className={styles.facts}>
        <span>{when ?? t('undatedTie')}</span>
        {tie.source && <SourceLink source={tie.source} compact />}
      </span>
    </p>
  );
}
