import type { NodeField } from '../../graph/tables';

/** Columns stored on the node under their own name. */
export function property(...columns: string[]): NodeField[] {
  return columns.map((column) => ({ column, property: column }));
}

/** The `sources` column of a sheet of nodes. */
export const statedBy: NodeField = {
  column: 'sources',
  link: { type: 'STATED_BY', direction: 'OUT', to: 'Source', many: true, sourced: false },
};
