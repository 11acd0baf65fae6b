import type { RequestHandler } from 'express';
import type { Logger } from 'pino';

/**
 * Middleware that writes one line a request once it is answered: method, path without its query, status, milliseconds.
 *
 * GraphQL requests are logged at `info`, files and health probes at `debug`, server faults at `warn`.
 *
 * @param logger where to write.
 */
export function requestLog(logger: Logger): RequestHandler {
  return (req, res, next) => {
    const start = process.hrtime.bigint();
    const path = req.path;
    res.on('finish', () => {
      const milliseconds = Number(process.hrtime.bigint() - start) / 1e6;
      const line = {
        requestId: res.locals['requestId'] as string,
        method: req.method,
        path,
        status: res.statusCode,
        milliseconds: Math.round(milliseconds * 10) / 10,
      };
      const level = res.statusCode >= 500 ? 'warn' : path === '/graphql' ? 'info' : 'debug';
      logger[level](line, 'request');
    });
    next();
  };
}
