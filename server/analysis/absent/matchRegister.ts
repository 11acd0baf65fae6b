import { compareRecords, identifiersAgree, toComparable, type ComparableRecord } from './compareRecords';
import { foldIdentifier } from './identifier';
import {
  DEFAULT_LINKAGE,
  linkageScore,
  type Agreement,
  type LinkageParameters,
  type LinkageScore,
} from './linkage';
import type { Identifiers, KnownActor, RegisterRow } from './registerRow';
import { rarity } from './similarity';

/** What becomes of a register row. */
export type MatchStatus = 'SURE' | 'TO_REVIEW' | 'ABSENT';

/** An actor that a row may be. */
export interface MatchCandidate {
  actor: string;
  /** Same identifier: sure without a score, unless it is but the SIRET of what looks like another thing. */
  byIdentifier: boolean;
  /** 1 by identifier that is sure, else the posterior. */
  probability: number;
  /** The parts of the score; `null` by identifier that is sure. */
  score: LinkageScore | null;
}

/** The verdict on a row. */
export interface RegisterMatch {
  row: string;
  status: MatchStatus;
  /** The actor it is, or may be; `null` when absent. */
  actor: string | null;
  probability: number;
  byIdentifier: boolean;
  /** Best candidates, at most three, best first; those of an absent row too, for whoever doubts. */
  candidates: MatchCandidate[];
  /** Another row is the better match of the same actor: this one is to review at most. */
  contested: boolean;
}

/** A register of a few rows does not tell which names are common: its shares are drawn towards none as if there were so many more rows. */
const FEW_ROWS = 200;
/** Candidates that are told of a row. */
const MOST_CANDIDATES = 3;

/**
 * Matches the rows of a register to the actors of the graph: by identifier; else by name, commune and kind under a probabilistic
 * score with two thresholds. Only pairs that share a commune, an acronym or a distinctive word are compared. Actors that have
 * another identifier of the same scheme are no candidates.
 *
 * A register lists an actor once: an actor is the sure match of one row at most, and the others that would be sure of it are to
 * review; rows that only might be it are compared with the other actors. It is the same whether that one row bears the
 * identifier of the actor or matches it by name, so that matching again what was imported says what it said.
 *
 * Reference: Fellegi and Sunter 1969, doi:10.1080/01621459.1969.10501049.
 *
 * @param communeNames - names by INSEE code, for rows whose town is not written
 * @returns one verdict a row, in order; no actor makes all rows absent
 */
export function matchRegister(
  rows: readonly RegisterRow[],
  actors: readonly KnownActor[],
  parameters: LinkageParameters = DEFAULT_LINKAGE,
  communeNames: ReadonlyMap<string, string> = new Map(),
): RegisterMatch[] {
  const townOf = (row: RegisterRow) => (row.commune && communeNames.get(row.commune)) || row.town;
  const rowRecords = rows.map((row) => toComparable(row, townOf(row)));
  const actorRecords = actors.map((actor) => toComparable(actor, actor.communeName));
  const weight = rarity([...rowRecords, ...actorRecords].map(({ name }) => name.words));
  const index = indexRecords(actorRecords);
  const bearers = countNames(rowRecords);
  const ofRegister = identifierKeys(rows);
  const ranked = rows.map((row, i): MatchCandidate[] => {
    const record = rowRecords[i]!;
    const context = {
      laboratory: row.kind === 'LAB',
      nameShare: Math.max(0, (bearers.get(nameKey(record)) ?? 0) - 1) / (rows.length + FEW_ROWS),
    };
    const near = [...nearRecords(record, index)].map((a) => ({
      actor: actors[a]!,
      record: actorRecords[a]!,
    }));
    const levelsOf = (other: Near) =>
      compareRecords(record, row.kind, other.record, other.actor.type, weight, parameters);
    return rankCandidates(record, near, ofRegister, parameters, (other) => {
      const levels = levelsOf(other);
      return { score: linkageScore(levels, parameters, context), looksAlike: looksAlike(levels) };
    });
  });
  return judgeRows(rows, ranked, parameters);
}

function statusOf(
  best: MatchCandidate | undefined,
  { sureFrom, reviewFrom }: LinkageParameters,
): MatchStatus {
  if (!best || best.probability < reviewFrom) return 'ABSENT';
  return best.probability >= sureFrom ? 'SURE' : 'TO_REVIEW';
}

/** An actor that a row is compared with. */
interface Near {
  actor: KnownActor;
  record: ComparableRecord;
}

/**
 * The actors that a row may be, best first. One that bears the identifier of another row of the register is among them where
 * the row would be sure of it.
 */
