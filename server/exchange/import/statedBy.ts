import type { RelationshipRows } from '../../graph/writeGraph';

/** Ties nodes of one label to the source of their row. */
export function statedBy(
  from: RelationshipRows['from'],
  rows: { id: string; source_id: string }[],
): RelationshipRows {
  return {
    type: 'STATED_BY',
    from,
    to: 'Source',
    rows: rows.map((row) => ({ from: row.id, to: row.source_id })),
  };
}
