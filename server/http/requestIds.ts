import { AsyncLocalStorage } from 'node:async_hooks';
import { randomUUID } from 'node:crypto';
import type { RequestHandler } from 'express';

const scope = new AsyncLocalStorage<string>();
const accepted = /^[\w.-]{8,64}$/;

/**
 * Identifier of the request being answered, for log lines and errors.
 *
 * @returns the identifier, or undefined outside a request.
 */
export function currentRequestId(): string | undefined {
  return scope.getStore();
}

/**
 * Runs something as part of a request.
 *
 * @param requestId identifier that {@link currentRequestId} gives inside.
 * @param work what to run.
 * @returns what `work` returns.
 */
export function withRequestId<T>(requestId: string, work: () => T): T {
  return scope.run(requestId, work);
}

/**
 * Middleware that gives each request an identifier and sends it back as `X-Request-Id`.
 *
 * The one sent by a proxy is kept when it is 8 to 64 word characters, dots or dashes; else a UUID is drawn.
 * It is kept in `res.locals.requestId` too, for what runs outside the asynchronous context.
 */
export function requestIds(): RequestHandler {
  return (req, res, next) => {
    const sent = req.get('x-request-id');
    const requestId = sent !== undefined && accepted.test(sent) ? sent : randomUUID();
    res.locals['requestId'] = requestId;
    res.setHeader('X-Request-Id', requestId);
    scope.run(requestId, next);
  };
}
