import { useEffect, useState } from 'react';
import type { CoverageInput, CoverageLevel } from '../../graphql/generated/graphql';
import {
  RegisterRefusedError,
  sendRegister,
  type RegisterAnswer,
  type RegisterFault,
} from './registerAnswer';

interface Settled {
  key: string;
  file: File;
  answer: RegisterAnswer | null;
  fault: RegisterFault | null;
}

/** What {@link useRegister} gives. */
export interface RegisterState {
  /** The last answer on this file; that of a question before while the next one is worked out. */
  answer: RegisterAnswer | null;
  fault: RegisterFault | null;
  isWaiting: boolean;
}

/** What a register says of the graph, asked again when the question of the page changes; nothing without a file. */
export function useRegister(file: File | null, level: CoverageLevel, input: CoverageInput): RegisterState {
  const key = JSON.stringify([level, input]);
  const [settled, setSettled] = useState<Settled | null>(null);
  useEffect(() => {
    if (!file) return;
    const abort = new AbortController();
    const [askedLevel, askedInput] = JSON.parse(key) as [CoverageLevel, CoverageInput];
    sendRegister(file, askedLevel, askedInput, 'json', abort.signal)
      .then((response) => response.json() as Promise<RegisterAnswer>)
      .then(
        (answer) => setSettled({ key, file, answer, fault: null }),
        (error: unknown) => {
          if (abort.signal.aborted) return;
          const fault = error instanceof RegisterRefusedError ? error.fault : 'other';
          setSettled({ key, file, answer: null, fault });
        },
      );
    return () => abort.abort();
  }, [file, key]);
  const ofFile = settled?.file === file ? settled : null;
  return {
    answer: ofFile?.answer ?? null,
    fault: ofFile?.fault ?? null,
    isWaiting: file !== null && ofFile?.key !== key,
  };
}
