import type { Phase } from '../../lib/phases';

/** What a node stands for; `GROUP` is a community drawn as one. */
export type NodeKind =
  'ACTOR' | 'PRODUCTION' | 'COMPETENCE' | 'THEME' | 'TERRITORY' | 'NEED' | 'SOURCE' | 'GROUP';

/** How two nodes are related. */
export type Relation =
  | 'TIE'
  | 'CONTRIBUTION'
  | 'HOSTING'
  | 'COMPETENCE'
  | 'THEME'
  | 'REQUIREMENT'
  | 'PLACE'
  | 'WITHIN'
  | 'SHOWN_IN'
  | 'BROADER'
  | 'NEED'
  | 'SEEKING'
  | 'SOURCE';

/** Two tokens of colour that can be read on each other. */
export interface Tint {
  /** Of its ground: `sequential-3`, `group-2`. */
  fill: string;
  /** Of the icon on it. */
  ink: 'ink' | 'surface';
}

/** A node as the canvas draws it. */
export interface CanvasItem {
  key: string;
  kind: NodeKind;
  label: string;
  /** Written in place of the label where room is short. */
  short: string;
  /** Family of an actor, type of a production, level of a territory. */
  sort: string | null;
  phases: readonly Phase[];
  /** What its size follows: tied actors, members; at least 0. */
  size: number;
  /** Number of its community. */
  community: number | null;
  latitude: number | null;
  longitude: number | null;
  /** Key of the node from which it came, near which it is first put; for an actor of an opened community, the community. */
  from: string | null;
  /** Whether one started from it. */
  isStart: boolean;
  /** Colours of its own, which win over what colour says elsewhere. */
  tint?: Tint;
}

/** An edge as the canvas draws it. */
export interface CanvasLink {
  source: string;
  target: string;
  relation: Relation;
  weight: number;
}

/** What the canvas draws. */
export interface CanvasGraph {
  items: readonly CanvasItem[];
  links: readonly CanvasLink[];
}

/** A place on the canvas, in its own units. */
export interface Point {
  x: number;
  y: number;
}

/** What colour says. */
export const colourings = ['phase', 'community', 'none'] as const;
export type Colouring = (typeof colourings)[number];

/** What size says. */
export const sizings = ['ties', 'equal'] as const;
export type Sizing = (typeof sizings)[number];

/** How nodes are placed: by their ties, or where they are on the ground. */
export type Arrangement = 'forces' | 'ground';
