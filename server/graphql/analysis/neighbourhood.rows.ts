import { groupKey, type CommunityView } from '../../analysis/explore/communityView';
import type { ShownEdge, ShownNode } from '../../analysis/explore/networkView';
import type { ExploredRegion } from './explore.rows';
import type { CanvasEdge, CanvasGroup, CanvasNode, CanvasView } from './neighbourhood.type';

/** Turns a view, of some actors or of the whole region, into the answer of the API, labels in one language. */
export function toCanvasView(
  region: ExploredRegion,
  { groups, groupEdges, hiddenInGroups, leftOutInGroups, groupEdgesLeftOut, view }: CommunityView,
  { language, isWhole }: { language: 'fr' | 'en'; isWhole: boolean },
): CanvasView {
  return {
    nodes: view.nodes.map((node) => toNode(region, node, language)),
    groups: groups.map((group) => toGroup(region, group, language)),
    edges: [
      ...view.edges.map((edge) => toEdge(region, edge)),
      ...groupEdges.map((edge): CanvasEdge => ({
        ...edge,
        relation: 'TIE' as CanvasEdge['relation'],
        kinds: [],
        detail: null,
        firstYear: null,
        lastYear: null,
      })),
    ],
    actorCount: region.actors.length,
    hiddenByFilters: view.hiddenByFilters + hiddenInGroups,
    hiddenByHand: view.hiddenByHand,
    leftOut: view.leftOut as CanvasView['leftOut'],
    nodesLeftOut: view.nodesLeftOut + leftOutInGroups,
    edgesLeftOut: view.edgesLeftOut + groupEdgesLeftOut,
    walkedActorIds: isWhole
      ? []
      : view.walked.map((place) => region.actors[place]?.id).filter((id) => id !== undefined),
    unknownKeys: view.unknownKeys,
  };
}

function toNode(region: ExploredRegion, shown: ShownNode, language: 'fr' | 'en'): CanvasNode {
  const { key, kind, id, labelFr, labelEn, acronym, sort, phases, latitude, longitude } =
    region.graph.nodes[shown.place]!;
  const facts = kind === 'ACTOR' ? region.actors[shown.place] : undefined;
  return {
    key,
    kind: kind as CanvasNode['kind'],
    id,
    label: language === 'en' ? labelEn : labelFr,
    acronym,
    sort,
    phases: [...phases],
    latitude,
    longitude,
    place: facts?.communeName ?? null,
    step: shown.step,
    from: shown.from,
    partners: facts?.partners ?? null,
    declared: facts?.declared ?? null,
    community: facts ? (region.communities.communityOf[shown.place] ?? null) : null,
    ways: shown.ways as CanvasNode['ways'],
  };
}

function toEdge(
  { graph }: ExploredRegion,
  { edge, weight, kinds, firstYear, lastYear }: ShownEdge,
): CanvasEdge {
  return {
    source: graph.nodes[edge.source]!.key,
    target: graph.nodes[edge.target]!.key,
    relation: edge.relation as CanvasEdge['relation'],
    weight,
    kinds: kinds as CanvasEdge['kinds'],
    detail: edge.detail,
    firstYear,
    lastYear,
  };
}

function toGroup(
  { communities, rows, actors }: ExploredRegion,
  { community, members, matching }: CommunityView['groups'][number],
  language: 'fr' | 'en',
): CanvasGroup {
  const name = community === null ? undefined : communities.names[community];
  const themes = new Map(
    rows.themes.map((theme) => [theme.id, language === 'en' ? theme.labelEn : theme.labelFr]),
  );
  const communes = new Map(rows.communes.map((commune) => [commune.id, commune.name]));
  const telling = (values: { value: string; count: number }[] | undefined): string[] =>
    (values ?? []).filter(({ count }) => count > 1).map(({ value }) => value);
  const leading =
    community === null
      ? []
      : [...communities.members[community]!]
          .sort((x, y) => actors[y]!.partners - actors[x]!.partners)
          .slice(0, 3)
          .map((place) => actors[place]!);
  return {
    key: groupKey(community),
    members,
    matching,
    leadingActorIds: leading.map(({ id }) => id),
    leaders: leading.map(({ acronym, name: full }) => acronym ?? full),
    themes: telling(name?.themes).map((id) => themes.get(id) ?? id),
    families: telling(name?.families),
    places: telling(name?.places).map((id) => communes.get(id) ?? id),
  };
}
