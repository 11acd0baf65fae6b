import type { Point } from '../canvasTypes';

/** A node to be placed. */
export interface LayoutNode {
  key: string;
  /** Half of its side. */
  radius: number;
  /** Room that its label needs, in the same units. */
  labelWidth: number;
  labelHeight: number;
  /** Where it stands already and stays. */
  fixed?: Point;
  /** Key of the node near which it is first put. */
  near: string | null;
  /** Where that node stood, when it is no longer drawn: a community that was opened. */
  nearPlace?: Point;
}

/** What a layout reads. */
export interface LayoutRequest {
  nodes: readonly LayoutNode[];
  edges: readonly { source: string; target: string; weight: number }[];
  /** Steps of forces. */
  steps: number;
  /** Width over height of the room there is; the drawing is made to fit it. */
  aspect: number;
}

/** Where each node goes, by key. */
export type Positions = Record<string, Point>;

/** What is posted to the worker and back. */
export interface LayoutMessage {
  id: number;
  request: LayoutRequest;
}
export interface LayoutReply {
  id: number;
  positions: Positions;
}
