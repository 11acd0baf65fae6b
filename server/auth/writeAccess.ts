import { createHash, timingSafeEqual } from 'node:crypto';
import { ForbiddenError, UnauthenticatedError } from '../errors';

/** Who may write. */
export interface WriteAccess {
  /**
   * Lets pass who bears the write token.
   * @param authorization - the `Authorization` header of the request
   * @throws UnauthenticatedError when there is no bearer token; ForbiddenError when it is not the one, or nobody may write
   */
  check(authorization: string | undefined): void;
}

const digest = (text: string) => createHash('sha256').update(text).digest();

/**
 * Write access by one token, compared in constant time.
 *
 * @param token - undefined: nobody may write
 */
export function createWriteAccess(token: string | undefined): WriteAccess {
  const expected = token === undefined ? undefined : digest(token);
  return {
    check(authorization) {
      if (expected === undefined)
        throw new ForbiddenError('Nothing can be written here: no write token is set.', {
          todo: 'Set MAILLAGE_WRITE_TOKEN where the application runs, and start it again.',
        });
      const given = /^Bearer +(\S+)$/i.exec(authorization ?? '')?.[1];
      if (given === undefined)
        throw new UnauthenticatedError('Writing needs the write token.', {
          todo: 'Send the header “Authorization: Bearer” followed by the write token.',
        });
      if (!timingSafeEqual(digest(given), expected))
        throw new ForbiddenError('This is not the write token.', { todo: 'Check the token.' });
    },
  };
}
