import pino, { type DestinationStream, type Logger } from 'pino';
import { currentRequestId } from './http/requestIds';

export type { Logger } from 'pino';

/** Severity from which a line is written, as in pino; `silent` writes nothing. */
export type LogLevel = 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'trace' | 'silent';

/**
 * A logger that writes one JSON object a line, on the standard error by default: the standard output belongs to people.
 * A line written while a request is answered carries its id. Credentials never reach a line: tokens, passwords and cookies are masked wherever they usually sit.
 */
export function createLogger(level: LogLevel, destination: DestinationStream = pino.destination(2)): Logger {
  return pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      mixin: () => ({ requestId: currentRequestId() }),
      redact: {
        paths: [
          'password',
          '*.password',
          'req.headers.authorization',
          'req.headers.cookie',
          'token',
          '*.token',
        ],
        censor: '***',
      },
    },
    destination,
  );
}
