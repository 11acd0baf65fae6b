import type { CommuneMembership } from '../../analysis/coverage/aggregate';
import type { RegisterMatch } from '../../analysis/absent/matchRegister';
import type { KnownActor, RegisterRow } from '../../analysis/absent/registerRow';
import {
  absentAsSupply,
  surveyCoverage,
  type SurveyCoverageCell,
} from '../../analysis/absent/surveyCoverage';
import { nameUnits } from './coverage.answer';
import type { CoverageAsked } from './coverage.asked';
import { computeChange } from './coverage.plans';
import type { CoverageRegion } from './coverage.region';
import type { CoverageTable } from './coverage.tables';
import { CoverageLevel } from './coverageInput.type';
import type { CoverageScenario } from './coverageScenario.type';

/** A register compared with the actors of the graph. */
export interface MatchedRegister {
  /** Name of the register: `MUSEOFILE`, `LIBRARIES`, `RNSR`, `FABLABS`. */
  format: string;
  rows: readonly RegisterRow[];
  /** One a row, same order. */
  matches: readonly RegisterMatch[];
  /** Rows of other regions, left out. */
  outside: number;
  problems: readonly unknown[];
}

/** What the graph and the register have of a kind, in a named unit. */
export type RegisterUnit = Omit<SurveyCoverageCell, 'unit'> & {
  /** `null` gathers rows and actors whose commune is unknown or in no unit. */
  territoryId: string | null;
  name: string | null;
};

/** A row of a register with its verdict and its place. */
export interface RegisterVerdict {
  row: string;
  name: string;
  status: RegisterMatch['status'];
  /** The actor it is, or may be; the score of the likeliest one, 1 by identifier. */
  actorId: string | null;
  actorName: string | null;
  probability: number;
  byIdentifier: boolean;
  town: string | null;
  postalCode: string | null;
  /** Street and number, or place, where the register gives them. */
  address: string | null;
  communeId: string | null;
  commune: string | null;
  epci: string | null;
  department: string | null;
  /** Its own point, else that of the town hall. */
  latitude: number | null;
  longitude: number | null;
  website: string | null;
}

/** A register against the graph, and what coverage would be if the absent took part. */
export interface RegisterCoverage {
  register: string;
  level: CoverageLevel;
  outside: number;
  problems: number;
  /** By kind, over the region. */
  kinds: RegisterUnit[];
  /** By kind and unit of the level asked. */
  units: RegisterUnit[];
  rows: RegisterVerdict[];
  /** Absent rows that have neither commune nor point: in no map and in no scenario. */
  unplaced: number;
  /** Each absent row counted as one actor more; the twenty units that gain most. */
  change: Omit<CoverageScenario, 'version' | 'added' | 'newlyReachedCommuneIds'>;
}

const SHOWN_UNITS = 20;

/**
 * Who of a register the graph does not know: by kind and by unit, row by row, and what access would be if they took part.
 *
 * @param asked - the coverage that the absent are added to, each with the weight assumed of one of its family
 */
export function computeRegisterCoverage(
  region: CoverageRegion,
  level: CoverageLevel,
  asked: CoverageAsked,
  register: MatchedRegister,
): RegisterCoverage {
  const { rows, matches } = register;
  const actors = toKnownActors(region);
  const cells = (at: CoverageLevel) => {
    const names = nameUnits(region, at);
    return surveyCoverage(rows, matches, actors, region.communes, at).map(({ unit, ...cell }) => {
      const named = unit === null ? undefined : names.get(unit);
      return { ...cell, territoryId: named?.id ?? null, name: named?.name ?? null };
    });
  };
  const { supply } = region.sceneOf(asked);
  const added = absentAsSupply(rows, matches, ({ kind }) => supply.assumedFor(kind) ?? 1);
  const absent = matches.filter(({ status }) => status === 'ABSENT').length;
  const { newlyReachedCommuneIds: _, units, ...change } = computeChange(region, level, asked, added);
  return {
    register: register.format,
    level,
    outside: register.outside,
    problems: register.problems.length,
    kinds: sumByKind(cells(CoverageLevel.REGION)),
    units: cells(level),
    rows: toVerdicts(region, register),
    unplaced: absent - added.length,
    change: { ...change, assumedWeight: supply.assumed, units: units.slice(0, SHOWN_UNITS) },
  };
}

