import { useTranslation } from 'react-i18next';
import { FamilyMark } from '../../../components/display/FamilyIcon';
import { Section } from '../../../components/frame/Page';
import { useFormats } from '../../../i18n/useLanguage';
import type { Profile } from '../Page';
import styles from './AbsentFamilies.module.css';

/** Families of actors that the territory has not, with how many stand elsewhere in the region. */
export function AbsentFamilies({ profile }: { profile: Profile }) {
  const { t } = useTranslation('kinds');
  const formats = useFormats();
  if (profile.absentFamilies.length === 0) return null;
  return (
    <Section title={t('territory.absent')} lead={t('territory.absentLead')}>
      <ul className={styles.families}>
        {profile.absentFamilies.map(({ family, elsewhere }) => (
          <li key={family}>
            <FamilyMark family={family} />
            <span className={styles.count}>
              {t('territory.elsewhere', { count: elsewhere, n: formats.number(elsewhere) })}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
