import type { CoverageCommune, CoverageParameters } from '../../analysis/coverage/accessibility';
import type { Decay } from '../../analysis/coverage/decay';
import { DEFAULT_DENSITY } from '../../analysis/coverage/density';
import {
  ALL_AGES,
  FROM_15_TO_24,
  UNDER_15,
  UNDER_25,
  type AgeCounts,
  type AgeMix,
} from '../../analysis/coverage/demand';
import type { SupplyPoint } from '../../analysis/coverage/supply';
import { DEFAULT_TRAVEL } from '../../analysis/coverage/travel';
import { createTravelMatrix, type TravelMatrix } from '../../analysis/coverage/travelMatrix';
import type { RegionRows } from '../../graph/readRegion';
import { type CoverageAudience, CoverageDecay } from './coverageInput.type';

/** What of the region counts as supply. */
export interface SupplyChoice {
  families: readonly string[] | null;
  phases: readonly string[];
  competenceIds: readonly string[] | null;
  themeIds: readonly string[] | null;
}

/** Weights of ages of each audience. */
export const AGE_MIXES: Record<CoverageAudience, AgeMix> = {
  ALL: ALL_AGES,
  UNDER_15,
  FROM_15_TO_24,
  UNDER_25,
};

/** Communes in the words of the measures: units are named by territory id, a commune by its INSEE code. */
export function toCommunes(rows: RegionRows): CoverageCommune[] {
  const above = new Map(rows.territories.map((territory) => [territory.id, territory]));
  const region = rows.territories.find(({ level }) => level === 'REGION')?.id ?? null;
  return rows.communes.map((commune) => {
    const parents = commune.department === null ? [] : (above.get(commune.department)?.partOf ?? []);
    return {
      insee: commune.insee,
      department: commune.department ?? '',
      epci: commune.epci,
      formerRegion: parents.find((id) => above.get(id)?.level === 'FORMER_REGION') ?? null,
      region: commune.inRegion ? region : null,
      population: commune.population,
      ages: toAges(commune),
      lat: commune.latitude,
      lon: commune.longitude,
    };
  });
}

/** Ages by département, where they are known. */
export function toDepartmentAges(rows: RegionRows): Map<string, AgeCounts> {
  return new Map(
    rows.territories.flatMap((territory) => {
      const ages = toAges(territory);
      return ages === null ? [] : [[territory.id, ages] as const];
    }),
  );
}

/** Ages of a territory, when all of them are known. */
function toAges({
  under15,
  from15To24,
  allAges,
}: Pick<RegionRows['territories'][number], 'under15' | 'from15To24' | 'allAges'>): AgeCounts | null {
  if (under15 === null || from15To24 === null || allAges === null) return null;
  return { under15, from15To24, total: allAges };
}

/** The travel times that were imported; undefined when none was. */
export function toTravelMatrix({ travelTimes }: RegionRows): TravelMatrix | undefined {
  if (travelTimes.length === 0) return undefined;
  return createTravelMatrix(
    (function* () {
      for (const { destination, times } of travelTimes)
        for (const pair of times.split(' ')) {
          const [origin = '', minutes] = pair.split(':');
          yield { origin, destination, minutes: Number(minutes) };
        }
    })(),
  );
}

/** Actors that count, at their commune, and every stop at its own; a stop receives as many at once, and is open as long, as its host. */
export function toSupplyPoints(rows: RegionRows, choice: SupplyChoice): SupplyPoint[] {
  const isKept = actorTest(rows, choice);
  const inseeOf = new Map(rows.communes.map(({ id, insee }) => [id, insee]));
  const commune = (id: string | null) => (id === null ? null : (inseeOf.get(id) ?? null));
  const themes = widen(choice.themeIds, rows.themes);
  const weights = toActorWeights(rows);
  const themesOf = new Map(rows.productions.map(({ id, themes: about }) => [id, about]));
  const residents = rows.actors.filter(isKept).map((actor): SupplyPoint => ({
    id: actor.id,
    kind: 'RESIDENT',
    commune: commune(actor.commune),
    lat: actor.latitude,
    lon: actor.longitude,
    group: actor.family,
    ...weights.get(actor.id),
  }));
  const hostOf = ({ actor }: RegionRows['stops'][number]) =>
    actor === null ? undefined : weights.get(actor);
  const stops = rows.stops
    .filter(
      ({ production }) => themes === null || themesOf.get(production)?.some((theme) => themes.has(theme)),
    )
    .map((stop): SupplyPoint => ({
      id: stop.eventId,
      kind: 'RECEIVED',
      commune: commune(stop.commune),
      lat: stop.latitude,
      lon: stop.longitude,
      capacity: hostOf(stop)?.capacity ?? null,
      opening: hostOf(stop)?.opening ?? null,
      attendance: stop.visitors,
      start: stop.start,
      end: stop.end,
    }));
  return [...residents, ...stops];
}

