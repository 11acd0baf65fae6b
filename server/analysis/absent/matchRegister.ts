import { compareRecords, identifiersAgree, toComparable, type ComparableRecord } from './compareRecords';
import { DEFAULT_LINKAGE, linkageScore, type LinkageParameters, type LinkageScore } from './linkage';
import type { KnownActor, RegisterRow } from './registerRow';
import { rarity } from './similarity';

/** What becomes of a register row. */
export type MatchStatus = 'SURE' | 'TO_REVIEW' | 'ABSENT';

/** An actor that a row may be. */
export interface MatchCandidate {
  actor: string;
  /** Same identifier: sure without a score. */
  byIdentifier: boolean;
  /** 1 by identifier, else the posterior. */
  probability: number;
  /** The parts of the score; `null` by identifier. */
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

/**
 * Matches the rows of a register to the actors of the graph: by identifier; else by name, commune and kind under a probabilistic
 * score with two thresholds. Actors that have another identifier of the same scheme are never candidates. Only pairs that share a commune, an
 * acronym or a distinctive word are compared. An actor is the sure match of one row at most: further rows are to review.
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
  const matches = rows.map((row, i): RegisterMatch => {
    const record = rowRecords[i]!;
    const near = nearRecords(record, index);
    const context = {
      laboratory: row.kind === 'LAB',
      nameShare: Math.max(0, (bearers.get(nameKey(record)) ?? 0) - 1) / (rows.length + FEW_ROWS),
    };
    const candidates = rankCandidates(record, near, actors, (a, actor) => {
      const levels = compareRecords(record, row.kind, actorRecords[a]!, actor.type, weight, parameters);
      return linkageScore(levels, parameters, context);
    });
    const best = candidates[0];
    const status = statusOf(best, parameters);
    return {
      row: row.id,
      status,
      actor: status === 'ABSENT' ? null : best!.actor,
      probability: best?.probability ?? 0,
      byIdentifier: best?.byIdentifier ?? false,
      candidates,
      contested: false,
    };
  });
  return oneRowAnActor(matches);
}

function statusOf(
  best: MatchCandidate | undefined,
  { sureFrom, reviewFrom }: LinkageParameters,
): MatchStatus {
  if (!best || best.probability < reviewFrom) return 'ABSENT';
  return best.probability >= sureFrom ? 'SURE' : 'TO_REVIEW';
}

function rankCandidates(
  record: ComparableRecord,
  near: Iterable<number>,
  actors: readonly KnownActor[],
  scoreOf: (index: number, actor: KnownActor) => LinkageScore,
): MatchCandidate[] {
  const candidates: MatchCandidate[] = [];
  for (const a of near) {
    const actor = actors[a]!;
    const agree = identifiersAgree(record.identifiers, actor.identifiers);
    if (agree === false) continue;
    const score = agree ? null : scoreOf(a, actor);
    candidates.push({
      actor: actor.id,
      byIdentifier: agree === true,
      probability: score?.probability ?? 1,
      score,
    });
  }
  return candidates
    .sort(
      (a, b) =>
        Number(b.byIdentifier) - Number(a.byIdentifier) ||
        b.probability - a.probability ||
        (a.actor < b.actor ? -1 : 1),
    )
    .slice(0, 3);
}

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
  for (const [scheme, value] of Object.entries(record.identifiers))
    if (value) keys.push(`${scheme} ${value.toLowerCase().replace(/[^a-z0-9]/g, '')}`);
  return keys;
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

/** Of the rows that are surely the same actor, the most probable stays sure; the others are for a person to decide. */
function oneRowAnActor(matches: RegisterMatch[]): RegisterMatch[] {
  const best = new Map<string, RegisterMatch>();
  const rank = (match: RegisterMatch) => match.probability + (match.byIdentifier ? 1 : 0);
  for (const match of matches) {
    if (match.status !== 'SURE') continue;
    const other = best.get(match.actor!);
    if (!other || rank(match) > rank(other)) best.set(match.actor!, match);
  }
  return matches.map((match) =>
    match.status === 'SURE' && best.get(match.actor!) !== match
      ? { ...match, status: 'TO_REVIEW', contested: true }
      : match,
  );
}
