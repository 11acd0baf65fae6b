import type { ReactNode } from 'react';
import { ErrorState } from './ErrorState';
import { Skeleton, type SkeletonProps } from './Skeleton';
import styles from './QueryView.module.css';

/** The parts of an Apollo `useQuery` result that a view needs. */
export interface QueryLike {
  error?: unknown;
  loading: boolean;
  refetch?: () => unknown;
}

/** Properties of {@link QueryView}. */
export interface QueryViewProps<T> {
  /** What `useQuery` gave. */
  query: QueryLike;
  /** The last answer is kept on screen while a new one comes: pass `query.data ?? query.previousData`. */
  data: T | null | undefined;
  /** Shape of the skeleton of the first loading. */
  skeleton?: SkeletonProps;
  children: (data: T) => ReactNode;
}

/**
 * The states of a request: skeleton at first, the answer, the last answer quietly dimmed while a new one comes, the
 * error with a retry (above what is still on screen, if anything is).
 */
export function QueryView<T>({ query, data, skeleton, children }: QueryViewProps<T>) {
  const error = query.error && !query.loading ? query.error : null;
  return (
    <>
      {error != null && (
        <ErrorState error={error} onRetry={query.refetch && (() => void query.refetch?.())} />
      )}
      {data != null && (
        <div className={styles.content} aria-busy={query.loading || undefined}>
          {children(data)}
        </div>
      )}
      {data == null && query.loading && <Skeleton {...skeleton} />}
    </>
  );
}
