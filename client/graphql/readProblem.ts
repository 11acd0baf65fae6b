import { CombinedGraphQLErrors, ServerError } from '@apollo/client/errors';

/** What went wrong, in terms one can act on. Codes are those of the API, plus `OFFLINE` and `UNEXPECTED`. */
export type ProblemCode =
  | 'NOT_FOUND'
  | 'INVALID_INPUT'
  | 'FORBIDDEN'
  | 'UNAUTHENTICATED'
  | 'TOO_EXPENSIVE'
  | 'TOO_MANY_REQUESTS'
  | 'DATABASE_UNAVAILABLE'
  | 'OFFLINE'
  | 'UNEXPECTED';

/** A failure as the page shows it. */
export interface Problem {
  code: ProblemCode;
  /** The API's own sentence, in English, where it says which value is at fault. */
  message?: string;
  /** Number by which the server's journal finds the request. */
  requestId?: string;
}

const told: readonly string[] = [
  'NOT_FOUND',
  'INVALID_INPUT',
  'FORBIDDEN',
  'UNAUTHENTICATED',
  'TOO_EXPENSIVE',
  'DATABASE_UNAVAILABLE',
];

function fromGraphQL(error: CombinedGraphQLErrors): Problem {
  const first = error.errors[0];
  const code = String(first?.extensions?.['code'] ?? '');
  const requestId = first?.extensions?.['requestId'];
  return {
    code: told.includes(code) ? (code as ProblemCode) : 'UNEXPECTED',
    message: code === 'INVALID_INPUT' ? first?.message : undefined,
    requestId: typeof requestId === 'string' ? requestId : undefined,
  };
}

/** Reads any error of a request: from the API, from the way there, or unforeseen. */
export function readProblem(error: unknown): Problem {
  if (CombinedGraphQLErrors.is(error)) return fromGraphQL(error);
  if (ServerError.is(error)) {
    if (error.statusCode === 429) return { code: 'TOO_MANY_REQUESTS' };
    if (error.statusCode >= 502 && error.statusCode <= 504) return { code: 'OFFLINE' };
    return { code: 'UNEXPECTED' };
  }
  if (error instanceof TypeError) return { code: 'OFFLINE' };
  return { code: 'UNEXPECTED' };
}
