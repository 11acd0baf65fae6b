import { useVirtualizer } from '@tanstack/react-virtual';
import type { RefObject } from 'react';

/** Height in pixels of a row of a long table. */
export const ROW_HEIGHT = 44;

/** From how many rows on only those in view are drawn. */
export const WINDOW_FROM = 120;

/** Which rows are drawn, and the room that the others leave. */
export interface RowWindow {
  windowed: boolean;
  /** Index of the first row drawn, and one past the last. */
  from: number;
  to: number;
  /** Pixels left before and after. */
  before: number;
  after: number;
}

/** The rows in view of a frame that scrolls; all of them for a short table. */
export function useWindow(frame: RefObject<HTMLElement | null>, count: number): RowWindow {
  const windowed = count > WINDOW_FROM;
  const virtualizer = useVirtualizer({
    count,
    enabled: windowed,
    getScrollElement: () => frame.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 12,
  });
  if (!windowed) return { windowed, from: 0, to: count, before: 0, after: 0 };
  const items = virtualizer.getVirtualItems();
  const from = items[0]?.index ?? 0;
  // A frame that is not laid out yet has no rows in view: it begins with the first ones.
  const to = (items.at(-1)?.index ?? Math.min(count, 30) - 1) + 1;
  return { windowed, from, to, before: from * ROW_HEIGHT, after: (count - to) * ROW_HEIGHT };
}
