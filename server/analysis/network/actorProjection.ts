import { createGraph, type Edge, type Graph } from '../graph';
import { absentActor, tieColumns, tieKinds, type Tie, type TieColumns, type TieKind } from './tieColumns';
import { dateNumber, presenceAt } from './tieDates';

/** Which ties count, and for how much. */
export interface ProjectionOptions {
  /** All kinds when left out. */
  kinds?: readonly TieKind[];
  /** Only ties that hold at this date (`2015`, `2015-06`, `2015-06-30`); of all times when left out. */
  date?: string | number;
  /** With a date, whether ties that cannot be dated stay; `keep` when left out. Counted in either case. */
  undated?: 'keep' | 'leaveOut';
  /**
   * `count`: each proof weighs 1. `shared`: a proof of n actors weighs 1 ÷ (n − 1) on each of its ties, so that each actor
   * gives 1 to each thing it takes part in: Newman (2001), doi:10.1103/PhysRevE.64.016132. `count` when left out.
   */
  weighting?: 'count' | 'shared';
}

/** What a projection did not count. */
export interface ProjectionCounts {
  /** Ties that make the graph. */
  kept: number;
  otherKinds: number;
  /** Over, or not begun, at the date. */
  otherDates: number;
  /** Ties that cannot be placed at the date, kept or left out as asked; 0 without a date. */
  undated: number;
  /** Ties with an end that is not among the actors. */
  absentActors: number;
  /** Ties of an actor with itself. */
  loops: number;
}

/** A graph of actors and, for each edge, the rows of the ties that prove it. */
export interface TieProjection {
  graph: Graph;
  /** Proofs of the arc at place `k` of the graph, from its smaller end: `proofRows[proofStarts[k] .. proofStarts[k + 1])`. */
  proofStarts: Uint32Array;
  proofRows: Uint32Array;
  counts: ProjectionCounts;
}

/** A projection made from ties as objects. */
export interface ActorProjection extends TieProjection {
  /** The actor of each node. */
  actorIds: readonly string[];
  /** The ties that prove the edge between two nodes, in the order given; empty when they are not tied. */
  proofsOf(a: number, b: number): Tie[];
}

/**
 * The network of actors: two are tied when something that counts ties them, and weigh as much as what ties them.
 *
 * @param options - `actorIds` lists the actors, isolated ones included; left out, it is those the ties name, sorted
 * @throws RangeError when a date or a kind cannot be read
 */
export function actorProjection(
  ties: readonly Tie[],
  { actorIds, ...options }: ProjectionOptions & { actorIds?: readonly string[] } = {},
): ActorProjection {
  const actors = actorIds ?? [...new Set(ties.flatMap(({ a, b }) => [a, b]))].sort();
  const projection = projectTies(tieColumns(ties, actors), actors.length, options);
  const proofsOf = (a: number, b: number): Tie[] => {
    const place = arcPlace(projection.graph, Math.min(a, b), Math.max(a, b));
    if (place < 0) return [];
    const { proofStarts, proofRows } = projection;
    return [...proofRows.subarray(proofStarts[place]!, proofStarts[place + 1]!)].map((row) => ties[row]!);
  };
  return { ...projection, actorIds: actors, proofsOf };
}

/** The same as {@link actorProjection} from columns: what a worker does when it is told which ties count. */
export function projectTies(
  columns: TieColumns,
  actorCount: number,
  options: ProjectionOptions = {},
): TieProjection {
  const { rows, counts } = keepRows(columns, options);
  const edges: Edge[] = Array.from(rows, (row) => ({ source: columns.a[row]!, target: columns.b[row]! }));
  const graph = createGraph(actorCount, edges);
  const { proofStarts, proofRows } = groupProofs(graph, columns, rows);
  weigh(
    graph,
    columns,
    proofStarts,
    proofRows,
    options.weighting === 'shared' ? proofWeights(columns, rows) : undefined,
  );
  return { graph, proofStarts, proofRows, counts };
}

