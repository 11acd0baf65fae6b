import type { ActorNetwork } from '../../analysis/network/actorNetwork';
import { projectTies, type ProjectionOptions } from '../../analysis/network/actorProjection';
import {
  advanceMeasure,
  computeMeasure,
  type MeasureQuestion,
  type MeasureResult,
} from '../../analysis/network/descriptors';
import { serveThread } from '../../threads/threadProtocol';

/** What the worker is asked: a measure, on all ties when `projection` is null. */
export interface SynergiesQuestion {
  measure: MeasureQuestion;
  projection: ProjectionOptions | null;
}

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

/** Questions whose answer was partial, the last asked at the end, each on its network. */
const unfinished = new Map<string, { network: ActorNetwork; question: MeasureQuestion }>();
/** Beyond so many, the one asked first is given up: asked again, it goes on. */
const MOST_UNFINISHED = 4;
/** Milliseconds of rest between two parts, which leave the processor to those who wait for an answer. */
const REST = 20;
/** Milliseconds without a question after which one goes on: those who ask several in a row do not wait for it. */
const QUIET = 500;
let goingOn: NodeJS.Timeout | undefined;

function keep(key: string, network: ActorNetwork, question: MeasureQuestion): void {
  unfinished.delete(key);
  unfinished.set(key, { network, question });
  if (unfinished.size > MOST_UNFINISHED) unfinished.delete(unfinished.keys().next().value!);
}

/** Goes on once nothing was asked for a while. */
function goOnLater(): void {
  clearTimeout(goingOn);
  goingOn = unfinished.size > 0 ? setTimeout(goOn, QUIET) : undefined;
}

/** One part of the question asked last; what was asked meanwhile is answered before the next. */
function goOn(): void {
  goingOn = undefined;
  const [key, next] = [...unfinished].at(-1) ?? [];
  if (key === undefined || !next) return;
  if (!advanceMeasure(next.network, next.question)) unfinished.delete(key);
  if (unfinished.size > 0) goingOn = setTimeout(goOn, REST);
}

serveThread<ActorNetwork, SynergiesQuestion, MeasureResult>({
  load(network) {
    loaded = network;
    projections.clear();
    unfinished.clear();
  },
  answer({ measure, projection }) {
    try {
      const network = networkFor(projection);
      const result = computeMeasure(network, measure);
      if (result.isPartial) keep(JSON.stringify([measure, projection]), network, measure);
      return result;
    } finally {
      goOnLater();
    }
  },
});
