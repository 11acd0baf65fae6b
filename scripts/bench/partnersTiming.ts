import type { PartnerProjection } from '../../server/analysis/partners/projection';
import { createRandom, drawIndex } from '../../server/analysis/random';

/** A brief drawn from what a network has. */
export interface DrawnBrief {
  actorId: string;
  needs: { competenceId: string }[];
  themeIds: string[];
  audiences: string[];
}

/** Briefs drawn from what a network has: an actor, needed competences, two themes, an audience. */
export function drawBriefs(projection: PartnerProjection, count: number, needs: number): DrawnBrief[] {
  const random = createRandom(3);
  const pick = (ids: readonly string[]) => ids[drawIndex(random, ids.length)]!;
  return Array.from({ length: count }, () => ({
    actorId: pick(projection.actors.ids),
    needs: Array.from({ length: needs }, () => ({ competenceId: pick(projection.competences.ids) })),
    themeIds: [pick(projection.themes.ids), pick(projection.themes.ids)],
    audiences: [pick(projection.audiences.ids)],
  }));
}

/** Milliseconds that each of a list takes, one after the other. */
export async function timesOf<T>(list: readonly T[], run: (item: T) => unknown): Promise<number[]> {
  const times: number[] = [];
  for (const item of list) {
    const start = performance.now();
    await run(item);
    times.push(performance.now() - start);
  }
  return times;
}

/**
 * Prints the median and the 95th percentile of times, beside their reference, as one JSON line.
 *
 * @param referenceMs - null for what is only measured for scale
 */
export function report(task: string, times: number[], referenceMs: number | null, more: object = {}): void {
  const sorted = [...times].sort((x, y) => x - y);
  const at = (share: number) => Number(sorted[Math.floor(share * (sorted.length - 1))]!.toFixed(2));
  const [p50, p95] = [at(0.5), at(0.95)];
  console.log(
    JSON.stringify({
      task,
      n: times.length,
      p50,
      p95,
      reference: referenceMs === null ? 'for scale' : `p95 < ${referenceMs} ms`,
      ...more,
    }),
  );
}
