import { generateRows } from '../../server/analysis/partners/generateRows';
import { createPartnerProjection } from '../../server/analysis/partners/projection';
import type { PartnerProjection } from '../../server/analysis/partners/projection';
import { rankPartners } from '../../server/analysis/partners/rankPartners';
import type { PartnerRows } from '../../server/analysis/partners/rows';
import { findTeams } from '../../server/analysis/partners/teams/findTeams';
import { measureCypher } from './partnersCypher';
import { drawBriefs, report, timesOf } from './partnersTiming';

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
  await compareCovers(small);
  await measureLarge();
}

/** Teams for 20 needs, too many to visit every subset, by HiGHS and without it: is the size the smallest whenever it is said to be? */
async function compareCovers(region: PartnerProjection): Promise<void> {
  let [wrong, proven, worst] = [0, 0, 1];
  const briefs = drawBriefs(region, 100, 20);
  for (const brief of briefs) {
    const optimum = await findTeams(region, brief);
    const without = await findTeams(region, brief, {}, null);
    if (without.proven) proven++;
    if (without.proven && optimum.proven && without.size !== optimum.size) wrong++;
    worst = Math.max(worst, without.size / Math.max(1, optimum.size));
  }
  console.log(
    JSON.stringify({
      task: 'teams for 20 needs without HiGHS, region',
      n: briefs.length,
      proven: `${proven} of ${briefs.length}`,
      saidSmallestButNot: wrong,
      worstRatioToHighs: Number(worst.toFixed(3)),
      reference: 'at most 1.1, none wrong',
    }),
  );
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
  await measureCypher(rows);
}
