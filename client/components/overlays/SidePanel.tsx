import { X } from 'lucide-react';
import { useEffect, useId, useRef, useState, type PointerEvent, type ReactNode, type RefObject } from 'react';
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
  /** Height of the sheet at first on a narrow screen: `low` shows the title alone and leaves the page to a map. */
  start?: 'low' | 'half';
  children: ReactNode;
}

type SheetHeight = 'low' | 'half' | 'whole';

/** Height of a swipe, in pixels, from which a sheet grows or closes. */
const SWIPE = 40;

/** Escape inside an element closes it. */
function useEscape(element: RefObject<HTMLElement | null>, close: (() => void) | undefined) {
  useEffect(() => {
    const inside = element.current;
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !event.defaultPrevented) close?.();
    };
    inside?.addEventListener('keydown', onKey);
    return () => inside?.removeEventListener('keydown', onKey);
  }, [element, close]);
}

interface GripProps {
  height: SheetHeight;
  onHeight: (height: SheetHeight) => void;
  /** The lowest the sheet goes before it closes. */
  least: SheetHeight;
  onClose?: () => void;
}

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

function Grip({ height, onHeight, least, onClose }: GripProps) {
  const { t } = useTranslation('components');
  const swipe = useSwipe(
    () => onHeight(height === 'low' ? 'half' : 'whole'),
    () => {
      if (height === 'whole') onHeight('half');
      else if (height === least) onClose?.();
      else onHeight('low');
    },
  );
  const isWhole = height === 'whole';
  return (
    <button
      type="button"
      className={styles.grip}
      aria-expanded={height !== least}
      aria-label={isWhole ? t('sheetLess') : t('sheetMore')}
      onClick={() => onHeight(isWhole ? least : height === 'low' ? 'half' : 'whole')}
      {...swipe}
    />
  );
}

/**
 * What is selected, beside the main pane: a panel of 400 pixels on a wide screen, a sheet at the bottom of a narrow
 * one that a swipe opens whole or closes. Not modal: the page behind stays usable. Give it to {@link Page} as `panel`.
 */
export function SidePanel({ title, subtitle, onClose, footer, start = 'half', children }: SidePanelProps) {
  const { t } = useTranslation('components');
  const wide = useWideScreen();
  const id = useId();
  const panel = useRef<HTMLElement>(null);
  const [height, setHeight] = useState<SheetHeight>(start);
  useEffect(() => {
    panel.current?.scrollTo?.(0, 0);
  }, [title]);
  useEscape(panel, onClose);
  return (
    <aside ref={panel} aria-labelledby={id} className={styles.panel} data-height={height}>
      <header className={styles.header}>
        {!wide && <Grip height={height} onHeight={setHeight} least={start} onClose={onClose} />}
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
