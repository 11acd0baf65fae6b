import { ApolloLink } from '@apollo/client';
import { CombinedGraphQLErrors } from '@apollo/client/errors';
import { tap } from 'rxjs';
import { setConnection } from './connection';
import { readProblem } from './readProblem';

function judge(error: unknown): void {
  const { code } = readProblem(error);
  if (code === 'DATABASE_UNAVAILABLE') setConnection('databaseAway');
  else if (code === 'OFFLINE') setConnection('offline');
  else setConnection('up');
}

/**
 * Notes, for each request, whether the API and its database answered. What is on screen stays: the banner that
 * follows this state offers to try again.
 */
export function createConnectionLink(): ApolloLink {
  return new ApolloLink((operation, forward) =>
    forward(operation).pipe(
      tap({
        next: (result) =>
          result.errors?.length ? judge(new CombinedGraphQLErrors(result)) : setConnection('up'),
        error: judge,
      }),
    ),
  );
}
