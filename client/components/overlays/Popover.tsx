import { useId, useRef, useState, type ReactNode, type Ref } from 'react';
import { joinClasses } from '../../lib/joinClasses';
import { useDismiss } from '../../lib/useDismiss';
import styles from './Popover.module.css';

/** What the button that opens a popover must carry. */
export interface PopoverTrigger {
  ref: Ref<HTMLButtonElement>;
  'aria-expanded': boolean;
  'aria-controls': string | undefined;
  onClick: () => void;
}

/** Properties of {@link Popover}. */
export interface PopoverProps {
  /** What is inside, said to screen readers. */
  label: string;
  /** The button that opens it. */
  trigger: (trigger: PopoverTrigger) => ReactNode;
  /** Side of the button it lines up with. */
  align?: 'start' | 'end';
  /** The content, given what closes it. */
  children: (close: () => void) => ReactNode;
}

const EDGE = 16;

/** Shifts a panel that would leave the window on either side. */
function keepInside(panel: HTMLElement | null): void {
  if (panel === null) return;
  const { left, right } = panel.getBoundingClientRect();
  const over = right - (document.documentElement.clientWidth - EDGE);
  const shift = left < EDGE ? EDGE - left : over > 0 ? -Math.min(over, left - EDGE) : 0;
  if (shift !== 0) panel.style.translate = `${shift}px 0`;
}

/** A small panel that opens at a button and closes on Escape or on a press elsewhere; the focus comes back. */
export function Popover({ label, trigger, align = 'start', children }: PopoverProps) {
  const id = useId();
  const [open, setOpen] = useState(false);
  const around = useRef<HTMLSpanElement>(null);
  const [opener, setOpener] = useState<HTMLButtonElement | null>(null);
  const close = () => setOpen(false);
  useDismiss(open, close, [around], opener);
  return (
    <span className={styles.around} ref={around}>
      {trigger({
        ref: setOpener,
        'aria-expanded': open,
        'aria-controls': open ? id : undefined,
        onClick: () => setOpen(!open),
      })}
      {open && (
        <div
          id={id}
          ref={keepInside}
          role="dialog"
          aria-label={label}
          className={joinClasses(styles.panel, styles[align])}
        >
          {children(() => {
            close();
            opener?.focus();
          })}
        </div>
      )}
    </span>
  );
}
