import { Trans, useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { ButtonLink } from '../../../components/controls/Button';
import { canvasPath } from '../../../components/facts/canvasPath';
import type { PartnerRowFragment } from '../../../graphql/generated/graphql';
import { useFormats } from '../../../i18n/useLanguage';
import { ShareBars } from '../../../views/charts/ShareBars';
import { useWording } from '../wording';
import { Citations } from './Citations';
import { useReasonSentence } from './ReasonSentence';
import styles from './ScoreDetail.module.css';

/** What a score opens into: its parts as bars, its reasons, and through whom one could be introduced. */
export function ScoreDetail({ row }: { row: PartnerRowFragment }) {
  const { t } = useTranslation('partners');
  const { number, percent } = useFormats();
  const points = (share: number) => number(share * 100, share < 0.1 ? 1 : 0);
  const missing = row.possible - row.score;
  return (
    <div className={styles.detail}>
      <div className={styles.parts}>
        <ShareBars
          label={t('score.parts')}
          bars={row.parts
            .filter(({ asked, weight }) => asked && weight > 0)
            .map(({ part, value, weight, points: own }) => ({
              id: part,
              label: t(`part.${part}`),
              share: value ?? null,
              written:
                value == null
                  ? t('score.unknown')
                  : t('score.written', { points: points(own), of: points(weight) }),
            }))}
        />
        {missing > 0.005 && (
          <p className={styles.note}>{t('score.possible', { share: percent(row.possible) })}</p>
        )}
      </div>
      <Reasons row={row} points={points} />
      <Acquaintance row={row} />
    </div>
  );
}

function Reasons({ row, points }: { row: PartnerRowFragment; points: (share: number) => string }) {
  const { t } = useTranslation('partners');
  const say = useReasonSentence();
  return (
    <ol className={styles.reasons} aria-label={t('score.reasons')}>
      {row.reasons.map((reason) => (
        <li key={`${reason.kind} ${reason.subjectId}`}>
          <p className={styles.reason}>
            <span>{say(reason, row)}</span>
            <span className={styles.loss}>{t('score.loss', { points: points(reason.loss) })}</span>
          </p>
          <Citations citations={reason.citations} />
        </li>
      ))}
    </ol>
  );
}

function Acquaintance({ row }: { row: PartnerRowFragment }) {
  const { t } = useTranslation('partners');
  const { number } = useFormats();
  const { actor } = useWording();
  const { introducer, partnership } = row;
  const names = introducer?.actor?.name ?? (introducer ? actor(introducer.actorId) : '');
  return (
    <div className={styles.ties}>
      {partnership.length > 0 && (
        <>
          <p>{t('ties.partner')}</p>
          <Citations citations={partnership} />
        </>
      )}
      {introducer && (
        <>
          <p>
            <Trans
              t={t}
              i18nKey={introducer.others > 0 ? 'ties.throughOthers' : 'ties.through'}
              count={introducer.others}
              values={{ others: number(introducer.others), name: names }}
              components={{ who: <Link to={`/acteurs/${encodeURIComponent(introducer.actorId)}`} /> }}
            />
          </p>
          <Citations
            citations={[...introducer.fromMembers.slice(0, 1), ...introducer.toCandidate.slice(0, 1)]}
          />
        </>
      )}
      <p className={styles.links}>
        <ButtonLink small look="quiet" to={`/acteurs/${encodeURIComponent(row.actorId)}`}>
          {t('candidate.page')}
        </ButtonLink>
        <ButtonLink small look="quiet" to={canvasPath('actor', row.actorId)}>
          {t('candidate.canvas')}
        </ButtonLink>
      </p>
    </div>
  );
}
