import { useTranslation } from 'react-i18next';
import { ButtonLink } from '../controls/Button';
import { Page } from '../frame/Page';
import { EmptyState } from '../states/EmptyState';

/** What stands in place of a page whose address names nothing. */
export function Missing({ text }: { text: string }) {
  const { t } = useTranslation('facts');
  return (
    <Page title={t('missing.title')}>
      <EmptyState title={text} action={<ButtonLink to="/explorer">{t('missing.action')}</ButtonLink>}>
        {t('missing.text')}
      </EmptyState>
    </Page>
  );
}
