import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { Database } from '../../database/driver';
import { loadQuery } from '../../database/loadQuery';
import { readRows } from '../../database/readRows';
import { readGraph } from '../../graph/changeGraph';
import { writeGraph } from '../../graph/writeGraph';
import { toSeedGraph, type SeedTexts } from './seedGraph';
import { readOtherRegion } from './territories/planTerritories';
import type { TerritoryFiles } from './territoryGraph';

/** What a load did. */
export interface SeedReport {
  /** False when the database already held exactly this seed. */
  loaded: boolean;
  /** Nodes and relationships written; 0 when nothing had to be. */
  nodes: number;
  relationships: number;
  milliseconds: number;
}

const sourceSchema = z.object({ region: z.string() });

/**
 * Loads every region of a folder of seeds, each in one transaction with its territories: all of it or nothing. Does nothing when
 * the same files were loaded already, or when the graph is of another region, which was imported; a region's folder is one
 * whose `source.json` names a `region`.
 *
 * @param folder - a folder with `territories/` and a folder a region
 * @throws TableError when a row is broken: nothing is loaded of that region
 */
export async function loadSeed(database: Database, folder: string): Promise<SeedReport> {
  const started = performance.now();
  const report: SeedReport = { loaded: false, nodes: 0, relationships: 0, milliseconds: 0 };
  const territories = (await readTables(join(folder, 'territories'))) as TerritoryFiles['texts'];
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    if (!entry.isDirectory() || entry.name === 'territories') continue;
    const source = await readFile(join(folder, entry.name, 'source.json'), 'utf8');
    const { region } = sourceSchema.parse(JSON.parse(source));
    if (await holdsAnother(database, region)) continue;
    const texts = (await readTables(join(folder, entry.name))) as SeedTexts;
    const checksum = toChecksum([territories, texts, { region }]);
    const id = `seed-${entry.name}`;
    const [previous] = await readRows(
      database,
      loadQuery('importById'),
      { id },
      z.object({ checksum: z.string() }),
    );
    if (previous?.checksum === checksum) continue;
    const graph = toSeedGraph(texts, { texts: territories, region });
    graph.nodes.push({ label: 'Import', rows: [{ id, checksum, appliedAt: new Date().toISOString() }] });
    await writeGraph(database, graph);
    report.loaded = true;
    report.nodes += graph.nodes.reduce((sum, part) => sum + part.rows.length, 0);
    report.relationships += graph.relationships.reduce((sum, part) => sum + part.rows.length, 0);
  }
  return { ...report, milliseconds: performance.now() - started };
}

/** Whether the graph describes a region that is not the one of that code. */
async function holdsAnother(database: Database, region: string): Promise<boolean> {
  return (await readGraph(database, (reader) => readOtherRegion(reader, region))) !== null;
}

async function readTables(folder: string): Promise<Record<string, string>> {
  const files = (await readdir(folder)).filter((name) => name.endsWith('.csv'));
  const texts = await Promise.all(files.map((name) => readFile(join(folder, name), 'utf8')));
  return Object.fromEntries(files.map((name, index) => [name.slice(0, -'.csv'.length), texts[index]!]));
}

function toChecksum(groups: Record<string, string>[]): string {
  const hash = createHash('sha256');
  for (const texts of groups)
    for (const name of Object.keys(texts).sort())
      hash.update(name).update('\0').update(texts[name]!).update('\0');
  return hash.digest('hex');
}
