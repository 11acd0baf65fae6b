import { useEffect, type RefObject } from 'react';

/**
 * While `open`, calls `close` on Escape and on a press outside every one of `inside`.
 * On Escape the focus goes back to `opener`.
 */
export function useDismiss(
  open: boolean,
  close: () => void,
  inside: readonly RefObject<HTMLElement | null>[],
  opener?: HTMLElement | null,
): void {
  useEffect(() => {
    if (!open) return;
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.defaultPrevented) return;
      event.preventDefault();
      close();
      opener?.focus();
    };
    const onPress = (event: PointerEvent) => {
      const target = event.target as Node;
      if (!inside.some((part) => part.current?.contains(target))) close();
    };
    document.addEventListener('keydown', onKey);
    document.addEventListener('pointerdown', onPress);
    return () => {
      document.removeEventListener('keydown', onKey);
      document.removeEventListener('pointerdown', onPress);
    };
  });
}