function rankCandidates(
  record: ComparableRecord,
  near: readonly Near[],
  ofRegister: ReadonlySet<string>,
  { sureFrom, reviewFrom }: LinkageParameters,
  compare: (near: Near) => { score: LinkageScore; looksAlike: boolean },
): MatchCandidate[] {
  const agreements = near.map(({ actor }) => identifiersAgree(record.identifiers, actor.identifiers));
  const isKnown = agreements.includes(true);
  const bearsOne = (actor: KnownActor) => [...identifierKeys([actor])].some((key) => ofRegister.has(key));
  const candidates = near.flatMap((one, k): MatchCandidate[] => {
    const { id: actor } = one.actor;
    const agree = agreements[k];
    if (agree === true) {
      const compared = isOnlySiret(record, one.record) ? compare(one) : undefined;
      if (!compared || compared.looksAlike)
        return [{ actor, byIdentifier: true, probability: 1, score: null }];
      // A town gives its own number to its library: they are not one for that, and may be.
      const { score } = compared;
      const probability = Math.min(Math.max(score.probability, reviewFrom), 0.99 * sureFrom);
      return [{ actor, byIdentifier: true, probability, score }];
    }
    const isAnothers = agree === false && !isKnown && bearsOne(one.actor);
    if (agree === false && !isAnothers) return [];
    const { score } = compare(one);
    if (isAnothers && score.probability < sureFrom) return [];
    return [{ actor, byIdentifier: false, probability: score.probability, score }];
  });
  return candidates.sort(
    (a, b) =>
      Number(b.byIdentifier) - Number(a.byIdentifier) ||
      b.probability - a.probability ||
      (a.actor < b.actor ? -1 : 1),
  );
}

/** Whether two records agree by nothing but the number of the body that answers for them. */
function isOnlySiret(a: ComparableRecord, b: ComparableRecord): boolean {
  const { SIRET: _a, ...own } = a.identifiers;
  const { SIRET: _b, ...others } = b.identifiers;
  return identifiersAgree(own, others) !== true;
}

/** Whether two records are of one kind, or of nearly one name. */
function looksAlike({ kind, name }: Agreement): boolean {
  return kind === 'SAME' || name === 'SAME' || name === 'CLOSE';
}

/** Verdicts, once it is known which actors are surely a row: the others may not be them, unless they would be sure of it. */
function judgeRows(
  rows: readonly RegisterRow[],
  ranked: readonly MatchCandidate[][],
  parameters: LinkageParameters,
): RegisterMatch[] {
  const rowOf = sureRows(ranked, parameters);
  return rows.map(({ id }, i) => {
    const candidates = ranked[i]!.filter(({ actor, probability }) => {
      const sure = rowOf.get(actor);
      return sure === undefined || sure === i || probability >= parameters.sureFrom;
    });
    const best = candidates[0];
    const found = statusOf(best, parameters);
    const contested = found === 'SURE' && rowOf.get(best!.actor) !== i;
    const status = contested ? 'TO_REVIEW' : found;
    return {
      row: id,
      status,
      actor: status === 'ABSENT' ? null : best!.actor,
      probability: best?.probability ?? 0,
      byIdentifier: best?.byIdentifier ?? false,
      candidates: candidates.slice(0, MOST_CANDIDATES),
      contested,
    };
  });
}

/** The row that each actor surely is: of those that are sure of it, the most probable, one with its identifier first. */
function sureRows(ranked: readonly MatchCandidate[][], parameters: LinkageParameters): Map<string, number> {
  const rank = ({ probability, byIdentifier }: MatchCandidate) => probability + (byIdentifier ? 1 : 0);
  const rowOf = new Map<string, number>();
  ranked.forEach(([best], i) => {
    if (best === undefined || statusOf(best, parameters) !== 'SURE') return;
    const other = rowOf.get(best.actor);
    if (other === undefined || rank(best) > rank(ranked[other]![0]!)) rowOf.set(best.actor, i);
  });
  return rowOf;
}

/** Identifiers of some records with their schemes, as keys. */
function identifierKeys(records: readonly { identifiers: Identifiers }[]): Set<string> {
  const entries = records.flatMap(({ identifiers }) => Object.entries(identifiers));
  return new Set(entries.flatMap(([scheme, value]) => (value ? [identifierKey(scheme, value)] : [])));
}

const identifierKey = (scheme: string, value: string) => `${scheme} ${foldIdentifier(value)}`;

/** How many rows bear each name; names that say only a kind and a town are not counted. */
function countNames(records: readonly ComparableRecord[]): Map<string, number> {
  const bearers = new Map<string, number>();
  for (const record of records) {
    const key = nameKey(record);
    if (key !== '') bearers.set(key, (bearers.get(key) ?? 0) + 1);
  }
  return bearers;
}

function nameKey({ name }: ComparableRecord): string {
  return [...name.distinctive].sort().join(' ');
}

/** Keys under which a record is looked for. */
function keysOf(record: ComparableRecord): string[] {
  const keys = record.name.distinctive.map((word) => `word ${word}`);
  if (record.commune) keys.push(`commune ${record.commune}`);
  if (record.acronym) keys.push(`word ${record.acronym}`);
  return [...keys, ...identifierKeys([record])];
}

function indexRecords(records: readonly ComparableRecord[]): Map<string, number[]> {
  const index = new Map<string, number[]>();
  records.forEach((record, i) => {
    for (const key of keysOf(record)) {
      const list = index.get(key);
      if (list) list.push(i);
      else index.set(key, [i]);
    }
  });
  return index;
}

function nearRecords(record: ComparableRecord, index: ReadonlyMap<string, number[]>): Set<number> {
  return new Set(keysOf(record).flatMap((key) => index.get(key) ?? []));
}
