import type { Table } from '../../graph/tables';
import { contoursTable, territoryTable } from '../../graph/territoryTables';
import { sheets, tablesOf } from '../sheets/sheets';

/** Every table of which dated changes tell rows, in the order in which rows can refer to earlier ones: sheets and territories. */
export function recordedTables(): Table[] {
  const sources = sheets.sources.table;
  return [sources, territoryTable, contoursTable, ...tablesOf().filter((table) => table !== sources)];
}
