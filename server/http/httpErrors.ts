import type { ErrorRequestHandler, RequestHandler } from 'express';
import type { Logger } from 'pino';
import { isDatabaseAway } from '../database/driver';
import { CodedError, DatabaseUnavailableError, type ErrorCode } from '../errors';

interface HttpFault {
  status?: number;
  type?: string;
  limit?: number;
}

const sentences: Record<string, (fault: HttpFault) => { code: string; message: string; todo: string }> = {
  'entity.too.large': ({ limit }) => ({
    code: 'PAYLOAD_TOO_LARGE',
    message: `The body is larger than ${limit ?? 'the'} bytes allowed.`,
    todo: 'Send a shorter query, or its variables in several requests.',
  }),
  'entity.parse.failed': () => ({
    code: 'BAD_REQUEST',
    message: 'The body is not valid JSON.',
    todo: 'Send a JSON object with a "query".',
  }),
};

/** HTTP status of the errors that a caller can act on. */
const statuses: Partial<Record<ErrorCode, number>> = { DATABASE_UNAVAILABLE: 503, TOO_EXPENSIVE: 413 };

/** Answers 404, as one line of text, to what no route took. */
export function notFound(): RequestHandler {
  return (_req, res) => {
    res.status(404).type('text').send('Not found');
  };
}

/**
 * Answers what went wrong before or beside GraphQL, in the shape of a GraphQL answer and without its inner workings:
 * 413 for a body too large, 503 while the database is away, 4xx as the fault says, else 500, logged with the request id.
 *
 * @param logger where unknown faults are written.
 */
export function httpErrors(logger: Logger): ErrorRequestHandler {
  return (error: unknown, _req, res, next) => {
    if (res.headersSent) return next(error);
    const requestId = res.locals['requestId'] as string;
    const coded = isDatabaseAway(error) ? new DatabaseUnavailableError() : error;
    if (coded instanceof CodedError && statuses[coded.code] !== undefined) {
      const extensions = { ...coded.extensions, requestId };
      return void res
        .status(statuses[coded.code]!)
        .json({ errors: [{ message: coded.message, extensions }] });
    }
    const fault = (typeof error === 'object' && error !== null ? error : {}) as HttpFault;
    const status =
      fault.status !== undefined && fault.status >= 400 && fault.status < 500 ? fault.status : 500;
    if (status === 500) logger.error({ requestId, err: error }, 'unexpected fault');
    const known = fault.type === undefined ? undefined : sentences[fault.type]?.(fault);
    const { message, ...extensions } =
      known ??
      (status === 500
        ? { code: 'INTERNAL_SERVER_ERROR', message: 'Something went wrong on our side.' }
        : { code: 'BAD_REQUEST', message: 'This request cannot be read.' });
    res.status(status).json({ errors: [{ message, extensions: { ...extensions, requestId } }] });
  };
}
