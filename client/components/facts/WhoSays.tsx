import { Quote } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { ProvenPartsFragment } from '../../graphql/generated/graphql';
import { useFormats, useLocalText } from '../../i18n/useLanguage';
import { IconButton } from '../controls/IconButton';
import { SourceLink } from '../display/SourceLink';
import { StatusBadge } from '../display/StatusBadge';
import { Popover } from '../overlays/Popover';
import styles from './WhoSays.module.css';

/** A value of a record and who says it. */
export interface WhoSaysProps {
  proven: ProvenPartsFragment;
}

/** Several values of one cell, as one reads them. */
export function useValueText(): (value: string | null | undefined) => string {
  const { t } = useTranslation('facts');
  const formats = useFormats();
  return (value) => (value == null ? t('whoSays.nothing') : formats.list(value.split(' | '), 'and'));
}

/** Whether a date is of a day, not of a month or a year. */
const isDay = (date: string) => date.length === 10;

/** Opens a value to who said it, how it is known, when, and who says otherwise; the statement that wins comes first. */
export function WhoSays({ proven }: WhoSaysProps) {
  const { t } = useTranslation('facts');
  const text = useLocalText();
  const formats = useFormats();
  const show = useValueText();
  const label = t('whoSays.of', { what: text(proven.labelFr, proven.labelEn) });
  return (
    <Popover
      label={label}
      align="end"
      trigger={(ties) => <IconButton {...ties} label={label} icon={<Quote size={14} aria-hidden />} />}
    >
      {() => (
        <ol className={styles.statements} aria-label={label}>
          {proven.statements.map((statement, index) => (
            <li key={index}>
              <p className={styles.value}>{show(statement.value)}</p>
              <p className={styles.how}>
                <StatusBadge status={statement.status} />
                <span>
                  {statement.statedOn
                    ? t(isDay(statement.statedOn) ? 'whoSays.on' : 'whoSays.in', {
                        date: formats.date(statement.statedOn),
                      })
                    : t('whoSays.undated')}
                </span>
              </p>
              {statement.source ? (
                <SourceLink source={statement.source} />
              ) : (
                <span className={styles.how}>{statement.sourceId}</span>
              )}
            </li>
          ))}
        </ol>
      )}
    </Popover>
  );
}

/** That sources disagree, and what the others say; nothing where they agree. */
export function OtherValues({ proven }: WhoSaysProps) {
  const { t } = useTranslation('facts');
  const formats = useFormats();
  const show = useValueText();
  if (!proven.isConflicting) return null;
  const others = [
    ...new Set(proven.statements.map(({ value }) => value).filter((value) => value !== proven.value)),
  ];
  if (others.length === 0) return null;
  return (
    <p className={styles.conflict}>
      {t('whoSays.conflict', {
        count: others.length,
        others: formats.list(
          others.map((value) => t('whoSays.quoted', { value: show(value) })),
          'and',
        ),
      })}
    </p>
  );
}
