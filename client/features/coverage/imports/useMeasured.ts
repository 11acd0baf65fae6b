import { useApolloClient } from '@apollo/client/react';
import { useState } from 'react';
import { useWriter } from '../../../lib/writeToken';
import {
  forgetMeasured,
  MeasuredRefusedError,
  sendMeasured,
  type MeasuredKind,
  type MeasuredReport,
} from './measuredFiles';

/** Where the import of a file stands. */
export interface MeasuredState {
  file: File | null;
  report: MeasuredReport | null;
  refused: MeasuredRefusedError | null;
  isBusy: boolean;
}

const nothing: MeasuredState = { file: null, report: null, refused: null, isBusy: false };

/** The import of one kind of file: first what it would change, then, when asked, written; and its removal. All answers are asked again afterwards. */
export function useMeasured(kind: MeasuredKind) {
  const client = useApolloClient();
  const writer = useWriter();
  const [state, setState] = useState(nothing);
  const run = async (file: File | null, work: () => Promise<MeasuredReport | null>) => {
    setState({ ...nothing, file, isBusy: true });
    try {
      const report = await work();
      // Every answer of the page may have changed with it, those of other addresses too.
      if (!report || report.written) await client.resetStore();
      setState({ ...nothing, file: report ? file : null, report });
    } catch (error) {
      const refused = error instanceof MeasuredRefusedError ? error : new MeasuredRefusedError('other');
      setState({ ...nothing, file, refused });
    }
  };
  return {
    ...state,
    mayWrite: writer.token !== '',
    check: (file: File) => run(file, () => sendMeasured(kind, file, writer, true)),
    apply: () => state.file && run(state.file, () => sendMeasured(kind, state.file!, writer, false)),
    forget: (path: string) =>
      run(null, async () => {
        await forgetMeasured(path, writer);
        return null;
      }),
    drop: () => setState(nothing),
  };
}
