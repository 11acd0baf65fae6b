import { ArrowRight, CircleAlert, CircleMinus, CirclePlus, CircleSlash, PencilLine } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Row } from '../../../components/display/Rows';
import type { DataImportRowsQuery, JobPartsFragment } from '../../../graphql/generated/graphql';
import { useFormats, useLocalText } from '../../../i18n/useLanguage';
import type { Outcome } from './Counts';
import styles from './Import.module.css';

type ReportedRow = NonNullable<DataImportRowsQuery['importRows']>['rows'][number];

const icons: Record<Outcome, typeof CircleAlert> = {
  REJECTED: CircleSlash,
  CREATED: CirclePlus,
  UPDATED: PencilLine,
  REMOVED: CircleMinus,
  UNCHANGED: CircleAlert,
};

/** Cells of a new row that are shown; the others are counted. */
const MOST_CELLS = 8;

function Cells({ row }: { row: ReportedRow }) {
  const { t } = useTranslation('data');
  const text = useLocalText();
  const formats = useFormats();
  const cells = row.cells.filter(({ before, after }) => before !== null || after !== null);
  const rest = cells.length - MOST_CELLS;
  return (
    <dl className={styles.cells}>
      {cells.slice(0, MOST_CELLS).map((cell) => (
        <div key={cell.column} className={styles.cell}>
          <dt>
            {text(cell.labelFr, cell.labelEn)} {cell.address && <code>{cell.address}</code>}
          </dt>
          <dd>
            {row.outcome === 'UPDATED' && (
              <>
                <del>{cell.before ?? t('rows.empty')}</del>
                <ArrowRight size={14} role="img" aria-label={t('rows.becomes')} />
              </>
            )}
            <span>{row.outcome === 'REMOVED' ? cell.before : (cell.after ?? t('rows.empty'))}</span>
          </dd>
        </div>
      ))}
      {rest > 0 && (
        <div className={styles.cell}>
          <dt>{t('rows.otherCells', { count: rest, written: formats.number(rest) })}</dt>
        </div>
      )}
    </dl>
  );
}

/** How a cell is named: by its address, its column, or both. */
function placeOf(address: string, header: string) {
  if (!address) return 'rows.column';
  return header ? 'rows.cellOf' : 'rows.cell';
}

function Issues({ row }: { row: ReportedRow }) {
  const { t } = useTranslation('data');
  const text = useLocalText();
  return (
    <ul className={styles.issues}>
      {row.issues.map(({ severity, address, header, reasonFr, reasonEn }, index) => (
        <li key={index} data-severity={severity}>
          {(address || header) && <strong>{t(placeOf(address, header), { cell: address, header })}</strong>}{' '}
          {text(reasonFr, reasonEn)}
        </li>
      ))}
    </ul>
  );
}

/** Outcomes of rows whose actor surely has a page, while nothing is written and once it is; a refused row may be of nobody. */
const thereBefore: readonly Outcome[] = ['UPDATED', 'UNCHANGED'];
const thereAfter: readonly Outcome[] = [...thereBefore, 'CREATED'];

/** Properties of {@link ReportRow}. */
export interface ReportRowProps {
  row: ReportedRow;
  sheets: JobPartsFragment['sheets'];
  /** Whether the import was written. */
  isApplied: boolean;
}

/** One row of a report: what becomes of it, the cells that change, and what there is to say. */
export function ReportRow({ row, sheets, isApplied }: ReportRowProps) {
  const { t } = useTranslation('data');
  const text = useLocalText();
  const formats = useFormats();
  const sheet = sheets.find((one) => one.sheet === row.sheet);
  const Icon = icons[row.outcome];
  const isThere = (isApplied ? thereAfter : thereBefore).includes(row.outcome);
  return (
    <Row
      mark={
        <Icon size={18} role="img" aria-label={t(`outcomeOne.${row.outcome}`)} data-outcome={row.outcome} />
      }
      title={row.label || t('rows.noName')}
      to={isThere && row.actorId !== null ? `/acteurs/${encodeURIComponent(row.actorId)}` : undefined}
      detail={sheet ? text(sheet.labelFr, sheet.labelEn) : row.table}
      end={row.line > 0 && t('rows.line', { table: row.table, line: formats.number(row.line) })}
    >
      {row.issues.length > 0 && <Issues row={row} />}
      {row.outcome !== 'REJECTED' && row.outcome !== 'UNCHANGED' && row.cells.length > 0 && (
        <Cells row={row} />
      )}
    </Row>
  );
}
