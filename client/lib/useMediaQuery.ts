import { useCallback, useSyncExternalStore } from 'react';

/** Whether a media query holds, kept up to date. False where the browser cannot tell. */
export function useMediaQuery(query: string): boolean {
  const subscribe = useCallback(
    (changed: () => void) => {
      const list = window.matchMedia?.(query);
      list?.addEventListener('change', changed);
      return () => list?.removeEventListener('change', changed);
    },
    [query],
  );
  return useSyncExternalStore(subscribe, () => window.matchMedia?.(query).matches ?? false);
}

/** True from 1024 pixels on: rail, side panel. Below: bottom bar, sheet. */
export function useWideScreen(): boolean {
  return useMediaQuery('(min-width: 1024px)');
}
