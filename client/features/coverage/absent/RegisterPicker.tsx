import { FileUp } from 'lucide-react';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { useFileDrop } from '../../../lib/useFileDrop';
import type { RegisterFault } from '../registerAnswer';
import styles from './Absent.module.css';

/** Properties of {@link RegisterPicker}. */
export interface RegisterPickerProps {
  file: File | null;
  fault: RegisterFault | null;
  onFile: (file: File) => void;
}

/** Where one gives a register: chosen or dropped. */
export function RegisterPicker({ file, fault, onFile }: RegisterPickerProps) {
  const { t } = useTranslation('coverage');
  const id = useId();
  const { zone, input } = useFileDrop(onFile);
  return (
    <div className={styles.picker}>
      {fault && (
        <p role="alert" className={styles.fault}>
          {t(`absent.fault.${fault}`)}
        </p>
      )}
      <label htmlFor={id} className={styles.drop} {...zone}>
        <FileUp size={20} aria-hidden />
        <span>{file ? t('absent.another', { name: file.name }) : t('absent.choose')}</span>
        <input id={id} className="visually-hidden" accept=".csv,.json,text/csv,application/json" {...input} />
      </label>
      <p className={styles.note}>{t('absent.notKept')}</p>
    </div>
  );
}
