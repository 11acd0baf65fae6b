import { FileUp } from 'lucide-react';
import { useState, type ChangeEvent, type DragEvent } from 'react';
import styles from './FileDrop.module.css';

/** Properties of {@link FileDrop}. */
export interface FileDropProps {
  label: string;
  /** What may be given; with it the box is the large one of a page that is about files. */
  hint?: string;
  /** Kinds of file offered first, as the `accept` of HTML. */
  accept: string;
  onFile: (file: File) => void;
}

/** Where a file is given, by choosing it or by dropping it. The first of several is taken; the same one can be given again. */
export function FileDrop({ label, hint, accept, onFile }: FileDropProps) {
  const [isOver, setOver] = useState(false);
  const take = (files: FileList | null) => {
    const file = files?.[0];
    if (file) onFile(file);
  };
  return (
    <label
      className={hint ? styles.large : styles.row}
      data-over={isOver || undefined}
      onDragOver={(event: DragEvent) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event: DragEvent) => {
        event.preventDefault();
        setOver(false);
        take(event.dataTransfer.files);
      }}
    >
      <FileUp size={hint ? 28 : 20} aria-hidden />
      <span className={styles.label}>{label}</span>
      {hint && <span className={styles.hint}>{hint}</span>}
      <input
        type="file"
        className="visually-hidden"
        accept={accept}
        onChange={(event: ChangeEvent<HTMLInputElement>) => {
          take(event.target.files);
          event.target.value = '';
        }}
      />
    </label>
  );
}
