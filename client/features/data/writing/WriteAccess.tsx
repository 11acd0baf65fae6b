import { KeyRound, LockOpen } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/controls/Button';
import { Popover } from '../../../components/overlays/Popover';
import { TokenForm } from './TokenForm';
import { setWriter, useWriter } from '../../../lib/writeToken';
import styles from './Writing.module.css';

/** Says whether one only reads or may write, and opens where to change that. */
export function WriteAccess() {
  const { t } = useTranslation('data');
  const writer = useWriter();
  const writes = writer.token !== '';
  const Icon = writes ? LockOpen : KeyRound;
  return (
    <Popover
      label={t('token.title')}
      align="end"
      trigger={(ties) => (
        <Button {...ties} icon={<Icon size={16} aria-hidden />}>
          {writes ? t('token.writing') : t('token.reading')}
        </Button>
      )}
    >
      {(close) => (
        <div className={styles.panel}>
          {writes ? (
            <>
              <p>{writer.by ? t('token.writesAs', { by: writer.by }) : t('token.writes')}</p>
              <div>
                <Button
                  onClick={() => {
                    setWriter(null);
                    close();
                  }}
                >
                  {t('token.forget')}
                </Button>
              </div>
            </>
          ) : (
            <>
              <p>{t('token.explain')}</p>
              <TokenForm onDone={close} />
            </>
          )}
        </div>
      )}
    </Popover>
  );
}
