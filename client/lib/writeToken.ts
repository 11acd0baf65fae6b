import { useSyncExternalStore } from 'react';

/** What lets one write, and who one says one is. */
export interface Writer {
  /** The write token; empty when one only reads. */
  token: string;
  /** A name for the history of changes; may be empty. */
  by: string;
}

const KEY = 'maillage.writer';
const nobody: Writer = { token: '', by: '' };
const listeners = new Set<() => void>();
let current: Writer | undefined;

function stored(): Writer {
  try {
    const found: unknown = JSON.parse(sessionStorage.getItem(KEY) ?? 'null');
    if (typeof found !== 'object' || found === null) return nobody;
    const { token, by } = found as Record<string, unknown>;
    return { token: typeof token === 'string' ? token : '', by: typeof by === 'string' ? by : '' };
  } catch {
    return nobody;
  }
}

/** The writer of this session. */
export function readWriter(): Writer {
  return (current ??= stored());
}

/**
 * Keeps the writer until the tab closes: in the storage of the session, never beyond; in memory where that is refused.
 *
 * @param writer - null forgets it
 */
export function setWriter(writer: Writer | null): void {
  current = writer ?? nobody;
  try {
    if (writer === null) sessionStorage.removeItem(KEY);
    else sessionStorage.setItem(KEY, JSON.stringify(writer));
  } catch {
    // Storage refused: it lasts as long as the page.
  }
  listeners.forEach((changed) => changed());
}

function subscribe(changed: () => void): () => void {
  listeners.add(changed);
  return () => listeners.delete(changed);
}

/** The writer of this session, kept up to date. */
export function useWriter(): Writer {
  return useSyncExternalStore(subscribe, readWriter);
}

/** The headers of a request that writes; none without a token. */
export function writeHeaders({ token }: Writer): Record<string, string> {
  return token === '' ? {} : { authorization: `Bearer ${token}` };
}

/** The context of an Apollo request that writes. */
export function writeContext(writer: Writer): { headers: Record<string, string> } {
  return { headers: writeHeaders(writer) };
}
