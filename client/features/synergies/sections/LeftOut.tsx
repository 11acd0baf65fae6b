import { useTranslation } from 'react-i18next';
import { useFormats, useLocalText } from '../../../i18n/useLanguage';
import styles from './LeftOut.module.css';

/** Properties of {@link LeftOut}. */
export interface LeftOutProps {
  parts: readonly { count: number; reason: { fr: string; en: string } }[];
}

/** What was not counted, and how many: unknown is not zero. */
export function LeftOut({ parts }: LeftOutProps) {
  const { t } = useTranslation('synergies');
  const { number, list } = useFormats();
  const local = useLocalText();
  if (parts.length === 0) return null;
  const all = parts.map(({ count, reason }) => `${number(count)} ${local(reason.fr, reason.en)}`);
  return <p className={styles.left}>{t('leftOut', { parts: list(all, 'and') })}</p>;
}
