import { actorFacts, type ActorFacts, type ActorRecord } from '../../analysis/explore/actorFacts';
import type { BesideRows } from '../../analysis/explore/besideRows';
import { regionCommunities, type RegionCommunities } from '../../analysis/explore/communityView';
import { exploreGraph, type ExploreGraph } from '../../analysis/explore/exploreGraph';
import { territoryIndex, type TerritoryIndex } from '../../analysis/explore/territoryProfile';
import { readActorRecords } from '../../graph/readActorRecords';
import { readExploreStatements } from '../../graph/readExploreStatements';
import { readNeeds } from '../../graph/readNeeds';
import type { RegionRows } from '../../graph/readRegion';
import type { Projections } from './projections';
import { currentRegion } from './region';

/** The region in memory, as exploring needs it; what is costly is made when first asked for. */
export interface ExploredRegion {
  readonly rows: RegionRows;
  readonly graph: ExploreGraph;
  /** In the order of the actors, which are the first nodes of the graph. */
  readonly actors: readonly ActorFacts[];
  readonly communities: RegionCommunities;
  readonly territories: TerritoryIndex;
}

interface Made extends BesideRows {
  records: readonly ActorRecord[];
  region: ExploredRegion;
}

const made = new WeakMap<RegionRows, Made>();

/** The region as old as the last write at most, shared by every request. */
export async function currentExploredRegion(projections: Projections): Promise<ExploredRegion> {
  // One reading after the other: all at once they would each open connections, and wait for them together.
  const { value: rows } = await currentRegion(projections);
  const [{ value: records }, { value: needs }, { value: statements }] = await Promise.all([
    projections.of(readActorRecords).current(),
    projections.of(readNeeds).current(),
    projections.of(readExploreStatements).current(),
  ]);
  let kept = made.get(rows);
  if (kept?.records !== records || kept.needs !== needs || kept.statements !== statements) {
    kept = { records, needs, statements, region: explore(rows, records, { needs, statements }) };
    made.set(rows, kept);
  }
  return kept.region;
}

function explore(rows: RegionRows, records: readonly ActorRecord[], beside: BesideRows): ExploredRegion {
  const graph = exploreGraph(rows, beside);
  const actors = actorFacts(rows, records, partnersByActor(graph));
  let communities: RegionCommunities | undefined;
  let territories: TerritoryIndex | undefined;
  return {
    rows,
    graph,
    actors,
    get communities() {
      return (communities ??= regionCommunities(actors, graph.ties));
    },
    get territories() {
      return (territories ??= territoryIndex(rows, actors));
    },
  };
}

function partnersByActor({ nodes, edges }: ExploreGraph): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { relation, source, target } of edges)
    if (relation === 'TIE')
      for (const end of [source, target]) {
        const { id } = nodes[end]!;
        counts.set(id, (counts.get(id) ?? 0) + 1);
      }
  return counts;
}
