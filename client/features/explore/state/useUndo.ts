import { useCallback, useEffect, useRef, useState } from 'react';
import { useLocation, useNavigate } from 'react-router';

/** Steps back and forth among the states seen on this page. */
export interface Undo {
  undo: (() => void) | null;
  redo: (() => void) | null;
}

/**
 * Undo and redo over the address: each state seen is kept, in order; a new one after an undo forgets those undone.
 * `ignore` names parameters whose change alone is not a step (what is chosen, what is typed).
 */
export function useUndo(ignore: readonly string[]): Undo {
  const { search, pathname } = useLocation();
  const navigate = useNavigate();
  const stack = useRef<string[]>([search]);
  const [{ at, count }, setPlace] = useState({ at: 0, count: 1 });
  const moving = useRef(false);
  const place = useRef(0);

  useEffect(() => {
    if (moving.current) {
      moving.current = false;
      return;
    }
    const current = stack.current[place.current];
    if (current === search) return;
    if (current !== undefined && significant(current, ignore) === significant(search, ignore)) {
      stack.current[place.current] = search;
      return;
    }
    // Back and forward of the browser move among states already seen.
    const near = [place.current - 1, place.current + 1].find((index) => stack.current[index] === search);
    if (near === undefined) {
      stack.current = [...stack.current.slice(0, place.current + 1), search];
      place.current += 1;
    } else place.current = near;
    setPlace({ at: place.current, count: stack.current.length });
  }, [search, ignore]);

  const go = useCallback(
    (target: number) => {
      moving.current = true;
      place.current = target;
      setPlace({ at: target, count: stack.current.length });
      void navigate({ pathname, search: stack.current[target] ?? '' }, { preventScrollReset: true });
    },
    [navigate, pathname],
  );
  return {
    undo: at > 0 ? () => go(at - 1) : null,
    redo: at < count - 1 ? () => go(at + 1) : null,
  };
}

function significant(search: string, ignore: readonly string[]): string {
  const params = new URLSearchParams(search);
  for (const name of ignore) params.delete(name);
  params.sort();
  return params.toString();
}
