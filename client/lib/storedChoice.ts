import { useSyncExternalStore } from 'react';

/** A preference kept in this browser, shared by every component that shows or changes it. */
export interface StoredChoice<T extends string> {
  get(): T;
  set(value: T): void;
  subscribe(changed: () => void): () => void;
}

/**
 * A preference with a closed list of values, kept in the browser's local storage under `key`.
 * Where storage is refused (private window) the choice lasts as long as the page.
 *
 * @param preferred what holds until the person chooses
 */
export function createStoredChoice<const T extends string>(
  key: string,
  choices: readonly T[],
  preferred: () => T,
): StoredChoice<T> {
  const listeners = new Set<() => void>();
  let current: T | undefined;
  const stored = (): T | undefined => {
    try {
      const text = localStorage.getItem(key);
      return choices.find((choice) => choice === text);
    } catch {
      return undefined;
    }
  };
  return {
    get: () => (current ??= stored() ?? preferred()),
    set: (value) => {
      current = value;
      try {
        localStorage.setItem(key, value);
      } catch {
        // Storage refused: the choice is kept in memory.
      }
      listeners.forEach((changed) => changed());
    },
    subscribe: (changed) => {
      listeners.add(changed);
      return () => listeners.delete(changed);
    },
  };
}

/** The value of a stored choice, kept up to date. */
export function useStoredChoice<T extends string>(choice: StoredChoice<T>): T {
  return useSyncExternalStore(choice.subscribe, choice.get);
}
