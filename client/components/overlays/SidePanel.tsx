import { X } from 'lucide-react';
import { useEffect, useId, useRef, useState, type PointerEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useWideScreen } from '../../lib/useMediaQuery';
import { IconButton } from '../controls/IconButton';
import styles from './SidePanel.module.css';

/** Properties of {@link SidePanel}. */
export interface SidePanelProps {
  /** What is selected: name of the actor, of the commune. */
  title: string;
  /** Marks or a line under the title. */
  subtitle?: ReactNode;
  /** With it, the panel can be closed (button, Escape, swipe down). */
  onClose?: () => void;
  /** Actions that stay at the bottom. */
  footer?: ReactNode;
  children: ReactNode;
}

/** Height of a swipe, in pixels, from which a sheet grows or closes. */
const SWIPE = 40;

function useSwipe(onUp: () => void, onDown: () => void) {
  const from = useRef<number | null>(null);
  return {
    onPointerDown: (event: PointerEvent) => {
      from.current = event.clientY;
    },
    onPointerUp: (event: PointerEvent) => {
      const way = from.current == null ? 0 : event.clientY - from.current;
      from.current = null;
      if (way < -SWIPE) onUp();
      else if (way > SWIPE) onDown();
    },
  };
}

/**
 * What is selected, beside the main pane: a panel of 400 pixels on a wide screen, a sheet at the bottom of a narrow
 * one that a swipe opens whole or closes. Not modal: the page behind stays usable. Give it to {@link Page} as `panel`.
 */
export function SidePanel({ title, subtitle, onClose, footer, children }: SidePanelProps) {
  const { t } = useTranslation('components');
  const wide = useWideScreen();
  const id = useId();
  const panel = useRef<HTMLElement>(null);
  const [whole, setWhole] = useState(false);
  const swipe = useSwipe(
    () => setWhole(true),
    () => (whole ? setWhole(false) : onClose?.()),
  );
  useEffect(() => panel.current?.scrollTo?.(0, 0), [title]);
  return (
    <aside
      ref={panel}
      aria-labelledby={id}
      className={styles.panel}
      data-whole={whole || undefined}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.defaultPrevented) onClose?.();
      }}
    >
      <header className={styles.header}>
        {!wide && (
          <button
            type="button"
            className={styles.grip}
            aria-expanded={whole}
            aria-label={whole ? t('sheetLess') : t('sheetMore')}
            onClick={() => setWhole(!whole)}
            {...swipe}
          />
        )}
        <div className={styles.titles}>
          <h2 id={id}>{title}</h2>
          {subtitle}
        </div>
        {onClose && <IconButton label={t('close')} icon={<X size={20} aria-hidden />} onClick={onClose} />}
      </header>
      <div className={styles.body}>{children}</div>
      {footer && <footer className={styles.footer}>{footer}</footer>}
    </aside>
  );
}
