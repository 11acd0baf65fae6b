import { useSyncExternalStore } from 'react';

/** Whether the API answers: yes; no, the network or the server is away; the server is there but its database is not. */
export type Connection = 'up' | 'offline' | 'databaseAway';

let current: Connection = 'up';
const listeners = new Set<() => void>();

/** The state of the connection as the last request left it. */
export function readConnection(): Connection {
  return current;
}

/** Says how the last request went. */
export function setConnection(next: Connection): void {
  if (next === current) return;
  current = next;
  listeners.forEach((changed) => changed());
}

function subscribe(changed: () => void): () => void {
  listeners.add(changed);
  return () => listeners.delete(changed);
}

/** The state of the connection, kept up to date. */
export function useConnection(): Connection {
  return useSyncExternalStore(subscribe, readConnection);
}
