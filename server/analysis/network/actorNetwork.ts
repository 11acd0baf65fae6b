import type { Graph } from '../graph';
import type { TieColumns } from './tieColumns';

/** The three phases of a production, in order. */
export const phases = ['VALIDATION', 'FABRICATION', 'DIFFUSION'] as const;

/** Best level an actor has in each phase, in the order of {@link phases}, from 0 (none) to 1 (highest). */
export type PhaseLevels = readonly [number, number, number];

/**
 * All that the measures of the network read: plain arrays that can be sent to a worker. Every list is in the
 * order of `actorIds`, which is also that of the nodes of the graph.
 */
export interface ActorNetwork {
  graph: Graph;
  /** Isolated actors included. */
  actorIds: readonly string[];
  /** By name of category (`formerRegion`, `family`, `phase`, …): the value of each actor, `null` when unknown. */
  categories: Readonly<Record<string, readonly (string | null)[]>>;
  /** Themes of each actor, without repetition. */
  themes: readonly (readonly string[])[];
  /** `null` when the actor has declared no competence: unknown, not zero. */
  phaseLevels: readonly (PhaseLevels | null)[];
  /** The dated ties behind the graph; only what compares dates reads them. */
  ties: TieColumns | null;
}
