import { useTranslation } from 'react-i18next';
import { FileDrop } from '../../../components/controls/FileDrop';
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
  return (
    <div className={styles.picker}>
      {fault && (
        <p role="alert" className={styles.fault}>
          {t(`absent.fault.${fault}`)}
        </p>
      )}
      <FileDrop
        label={file ? t('absent.another', { name: file.name }) : t('absent.choose')}
        accept=".csv,.json,text/csv,application/json"
        onFile={onFile}
      />
      <p className={styles.note}>{t('absent.notKept')}</p>
    </div>
  );
}
