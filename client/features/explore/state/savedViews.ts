/** A view kept under a name: the query string of its address. */
export interface SavedView {
  name: string;
  search: string;
}

const place = 'maillage.views';

/** The views kept in this browser, in the order they were; none where storage is refused or unreadable. */
export function readSavedViews(): SavedView[] {
  try {
    const read: unknown = JSON.parse(localStorage.getItem(place) ?? '[]');
    return Array.isArray(read) ? read.filter(isSavedView) : [];
  } catch {
    return [];
  }
}

function isSavedView(value: unknown): value is SavedView {
  const { name, search } = (value ?? {}) as Partial<Record<keyof SavedView, unknown>>;
  return typeof name === 'string' && typeof search === 'string' && (search === '' || search.startsWith('?'));
}

/** Keeps views in this browser; where storage is refused they last as long as the page. */
export function writeSavedViews(views: readonly SavedView[]): void {
  try {
    localStorage.setItem(place, JSON.stringify(views));
  } catch {
    // Storage refused: the list is kept in memory by whoever shows it.
  }
}
