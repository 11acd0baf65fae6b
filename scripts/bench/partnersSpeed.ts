import { generateRows } from '../../server/analysis/partners/generateRows';
import { createPartnerProjection } from '../../server/analysis/partners/projection';
import type { PartnerProjection } from '../../server/analysis/partners/projection';
import { rankPartners } from '../../server/analysis/partners/rankPartners';
import type { PartnerRows } from '../../server/analysis/partners/rows';
import { findTeams } from '../../server/analysis/partners/teams/findTeams';
import { createRandom, drawIndex } from '../../server/analysis/random';

const LARGE = {
  actors: 60_000,
  competences: 300,
  themes: 60,
  actorCompetences: 200_000,
  actorThemes: 100_000,
  productions: 20_000,
  contributions: 100_000,
  partnerships: 80_000,
  stops: 20_000,
};

/** Briefs drawn from what a network has: an actor, needed competences, two themes, an audience. */
function drawBriefs(projection: PartnerProjection, count: number, needs: number) {
  const random = createRandom(3);
  const pick = (ids: readonly string[]) => ids[drawIndex(random, ids.length)]!;
  return Array.from({ length: count }, () => ({
    actorId: pick(projection.actors.ids),
    needs: Array.from({ length: needs }, () => ({ competenceId: pick(projection.competences.ids) })),
    themeIds: [pick(projection.themes.ids), pick(projection.themes.ids)],
    audiences: [pick(projection.audiences.ids)],
  }));
}

async function timesOf<T>(list: readonly T[], run: (item: T) => unknown): Promise<number[]> {
  const times: number[] = [];
  for (const item of list) {
    const start = performance.now();
    await run(item);
    times.push(performance.now() - start);
  }
  return times;
}

function report(task: string, times: number[], referenceMs: number, more: object = {}): void {
  const sorted = [...times].sort((x, y) => x - y);
  const at = (share: number) => Number(sorted[Math.floor(share * (sorted.length - 1))]!.toFixed(2));
  const [p50, p95] = [at(0.5), at(0.95)];
  console.log(
    JSON.stringify({ task, n: times.length, p50, p95, reference: `p95 < ${referenceMs} ms`, ...more }),
  );
}

function megabytes(): number {
  globalThis.gc?.();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return (heapUsed + arrayBuffers) / 1e6;
}

/** Times the search and the teams on a region and on a generated network of 60,000 actors, each beside its reference. */
export async function measureSpeed(region: PartnerRows): Promise<void> {
  const small = createPartnerProjection(region);
  const briefs = drawBriefs(small, 200, 12);
  for (const brief of briefs.slice(0, 30)) rankPartners(small, brief);
  report('partners, region', await timesOf(briefs, (brief) => rankPartners(small, brief)), 10);
  await findTeams(small, briefs[0]!);
  let proven = 0;
  const times = await timesOf(briefs, async (brief) => {
    if ((await findTeams(small, brief)).proven) proven++;
  });
  report('teams for 12 needs, region', times, 200, { proven: `${proven} of ${briefs.length}` });
  await measureLarge();
}

async function measureLarge(): Promise<void> {
  const rows = generateRows(1, LARGE);
  const before = megabytes();
  const start = performance.now();
  const projection = createPartnerProjection(rows);
  const buildMs = Math.round(performance.now() - start);
  const memory = Math.round(megabytes() - before);
  const reference = 'under 10,000 ms and 300 MB';
  console.log(
    JSON.stringify({
      task: 'projection, 60,000 actors and 500,000 ties',
      buildMs,
      memoryMb: memory,
      reference,
    }),
  );
  const briefs = drawBriefs(projection, 60, 12);
  for (const brief of briefs.slice(0, 10)) rankPartners(projection, brief);
  report('partners, 60,000 actors', await timesOf(briefs, (brief) => rankPartners(projection, brief)), 40);
  report('teams, 60,000 actors', await timesOf(briefs.slice(0, 15), (b) => findTeams(projection, b)), 2000);
}
