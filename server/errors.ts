import { GraphQLError } from 'graphql';

/** Codes that a caller of the API can act on; anything else leaves as `INTERNAL_SERVER_ERROR`, masked. */
export type ErrorCode =
  'NOT_FOUND' | 'INVALID_INPUT' | 'FORBIDDEN' | 'UNAUTHENTICATED' | 'TOO_EXPENSIVE' | 'DATABASE_UNAVAILABLE';

/**
 * What one needs to act on an error.
 *
 * `where` is the argument, field or row at fault; `what` the value or figure seen; `todo` one sentence on what to do.
 * `status` is the HTTP status, to be given only where the error ends the whole request: an error of one field
 * leaves with the status of the rest of the answer.
 */
export interface ErrorDetails {
  where?: string;
  what?: unknown;
  todo?: string;
  status?: number;
}

/** An error that leaves the API as it is: its message is meant for a person, its code for a program. */
export class CodedError extends GraphQLError {
  readonly code: ErrorCode;

  /**
   * @param code what kind of error, for programs.
   * @param message what happened, for people; one sentence.
   * @param details where, what, what to do.
   */
  constructor(code: ErrorCode, message: string, details: ErrorDetails = {}) {
    const { status, ...rest } = details;
    super(message, { extensions: { code, ...rest, ...(status === undefined ? {} : { http: { status } }) } });
    this.code = code;
    this.name = new.target.name;
  }
}

/** What was asked for by its identifier does not exist. */
export class NotFoundError extends CodedError {
  /** @param message what was not found. @param details where it was asked for. */
  constructor(message: string, details?: ErrorDetails) {
    super('NOT_FOUND', message, details);
  }
}

/** An argument or a row cannot be read; `where` names it, `what` is what was given. */
export class InvalidInputError extends CodedError {
  /** @param message what is wrong. @param details which argument, which value, what is expected. */
  constructor(message: string, details?: ErrorDetails) {
    super('INVALID_INPUT', message, details);
  }
}

/** The caller is known and may not do this. */
export class ForbiddenError extends CodedError {
  /** @param message what is not allowed. @param details to whom it would be. */
  constructor(message: string, details?: ErrorDetails) {
    super('FORBIDDEN', message, details);
  }
}

/** The caller must say who it is first. */
export class UnauthenticatedError extends CodedError {
  /** @param message what needs an account. @param details how to sign in. */
  constructor(message: string, details?: ErrorDetails) {
    super('UNAUTHENTICATED', message, details);
  }
}

/** The question costs more than one request may; `what` carries the cost and the limit. */
export class TooExpensiveError extends CodedError {
  /** @param message which limit was passed. @param details cost, limit, how to ask for less. */
  constructor(message: string, details?: ErrorDetails) {
    super('TOO_EXPENSIVE', message, details);
  }
}

/** The database does not answer; the same request will work once it is back, without a restart. */
export class DatabaseUnavailableError extends CodedError {
  /** @param message what happened. @param details what to do. */
  constructor(message = 'The database does not answer.', details: ErrorDetails = {}) {
    super('DATABASE_UNAVAILABLE', message, { todo: 'Try again in a few seconds.', ...details });
  }
}
