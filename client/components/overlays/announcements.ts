import { useSyncExternalStore } from 'react';

/** A short message that tells what has just been done. */
export interface Toast {
  id: number;
  text: string;
  /** A way to undo, for a few seconds. */
  action?: { label: string; run: () => void };
}

let toasts: readonly Toast[] = [];
let said = '';
let lastId = 0;
const listeners = new Set<() => void>();
const changed = () => listeners.forEach((listener) => listener());

/** Takes a message away. */
export function dismissToast(id: number): void {
  toasts = toasts.filter((toast) => toast.id !== id);
  changed();
}

/** Tells what has just been done, for six seconds (twelve with an action); said to screen readers too. */
export function showToast(text: string, action?: Toast['action']): void {
  const id = (lastId += 1);
  toasts = [...toasts.slice(-2), { id, text, action }];
  setTimeout(() => dismissToast(id), action ? 12_000 : 6_000);
  changed();
}

/** Says something to screen readers alone, for instance how many results are shown now. */
export function announce(text: string): void {
  said = text;
  changed();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The messages that show now. */
export function useToasts(): readonly Toast[] {
  return useSyncExternalStore(subscribe, () => toasts);
}

/** What was last announced. */
export function useAnnouncement(): string {
  return useSyncExternalStore(subscribe, () => said);
}
