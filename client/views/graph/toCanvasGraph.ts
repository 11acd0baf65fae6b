import type { CanvasPartsFragment } from '../../graphql/generated/graphql';
import { isPhase } from '../../lib/phases';
import type { CanvasGraph, CanvasItem } from './canvasTypes';

type Node = CanvasPartsFragment['nodes'][number];
type Group = CanvasPartsFragment['groups'][number];

/** How a community is named on the canvas, from its best tied member and the count of the others. */
export type NameGroup = (group: Group) => string;

/** Turns what the API shows into what the canvas draws. */
export function toCanvasGraph(
  view: CanvasPartsFragment,
  starts: readonly string[],
  nameGroup: NameGroup,
): CanvasGraph {
  const start = new Set(starts);
  return {
    items: [
      ...view.groups.map((group) => toGroupItem(group, nameGroup)),
      ...view.nodes.map((node) => toItem(node, start, view.groups.length > 0)),
    ],
    links: view.edges.map(({ source, target, relation, weight }) => ({ source, target, relation, weight })),
  };
}

/** The name of a node where room is short: its acronym if it has one, else its name up to a dash or a bracket. */
export function shortName({ label, acronym }: Pick<Node, 'label' | 'acronym'>): string {
  if (acronym) return acronym;
  const [head = label] = label.split(/ [–—] | \(/);
  return head.length >= 4 ? head : label;
}

function toItem(node: Node, start: ReadonlySet<string>, isGrouped: boolean): CanvasItem {
  return {
    key: node.key,
    kind: node.kind,
    label: node.label,
    short: shortName(node),
    sort: node.sort ?? null,
    phases: node.phases.filter(isPhase),
    size: node.partners ?? 0,
    community: node.community ?? null,
    latitude: node.latitude ?? null,
    longitude: node.longitude ?? null,
    from: node.from ?? (isGrouped && node.community != null ? `g~${node.community}` : null),
    isStart: start.has(node.key),
  };
}

function toGroupItem(group: Group, nameGroup: NameGroup): CanvasItem {
  const number = Number(group.key.slice(2));
  return {
    key: group.key,
    kind: 'GROUP',
    label: nameGroup(group),
    short: nameGroup(group),
    sort: null,
    phases: [],
    size: group.matching,
    community: Number.isNaN(number) ? null : number,
    latitude: null,
    longitude: null,
    from: null,
    isStart: false,
  };
}
