import { useTranslation } from 'react-i18next';
import { Section } from '../../../components/frame/Page';
import type { DataState, SetDataState } from '../dataState';
import { TokenForm } from '../writing/TokenForm';
import { useWriter } from '../../../lib/writeToken';
import { FilePicker } from './FilePicker';
import { History } from './History';
import { JobView } from './JobView';
import { KnownFormats } from './KnownFormats';
import styles from './Import.module.css';

function NewImport({ setState }: { setState: SetDataState }) {
  const { t } = useTranslation('data');
  const writer = useWriter();
  return (
    <Section title={t('import.title')} lead={t('import.lead')}>
      <p className={styles.soft}>
        <a href="/export/maillage.xlsx" download>
          {t('import.template')}
        </a>{' '}
        {t('import.templateHint')}
      </p>
      {writer.token === '' ? (
        <div className={styles.bar}>
          <p>{t('token.needed')}</p>
          <TokenForm />
        </div>
      ) : (
        <FilePicker onSent={(id) => setState({ import: id })} />
      )}
      <KnownFormats />
    </Section>
  );
}

/** Importing: a file, its report, what it did; and under it every change that was made. */
export function ImportPart({ state, setState }: { state: DataState; setState: SetDataState }) {
  const writer = useWriter();
  const { t } = useTranslation('data');
  const job = state.import;
  return (
    <div className={styles.parts}>
      {job === null && <NewImport setState={setState} />}
      {job !== null && writer.token === '' && (
        <Section title={t('import.title')} lead={t('token.neededForJob')}>
          <TokenForm />
        </Section>
      )}
      {job !== null && writer.token !== '' && (
        <JobView key={job} id={job} onLeave={() => setState({ import: null })} />
      )}
      <History limit={50} />
    </div>
  );
}
