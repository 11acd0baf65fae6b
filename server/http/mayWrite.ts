import type { RequestHandler } from 'express';
import type { WriteAccess } from '../auth/writeAccess';
import { CodedError } from '../errors';
import { sendFault } from './sendFault';

/** Lets a request pass whose token may write, before a byte of its body is read; refuses others with 401 or 403. */
export function mayWrite(writeAccess: WriteAccess): RequestHandler {
  return (req, res, next) => {
    try {
      writeAccess.check(req.get('authorization'));
      next();
    } catch (error) {
      if (!(error instanceof CodedError)) return next(error);
      sendFault(res, error.code === 'UNAUTHENTICATED' ? 401 : 403, error.code, error.message);
    }
  };
}
