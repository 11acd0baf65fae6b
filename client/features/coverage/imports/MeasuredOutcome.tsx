import { useTranslation } from 'react-i18next';
import { useFormats, useLocalText } from '../../../i18n/useLanguage';
import styles from './Imports.module.css';
import type { MeasuredKind, MeasuredReport } from './measuredFiles';

/** Problems that are listed at most. */
const LISTED = 30;

/** What a file would change, or changed: what was read of it, what is unknown here, what has to be mended. */
export function MeasuredOutcome({ kind, report }: { kind: MeasuredKind; report: MeasuredReport }) {
  const { t } = useTranslation('coverage');
  const { number, list } = useFormats();
  const text = useLocalText();
  const { lines, told, communes, unreadable, leftOut, changes, unknownCodes, problems, ignored, names } =
    report;
  return (
    <div className={styles.outcome} role="status">
      <p className={styles.strong}>{t(report.written ? 'imports.done' : 'imports.trial')}</p>
      <ul>
        <li>
          {t(`imports.${kind}.read`, {
            count: told,
            lines: number(lines),
            told: number(told),
            communes: number(communes),
            names: list(names),
          })}
        </li>
        <li>
          {t(report.written ? 'imports.changed' : 'imports.changes', {
            added: number(changes.added),
            changed: number(changes.changed),
            same: number(changes.same),
            gone: number(changes.gone),
          })}
        </li>
        {unreadable + leftOut > 0 && (
          <li>{t(`imports.left.${kind}`, { unreadable: number(unreadable), left: number(leftOut) })}</li>
        )}
        {unknownCodes.count > 0 && (
          <li>
            {t('imports.unknown', {
              count: unknownCodes.count,
              number: number(unknownCodes.count),
              codes:
                unknownCodes.first.join(', ') + (unknownCodes.count > unknownCodes.first.length ? '…' : ''),
            })}
          </li>
        )}
        {ignored.length > 0 && (
          <li>{t('imports.ignored', { count: ignored.length, columns: list(ignored) })}</li>
        )}
      </ul>
      {problems.length > 0 && (
        <>
          <p className={styles.fault}>
            {t('imports.problems', { count: problems.length, number: number(problems.length) })}
          </p>
          <ul>
            {problems.slice(0, LISTED).map(({ line, column, value, reason }) => (
              <li key={`${line} ${column} ${reason.en}`}>
                {t(column ? 'imports.cell' : 'imports.row', { line: number(line), column, value })}{' '}
                {text(reason.fr, reason.en)}
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
