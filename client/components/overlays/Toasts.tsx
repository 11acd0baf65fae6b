import { X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from '../controls/Button';
import { dismissToast, useAnnouncement, useToasts } from './announcements';
import styles from './Toasts.module.css';

/** Where messages appear and are said to screen readers. Once in the frame. */
export function Toasts() {
  const { t } = useTranslation('components');
  const toasts = useToasts();
  const said = useAnnouncement();
  return (
    <div data-print="hide">
      <div aria-live="polite" className="visually-hidden">
        {said}
      </div>
      <div role="status" className={styles.stack}>
        {toasts.map((toast) => (
          <div key={toast.id} className={styles.toast}>
            <span>{toast.text}</span>
            {toast.action && (
              <Button
                look="quiet"
                small
                className={styles.action}
                onClick={() => {
                  toast.action?.run();
                  dismissToast(toast.id);
                }}
              >
                {toast.action.label}
              </Button>
            )}
            <button
              type="button"
              className={styles.close}
              aria-label={t('close')}
              onClick={() => dismissToast(toast.id)}
            >
              <X size={16} aria-hidden />
            </button>
          </div>
        ))}
      </div>
    </div>
  );
}
