import { writeHeaders, type Writer } from '../../../lib/writeToken';

/** Files of measured figures, as the addresses that take them name them. */
export const measuredKinds = ['ages', 'travel-times', 'references'] as const;

/** One of {@link measuredKinds}. */
export type MeasuredKind = (typeof measuredKinds)[number];

/** Something of a file that has to be mended. */
export interface MeasuredProblem {
  line: number;
  column: string;
  value: string;
  reason: { fr: string; en: string };
}

/** What an import would do, or did. */
export interface MeasuredReport {
  written: boolean;
  lines: number;
  communes: number;
  told: number;
  unreadable: number;
  leftOut: number;
  changes: { added: number; changed: number; same: number; gone: number };
  unknownCodes: { count: number; first: string[] };
  year: number | null;
  problems: MeasuredProblem[];
  ignored: string[];
  names: string[];
}

/** Why a file was not taken: `token` one may not write, `format` it is not what it should be, `large` too big, `away` nobody answers, `other`. */
export type MeasuredFault = 'token' | 'format' | 'large' | 'away' | 'other';

/** The file was not taken. */
export class MeasuredRefusedError extends Error {
  override readonly name = 'MeasuredRefusedError';

  /** @param reason - what the server says of it; null when it says nothing */
  constructor(
    readonly fault: MeasuredFault,
    readonly reason: MeasuredProblem['reason'] | null = null,
  ) {
    super(fault);
  }
}

const faults: Record<number, MeasuredFault> = { 400: 'format', 401: 'token', 403: 'token', 413: 'large' };

async function ask(path: string, writer: Writer, request: RequestInit): Promise<unknown> {
  let response: Response;
  try {
    response = await fetch(`/coverage/${path}`, { ...request, headers: writeHeaders(writer) });
  } catch {
    throw new MeasuredRefusedError('away');
  }
  const body: unknown = await response.json().catch(() => null);
  if (response.ok) return body;
  const answer = body as { errors?: { extensions?: { reason?: MeasuredProblem['reason'] } }[] } | null;
  const reason = answer?.errors?.[0]?.extensions?.reason ?? null;
  throw new MeasuredRefusedError(faults[response.status] ?? 'other', reason);
}

/**
 * Sends a file of measured figures: to know what it would change, or to have it written.
 *
 * @throws MeasuredRefusedError
 */
export async function sendMeasured(
  kind: MeasuredKind,
  file: File,
  writer: Writer,
  isTrial: boolean,
): Promise<MeasuredReport> {
  const question = new URLSearchParams({ name: file.name, ...(isTrial ? { trial: '1' } : {}) });
  const path = `${kind}?${question.toString()}`;
  return (await ask(path, writer, { method: 'PUT', body: file })) as MeasuredReport;
}

/**
 * Has what was imported forgotten: all of a kind, or one reference.
 *
 * @param path - `ages`, `travel-times`, `references/<id>`
 * @throws MeasuredRefusedError
 */
export async function forgetMeasured(path: string, writer: Writer): Promise<void> {
  await ask(path, writer, { method: 'DELETE' });
}
