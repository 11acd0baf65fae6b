/** What is known of an actor's record, for its trust to be told. */
export interface ActorRecord {
  id: string;
  family: string;
  commune: string | null;
  /** Whether the commune is general knowledge, read nowhere. */
  isPlaceGuessed: boolean;
  /** Names of the columns that hold something. */
  filled: ReadonlySet<string>;
  competences: readonly { status: string }[];
  themes: number;
  /** Dates of the sources of its statements, ISO 8601 year, month or day; those without a date are left out. */
  dates: readonly string[];
  /** Columns of which sources say different things. */
  conflicts: readonly string[];
}

/** How far an actor's record can be trusted, and what to verify. */
export interface RecordTrust {
  id: string;
  /** 0..1; null when no statement has a date. */
  freshness: number | null;
  /** Date of the newest statement; null when none has one. */
  newest: string | null;
  /** 0..1, of what its family should have. */
  completeness: number;
  /** What of it is missing. */
  missing: string[];
  /** Share of its competences that are declared or read in a source, 0..1; null when it has none. */
  documented: number | null;
  /** What to verify, the gravest first. */
  toVerify: VerifyReason[];
}

/** Why an actor is to be verified, the gravest first. */
export const verifyReasons = [
  'CONTRADICTORY',
  'UNPLACED',
  'TO_DECLARE',
  'GUESSED_PLACE',
  'OLD',
  'UNDOCUMENTED',
] as const;

/** Why an actor is to be verified. */
export type VerifyReason = (typeof verifyReasons)[number];

/** Years after which a statement counts half. */
export const HALF_LIFE = 3;
/** Freshness under which a record is old: its newest statements are about six years old. */
const OLD_UNDER = 0.25;

const EXPECTED = ['commune', 'website', 'summaryFr', 'legalStatus', 'competences', 'themes'];
/** What a family should have besides. */
const EXPECTED_BY_FAMILY: Readonly<Record<string, readonly string[]>> = {
  MUSEUM: ['museofile'],
  UNIVERSITY: ['ror'],
  RESEARCH_ORGANISATION: ['ror'],
  LAB: ['rnsr'],
};
/** What a family has no use for: a laboratory has no legal status of its own. */
const NOT_EXPECTED: Readonly<Record<string, readonly string[]>> = { LAB: ['legalStatus'] };

/**
 * Trust in an actor's record.
 *
 * Freshness is the mean of the weights of its dated statements, a weight being `2^(−age ÷ 3 years)`; completeness the share of
 * filled columns among those that its family should have, competences and themes included; documented the share of its
 * competences with status DECLARED or DOCUMENTED. The three are never mixed into one number.
 *
 * @param today - ISO day
 */
export function recordTrust(record: ActorRecord, today: string): RecordTrust {
  const dates = [...record.dates].sort();
  const weights = dates.map((date) => 2 ** (-age(date, today) / HALF_LIFE));
  const freshness =
    weights.length === 0 ? null : weights.reduce((sum, weight) => sum + weight, 0) / weights.length;
  const expected = [...EXPECTED, ...(EXPECTED_BY_FAMILY[record.family] ?? [])].filter(
    (column) => !NOT_EXPECTED[record.family]?.includes(column),
  );
  const has = (column: string) => {
    if (column === 'competences') return record.competences.length > 0;
    return column === 'themes' ? record.themes > 0 : record.filled.has(column);
  };
  const missing = expected.filter((column) => !has(column));
  const sure = record.competences.filter(({ status }) => status === 'DECLARED' || status === 'DOCUMENTED');
  const documented = record.competences.length === 0 ? null : sure.length / record.competences.length;
  const reasons: Record<VerifyReason, boolean> = {
    CONTRADICTORY: record.conflicts.length > 0,
    UNPLACED: record.commune === null,
    TO_DECLARE: record.competences.length === 0,
    GUESSED_PLACE: record.isPlaceGuessed,
    OLD: freshness !== null && freshness < OLD_UNDER,
    UNDOCUMENTED: documented === 0,
  };
  return {
    id: record.id,
    freshness,
    newest: dates.at(-1) ?? null,
    completeness: (expected.length - missing.length) / expected.length,
    missing,
    documented,
    toVerify: verifyReasons.filter((reason) => reasons[reason]),
  };
}

/** Years between a date of any precision, taken at its middle, and a day; never under 0. */
function age(date: string, today: string): number {
  const whole = `${date}${'-07-01'.slice(date.length === 4 ? 0 : 6)}${date.length === 7 ? '-15' : ''}`;
  return Math.max(0, (Date.parse(today) - Date.parse(whole)) / (365.25 * 86_400_000));
}

/** Trust of several records: means over those that have one, and how many are to verify. */
export interface GroupTrust {
  count: number;
  freshness: number | null;
  completeness: number | null;
  documented: number | null;
  /** Records with at least one thing to verify. */
  toVerify: number;
}

/** Means of the trust of several records; null where no record has a value. */
export function groupTrust(records: readonly RecordTrust[]): GroupTrust {
  const mean = (values: readonly (number | null)[]) => {
    const known = values.filter((value) => value !== null);
    return known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0) / known.length;
  };
  return {
    count: records.length,
    freshness: mean(records.map(({ freshness }) => freshness)),
    completeness: mean(records.map(({ completeness }) => completeness)),
    documented: mean(records.map(({ documented }) => documented)),
    toVerify: records.filter(({ toVerify }) => toVerify.length > 0).length,
  };
}
