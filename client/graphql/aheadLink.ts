import { ApolloLink } from '@apollo/client';
import { shareReplay, tap, type Observable } from 'rxjs';

/** Context of a question asked before its answer is wanted, as one points at what would ask it. */
export const ahead = { isAhead: true } as const;

/** How long an answer asked ahead may wait to be wanted, in milliseconds. */
const patience = 20_000;
/** Answers that may wait at once; the oldest goes first. */
const mostWaiting = 8;

interface Waiting {
  answer: Observable<ApolloLink.Result>;
  since: number;
}

/**
 * Keeps the answers of questions asked with the context {@link ahead}, under way or there, until the same question is asked for
 * good: it takes the answer, and none is given twice. An answer with an error is not kept.
 */
export function createAheadLink(now: () => number = () => performance.now()): ApolloLink {
  const waiting = new Map<string, Waiting>();
  const take = (key: string): Waiting | undefined => {
    const found = waiting.get(key);
    return found && now() - found.since < patience ? found : undefined;
  };
  return new ApolloLink((operation, forward) => {
    const key = `${operation.operationName} ${JSON.stringify(operation.variables)}`;
    const found = take(key);
    if (!operation.getContext()['isAhead']) {
      waiting.delete(key);
      return found?.answer ?? forward(operation);
    }
    if (found) return found.answer;
    const forget = (): void => void waiting.delete(key);
    const answer = forward(operation).pipe(
      tap({ next: ({ errors }) => errors && forget(), error: forget }),
      shareReplay(1),
    );
    waiting.delete(key);
    waiting.set(key, { answer, since: now() });
    const [oldest] = waiting.keys();
    if (waiting.size > mostWaiting && oldest !== undefined) waiting.delete(oldest);
    return answer;
  });
}
