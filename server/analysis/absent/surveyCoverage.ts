import { unitOf, type AggregateLevel, type CommuneMembership } from '../coverage/aggregate';
import type { AddedSupply } from '../coverage/whatIf';
import type { RegisterMatch } from './matchRegister';
import type { KnownActor, RegisterKind, RegisterRow } from './registerRow';

/** What the graph and the register have of a kind in a unit. */
export interface SurveyCoverageCell {
  kind: RegisterKind;
  /** Code of the unit; `null` for rows and actors whose commune is unknown or in no unit. */
  unit: string | null;
  /** Actors of the graph of that type. */
  inGraph: number;
  /** Rows of the register. */
  inRegister: number;
  /** Of the rows: surely in the graph, to review, absent. They add up to `inRegister`. */
  sure: number;
  toReview: number;
  absent: number;
  /** Share of the register's rows that the graph has: surely, and if all reviews are confirmed; `null` without a row. */
  share: number | null;
  shareWithReview: number | null;
}

/**
 * Coverage of the graph by kind and unit against registers: cells that have an actor or a row, sorted by kind then unit.
 *
 * @param matches - one a row, same order
 * @throws RangeError when there are not as many matches as rows
 */
export function surveyCoverage(
  rows: readonly RegisterRow[],
  matches: readonly RegisterMatch[],
  actors: readonly KnownActor[],
  communes: readonly CommuneMembership[],
  level: AggregateLevel,
): SurveyCoverageCell[] {
  if (rows.length !== matches.length)
    throw new RangeError(`${matches.length} matches for ${rows.length} rows`);
  const units = new Map(communes.map((commune) => [commune.insee, unitOf(commune, level)]));
  const cells = new Map<string, SurveyCoverageCell>();
  const cellOf = (kind: RegisterKind, commune: string | null) => {
    const unit = (commune === null ? undefined : units.get(commune)) ?? null;
    const key = `${kind} ${unit ?? ''}`;
    const cell = cells.get(key) ?? emptyCell(kind, unit);
    cells.set(key, cell);
    return cell;
  };
  const kinds = new Set(rows.map(({ kind }) => kind));
  rows.forEach(({ kind, commune }, i) => {
    const cell = cellOf(kind, commune);
    cell.inRegister++;
    const { status } = matches[i]!;
    if (status === 'SURE') cell.sure++;
    else if (status === 'TO_REVIEW') cell.toReview++;
    else cell.absent++;
  });
  for (const { type, commune } of actors)
    if (kinds.has(type as RegisterKind)) cellOf(type as RegisterKind, commune).inGraph++;
  return [...cells.values()]
    .map(withShares)
    .sort((a, b) =>
      a.kind === b.kind ? compareText(a.unit ?? '', b.unit ?? '') : compareText(a.kind, b.kind),
    );
}

/**
 * The absent of a register as supply that could be added, to see what coverage would be if they took part. Rows with neither commune nor point cannot
 * be placed: they are left out and counted by the caller from the difference in number.
 *
 * @param weightOf - what each is taken to weigh; 1 unless told
 */
export function absentAsSupply(
  rows: readonly RegisterRow[],
  matches: readonly RegisterMatch[],
  weightOf: (row: RegisterRow) => number = () => 1,
): AddedSupply[] {
  return rows
    .filter((row, i) => matches[i]?.status === 'ABSENT' && (row.commune !== null || row.lat !== null))
    .map((row) => {
      const { id, commune, lat, lon } = row;
      return { id, commune, lat, lon, weight: weightOf(row) };
    });
}

function emptyCell(kind: RegisterKind, unit: string | null): SurveyCoverageCell {
  return {
    kind,
    unit,
    inGraph: 0,
    inRegister: 0,
    sure: 0,
    toReview: 0,
    absent: 0,
    share: null,
    shareWithReview: null,
  };
}

function withShares(cell: SurveyCoverageCell): SurveyCoverageCell {
  const { inRegister: rows, sure, toReview } = cell;
  return {
    ...cell,
    share: rows > 0 ? sure / rows : null,
    shareWithReview: rows > 0 ? (sure + toReview) / rows : null,
  };
}

function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
