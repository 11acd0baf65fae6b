import type { Table } from '../../graph/tables';
import { actorCompetences, actors, actorThemes, venues } from './actorSheets';
import type { Column } from './column';
import { competences, themes } from './conceptSheets';
import { indicators, sourcesSheet, surveyResponses, surveys } from './evidenceSheets';
import { contributions, copies, events, needs, offers, partnerships, productions } from './productionSheets';

/** Names of the sheets, in the order in which rows can refer to earlier ones. */
export const sheetIds = [
  'sources',
  'competences',
  'themes',
  'actors',
  'actorCompetences',
  'actorThemes',
  'venues',
  'productions',
  'contributions',
  'copies',
  'events',
  'partnerships',
  'needs',
  'offers',
  'surveys',
  'surveyResponses',
  'indicators',
] as const;

/** Name of a sheet, for programs; also the name of its CSV file. */
export type SheetId = (typeof sheetIds)[number];

/** One kind of row: how it is called, what its columns are, where it is stored. */
export interface Sheet {
  id: SheetId;
  fr: string;
  en: string;
  /** Column by which people know a row; undefined for a sheet of relationships. */
  label?: string;
  /** Columns from which a row without identifier gets one; empty for a sheet of relationships. */
  namedBy: readonly string[];
  /** Other names of the sheet or of its file. */
  synonyms: readonly string[];
  columns: readonly Column[];
  table: Table;
}

/** Every sheet, by name: the one description that reading, writing, importing and exporting derive from. */
export const sheets: Readonly<Record<SheetId, Sheet>> = {
  sources: sourcesSheet,
  competences,
  themes,
  actors,
  actorCompetences,
  actorThemes,
  venues,
  productions,
  contributions,
  copies,
  events,
  partnerships,
  needs,
  offers,
  surveys,
  surveyResponses,
  indicators,
};

/** Names of the sheets of an exported workbook that hold no rows: how to fill it in, and what its drop-downs show. */
export const sideSheets = {
  readme: { fr: 'Lisez-moi', en: 'Read me' },
  lists: { fr: 'Listes', en: 'Lists' },
} as const;

/** The tables of some sheets, in the order of {@link sheetIds}. */
export function tablesOf(ids: readonly SheetId[] = sheetIds): Table[] {
  return sheetIds.filter((id) => ids.includes(id)).map((id) => sheets[id].table);
}

/** Whether a text is the name of a sheet. */
export function isSheetId(name: string): name is SheetId {
  return (sheetIds as readonly string[]).includes(name);
}
