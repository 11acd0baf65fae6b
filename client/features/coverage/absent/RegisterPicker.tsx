import { FileUp } from 'lucide-react';
import { useId, useState, type DragEvent } from 'react';
import { useTranslation } from 'react-i18next';
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
  const [isOver, setOver] = useState(false);
  const take = (files: FileList | null) => {
    const [first] = files ?? [];
    if (first) onFile(first);
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    take(event.dataTransfer.files);
  };
  return (
    <div className={styles.picker}>
      {fault && (
        <p role="alert" className={styles.fault}>
          {t(`absent.fault.${fault}`)}
        </p>
      )}
      <label
        htmlFor={id}
        className={styles.drop}
        data-over={isOver || undefined}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        <FileUp size={20} aria-hidden />
        <span>{file ? t('absent.another', { name: file.name }) : t('absent.choose')}</span>
        <input
          id={id}
          className="visually-hidden"
          type="file"
          accept=".csv,.json,text/csv,application/json"
          onChange={(event) => {
            take(event.target.files);
            event.target.value = '';
          }}
        />
      </label>
      <p className={styles.note}>{t('absent.notKept')}</p>
    </div>
  );
}
