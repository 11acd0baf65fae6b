import type { Response } from 'express';
import type { Sentence } from '../exchange/import/reasons';

/**
 * Answers a fault in the shape of a GraphQL answer, with the request's id.
 * @param reason - the same in both languages, for a page that shows it
 */
export function sendFault(
  res: Response,
  status: number,
  code: string,
  message: string,
  reason?: Sentence,
): void {
  const requestId = res.locals['requestId'] as string | undefined;
  res.status(status).json({ errors: [{ message, extensions: { code, reason, requestId } }] });
}
