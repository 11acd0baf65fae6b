import { dateNumber } from './tieDates';

/** What ties two actors. */
export const tieKinds = ['PARTNERSHIP', 'CONTRIBUTION', 'HOSTING', 'SUPERVISION'] as const;
export type TieKind = (typeof tieKinds)[number];

/** A proven tie between two actors: a partnership, a production or a stop in which both took part. */
export interface Tie {
  a: string;
  b: string;
  kind: TieKind;
  /** Of the partnership, the production, the event or the laboratory that ties them: the proof. */
  id: string;
  /** `2015`, `2015-06`, `2015-06-30` or a year as a number; missing when unknown. */
  start?: string | number | null;
  end?: string | number | null;
  sourceId: string;
}

/** Ties by column: small, quick to scan and to send to a worker. Row `t` is tie `t` of the list it was made from. */
export interface TieColumns {
  /** Ends, as indices of actors; `absentActor` when the end is not among the actors. */
  a: Uint32Array;
  b: Uint32Array;
  /** Index in `tieKinds`. */
  kind: Uint8Array;
  /** The same number for ties proven by the same thing. */
  proof: Uint32Array;
  /** From `dateNumber`; `NaN` when unknown. */
  start: Float64Array;
  end: Float64Array;
}

/** Stands for an actor that is not in the network. */
export const absentActor = 0xffffffff;

/**
 * Puts ties into columns.
 *
 * @param actorIds - the actors, by whose place in this list ends are named
 * @throws RangeError when a date or a kind cannot be read
 */
export function tieColumns(ties: readonly Tie[], actorIds: readonly string[]): TieColumns {
  const places = new Map(actorIds.map((id, place) => [id, place]));
  const proofs = new Map<string, number>();
  const columns: TieColumns = {
    a: new Uint32Array(ties.length),
    b: new Uint32Array(ties.length),
    kind: new Uint8Array(ties.length),
    proof: new Uint32Array(ties.length),
    start: new Float64Array(ties.length),
    end: new Float64Array(ties.length),
  };
  ties.forEach((tie, row) => {
    const kind = tieKinds.indexOf(tie.kind);
    if (kind < 0) throw new RangeError(`${tie.kind} is not a kind of tie`);
    const key = `${kind} ${tie.id}`;
    let proof = proofs.get(key);
    if (proof === undefined) proofs.set(key, (proof = proofs.size));
    columns.a[row] = places.get(tie.a) ?? absentActor;
    columns.b[row] = places.get(tie.b) ?? absentActor;
    columns.kind[row] = kind;
    columns.proof[row] = proof;
    columns.start[row] = dateNumber(tie.start, 'start');
    columns.end[row] = dateNumber(tie.end, 'end');
  });
  return columns;
}
