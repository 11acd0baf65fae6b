import { useTranslation } from 'react-i18next';
import { ButtonLink } from '../../components/controls/Button';
import { Page } from '../../components/frame/Page';
import { EmptyState } from '../../components/states/EmptyState';

/** An address that leads nowhere: what to do instead. */
export default function NotFoundPage() {
  const { t } = useTranslation('notFound');
  return (
    <Page title={t('title')}>
      <EmptyState title={t('what')} action={<ButtonLink to="/">{t('home')}</ButtonLink>}>
        {t('how')}
      </EmptyState>
    </Page>
  );
}
