import { createStoredChoice } from './storedChoice';

/** What the person asked for: light, dark, or whatever their system says. */
export type Theme = 'light' | 'dark' | 'system';

/** The three, in the order they are offered. */
export const themes = ['system', 'light', 'dark'] as const satisfies readonly Theme[];

/** The person's theme, kept in their browser. */
export const themeChoice = createStoredChoice<Theme>('maillage.theme', themes, () => 'system');

function showTheme(): void {
  const theme = themeChoice.get();
  if (theme === 'system') delete document.documentElement.dataset['theme'];
  else document.documentElement.dataset['theme'] = theme;
}

/** Shows the chosen theme and goes on following the choice. Call once, before the first rendering. */
export function startTheme(): void {
  showTheme();
  themeChoice.subscribe(showTheme);
}
