import type { Phase } from './phase';

/** An actor, as far as exploring needs it. Territories: its commune, those above it and those it serves. */
export interface ActorRow {
  id: string;
  kind: 'STRUCTURE' | 'LAB' | 'PERSON';
  family: string;
  name: string;
  acronym: string | null;
  commune: string | null;
  latitude: number | null;
  longitude: number | null;
  territories: readonly string[];
}

/** A concept of a thesaurus; `broader` is the id of the concept above it. */
export interface ConceptRow {
  id: string;
  labelFr: string;
  labelEn: string;
  broader: string | null;
}

/** A production and what it is about. */
export interface ProductionRow {
  id: string;
  title: string;
  type: string | null;
  year: number | null;
  themes: readonly string[];
  requires: readonly string[];
}

/** A pair of actors that a partnership ties. */
export interface PartnershipRow {
  partnershipId: string;
  a: string;
  b: string;
  kind: string;
  start: string | null;
  end: string | null;
  about: string | null;
  sourceId: string | null;
}

/** A stop of a production: where, when, hosted by whom. */
export interface StopRow {
  eventId: string;
  production: string;
  actor: string | null;
  commune: string | null;
  start: string | null;
  end: string | null;
  visitors: number | null;
  sourceId: string | null;
}

/** What an actor did for a production. */
export interface ContributionRow {
  actor: string;
  production: string;
  role: string | null;
  year: number | null;
  sourceId: string | null;
}

/** What an actor can do, and how it is known. */
export interface ActorCompetenceRow {
  actor: string;
  competence: string;
  level: number | null;
  status: string;
}

/** A commune and what it is part of. */
export interface CommuneRow {
  id: string;
  name: string;
  population: number | null;
  latitude: number | null;
  longitude: number | null;
  inRegion: boolean;
  epci: string | null;
  department: string | null;
}

/** A territory above the commune. */
export interface TerritoryRow {
  id: string;
  name: string;
  level: 'EPCI' | 'DEPARTMENT' | 'FORMER_REGION' | 'REGION';
  population: number | null;
  partOf: readonly string[];
}

/** All that exploring reads; `null` is unknown. Ends that are not among the rows they name are left out. */
export interface ExploreRows {
  actors: readonly ActorRow[];
  competences: readonly (ConceptRow & { phase: Phase })[];
  themes: readonly ConceptRow[];
  actorCompetences: readonly ActorCompetenceRow[];
  actorThemes: readonly { actor: string; theme: string }[];
  productions: readonly ProductionRow[];
  contributions: readonly ContributionRow[];
  partnerships: readonly PartnershipRow[];
  stops: readonly StopRow[];
  communes: readonly CommuneRow[];
  territories: readonly TerritoryRow[];
}
