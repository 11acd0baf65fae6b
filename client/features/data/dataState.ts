import { choiceParam, idParam, textParam, type UrlValues } from '../../lib/urlCodecs';

/** The parts of the workbench, in the order of its tabs. */
export const parts = ['apercu', 'importer', 'verifier', 'sources', 'campagnes', 'exporter'] as const;

/** A part of the workbench. */
export type DataPart = (typeof parts)[number];

/** Why an actor is to be verified, the gravest first, as the API ranks it. */
export const verifyReasons = [
  'CONTRADICTORY',
  'UNPLACED',
  'TO_DECLARE',
  'GUESSED_PLACE',
  'OLD',
  'UNDOCUMENTED',
] as const;

/** Why an actor is to be verified. */
export type VerifyReason = (typeof verifyReasons)[number];

/** What groups of records can be compared by. */
export const groupings = ['FAMILY', 'DEPARTMENT', 'EPCI'] as const;

/** What the address of the workbench holds. */
export const dataCodecs = {
  partie: choiceParam(parts, 'apercu'),
  import: idParam(),
  raison: choiceParam(['TOUTES', ...verifyReasons], 'TOUTES'),
  famille: textParam(),
  departement: textParam(),
  vue: choiceParam(['fiches', 'doublons'], 'fiches'),
  par: choiceParam(groupings, 'FAMILY'),
  q: textParam(),
  campagne: idParam(),
};

/** State of the workbench. */
export type DataState = UrlValues<typeof dataCodecs>;

/** Changes the state of the workbench. */
export type SetDataState = (change: Partial<DataState>, options?: { replace?: boolean }) => void;
