import { parentPort } from 'node:worker_threads';
import type { ActorNetwork } from '../../analysis/network/actorNetwork';
import { projectTies, type ProjectionOptions } from '../../analysis/network/actorProjection';
import { computeMeasure, type MeasureQuestion, type MeasureResult } from '../../analysis/network/descriptors';

/** What the worker is asked: to keep a network, or to compute on the one it keeps. */
export type SynergiesRequest =
  | { kind: 'load'; network: ActorNetwork }
  | { kind: 'compute'; id: number; question: MeasureQuestion; projection: ProjectionOptions | null };

/** What it answers; an error that the asker can mend (a parameter out of bounds) is told from one it cannot. */
export type SynergiesReply = { id: number } & (
  { result: MeasureResult } | { error: { message: string; mendable: boolean } }
);

/** Networks by what counts as a tie, of which the last few are kept. */
const MOST_PROJECTIONS = 4;
let loaded: ActorNetwork | undefined;
const projections = new Map<string, ActorNetwork>();

function networkFor(projection: ProjectionOptions | null): ActorNetwork {
  if (!loaded) throw new Error('no network was loaded');
  if (projection === null) return loaded;
  if (!loaded.ties) throw new RangeError('the network was given without its ties: they cannot be chosen');
  const key = JSON.stringify(projection, Object.keys(projection).sort());
  let network = projections.get(key);
  if (!network) {
    network = { ...loaded, graph: projectTies(loaded.ties, loaded.actorIds.length, projection).graph };
    if (projections.size === MOST_PROJECTIONS) projections.delete([...projections.keys()][0]!);
    projections.set(key, network);
  }
  return network;
}

function answer(request: Extract<SynergiesRequest, { kind: 'compute' }>): SynergiesReply {
  try {
    return { id: request.id, result: computeMeasure(networkFor(request.projection), request.question) };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return { id: request.id, error: { message, mendable: error instanceof RangeError } };
  }
}

parentPort?.on('message', (request: SynergiesRequest) => {
  if (request.kind === 'compute') parentPort!.postMessage(answer(request));
  else {
    loaded = request.network;
    projections.clear();
  }
});
