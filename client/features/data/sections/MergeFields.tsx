import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { Checkbox } from '../../../components/controls/Checkbox';
import { DataMergeFieldsDocument, type MergedValueFragment } from '../../../graphql/generated/graphql';
import { useLocalText } from '../../../i18n/useLanguage';
import styles from './Sections.module.css';

/** Columns that hold lists: merging keeps what both say. */
const united = new Set(['serves', 'supervisors']);

/** Properties of {@link MergeFields}. */
export interface MergeFieldsProps {
  keep: string;
  drop: string;
  /** Columns whose value comes from the record that goes. */
  take: readonly string[];
  onTake: (take: string[]) => void;
}

/** The values on which two records differ, and which of them the one that stays gets; nothing where they agree. */
export function MergeFields({ keep, drop, take, onTake }: MergeFieldsProps) {
  const { t } = useTranslation('data');
  const text = useLocalText();
  const { data } = useQuery(DataMergeFieldsDocument, { variables: { keep, drop } });
  const ownOf = (column: string) =>
    data?.own?.find((one) => one.sheet === 'actors' && one.column === column)?.value;
  const differing = (data?.other ?? []).filter(({ sheet, column, value }: MergedValueFragment) => {
    const own = ownOf(column);
    return sheet === 'actors' && !united.has(column) && own != null && value != null && own !== value;
  });
  if (differing.length === 0) return null;
  return (
    <div className={styles.takes}>
      <p>{t('duplicates.differ')}</p>
      {differing.map(({ column, labelFr, labelEn, value }) => (
        <Checkbox
          key={column}
          label={t('duplicates.takeOther', { label: text(labelFr, labelEn), other: value })}
          hint={t('duplicates.insteadOf', { own: ownOf(column) })}
          checked={take.includes(column)}
          onChange={(isTaken) =>
            onTake(isTaken ? [...take, column] : take.filter((other) => other !== column))
          }
        />
      ))}
    </div>
  );
}
