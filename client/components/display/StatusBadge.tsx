import { useTranslation } from 'react-i18next';
import { Tooltip } from '../overlays/Tooltip';
import styles from './StatusBadge.module.css';

/** How something is known, from best to not at all. */
export type KnownStatus =
  'documented' | 'declared' | 'register' | 'measured' | 'inferred' | 'estimated' | 'known' | 'unknown';

const statuses: readonly KnownStatus[] = [
  'documented',
  'declared',
  'register',
  'measured',
  'inferred',
  'estimated',
  'known',
  'unknown',
];

/** Reads a status of the API (`DOCUMENTED`, `READ`, `MEASURED`…); one that is not known counts as unknown. */
export function toKnownStatus(status: string | null | undefined): KnownStatus {
  const name = status === 'READ' ? 'documented' : status?.toLowerCase();
  return statuses.find((known) => known === name) ?? 'unknown';
}

/** How a statement is known, in one word; what the word means on hover, and to screen readers. */
export function StatusBadge({ status }: { status: string | null | undefined }) {
  const { t } = useTranslation('components');
  const known = toKnownStatus(status);
  const meaning = t(`statusMeaning.${known}`);
  return (
    <Tooltip text={meaning} naming>
      <span className={styles.badge} data-status={known}>
        {t(`status.${known}`)}
        <span className="visually-hidden">{` (${meaning})`}</span>
      </span>
    </Tooltip>
  );
}

/** What each word of {@link StatusBadge} means, for the foot of a list that shows them; all of them unless told. */
export function StatusLegend({ only = statuses }: { only?: readonly KnownStatus[] }) {
  const { t } = useTranslation('components');
  return (
    <dl className={styles.legend}>
      {only.map((known) => (
        <div key={known} className={styles.entry}>
          <dt>
            <span className={styles.badge} data-status={known}>
              {t(`status.${known}`)}
            </span>
          </dt>
          <dd>{t(`statusMeaning.${known}`)}</dd>
        </div>
      ))}
    </dl>
  );
}
