import { useSyncExternalStore } from 'react';

/** A view kept under a name: the query string of its address. */
export interface SavedView {
  name: string;
  search: string;
}

const place = 'maillage.views';

let views = read();
const listeners = new Set<() => void>();

/** None where storage is refused or unreadable. */
function read(): readonly SavedView[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(place) ?? '[]');
    return Array.isArray(kept) ? kept.filter(isSavedView) : [];
  } catch {
    return [];
  }
}

function isSavedView(value: unknown): value is SavedView {
  const { name, search } = (value ?? {}) as Partial<Record<keyof SavedView, unknown>>;
  return typeof name === 'string' && typeof search === 'string' && (search === '' || search.startsWith('?'));
}

function write(next: readonly SavedView[]): void {
  views = next;
  try {
    localStorage.setItem(place, JSON.stringify(next));
  } catch {
    // Storage refused: the views last as long as the page.
  }
  listeners.forEach((listener) => listener());
}

// Another tab of this browser kept or forgot one.
window.addEventListener('storage', ({ key }) => {
  if (key !== place && key !== null) return;
  views = read();
  listeners.forEach((listener) => listener());
});

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The views kept in this browser, in the order they were. */
export function useSavedViews(): readonly SavedView[] {
  return useSyncExternalStore(subscribe, () => views);
}

/** Keeps a view; one of the same name gives it its place. */
export function keepView(view: SavedView): void {
  const at = views.findIndex(({ name }) => name === view.name);
  write(at < 0 ? [...views, view] : views.with(at, view));
}

/** Gives a view another name, which no other bears. */
export function renameView(from: string, to: string): void {
  write(views.map((view) => (view.name === from ? { ...view, name: to } : view)));
}

/**
 * Forgets a view.
 *
 * @returns what puts it back where it was
 */
export function forgetView(name: string): () => void {
  const at = views.findIndex((view) => view.name === name);
  const forgotten = views[at];
  if (forgotten === undefined) return () => undefined;
  write(views.toSpliced(at, 1));
  return () => {
    if (!views.some((view) => view.name === name)) write(views.toSpliced(at, 0, forgotten));
  };
}
