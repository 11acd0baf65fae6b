import { ApolloServerErrorCode } from '@apollo/server/errors';
import type { GraphQLFormattedError } from 'graphql';
import type { Logger } from 'pino';
import { isDatabaseAway } from '../database/driver';
import { CodedError, DatabaseUnavailableError, TooExpensiveError } from '../errors';
import { currentRequestId } from '../http/requestIds';

/** Errors about the request itself, whose words come from graphql-js or Apollo and hold nothing of ours. */
const requestCodes = new Set<string>([
  ApolloServerErrorCode.GRAPHQL_PARSE_FAILED,
  ApolloServerErrorCode.GRAPHQL_VALIDATION_FAILED,
  ApolloServerErrorCode.PERSISTED_QUERY_NOT_FOUND,
  ApolloServerErrorCode.PERSISTED_QUERY_NOT_SUPPORTED,
  ApolloServerErrorCode.BAD_USER_INPUT,
  ApolloServerErrorCode.OPERATION_RESOLUTION_FAILURE,
  ApolloServerErrorCode.BAD_REQUEST,
]);

/**
 * Makes what leaves the API of an error: ours as they are, those about the request as graphql-js words them, a
 * database away as such; all else is logged and leaves masked. Each carries the id of the request.
 *
 * @param logger where unknown errors are written.
 */
export function createFormatError(
  logger: Logger,
): (formatted: GraphQLFormattedError, error: unknown) => GraphQLFormattedError {
  return (formatted, error) => {
    const requestId = currentRequestId();
    const { locations, path } = formatted;
    const place = {
      ...(locations === undefined ? {} : { locations }),
      ...(path === undefined ? {} : { path }),
    };
    const known = toCodedError(error);
    if (known !== undefined) {
      const { http: _http, ...extensions } = known.extensions;
      return { message: known.message, ...place, extensions: { ...extensions, requestId } };
    }
    const code = formatted.extensions?.['code'];
    if (typeof code === 'string' && requestCodes.has(code)) {
      return { message: formatted.message, ...place, extensions: { code, requestId } };
    }
    logger.error({ requestId, err: innermost(error), path }, 'unexpected error');
    return {
      message: 'Something went wrong on our side.',
      ...place,
      extensions: {
        code: ApolloServerErrorCode.INTERNAL_SERVER_ERROR,
        todo: 'Try again; if it stays, report the request id.',
        requestId,
      },
    };
  };
}

/** The error itself, or what it wraps, as one of ours; undefined when it is not known. */
function toCodedError(error: unknown): CodedError | undefined {
  for (const each of chain(error)) {
    if (each instanceof CodedError) return each;
    if (isDatabaseAway(each)) return new DatabaseUnavailableError();
    if (isOverspent(each)) {
      return new TooExpensiveError('The database took too long to answer, or too much memory.', {
        todo: 'Narrow the question, or ask for a smaller page.',
      });
    }
  }
  return undefined;
}

function isOverspent({ code }: { code?: unknown }): boolean {
  return typeof code === 'string' && /\.TransactionTimedOut|OutOfMemoryError$/.test(code);
}

function* chain(error: unknown): Generator<object> {
  const seen = new Set<unknown>();
  let each: unknown = error;
  while (typeof each === 'object' && each !== null && !seen.has(each)) {
    seen.add(each);
    yield each;
    const { originalError, cause } = each as { originalError?: unknown; cause?: unknown };
    each = originalError ?? cause;
  }
}

function innermost(error: unknown): unknown {
  let last = error;
  for (const each of chain(error)) last = each;
  return last;
}
