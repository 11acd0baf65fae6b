import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { PartnerRows } from '../../server/analysis/partners/rows';
import { ask, openEmbedded, startApplication, stopApplication, waitWhileWarming } from './application';
import { drawBriefs, report, timesOf, type DrawnBrief } from './partnersTiming';
import { createPartnerProjection } from '../../server/analysis/partners/projection';

const CLIENT = join(__dirname, '..', '..', 'client');
const read = (...path: string[]) => readFileSync(join(CLIENT, ...path), 'utf8');

/** Ten candidates with every part, every reason and the relationships that prove it. */
const proofs = `query ($brief: PartnerBriefInput!) { partnersFor(brief: $brief, limit: 10) {
  version total unknownTotal
  ranked {
    actorId rank score possible distanceKm
    parts { part asked weight value points }
    reasons { part kind subjectId loss citations { type from to evidence sourceId } }
    brings { phase needs { competenceId value factor certainty } }
  }
} }`;

/** What the page asks: the same with the names of actors, communes and sources. */
function pageQuery(): string {
  const page = read('features', 'partners', 'Page.graphql');
  const fragments = page.slice(0, page.indexOf('query PartnersFor'));
  const facts = ['ActorParts', 'SourceParts'].map((name) => read('components', 'facts', `${name}.graphql`));
  return `${facts.join('\n')}\n${fragments}
    query ($brief: PartnerBriefInput!) { partnersFor(brief: $brief, limit: 10) {
      version total unknownTotal brief { ...BriefParts } ranked { ...PartnerRow } } }`;
}

/** Asks over HTTP, each brief twice, after a few to warm up; tells how many states of the graph answered. */
async function askAll(
  url: string,
  task: string,
  query: string,
  briefs: readonly DrawnBrief[],
): Promise<void> {
  const versions = new Set<string>();
  const one = async (brief: DrawnBrief) => {
    const needs = brief.needs.map(({ competenceId }) => ({ competenceId, weight: 1 }));
    const { partnersFor } = await ask<{ partnersFor: { version: string } }>(url, query, {
      brief: { ...brief, needs },
    });
    versions.add(partnersFor.version);
  };
  for (const brief of briefs.slice(0, 60)) await one(brief);
  report(`${task}, asked the first time`, await timesOf(briefs, one), 30);
  const again = await timesOf(briefs, one);
  report(`${task}, asked again`, again, 30, { statesOfTheGraphRead: versions.size });
}

/** How long after a write committed by another program the ranking tells it, in milliseconds. */
async function measureFreshness(url: string, dataDir: string, rows: PartnerRows): Promise<void> {
  const database = openEmbedded(dataDir);
  const competence = rows.competences[0]!.id;
  const valueOf = async (id: string) => {
    const brief = { needs: [{ competenceId: competence, weight: 1 }] };
    const query =
      'query ($brief: PartnerBriefInput!, $ids: [ID!]!) { comparePartners(brief: $brief, actorIds: $ids) { brings { needs { value } } } }';
    const { comparePartners } = await ask<{ comparePartners: { brings: { needs: unknown[] }[] }[] }>(
      url,
      query,
      { brief, ids: [id] },
    );
    return comparePartners[0]!.brings.flatMap(({ needs }) => needs).length;
  };
  const delays: number[] = [];
  for (const { id } of rows.actors) {
    if (delays.length === 10) break;
    if ((await valueOf(id)) > 0) continue;
    await database.driver.executeQuery(
      `MATCH (a:Actor {id: $actor}), (c:Competence {id: $competence})
       CREATE (a)-[:HAS_COMPETENCE {level: 3, status: 'DECLARED'}]->(c)`,
      { actor: id, competence },
      { database: database.name },
    );
    const start = performance.now();
    while ((await valueOf(id)) === 0) await sleep(10);
    delays.push(performance.now() - start);
  }
  await database.close();
  report('a write told by the ranking, region through HTTP', delays, 2000);
}

/** Times the search through HTTP on the region, as a page asks it, and how fresh it is. */
export async function measureHttp(rows: PartnerRows): Promise<void> {
  const briefs = drawBriefs(createPartnerProjection(rows), 200, 12);
  const dataDir = await mkdtemp(join(tmpdir(), 'maillage-bench-'));
  const application = await startApplication(dataDir);
  await waitWhileWarming();
  try {
    await askAll(application.url, 'partners with their proofs, region through HTTP', proofs, briefs);
    await askAll(application.url, 'partners as the page asks them, region through HTTP', pageQuery(), briefs);
    await measureFreshness(application.url, dataDir, rows);
  } finally {
    await stopApplication(application);
    await rm(dataDir, { recursive: true, force: true });
  }
}
