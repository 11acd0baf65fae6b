import { useTranslation } from 'react-i18next';
import { Button } from '../controls/Button';
import { EmptyState } from '../states/EmptyState';
import { Page } from './Page';

/** What stands in the place of a page that failed to draw: the frame stays, one can go on or reload. */
export function PageCrash() {
  const { t } = useTranslation('frame');
  return (
    <Page title={t('crash.title')}>
      <EmptyState
        title={t('crash.text')}
        action={<Button onClick={() => window.location.reload()}>{t('crash.reload')}</Button>}
      />
    </Page>
  );
}
