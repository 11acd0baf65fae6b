import type { RequestHandler } from 'express';
import { rateLimit as expressRateLimit } from 'express-rate-limit';

/**
 * Middleware that answers 429 beyond so many requests a minute from one address, in the shape of a GraphQL answer.
 *
 * The standard `RateLimit` headers say what is left and `Retry-After` when to come back.
 *
 * @param requestsPerMinute how many are answered; at least 1.
 */
export function rateLimit(requestsPerMinute: number): RequestHandler {
  return expressRateLimit({
    windowMs: 60_000,
    limit: requestsPerMinute,
    standardHeaders: 'draft-8',
    legacyHeaders: false,
    handler: (_req, res) => {
      res.status(429).json({
        errors: [
          {
            message: 'Too many requests from this address.',
            extensions: {
              code: 'TOO_MANY_REQUESTS',
              what: `more than ${requestsPerMinute} requests in a minute`,
              todo: 'Wait for the number of seconds in the Retry-After header, then try again.',
              requestId: res.locals['requestId'] as string,
            },
          },
        ],
      });
    },
  });
}
