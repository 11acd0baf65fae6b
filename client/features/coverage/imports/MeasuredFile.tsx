import { useId, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/controls/Button';
import { FileDrop } from '../../../components/controls/FileDrop';
import { Progress } from '../../../components/states/Progress';
import { useLocalText } from '../../../i18n/useLanguage';
import styles from './Imports.module.css';
import { MeasuredOutcome } from './MeasuredOutcome';
import type { MeasuredKind } from './measuredFiles';
import { useMeasured } from './useMeasured';

/** Properties of {@link MeasuredFile}. */
export interface MeasuredFileProps {
  kind: MeasuredKind;
  /** What is in use now, given a way to have it forgotten; null while one may not write. */
  children: (forget: ((path: string) => void) | null) => ReactNode;
}

/** One kind of file that coverage takes: what is in use, where one gives another, what that would change, and its application. */
export function MeasuredFile({ kind, children }: MeasuredFileProps) {
  const { t } = useTranslation('coverage');
  const text = useLocalText();
  const id = useId();
  const { file, report, refused, isBusy, mayWrite, check, apply, forget, drop } = useMeasured(kind);
  return (
    <section className={styles.kind} aria-labelledby={`${id}-title`} aria-busy={isBusy || undefined}>
      <h3 id={`${id}-title`}>{t(`imports.${kind}.title`)}</h3>
      <p className={styles.text}>{t(`imports.${kind}.lead`)}</p>
      {children(mayWrite ? (path) => void forget(path) : null)}
      {refused && (
        <p role="alert" className={styles.fault}>
          {t(`imports.fault.${refused.fault}`)}
          {refused.reason && <span>{text(refused.reason.fr, refused.reason.en)}</span>}
        </p>
      )}
      {mayWrite && (
        <FileDrop
          label={file ? t('imports.another', { name: file.name }) : t(`imports.${kind}.choose`)}
          accept=".csv,.txt,.tsv,text/csv"
          onFile={(given) => void check(given)}
        />
      )}
      {isBusy && <Progress label={t('imports.working')} />}
      {report && <MeasuredOutcome kind={kind} report={report} />}
      {report && !report.written && (
        <div className={styles.buttons}>
          <Button
            look="primary"
            disabled={report.problems.length > 0 || report.told === 0}
            onClick={() => void apply()}
          >
            {t('imports.apply')}
          </Button>
          <Button onClick={drop}>{t('imports.giveUp')}</Button>
        </div>
      )}
    </section>
  );
}
