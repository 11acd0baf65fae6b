import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { ButtonLink } from '../../../components/controls/Button';
import { Disclosure } from '../../../components/display/Disclosure';
import { Row, Rows } from '../../../components/display/Rows';
import { Section } from '../../../components/frame/Page';
import { DataExchangeSheetsDocument } from '../../../graphql/generated/graphql';
import { useLanguage, useLocalText } from '../../../i18n/useLanguage';
import styles from './Sections.module.css';

/** The files that the application gives, by what one does with them. */
const groups = [
  {
    id: 'sheets',
    files: [
      { id: 'xlsx', paths: ['maillage.xlsx'] },
      { id: 'csv', paths: ['maillage.zip'] },
    ],
  },
  {
    id: 'maps',
    files: [
      { id: 'geojson', paths: ['acteurs.geojson'] },
      { id: 'ical', paths: ['etapes.ics'] },
    ],
  },
  {
    id: 'linked',
    files: [
      { id: 'jsonld', paths: ['maillage.jsonld'] },
      { id: 'competences', paths: ['competences.ttl', 'competences.jsonld'] },
      { id: 'themes', paths: ['themes.ttl', 'themes.jsonld'] },
      { id: 'dcat', paths: ['catalogue.ttl', 'catalogue.jsonld'] },
    ],
  },
] as const;

function Files({ paths }: { paths: readonly string[] }) {
  const language = useLanguage();
  const query = (path: string) => (path.endsWith('.xlsx') && language === 'en' ? '?lang=en' : '');
  return (
    <span className={styles.files}>
      {paths.map((path) => (
        <a key={path} href={`/export/${path}${query(path)}`} download>
          {path}
        </a>
      ))}
    </span>
  );
}

function SheetFiles() {
  const { t } = useTranslation('data');
  const text = useLocalText();
  const sheets = useQuery(DataExchangeSheetsDocument).data?.exchangeSheets ?? [];
  return (
    <Disclosure summary={t('exports.bySheet')}>
      <Rows label={t('exports.bySheet')}>
        {sheets.map(({ id, labelFr, labelEn }) => (
          <Row key={id} title={text(labelFr, labelEn)} end={<Files paths={[`${id}.csv`]} />} />
        ))}
      </Rows>
    </Disclosure>
  );
}

/** Everything that can be taken away, each file with what it is for. */
export function Exports() {
  const { t } = useTranslation('data');
  return (
    <div className={styles.parts}>
      {groups.map((group) => (
        <Section key={group.id} title={t(`exports.${group.id}`)} lead={t(`exports.${group.id}Lead`)}>
          <Rows label={t(`exports.${group.id}`)}>
            {group.files.map((file) => (
              <Row
                key={file.id}
                title={t(`exports.file.${file.id}`)}
                detail={t(`exports.file.${file.id}Detail`)}
                end={<Files paths={file.paths} />}
              />
            ))}
          </Rows>
          {group.id === 'sheets' && <SheetFiles />}
        </Section>
      ))}
      <Section title={t('exports.network')} lead={t('exports.networkLead')}>
        <div>
          <ButtonLink to="/explorer">{t('exports.networkAction')}</ButtonLink>
        </div>
      </Section>
    </div>
  );
}
