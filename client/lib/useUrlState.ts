import { useCallback, useLayoutEffect, useMemo, useRef } from 'react';
import { useSearchParams } from 'react-router';
import { readParams, writeParams, type UrlCodecs, type UrlValues } from './urlCodecs';

/** Changes some values of the page's state. `replace` writes over the current entry of the history. */
export type SetUrlState<C> = (change: Partial<UrlValues<C>>, options?: { replace?: boolean }) => void;

/**
 * The page's state, kept in the address: copy the link and it says the same, press Back and the last choice is undone.
 *
 * `codecs` must be constant (declared outside the component). A choice makes a new entry in the history; pass
 * `{ replace: true }` for what changes continuously (typing, dragging). Two changes in the same event add up.
 *
 * @example
 * const codecs = { q: textParam(), km: numberParam(50, { min: 5, max: 200 }), vue: choiceParam(['graphe', 'table'], 'table') };
 * const [state, setState] = useUrlState(codecs);
 * setState({ km: 20 });
 */
export function useUrlState<C extends UrlCodecs>(codecs: C): [UrlValues<C>, SetUrlState<C>] {
  const [params, setParams] = useSearchParams();
  const latest = useRef(params);
  useLayoutEffect(() => {
    latest.current = params;
  }, [params]);
  const values = useMemo(() => readParams(codecs, params), [codecs, params]);
  const set = useCallback<SetUrlState<C>>(
    (change, options) => {
      const next = writeParams(codecs, latest.current, change);
      if (next.toString() === latest.current.toString()) return;
      latest.current = next;
      // A choice shows at once: without this a ticked box would untick until the page follows.
      const replace = options?.replace ?? false;
      setParams(next, { replace, flushSync: !replace, preventScrollReset: true });
    },
    [codecs, setParams],
  );
  return [values, set];
}
