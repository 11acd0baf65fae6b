import type { CoverageInput, CoverageLevel } from '../../graphql/generated/graphql';

/** What a register and the graph have of a kind: over the region, or in a unit. */
export interface RegisterUnit {
  kind: string;
  territoryId: string | null;
  name: string | null;
  inGraph: number;
  inRegister: number;
  sure: number;
  toReview: number;
  absent: number;
  /** Of the register's rows, those that are surely known; null without a row. */
  share: number | null;
}

/** A row of a register with its verdict. */
export interface RegisterVerdict {
  row: string;
  name: string;
  status: 'SURE' | 'TO_REVIEW' | 'ABSENT';
  actorId: string | null;
  actorName: string | null;
  probability: number;
  byIdentifier: boolean;
  town: string | null;
  postalCode: string | null;
  /** Street, or place, where the register gives it. */
  address: string | null;
  website: string | null;
  commune: string | null;
  epci: string | null;
  department: string | null;
  latitude: number | null;
  longitude: number | null;
}

/** A register against the graph, and what coverage would be if the absent took part. */
export interface RegisterAnswer {
  register: string;
  level: CoverageLevel;
  outside: number;
  problems: number;
  unplaced: number;
  kinds: RegisterUnit[];
  units: RegisterUnit[];
  rows: RegisterVerdict[];
  change: {
    newlyReached: number;
    regionBefore: number | null;
    regionAfter: number | null;
    unitsGaining: number;
    /** What an absent of unknown weight is taken to weigh; null when no weight is known. */
    assumedWeight: number | null;
    units: {
      territoryId: string;
      name: string;
      people: number;
      before: number | null;
      after: number | null;
      gain: number | null;
    }[];
  };
}

/** Why a register was not taken: `format` it is none of those known, `large` too big, `away` nobody answers, `other`. */
export type RegisterFault = 'format' | 'large' | 'away' | 'other';

/** The register was not taken. */
export class RegisterRefusedError extends Error {
  override readonly name = 'RegisterRefusedError';

  constructor(readonly fault: RegisterFault) {
    super(fault);
  }
}

const question = (level: CoverageLevel, input: CoverageInput) =>
  new URLSearchParams({ level, input: JSON.stringify(input) }).toString();

/**
 * Sends a register and reads what it says of the graph, as figures or as the table of its rows. Nothing is kept of it.
 *
 * @throws RegisterRefusedError
 */
export async function sendRegister(
  file: File,
  level: CoverageLevel,
  input: CoverageInput,
  format: 'json' | 'csv' | 'xlsx',
  signal?: AbortSignal,
): Promise<Response> {
  let response: Response;
  try {
    response = await fetch(`/coverage/register.${format}?${question(level, input)}`, {
      method: 'POST',
      body: file,
      headers: { 'content-type': 'application/octet-stream' },
      ...(signal ? { signal } : {}),
    });
  } catch {
    throw new RegisterRefusedError('away');
  }
  if (response.ok) return response;
  throw new RegisterRefusedError(
    response.status === 400 ? 'format' : response.status === 413 ? 'large' : 'other',
  );
}
