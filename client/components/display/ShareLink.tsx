import { Link2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from '../controls/Button';
import { IconButton } from '../controls/IconButton';
import { showToast } from '../overlays/announcements';

/** Properties of {@link ShareLink}. */
export interface ShareLinkProps {
  /** The address to copy; the page as it shows unless told. */
  url?: string;
  /** An icon alone. */
  compact?: boolean;
}

/** Copies the link to the page as it shows (its state is in the address), and says that it did. */
export function ShareLink({ url, compact = false }: ShareLinkProps) {
  const { t } = useTranslation('components');
  const copy = () => {
    navigator.clipboard.writeText(url ?? window.location.href).then(
      () => showToast(t('linkCopied')),
      () => showToast(t('linkNotCopied')),
    );
  };
  const icon = <Link2 size={18} aria-hidden />;
  if (compact) return <IconButton label={t('copyLink')} icon={icon} onClick={copy} />;
  return (
    <Button look="quiet" icon={icon} onClick={copy}>
      {t('copyLink')}
    </Button>
  );
}
