import type { ButtonHTMLAttributes, ReactNode, Ref } from 'react';
import { joinClasses } from '../../lib/joinClasses';
import { Tooltip } from '../overlays/Tooltip';
import styles from './IconButton.module.css';

/** Properties of {@link IconButton}: those of an HTML button, its name and its icon. */
export interface IconButtonProps extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'aria-label'> {
  /** What it does, said to screen readers and shown on hover. */
  label: string;
  /** A lucide icon of size 18 or 20. */
  icon: ReactNode;
  /** For a button that stays pressed. */
  pressed?: boolean;
  ref?: Ref<HTMLButtonElement>;
}

/** An action shown by an icon alone; its name appears on hover and on focus. */
export function IconButton({ label, icon, pressed, className, ...rest }: IconButtonProps) {
  return (
    <Tooltip text={label} naming>
      <button
        type="button"
        {...rest}
        aria-label={label}
        aria-pressed={pressed}
        className={joinClasses(styles.button, className)}
      >
        {icon}
      </button>
    </Tooltip>
  );
}
