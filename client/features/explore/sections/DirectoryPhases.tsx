import { useTranslation } from 'react-i18next';
import { PhaseBar } from '../../../components/display/PhaseBar';
import { phases } from '../../../lib/phases';
import type { DirectoryRow } from '../exports/directoryFiles';
import styles from './DirectoryTable.module.css';

/** What an actor can do by phase, or that nobody has said yet. */
export function DirectoryPhases({ row }: { row: DirectoryRow }) {
  const { t } = useTranslation('explore');
  if (!row.declared) return <span className={styles.declare}>{t('toDeclare')}</span>;
  const levels = Object.fromEntries(
    phases.map((phase, place) => [
      phase,
      { level: row.levels[place] ?? 0, count: row.competenceCounts[place] ?? 0 },
    ]),
  );
  return <PhaseBar compact levels={levels} />;
}
