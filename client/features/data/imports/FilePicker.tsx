import { useQuery } from '@apollo/client/react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FileDrop } from '../../../components/controls/FileDrop';
import { Select } from '../../../components/controls/Select';
import { Progress } from '../../../components/states/Progress';
import { DataExchangeSheetsDocument } from '../../../graphql/generated/graphql';
import { useFormats, useLocalText } from '../../../i18n/useLanguage';
import { useWriter, writeHeaders } from '../../../lib/writeToken';
import { FileNotTakenError, sendFile } from './sendFile';
import styles from './Import.module.css';

/** Which sentence says why a file was not taken. */
function reasonOf(error: unknown): string {
  const status = error instanceof FileNotTakenError ? error.status : 0;
  if (status === 401 || status === 403) return 'token';
  if (status === 413) return 'large';
  if (status === 503) return 'busy';
  if (status === 400) return 'empty';
  return status === 0 ? 'away' : 'other';
}

/** Sends a file and says how far it is; `fault` names why the last one was not taken. */
function useSending(onSent: (id: string) => void) {
  const writer = useWriter();
  const [share, setShare] = useState<number | null>(null);
  const [fault, setFault] = useState<string | null>(null);
  const abort = useRef<AbortController | null>(null);
  const send = async (file: File, sheet: string) => {
    abort.current = new AbortController();
    setFault(null);
    setShare(0);
    const { signal } = abort.current;
    const options = { headers: writeHeaders(writer), onProgress: setShare, signal };
    try {
      onSent(await sendFile(file, sheet === '' ? options : { ...options, sheet }));
    } catch (error) {
      if (!signal.aborted) setFault(reasonOf(error));
    }
    setShare(null);
  };
  return { share, fault, send, stop: () => abort.current?.abort() };
}

/** Where one gives the file to import: by choosing it or by dropping it. */
export function FilePicker({ onSent }: { onSent: (id: string) => void }) {
  const { t } = useTranslation('data');
  const formats = useFormats();
  const text = useLocalText();
  const sheets = useQuery(DataExchangeSheetsDocument).data?.exchangeSheets ?? [];
  const [sheet, setSheet] = useState('');
  const { share, fault, send, stop } = useSending(onSent);
  if (share !== null)
    return (
      <Progress label={t('import.sending')} share={share} detail={formats.percent(share)} onCancel={stop} />
    );
  return (
    <div className={styles.picker}>
      {fault && (
        <p role="alert" className={styles.fault}>
          {t(`import.fault.${fault}`)}
        </p>
      )}
      <FileDrop
        label={t('import.choose')}
        hint={t('import.chooseHint')}
        accept=".xlsx,.csv,.zip,.json,.geojson"
        onFile={(file) => void send(file, sheet)}
      />
      <div className={styles.narrow}>
        <Select
          label={t('import.sheet')}
          hint={t('import.sheetHint')}
          value={sheet}
          onChange={setSheet}
          options={[
            { value: '', label: t('import.sheetGuess') },
            ...sheets.map(({ id: value, labelFr, labelEn }) => ({ value, label: text(labelFr, labelEn) })),
          ]}
        />
      </div>
    </div>
  );
}
