import { Download } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/controls/Button';
import { TextField } from '../../../components/controls/TextField';
import { Skeleton } from '../../../components/states/Skeleton';
import { setWriter, useWriter } from '../../../lib/writeToken';
import type { CoverageAnswers } from '../useCoverage';
import styles from './Imports.module.css';
import { AgesInUse, ReferencesInUse, TravelInUse } from './InUse';
import { MeasuredFile } from './MeasuredFile';

/** Figures that replace estimates: ages by commune, travel times, territories to compare with. What is in use, from whom, and where one gives others. */
export function Imports({ imports }: { imports: CoverageAnswers['imports'] }) {
  const { t } = useTranslation('coverage');
  return (
    <div className={styles.imports}>
      <div>
        <h2>{t('imports.title')}</h2>
        <p className={styles.text}>{t('imports.lead')}</p>
      </div>
      <Writing />
      {!imports && <Skeleton shape="text" count={6} />}
      {imports && (
        <>
          <MeasuredFile kind="ages">
            {(forget) => <AgesInUse imports={imports} onForget={forget && (() => forget('ages'))} />}
          </MeasuredFile>
          <MeasuredFile kind="travel-times">
            {(forget) => (
              <TravelInUse imports={imports} onForget={forget && (() => forget('travel-times'))} />
            )}
          </MeasuredFile>
          <MeasuredFile kind="references">
            {(forget) => (
              <ReferencesInUse imports={imports} onForget={forget && ((id) => forget(`references/${id}`))} />
            )}
          </MeasuredFile>
        </>
      )}
      <section className={styles.kind}>
        <h3>{t('imports.own.title')}</h3>
        <p className={styles.text}>{t('imports.own.lead')}</p>
        <p>
          <a href="/coverage/aggregates.csv" download className={styles.download}>
            <Download size={16} aria-hidden />
            {t('imports.own.take')}
          </a>
        </p>
      </section>
    </div>
  );
}

/** Where one gives the write token; nothing once it is there. */
function Writing() {
  const { t } = useTranslation('coverage');
  const writer = useWriter();
  const [token, setToken] = useState('');
  if (writer.token !== '')
    return (
      <p className={styles.text}>
        {t('imports.writing')}{' '}
        <Button small look="quiet" onClick={() => setWriter(null)}>
          {t('imports.forgetToken')}
        </Button>
      </p>
    );
  return (
    <form
      className={styles.token}
      onSubmit={(event) => {
        event.preventDefault();
        if (token.trim() !== '') setWriter({ ...writer, token: token.trim() });
      }}
    >
      <TextField
        label={t('imports.token')}
        hint={t('imports.tokenHint')}
        type="password"
        autoComplete="off"
        spellCheck={false}
        value={token}
        onChange={setToken}
      />
      <Button type="submit">{t('imports.useToken')}</Button>
    </form>
  );
}
