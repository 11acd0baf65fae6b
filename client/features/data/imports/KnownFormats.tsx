import { useTranslation } from 'react-i18next';
import { Disclosure } from '../../../components/display/Disclosure';
import { Row, Rows } from '../../../components/display/Rows';
import styles from './Import.module.css';

/** Published files that are recognised by themselves. */
const formats = [
  'MUSEOFILE',
  'LIBRARIES',
  'RNSR',
  'HIGHER_EDUCATION',
  'ROR',
  'FABLABS',
  'DIGITAL_PLACES',
  'AGENDA',
] as const;

/** The registers and agendas that can be given as they are published: who publishes them, under which licence, what is taken. */
export function KnownFormats() {
  const { t } = useTranslation('data');
  return (
    <Disclosure summary={t('formats.summary')}>
      <div className={styles.formats}>
        <p className={styles.soft}>{t('formats.lead')}</p>
        <Rows label={t('formats.summary')}>
          {formats.map((format) => (
            <Row key={format} title={t(`formats.${format}`)} detail={t(`formats.${format}Takes`)} />
          ))}
        </Rows>
      </div>
    </Disclosure>
  );
}
