import { useMutation, useQuery } from '@apollo/client/react';
import { useEffect } from 'react';
import {
  DataApplyImportDocument,
  DataCancelImportDocument,
  DataChangeImportDocument,
  DataImportJobDocument,
  type DataChangeImportMutationVariables,
  type ImportState,
  type JobPartsFragment,
} from '../../../graphql/generated/graphql';
import { useWriter, writeContext } from '../../../lib/writeToken';

/** States in which an import moves by itself. */
const moving: readonly ImportState[] = ['QUEUED', 'READING', 'COMPARING', 'WRITING'];

/** How often one asks how far an import is, in milliseconds: often while it moves, seldom while the database is away. */
function pollOf(state: ImportState | undefined): number {
  if (state === undefined || moving.includes(state)) return 600;
  return state === 'UNSURE' ? 3000 : 0;
}

/** An import under way, and what one can do with it. */
export interface RunningImport {
  job: JobPartsFragment | undefined;
  /** Why asking or acting failed last. */
  error: unknown;
  busy: boolean;
  change: (settings: Omit<DataChangeImportMutationVariables, 'id'>) => void;
  apply: (skipRejected: boolean) => void;
  cancel: () => void;
}

/** Follows an import until it stops moving. */
export function useImportJob(id: string): RunningImport {
  const writer = useWriter();
  const context = writeContext(writer);
  const query = useQuery(DataImportJobDocument, { variables: { id }, context, fetchPolicy: 'network-only' });
  const { startPolling, stopPolling } = query;
  const found = (query.data ?? query.previousData)?.importJob ?? undefined;
  const job = found?.id === id ? found : undefined;
  const poll = query.error && !job ? 0 : pollOf(job?.state);
  useEffect(() => {
    if (poll > 0) startPolling(poll);
    return stopPolling;
  }, [poll, startPolling, stopPolling]);
  const [change, changing] = useMutation(DataChangeImportDocument, { context, errorPolicy: 'all' });
  const [apply, applying] = useMutation(DataApplyImportDocument, { context, errorPolicy: 'all' });
  const [cancel, cancelling] = useMutation(DataCancelImportDocument, { context, errorPolicy: 'all' });
  const quiet = (done: Promise<unknown>) => void done.catch(() => undefined);
  return {
    job,
    error: changing.error ?? applying.error ?? cancelling.error ?? (job ? undefined : query.error),
    busy: changing.loading || applying.loading || cancelling.loading,
    change: (settings) => quiet(change({ variables: { ...settings, id } })),
    apply: (skipRejected) =>
      quiet(apply({ variables: { id, digest: job?.digest ?? '', skipRejected, by: writer.by } })),
    cancel: () => quiet(cancel({ variables: { id } })),
  };
}
