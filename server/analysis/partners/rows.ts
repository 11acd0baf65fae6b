/** The three phases of a production, in the order in which they follow each other. */
export const PHASES = ['VALIDATION', 'FABRICATION', 'DIFFUSION'] as const;
/** A phase of a production: is it right, make it, bring it. */
export type Phase = (typeof PHASES)[number];

/** How sure a competence is, surest first. */
export const CERTAINTIES = ['documented', 'register', 'declared', 'inferred'] as const;
/** Read in a source, derived from a register by a stated rule, said by the actor, or inferred. */
export type Certainty = (typeof CERTAINTIES)[number];

/** An actor as the partner search reads it. `null` and an empty list mean unknown. */
export interface ActorRow {
  id: string;
  /** Actor family (`MUSEUM`, `LAB`…); `null` when unknown. */
  family: string | null;
  /** Degrees; both `null` when the place is unknown. */
  latitude: number | null;
  longitude: number | null;
  /** Id of the commune it is in; `null` or left out when unknown. */
  commune?: string | null;
  /** Source that states where it is; `null` or left out when unknown. */
  placeSourceId?: string | null | undefined;
  /** Codes of every territory it is in or serves: commune, EPCI, département, former region. */
  territories: readonly string[];
  /** True when the actor stands outside the region studied; false when left out. */
  outside?: boolean;
}

/** A concept of the competence scheme. */
export interface CompetenceRow {
  id: string;
  phase: Phase;
  /** The broader competence, or `null` for a top one. */
  broader: string | null;
}

/** A concept of the theme scheme. */
export interface ThemeRow {
  id: string;
  broader: string | null;
}

/** `(Actor)-[:HAS_COMPETENCE]->(Competence)`. */
export interface ActorCompetenceRow {
  actor: string;
  competence: string;
  /** 1 one occurrence, 2 recurrent, 3 core mission; `null` when unknown. */
  level: number | null;
  status: Certainty;
  sourceId: string | null;
  evidence: string | null;
}

/** `(Actor)-[:WORKS_ON]->(Theme)`. */
export interface ActorThemeRow {
  actor: string;
  theme: string;
  sourceId: string | null;
}

/** A production with what it is about, for whom, and what it requires. */
export interface ProductionRow {
  id: string;
  /** Production type (`EXHIBITION`…); `null` when unknown. */
  type: string | null;
  themes: readonly string[];
  audiences: readonly string[];
  /** `(Production)-[:REQUIRES]->(Competence)`; empty when nobody said. */
  requires: readonly string[];
}

/** `(Actor)-[:CONTRIBUTED_TO]->(Production)`. */
export interface ContributionRow {
  actor: string;
  production: string;
  /** A phase, or `COORDINATION` or `FUNDING`; `null` when unknown. */
  role: string | null;
  year: number | null;
  sourceId: string | null;
}

/** Two ends of a `Partnership`; one with more than two ends is given as all its pairs. */
export interface PartnershipRow {
  a: string;
  b: string;
  kind: string;
  /** ISO dates, whole or partial; `null` when unknown. */
  start: string | null;
  end: string | null;
  sourceId: string | null;
  /** What the partnership is about, in the source's words or ours. */
  about?: string | null;
  /** Identifier of the `Partnership` node, to cite it. */
  partnershipId?: string | null;
}

/** A stop of a production hosted by an actor: `(Event)-[:HOSTED_BY]->(Actor)`. */
export interface StopRow {
  actor: string;
  production: string;
  start: string | null;
  sourceId: string | null;
  /** Identifier of the `Event` node, to cite it. */
  eventId?: string | null;
}

/** All that partner search reads. Every id used in a relationship must stand in its own list. */
export interface PartnerRows {
  actors: readonly ActorRow[];
  competences: readonly CompetenceRow[];
  themes: readonly ThemeRow[];
  actorCompetences: readonly ActorCompetenceRow[];
  actorThemes: readonly ActorThemeRow[];
  productions: readonly ProductionRow[];
  contributions: readonly ContributionRow[];
  partnerships: readonly PartnershipRow[];
  stops: readonly StopRow[];
}
