import type { PartnerProjection } from '../projection';
import { EARTH_RADIUS_KM } from '../../greatCircle';

/** How ties and kilometres make the cost of working together. */
export interface ClosenessOptions {
  /** Steps counted at most, also for actors with no path between them. */
  stepCap: number;
  /** Kilometres that weigh as much as one step. */
  kmPerStep: number;
}

/**
 * Steps from an actor to every actor: 1 between partners and between actors of one production; capped. An actor and a production are half
 * a step apart.
 *
 * @returns by actor, `cap` where there is no shorter path
 */
export function stepsFrom(projection: PartnerProjection, actor: number, cap: number): Float64Array {
  const { offsets, rows } = projection.adjacency;
  const n = projection.actorCount;
  const halves = new Int32Array(offsets.length - 1).fill(-1);
  const rings: number[][] = Array.from({ length: 2 * cap + 1 }, () => []);
  halves[actor] = 0;
  rings[0]!.push(actor);
  for (let ring = 0; ring < 2 * cap; ring++)
    for (const node of rings[ring]!) {
      if (halves[node] !== ring) continue;
      for (let k = offsets[node]!; k < offsets[node + 1]!; k++) {
        const next = rows[k]!;
        const at = ring + (node < n && next < n ? 2 : 1);
        if (at > 2 * cap || (halves[next] !== -1 && halves[next]! <= at)) continue;
        halves[next] = at;
        rings[at]!.push(next);
      }
    }
  const steps = new Float64Array(n);
  for (let i = 0; i < n; i++) steps[i] = halves[i] === -1 ? cap : halves[i]! / 2;
  return steps;
}

/** How close the actors of a list are, by pair: that of `list[i]` and `list[j]` is at `i * list.length + j`. */
export interface Closeness {
  /** Shortest path in the graph of partners, at most the cap. */
  steps: Float64Array;
  /** `NaN` when a place is unknown. */
  km: Float64Array;
  /** `steps + km ÷ kmPerStep`; where the distance is unknown, it counts as one step. */
  cost: Float64Array;
}

/** Closeness of every pair of a list of actors; 0 of an actor with itself. */
export function closenessOf(
  projection: PartnerProjection,
  list: readonly number[],
  { stepCap, kmPerStep }: ClosenessOptions,
): Closeness {
  const n = list.length;
  const [steps, km, cost] = [new Float64Array(n * n), new Float64Array(n * n), new Float64Array(n * n)];
  list.forEach((actor, i) => {
    const reached = stepsFrom(projection, actor, stepCap);
    for (let j = 0; j < n; j++) {
      const at = i * n + j;
      if (i === j) continue;
      steps[at] = reached[list[j]!]!;
      km[at] = kmBetween(projection, actor, list[j]!);
      cost[at] = steps[at]! + (Number.isNaN(km[at]!) ? 1 : km[at]! / kmPerStep);
    }
  });
  return { steps, km, cost };
}

function kmBetween(projection: PartnerProjection, a: number, b: number): number {
  const at = projection.places;
  const chord = Math.hypot(
    at[3 * a]! - at[3 * b]!,
    at[3 * a + 1]! - at[3 * b + 1]!,
    at[3 * a + 2]! - at[3 * b + 2]!,
  );
  return 2 * EARTH_RADIUS_KM * Math.asin(Math.min(1, chord / 2));
}
