import type { Database } from '../database/driver';
import { readGraph } from './changeGraph';

/** Longest chain of merges that is followed. */
const MOST_STEPS = 20;

/**
 * The actor that another was merged into, through as many merges as there were since; merges that were undone do not count.
 *
 * @param actor - identifier of an actor that may be gone
 * @returns undefined when it is there, or was never merged, or when what it was merged into is gone too
 */
export async function readSurvivor(database: Database, actor: string): Promise<string | undefined> {
  return readGraph(database, async (reader) => {
    let id = actor;
    for (let step = 0; step < MOST_STEPS; step += 1) {
      const [there] = await reader.query('MATCH (a:Actor {id: $id}) RETURN a.id AS id LIMIT 1', { id });
      if (there !== undefined) return id === actor ? undefined : id;
      const [next] = await reader.query(
        `MATCH (c:Change {subject: $subject})
        MATCH (i:Import {id: c.importId}) WHERE i.mergedId = $id AND i.undoneBy IS NULL
        RETURN i.survivorId AS id ORDER BY i.appliedAt DESC LIMIT 1`,
        { id, subject: `Actor/${id}` },
      );
      if (next === undefined) return undefined;
      id = next.id as string;
    }
    return undefined;
  });
}
