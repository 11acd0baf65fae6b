import type { ButtonHTMLAttributes, ReactNode, Ref } from 'react';
import { Link, type LinkProps } from 'react-router';
import { joinClasses } from '../../lib/joinClasses';
import styles from './Button.module.css';

/** How much a button asks for: the one action of a page, an ordinary one, a discreet one, one that loses something. */
export type ButtonLook = 'primary' | 'secondary' | 'quiet' | 'danger';

/** Properties of {@link Button}: those of an HTML button, and its look. */
export interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  look?: ButtonLook;
  /** An icon before the words; decorative, so it needs no label. */
  icon?: ReactNode;
  /** While true the button says so and cannot be pressed again. */
  busy?: boolean;
  small?: boolean;
  ref?: Ref<HTMLButtonElement>;
}

/** An action, named by a verb. */
export function Button({
  look = 'secondary',
  icon,
  busy = false,
  small = false,
  className,
  children,
  disabled,
  ...rest
}: ButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      disabled={disabled || busy}
      aria-busy={busy || undefined}
      className={joinClasses(styles.button, styles[look], small && styles.small, className)}
    >
      {icon}
      {children}
    </button>
  );
}

/** Properties of {@link ButtonLink}. */
export interface ButtonLinkProps extends LinkProps {
  look?: ButtonLook;
  icon?: ReactNode;
  small?: boolean;
}

/** A link to another page that looks like a button: use it where the action is to go somewhere. */
export function ButtonLink({
  look = 'secondary',
  icon,
  small = false,
  className,
  children,
  ...rest
}: ButtonLinkProps) {
  return (
    <Link {...rest} className={joinClasses(styles.button, styles[look], small && styles.small, className)}>
      {icon}
      {children}
    </Link>
  );
}
