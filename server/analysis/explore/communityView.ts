import { actorProjection } from '../network/actorProjection';
import { usualCommunities } from '../network/communitiesMeasure';
import { communityNames, type CommunityName } from '../network/communityNames';
import type { ActorFacts } from './actorFacts';
import type { ExploreGraph } from './exploreGraph';
import { networkView, type NetworkView, type ViewRequest } from './networkView';
import type { RegionTie } from './regionTies';
import { keepsTie } from './tieFilter';

/** The communities of a region's actors, the largest first. */
export interface RegionCommunities {
  /** Community of each actor, in the order of the actors; `null` for an actor without a tie. */
  communityOf: readonly (number | null)[];
  /** Places of the actors of each community. */
  members: readonly (readonly number[])[];
  names: readonly CommunityName[];
}

/**
 * Groups actors into communities by their ties and tells what sets each apart. An actor without a tie belongs to none. They are
 * those of the measure of communities with its defaults, under the same numbers, so that a page and the canvas say the same.
 */
export function regionCommunities(
  actors: readonly ActorFacts[],
  ties: readonly RegionTie[],
): RegionCommunities {
  const { graph } = actorProjection(ties, { actorIds: actors.map(({ id }) => id) });
  const { offsets } = graph;
  const found = usualCommunities(graph);
  const names = communityNames(found, {
    themes: actors.map(({ statedThemes }) => statedThemes),
    families: actors.map(({ family }) => [family]),
    places: actors.map(({ commune }) => (commune === null ? [] : [commune])),
  });
  const isTied = (place: number): boolean => offsets[place + 1]! > offsets[place]!;
  const numbers = new Map<number, number>();
  const tied = actors.map((_, place) => isTied(place));
  found.membership.forEach((community, place) => {
    if (tied[place]) numbers.set(community, 0);
  });
  [...numbers.keys()].sort((a, b) => a - b).forEach((community, number) => numbers.set(community, number));
  const communityOf = actors.map((_, place) => (tied[place] ? numbers.get(found.membership[place]!)! : null));
  const members: number[][] = Array.from({ length: numbers.size }, () => []);
  communityOf.forEach((community, place) => {
    if (community !== null) members[community]!.push(place);
  });
  return { communityOf, members, names: [...numbers.keys()].sort((a, b) => a - b).map((c) => names[c]!) };
}

/** A community drawn as one node. */
export interface ClosedGroup {
  /** Number of the community; `null` for the actors without a tie. */
  community: number | null;
  members: number;
  /** Members that pass the filters. */
  matching: number;
}

/** A whole region: communities closed or opened in place. */
export interface CommunityView {
  groups: ClosedGroup[];
  /**
   * Ties between closed groups, or between a closed group and a shown actor, by key; weight counts tied pairs. The strongest,
   * as many as there is room for.
   */
  groupEdges: { source: string; target: string; weight: number }[];
  /** Members of closed communities that the filters hide. */
  hiddenInGroups: number;
  /** Members that pass of the smallest groups, which the canvas had no room for. */
  leftOutInGroups: number;
  groupEdgesLeftOut: number;
  /** Members of the opened communities and what was expanded from them. */
  view: NetworkView;
}

/** The key of a community; `g~none` for the actors without a tie. */
export function groupKey(community: number | null): string {
  return `g~${community ?? 'none'}`;
}

/**
 * The whole region as its communities. A closed one is a node that counts its members; the members of an opened one
 * are the nodes one starts from. Communities none of whose members passes the filters are left out.
 *
 * @param opened - keys of the communities to open
 * @param request - its seeds are not read
 */
export function communityView(
  graph: ExploreGraph,
  region: RegionCommunities,
  opened: readonly string[],
  request: Omit<ViewRequest, 'seeds' | 'keepSeeds'>,
): CommunityView {
  const open = new Set(opened);
  const isOpen = (place: number): boolean => open.has(groupKey(region.communityOf[place]!));
  const places = region.communityOf.map((_, place) => place);
  const view = networkView(graph, {
    ...request,
    seeds: places.filter(isOpen).map((place) => graph.nodes[place]!.key),
    keepSeeds: false,
  });
  const shown = new Set(view.nodes.map(({ place }) => place));
  const all = closedGroups(region, places, isOpen, request.keepsActor);
  const matching = all.filter((group) => group.matching > 0);
  // As many as leave room for what ties them.
  const room = Math.max(0, request.mostElements - view.nodes.length - view.edges.length);
  const groups = largestGroups(matching, Math.ceil(room / 2));
  const hiddenInGroups = all.reduce((sum, { members, matching }) => sum + members - matching, 0);
  const drawn = new Set(groups.map(({ community }) => groupKey(community)));
  const found = edgesOfGroups(graph, request, (place) => {
    if (shown.has(place)) return graph.nodes[place]!.key;
    const key = groupKey(region.communityOf[place]!);
    return drawn.has(key) ? key : null;
  });
  const groupEdges =
    found.length <= room - groups.length
      ? found
      : found.toSorted((x, y) => y.weight - x.weight).slice(0, room - groups.length);
  return {
    groups,
    groupEdges,
    hiddenInGroups,
    leftOutInGroups: countMatching(matching) - countMatching(groups),
    groupEdgesLeftOut: found.length - groupEdges.length,
    view,
  };
}

/** The groups with most members that pass, in the order given. */
function largestGroups(groups: readonly ClosedGroup[], most: number): ClosedGroup[] {
  if (groups.length <= most) return [...groups];
  const kept = new Set(groups.toSorted((x, y) => y.matching - x.matching).slice(0, most));
  return groups.filter((group) => kept.has(group));
}

function countMatching(groups: readonly ClosedGroup[]): number {
  return groups.reduce((sum, { matching }) => sum + matching, 0);
}

function closedGroups(
  region: RegionCommunities,
  places: readonly number[],
  isOpen: (place: number) => boolean,
  keepsActor: (place: number) => boolean,
): ClosedGroup[] {
  const groups = new Map<number | null, ClosedGroup>();
  for (const place of places) {
    if (isOpen(place)) continue;
    const community = region.communityOf[place]!;
    const group = groups.get(community) ?? { community, members: 0, matching: 0 };
    group.members++;
    if (keepsActor(place)) group.matching++;
    groups.set(community, group);
  }
  return [...groups.values()].sort((a, b) => (a.community ?? Infinity) - (b.community ?? Infinity));
}

/** Ties of actors that pass, gathered by what draws their ends; those between two shown actors are in the view. */
function edgesOfGroups(
  graph: ExploreGraph,
  request: Omit<ViewRequest, 'seeds' | 'keepSeeds'>,
  drawnBy: (place: number) => string | null,
): CommunityView['groupEdges'] {
  const keepTie = keepsTie(request.ties);
  const counts = new Map<string, { source: string; target: string; weight: number }>();
  for (const { relation, source, target, ties } of graph.edges) {
    if (relation !== 'TIE' || !ties.some(keepTie)) continue;
    if (!request.keepsActor(source) || !request.keepsActor(target)) continue;
    const ends = [drawnBy(source), drawnBy(target)];
    const [a, b] = ends;
    if (a == null || b == null || a === b || !(a.startsWith('g~') || b.startsWith('g~'))) continue;
    const key = a < b ? `${a} ${b}` : `${b} ${a}`;
    const known = counts.get(key);
    if (known) known.weight++;
    else counts.set(key, { source: a < b ? a : b, target: a < b ? b : a, weight: 1 });
  }
  return [...counts.values()];
}
