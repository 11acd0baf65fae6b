import { Download, Printer } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/controls/Button';
import type { CoverageInput, CoverageLevel } from '../../../graphql/generated/graphql';
import { useFormats } from '../../../i18n/useLanguage';
import { saveFile } from '../../../lib/saveFile';
import { sendRegister, type RegisterAnswer } from '../registerAnswer';
import styles from './Absent.module.css';
import { PrintedAbsent, type PrintedForm } from './PrintedAbsent';

/** Properties of {@link WriteTo}. */
export interface WriteToProps {
  file: File;
  level: CoverageLevel;
  input: CoverageInput;
  answer: RegisterAnswer;
}

/** The list to write to: as a table, a workbook, a printed list, or labels for envelopes. */
export function WriteTo({ file, level, input, answer }: WriteToProps) {
  const { t } = useTranslation('coverage');
  const { number } = useFormats();
  const [busy, setBusy] = useState<'csv' | 'xlsx' | null>(null);
  const [printed, setPrinted] = useState<PrintedForm | null>(null);
  const absent = answer.rows.filter(({ status }) => status === 'ABSENT');
  const reached = absent.filter(({ address }) => address !== null);
  const save = async (format: 'csv' | 'xlsx') => {
    setBusy(format);
    try {
      const response = await sendRegister(file, level, input, format);
      saveFile(`maillage-absents.${format}`, await response.blob());
    } finally {
      setBusy(null);
    }
  };
  const button = (format: 'csv' | 'xlsx') => (
    <Button
      look={format === 'csv' ? 'primary' : 'secondary'}
      icon={<Download size={16} aria-hidden />}
      busy={busy === format}
      onClick={() => void save(format)}
    >
      {t(format === 'csv' ? 'absent.list' : 'absent.listXlsx')}
    </Button>
  );
  const print = (form: PrintedForm, count: number) => (
    <Button icon={<Printer size={16} aria-hidden />} disabled={count === 0} onClick={() => setPrinted(form)}>
      {t(`absent.print.${form}`, { count, number: number(count) })}
    </Button>
  );
  return (
    <div className={styles.buttons}>
      {button('csv')}
      {button('xlsx')}
      {print('list', absent.length)}
      {print('labels', reached.length)}
      <p className={styles.note}>
        {t('absent.listNote')}{' '}
        {t('absent.addresses', {
          count: absent.length - reached.length,
          with: number(reached.length),
          without: number(absent.length - reached.length),
        })}
      </p>
      {printed && (
        <PrintedAbsent
          form={printed}
          register={answer.register}
          rows={printed === 'list' ? absent : reached}
          onDone={() => setPrinted(null)}
        />
      )}
    </div>
  );
}
