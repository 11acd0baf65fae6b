import type { Response } from 'express';

/** Answers a fault in the shape of a GraphQL answer, with the request's id. */
export function sendFault(res: Response, status: number, code: string, message: string): void {
  const requestId = res.locals['requestId'] as string | undefined;
  res.status(status).json({ errors: [{ message, extensions: { code, requestId } }] });
}
