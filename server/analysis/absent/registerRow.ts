/** Identifiers that registers and actors may share. */
export type IdentifierScheme =
  'MUSEOFILE' | 'RNSR' | 'SIRET' | 'ROR' | 'UAI' | 'LIBRARY_CODE' | 'FABLAB_SLUG' | 'DIGITAL_PLACE';

/** What registers list, in the words of families of actors. */
export type RegisterKind =
  | 'MUSEUM'
  | 'LIBRARY'
  | 'LAB'
  | 'FABLAB'
  | 'UNIVERSITY'
  | 'HIGHER_ED_SCHOOL'
  | 'RESEARCH_ORGANISATION'
  | 'HEALTH'
  | 'STATE_SERVICE'
  | 'ARCHIVES'
  | 'COMPANY_FOUNDATION'
  | 'SOCIAL_CENTRE'
  | 'POPULAR_EDUCATION'
  | 'LOCAL_AUTHORITY';

/** Identifiers by scheme. */
export type Identifiers = Partial<Record<IdentifierScheme, string>>;

/** A row of a register, whatever its published shape. Unknown is `null`. */
export interface RegisterRow {
  /** Identifier of the row in its register. */
  id: string;
  kind: RegisterKind;
  name: string;
  acronym: string | null;
  /** INSEE code, where the file has it or it was found from the town and the postal code. */
  commune: string | null;
  /** Town as written. */
  town: string | null;
  postalCode: string | null;
  /** Street and number, or the name of the place, as the publisher gives them; never a person, a telephone or an e-mail. */
  address?: string | null;
  lat: number | null;
  lon: number | null;
  website: string | null;
  identifiers: Identifiers;
  /** Line of its file, the header being line 1, or place in the list of a JSON; absent when it is of no file. */
  line?: number;
}

/** An actor of the graph, as far as matching goes. */
export interface KnownActor {
  id: string;
  name: string;
  acronym: string | null;
  /** Type in the graph: `MUSEUM`, `LIBRARY`, `LAB`, `SCIENCE_CENTRE`... */
  type: string;
  /** INSEE code; `null` when unknown. */
  commune: string | null;
  /** Name of the commune; `null` when unknown. */
  communeName: string | null;
  identifiers: Identifiers;
}