/** Indicators that say each weight, the one that says it best first. */
const WEIGHT_INDICATORS = {
  attendance: ['visitors_total', 'visitors', 'visitors_per_year'],
  opening: ['opening_hours_week'],
  capacity: ['capacity'],
};

/** By how much an actor may weigh, where that is known: seats of its venues, else the indicator of its latest single year. */
export function toActorWeights({
  actorWeights,
}: RegionRows): Map<string, Pick<SupplyPoint, 'capacity' | 'opening' | 'attendance'>> {
  return new Map(
    actorWeights.map(({ actor, capacity, figures }) => {
      const latest = (names: readonly string[]) =>
        figures
          .filter(({ name, period }) => names.includes(name) && /^(\d{4})?$/.test(period ?? ''))
          .sort(
            (a, b) =>
              Number(b.period ?? 0) - Number(a.period ?? 0) || names.indexOf(a.name) - names.indexOf(b.name),
          )[0]?.value ?? null;
      const { attendance, opening, capacity: stated } = WEIGHT_INDICATORS;
      return [
        actor,
        { attendance: latest(attendance), opening: latest(opening), capacity: capacity ?? latest(stated) },
      ] as const;
    }),
  );
}

function actorTest(rows: RegionRows, choice: SupplyChoice): (actor: RegionRows['actors'][number]) => boolean {
  const phaseOf = new Map(rows.competences.map(({ id, phase }) => [id, phase as string]));
  const competences = widen(choice.competenceIds, rows.competences);
  const themes = widen(choice.themeIds, rows.themes);
  const skilled = new Set<string>();
  for (const { actor, competence } of rows.actorCompetences)
    if (choice.phases.includes(phaseOf.get(competence) ?? '') && (competences?.has(competence) ?? true))
      skilled.add(actor);
  const working = new Set(
    rows.actorThemes.filter(({ theme }) => themes?.has(theme) ?? true).map(({ actor }) => actor),
  );
  const families = choice.families === null ? null : new Set(choice.families);
  return ({ id, family }) =>
    skilled.has(id) && (families?.has(family) ?? true) && (themes === null || working.has(id));
}

/** The concepts asked and their narrower ones; null when none is asked. */
function widen(
  asked: readonly string[] | null,
  concepts: readonly { id: string; broader: string | null }[],
): Set<string> | null {
  if (asked === null || asked.length === 0) return null;
  const kept = new Set(asked);
  let size = 0;
  while (size !== kept.size) {
    size = kept.size;
    for (const { id, broader } of concepts) if (broader !== null && kept.has(broader)) kept.add(id);
  }
  return kept;
}

/** Parameters of the measure: three bands of a third of the catchment, or a Gaussian of half of it. */
export function toParameters(minutes: number, decay: CoverageDecay, detour: number): CoverageParameters {
  return {
    catchmentMinutes: minutes,
    decay: toDecay(minutes, decay),
    travel: { ...DEFAULT_TRAVEL, detour },
    density: DEFAULT_DENSITY,
  };
}

function toDecay(minutes: number, decay: CoverageDecay): Decay {
  if (decay === CoverageDecay.LIMIT) return { kind: 'LIMIT' };
  if (decay === CoverageDecay.GAUSSIAN) return { kind: 'GAUSSIAN', sigma: minutes / 2 };
  return {
    kind: 'STEP',
    bands: [
      { upTo: minutes / 3, weight: 1 },
      { upTo: (2 * minutes) / 3, weight: 0.68 },
      { upTo: minutes, weight: 0.22 },
    ],
  };
}
