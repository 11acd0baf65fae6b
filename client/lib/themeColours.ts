import { useSyncExternalStore } from 'react';
import { themeChoice } from './theme';

/** Reads colour tokens as `rgb(…)` text, for what is drawn without CSS (canvas, WebGL map). */
export type ReadColour = (token: string) => string;

/** Resolves a colour token (`accent`, `validation-line`, `sequential-3`…) as it shows in the theme of the moment. */
export function readColour(token: string): string {
  const probe = document.createElement('span');
  probe.style.color = `var(--${token})`;
  document.body.append(probe);
  const colour = getComputedStyle(probe).color;
  probe.remove();
  return colour;
}

/** Reads each colour once and remembers it: for one drawing, in the theme of its moment. */
export function keepColours(read: ReadColour): ReadColour {
  const known = new Map<string, string>();
  return (token) => {
    const colour = known.get(token) ?? read(token);
    known.set(token, colour);
    return colour;
  };
}

function subscribe(changed: () => void): () => void {
  const system = window.matchMedia?.('(prefers-color-scheme: dark)');
  system?.addEventListener('change', changed);
  const stop = themeChoice.subscribe(changed);
  return () => {
    system?.removeEventListener('change', changed);
    stop();
  };
}

/** The theme that shows now. */
export function shownTheme(): 'light' | 'dark' {
  const theme = themeChoice.get();
  if (theme !== 'system') return theme;
  return window.matchMedia?.('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
}

/**
 * The theme that shows, light or dark, kept up to date. Give it as a dependency to what reads colours with
 * {@link readColour}, so that a canvas is painted again when the theme changes.
 */
export function useShownTheme(): 'light' | 'dark' {
  return useSyncExternalStore(subscribe, shownTheme);
}