/** The region's cells and those of no unit, together. */
function sumByKind(cells: readonly RegisterUnit[]): RegisterUnit[] {
  const kinds = new Map<string, RegisterUnit>();
  for (const cell of cells) {
    const known = kinds.get(cell.kind);
    const sum = (name: 'inGraph' | 'inRegister' | 'sure' | 'toReview' | 'absent') =>
      cell[name] + (known?.[name] ?? 0);
    const [inRegister, sure, toReview] = [sum('inRegister'), sum('sure'), sum('toReview')];
    kinds.set(cell.kind, {
      kind: cell.kind,
      territoryId: known?.territoryId ?? cell.territoryId,
      name: known?.name ?? cell.name,
      inGraph: sum('inGraph'),
      inRegister,
      sure,
      toReview,
      absent: sum('absent'),
      share: inRegister > 0 ? sure / inRegister : null,
      shareWithReview: inRegister > 0 ? (sure + toReview) / inRegister : null,
    });
  }
  return [...kinds.values()];
}

/** Actors as far as counting goes; those outside the region are not counted. */
function toKnownActors({ rows, communes, indexOf }: CoverageRegion): KnownActor[] {
  return rows.actors
    .filter(({ outside }) => !outside)
    .map(({ id, name, acronym, kind, family, commune }) => ({
      id,
      name,
      acronym,
      type: kind === 'LAB' ? 'LAB' : family,
      commune: commune === null ? null : (communes[indexOf.get(commune) ?? -1]?.insee ?? null),
      communeName: null,
      identifiers: {},
    }));
}

function toVerdicts(region: CoverageRegion, { rows, matches }: MatchedRegister): RegisterVerdict[] {
  const names = new Map([
    ...region.rows.actors.map(({ id, name }) => [id, name] as const),
    ...region.rows.territories.map(({ id, name }) => [id, name] as const),
  ]);
  return rows.map((row, i) => {
    const { status, candidates, probability, byIdentifier } = matches[i]!;
    const actor = status === 'ABSENT' ? null : (candidates[0]?.actor ?? null);
    const at = row.commune === null ? undefined : region.indexOf.get(row.commune);
    const home: (CommuneMembership & { lat: number | null; lon: number | null }) | undefined =
      at === undefined ? undefined : region.communes[at];
    const isPlaced = row.lat !== null && row.lon !== null;
    const nameOf = (id: string | null | undefined) => (id ? (names.get(id) ?? null) : null);
    return {
      row: row.id,
      name: row.name,
      status,
      actorId: actor,
      actorName: nameOf(actor),
      probability,
      byIdentifier,
      town: row.town,
      postalCode: row.postalCode,
      address: row.address ?? null,
      communeId: at === undefined ? null : region.rows.communes[at]!.id,
      commune: at === undefined ? null : region.rows.communes[at]!.name,
      epci: nameOf(home?.epci),
      department: nameOf(home?.department),
      latitude: isPlaced ? row.lat : (home?.lat ?? null),
      longitude: isPlaced ? row.lon : (home?.lon ?? null),
      website: row.website?.split('|')[0]!.trim() || null,
    };
  });
}

/** Every row with its verdict, as a table: the absent first, which is the list to write to. */
export function toRegisterTable({ rows }: RegisterCoverage): CoverageTable {
  const columns = ['status', 'row', 'name', 'address', 'postalCode', 'town', 'commune', 'epci', 'department', 'website', 'latitude', 'longitude', 'actorId', 'actorName', 'probability', 'byIdentifier'] as const; // prettier-ignore
  const order = { ABSENT: 0, TO_REVIEW: 1, SURE: 2 };
  const sorted = [...rows].sort((a, b) => order[a.status] - order[b.status]);
  return {
    columns: [...columns],
    rows: sorted.map((row) =>
      columns.map((column) => (column === 'byIdentifier' ? Number(row[column]) : row[column])),
    ),
  };
}
