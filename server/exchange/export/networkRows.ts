/** What an attribute of an actor or of a tie may hold; `null` when unknown, which is left out of the file. */
export type AttributeValue = string | number | boolean | null;

/** An attribute: the same for all nodes, or for all edges. */
export interface AttributeColumn {
  /** Name in the file. */
  name: string;
  kind: 'text' | 'number' | 'boolean';
}

/** A node to export. */
export interface NodeRow {
  id: string;
  label: string;
  /** In the order of the columns. */
  values: readonly AttributeValue[];
  /** Where it is drawn, when it is. */
  position?: { x: number; y: number };
}

/** An undirected edge to export. */
export interface EdgeRow {
  id: string;
  /** Identifiers of nodes. */
  source: string;
  target: string;
  weight: number;
  /** In the order of the columns. */
  values: readonly AttributeValue[];
}

/** A network as shown, ready to be written to a file. */
export interface NetworkRows {
  title: string;
  /** Who made the file, or where it comes from. */
  creator: string;
  nodeColumns: readonly AttributeColumn[];
  edgeColumns: readonly AttributeColumn[];
  nodes: readonly NodeRow[];
  edges: readonly EdgeRow[];
}

/** A value as text, or `null` when it is unknown or not a number one could write. */
export function valueText(value: AttributeValue | undefined): string | null {
  if (value === null || value === undefined) return null;
  return typeof value === 'number' && !Number.isFinite(value) ? null : String(value);
}

const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

/**
 * Text for an XML attribute or element. Characters that XML 1.0 cannot hold are left out; ends of line and tabs are
 * written as references, so that a reader gives them back.
 */
export function xmlText(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')
    .replace(/[&<>"']/g, (character) => entities[character]!)
    .replace(/[\t\n\r]/g, (character) => `&#${character.charCodeAt(0)};`);
}