function keepRows(
  columns: TieColumns,
  options: ProjectionOptions,
): { rows: Uint32Array; counts: ProjectionCounts } {
  const counts = { kept: 0, otherKinds: 0, otherDates: 0, undated: 0, absentActors: 0, loops: 0 };
  const wanted = new Set((options.kinds ?? tieKinds).map((kind) => tieKinds.indexOf(kind)));
  const date = dateNumber(options.date, 'start');
  const rows = new Uint32Array(columns.a.length);
  for (let row = 0; row < columns.a.length; row++) {
    if (columns.a[row] === absentActor || columns.b[row] === absentActor) counts.absentActors++;
    else if (columns.a[row] === columns.b[row]) counts.loops++;
    else if (!wanted.has(columns.kind[row]!)) counts.otherKinds++;
    else {
      const presence =
        options.date === undefined ? 'present' : presenceAt(columns.start[row]!, columns.end[row]!, date);
      if (presence === 'unknown') counts.undated++;
      if (presence === 'absent') counts.otherDates++;
      else if (presence === 'present' || options.undated !== 'leaveOut') rows[counts.kept++] = row;
    }
  }
  return { rows: rows.slice(0, counts.kept), counts };
}

function groupProofs(
  graph: Graph,
  columns: TieColumns,
  rows: Uint32Array,
): { proofStarts: Uint32Array; proofRows: Uint32Array } {
  const places = rows.map((row) =>
    arcPlace(graph, Math.min(columns.a[row]!, columns.b[row]!), Math.max(columns.a[row]!, columns.b[row]!)),
  );
  const proofStarts = new Uint32Array(graph.neighbours.length + 1);
  for (const place of places) proofStarts[place + 1]!++;
  for (let place = 0; place < graph.neighbours.length; place++)
    proofStarts[place + 1]! += proofStarts[place]!;
  const fill = proofStarts.slice();
  const proofRows = new Uint32Array(rows.length);
  places.forEach((place, kept) => (proofRows[fill[place]!++] = rows[kept]!));
  return { proofStarts, proofRows };
}

/** Writes the weights: each proof of an edge once, though several rows may state it. */
function weigh(
  graph: Graph,
  columns: TieColumns,
  proofStarts: Uint32Array,
  proofRows: Uint32Array,
  weights: Float64Array | undefined,
): void {
  for (let node = 0; node < graph.nodeCount; node++)
    for (let place = graph.offsets[node]!; place < graph.offsets[node + 1]!; place++) {
      const neighbour = graph.neighbours[place]!;
      if (neighbour < node) continue;
      let weight = 0;
      const start = proofStarts[place]!;
      for (let p = start; p < proofStarts[place + 1]!; p++) {
        const proof = columns.proof[proofRows[p]!]!;
        let first = start;
        while (columns.proof[proofRows[first]!] !== proof) first++;
        if (first === p) weight += weights ? weights[proof]! : 1;
      }
      graph.weights[place] = weight;
      graph.weights[arcPlace(graph, neighbour, node)] = weight;
    }
}

/** By proof, 1 ÷ (actors it ties − 1). */
function proofWeights(columns: TieColumns, rows: Uint32Array): Float64Array {
  const actors = new Map<number, Set<number>>();
  for (const row of rows) {
    const proof = columns.proof[row]!;
    const tied = actors.get(proof) ?? new Set();
    actors.set(proof, tied.add(columns.a[row]!).add(columns.b[row]!));
  }
  const weights = new Float64Array(columns.proof.reduce((most, proof) => Math.max(most, proof), 0) + 1);
  for (const [proof, tied] of actors) weights[proof] = 1 / (tied.size - 1);
  return weights;
}

/** Place of `target` in the row of `source`, or -1 when they are not tied. */
export function arcPlace({ offsets, neighbours }: Graph, source: number, target: number): number {
  let low = offsets[source]!;
  let high = offsets[source + 1]! - 1;
  while (low <= high) {
    const middle = (low + high) >>> 1;
    const there = neighbours[middle]!;
    if (there === target) return middle;
    if (there < target) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}
