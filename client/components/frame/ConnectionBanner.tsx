import { RotateCw, WifiOff } from 'lucide-react';
import { useApolloClient } from '@apollo/client/react';
import { useCallback, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { setConnection, useConnection } from '../../graphql/connection';
import { Button } from '../controls/Button';
import styles from './ConnectionBanner.module.css';

/** Seconds between two silent attempts while the API or its database is away. */
const PAUSE = 5;

async function isReady(): Promise<boolean> {
  try {
    return (await fetch('/readyz', { cache: 'no-store' })).ok;
  } catch {
    return false;
  }
}

/**
 * A quiet line while the API or its database is away. What is on screen stays; every five seconds it looks whether
 * they are back, and then asks again for what the page shows. A button does so at once.
 */
export function ConnectionBanner() {
  const { t } = useTranslation('frame');
  const client = useApolloClient();
  const connection = useConnection();
  const [trying, setTrying] = useState(false);
  const away = connection !== 'up';
  const retry = useCallback(async () => {
    setTrying(true);
    if (await isReady()) {
      setConnection('up');
      await client.refetchQueries({ include: 'active' }).catch(() => undefined);
    }
    setTrying(false);
  }, [client]);
  useEffect(() => {
    if (!away) return;
    const timer = setInterval(() => void retry(), PAUSE * 1000);
    return () => clearInterval(timer);
  }, [away, retry]);
  return (
    <div role="status" data-print="hide">
      {away && (
        <div className={styles.banner}>
          <WifiOff size={18} aria-hidden />
          <span className={styles.text}>{t(`connection.${connection}`)}</span>
          <Button
            small
            look="quiet"
            busy={trying}
            icon={<RotateCw size={16} aria-hidden />}
            onClick={() => void retry()}
          >
            {t('connection.retry')}
          </Button>
        </div>
      )}
    </div>
  );
}
