import { cloneElement, useId, useLayoutEffect, useRef, useState, type ReactElement } from 'react';
import { createPortal } from 'react-dom';
import styles from './Tooltip.module.css';

/** Properties of {@link Tooltip}. */
export interface TooltipProps {
  /** A few words; nothing one could not do without. */
  text: string;
  /** True when the text is already the name of the child, so that it is not said twice. */
  naming?: boolean;
  /** The element explained: one that can take the focus. */
  children: ReactElement<{ 'aria-describedby'?: string }>;
}

function Bubble({ id, text, anchor }: { id: string; text: string; anchor: HTMLElement }) {
  const bubble = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const element = bubble.current;
    if (!element) return;
    const around = anchor.getBoundingClientRect();
    const { width, height } = element.getBoundingClientRect();
    const middle = around.left + around.width / 2 - width / 2;
    const below = around.bottom + 6;
    const fits = below + height < window.innerHeight - 4;
    element.style.left = `${Math.max(8, Math.min(middle, window.innerWidth - width - 8))}px`;
    element.style.top = `${fits ? below : around.top - height - 6}px`;
  }, [anchor, text]);
  return createPortal(
    <div ref={bubble} id={id} role="tooltip" className={styles.bubble}>
      {text}
    </div>,
    document.body,
  );
}

/** A few words about what is pointed at or focused; Escape hides them. */
export function Tooltip({ text, naming = false, children }: TooltipProps) {
  const id = useId();
  const around = useRef<HTMLSpanElement>(null);
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const show = () => setAnchor((around.current?.firstElementChild as HTMLElement | null) ?? null);
  const hide = () => setAnchor(null);
  const described = anchor && !naming ? id : undefined;
  return (
    <span
      ref={around}
      role="presentation"
      className={styles.around}
      onPointerEnter={(event) => event.pointerType === 'mouse' && show()}
      onPointerLeave={hide}
      onFocus={(event) => event.target.matches(':focus-visible') && show()}
      onBlur={hide}
      onClick={hide}
      onKeyDown={(event) => {
        if (event.key === 'Escape') hide();
      }}
    >
      {cloneElement(children, described ? { 'aria-describedby': described } : {})}
      {anchor && <Bubble id={id} text={text} anchor={anchor} />}
    </span>
  );
}
