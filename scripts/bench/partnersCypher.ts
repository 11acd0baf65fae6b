import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createPartnerProjection } from '../../server/analysis/partners/projection';
import type { PartnerRows } from '../../server/analysis/partners/rows';
import { createDatabase, type Database } from '../../server/database/driver';
import { startEmbedded } from '../../server/database/embedded/startEmbedded';
import { drawBriefs, report, timesOf } from './partnersTiming';

/** Rows of one transaction. */
const BATCH = 5000;

const CONSTRAINTS = ['Actor', 'Competence', 'Theme', 'Production', 'Partnership'].map(
  (label) => `CREATE CONSTRAINT IF NOT EXISTS FOR (n:${label}) REQUIRE n.id IS UNIQUE`,
);

/** Each list of rows, and the statement that writes a batch of it. */
function loads(rows: PartnerRows): [readonly object[], string][] {
  const partnerships = rows.partnerships.map((row, k) => ({ ...row, id: `tie${k}` }));
  const broader = [...rows.competences, ...rows.themes].filter((row) => row.broader !== null);
  return [
    [
      rows.actors,
      `CREATE (a:Actor {id: row.id, family: row.family, location: CASE WHEN row.latitude IS NULL THEN null
       ELSE point({latitude: row.latitude, longitude: row.longitude}) END})`,
    ],
    [rows.competences, 'CREATE (:Competence {id: row.id, phase: row.phase})'],
    [rows.themes, 'CREATE (:Theme {id: row.id})'],
    [rows.productions, 'CREATE (:Production {id: row.id, audiences: row.audiences})'],
    [partnerships, 'CREATE (:Partnership {id: row.id, kind: row.kind})'],
    [
      broader,
      `CALL (row) { MATCH (n:Competence {id: row.id}), (b:Competence {id: row.broader}) CREATE (n)-[:BROADER]->(b) }
       CALL (row) { MATCH (n:Theme {id: row.id}), (b:Theme {id: row.broader}) CREATE (n)-[:BROADER]->(b) }`,
    ],
    [
      rows.actorCompetences,
      `MATCH (a:Actor {id: row.actor}), (c:Competence {id: row.competence})
       CREATE (a)-[:HAS_COMPETENCE {level: row.level, status: row.status}]->(c)`,
    ],
    [
      rows.actorThemes,
      'MATCH (a:Actor {id: row.actor}), (t:Theme {id: row.theme}) CREATE (a)-[:WORKS_ON]->(t)',
    ],
    [
      rows.contributions,
      'MATCH (a:Actor {id: row.actor}), (p:Production {id: row.production}) CREATE (a)-[:CONTRIBUTED_TO {role: row.role}]->(p)',
    ],
    [
      partnerships,
      `MATCH (a:Actor {id: row.a}), (b:Actor {id: row.b}), (p:Partnership {id: row.id})
       CREATE (a)-[:PARTNER_IN]->(p)<-[:PARTNER_IN]-(b)`,
    ],
  ];
}

async function load(database: Database, rows: PartnerRows): Promise<void> {
  const run = (text: string, params = {}) =>
    database.driver.executeQuery(text, params, { database: database.name });
  for (const statement of CONSTRAINTS) await run(statement);
  await run('CALL db.awaitIndexes(60)');
  for (const [list, statement] of loads(rows))
    for (let from = 0; from < list.length; from += BATCH)
      await run(`UNWIND $rows AS row ${statement}`, { rows: list.slice(from, from + BATCH) });
}

/**
 * The same question as one query, every lookup by an index: whoever has a needed competence or a narrower one, with the five parts of
 * its score, the best twenty.
 */
const QUERY = `
MATCH (me:Actor {id: $actor})
WITH me, COLLECT { MATCH (me)-[:PARTNER_IN]->(:Partnership)<-[:PARTNER_IN]-(z:Actor) RETURN DISTINCT z } AS partners
UNWIND $needs AS need
MATCH (:Competence {id: need})<-[:BROADER*0..1]-(:Competence)<-[h:HAS_COMPETENCE]-(a:Actor)
WHERE a <> me
WITH me, partners, a, need, max(CASE h.level WHEN 3 THEN 1.0 WHEN 2 THEN 2 / 3.0 ELSE 1 / 3.0 END) AS best
WITH me, partners, a, sum(best) / size($needs) AS cover
WITH a, cover,
  COUNT { (a)-[:WORKS_ON]->(t:Theme) WHERE t.id IN $themes } / toFloat(size($themes)) AS theme,
  CASE WHEN a.location IS NULL OR me.location IS NULL THEN 0.0
    ELSE exp(-point.distance(a.location, me.location) / 30000) END AS near,
  reduce(sum = 0.0, degree IN COLLECT {
    MATCH (a)-[:PARTNER_IN]->(:Partnership)<-[:PARTNER_IN]-(z:Actor) WHERE z IN partners
    WITH DISTINCT z RETURN COUNT { (z)-[:PARTNER_IN]->() } } | sum + 1.0 / degree) AS network,
  CASE WHEN EXISTS { (a)-[:CONTRIBUTED_TO]->(p:Production) WHERE any(x IN p.audiences WHERE x IN $audiences) }
    THEN 1.0 ELSE 0.0 END AS audience
RETURN a.id AS id, cover, theme, near, network, audience,
  0.5 * cover + 0.2 * theme + 0.1 * near + 0.1 * network + 0.1 * audience AS score
ORDER BY score DESC, id
LIMIT 20`;

/** Times the question as one Cypher query, on a network written to a real Neo4j of its own. */
export async function measureCypher(rows: PartnerRows): Promise<void> {
  const dataDir = await mkdtemp(join(tmpdir(), 'maillage-bench-'));
  const embedded = await startEmbedded({
    dataDir,
    jarsDir: join('.maillage', 'jars'),
    boltPort: 0,
    profile: 'service',
    heapMb: 1024,
    pageCacheMb: 512,
  });
  const database = createDatabase(embedded.connection);
  try {
    const start = performance.now();
    await load(database, rows);
    const seconds = Number(((performance.now() - start) / 1000).toFixed(1));
    const briefs = drawBriefs(createPartnerProjection(rows), 60, 12);
    const one = ({ actorId, needs, themeIds, audiences }: (typeof briefs)[number]) =>
      database.driver.executeQuery(
        QUERY,
        { actor: actorId, needs: needs.map((n) => n.competenceId), themes: themeIds, audiences },
        { database: database.name },
      );
    for (const brief of briefs.slice(0, 20)) await one(brief);
    const task = `the same question as one Cypher query, ${rows.actors.length} actors`;
    report(task, await timesOf(briefs, one), null, { secondsToLoad: seconds });
  } finally {
    await database.close();
    await embedded.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
}
