import { useEffect } from 'react';
import { createPortal } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../../i18n/useLanguage';
import type { RegisterVerdict } from '../registerAnswer';
import styles from './PrintedAbsent.module.css';

/** What can be printed of the absent: a list, or labels of 70 × 37 mm, twenty-four a sheet of A4. */
export type PrintedForm = 'list' | 'labels';

/** Properties of {@link PrintedAbsent}. */
export interface PrintedAbsentProps {
  form: PrintedForm;
  register: string;
  rows: readonly RegisterVerdict[];
  onDone: () => void;
}

/** What only paper shows: opens the print dialog once it is there. */
export function PrintedAbsent({ form, register, rows, onDone }: PrintedAbsentProps) {
  useEffect(() => {
    document.documentElement.dataset['printing'] = form;
    const frame = requestAnimationFrame(() => {
      window.print();
      onDone();
    });
    return () => {
      cancelAnimationFrame(frame);
      delete document.documentElement.dataset['printing'];
    };
  }, [form, onDone]);
  return createPortal(
    <div className={styles.printed}>
      {form === 'labels' ? <Labels rows={rows} /> : <List register={register} rows={rows} />}
    </div>,
    document.body,
  );
}

const townOf = ({ postalCode, town, commune }: RegisterVerdict) =>
  [postalCode, town ?? commune].filter(Boolean).join(' ');

function Labels({ rows }: { rows: readonly RegisterVerdict[] }) {
  return (
    <div className={styles.labels}>
      {rows.map((row) => (
        <address key={row.row}>
          <strong>{row.name}</strong>
          <span>{row.address}</span>
          <span>{townOf(row)}</span>
        </address>
      ))}
    </div>
  );
}

function List({ register, rows }: { register: string; rows: readonly RegisterVerdict[] }) {
  const { t } = useTranslation('coverage');
  const { date } = useFormats();
  const day = date(new Date().toISOString().slice(0, 10));
  return (
    <table className={styles.list}>
      <caption>{t('absent.printedTitle', { register: t(`absent.register.${register}`), date: day })}</caption>
      <thead>
        <tr>
          <th scope="col">{t('absent.column.row')}</th>
          <th scope="col">{t('absent.column.address')}</th>
          <th scope="col">{t('absent.column.epci')}</th>
          <th scope="col">{t('absent.column.website')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.row}>
            <td>{row.name}</td>
            <td>{[row.address, townOf(row)].filter(Boolean).join(', ')}</td>
            <td>{row.epci}</td>
            <td>{row.website}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
