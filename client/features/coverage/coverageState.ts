import type {
  CoverageAddedInput,
  CoverageAudience,
  CoverageCandidates,
  CoverageDecay,
  CoverageInput,
  CoverageLevel,
  CoverageWeighting,
} from '../../graphql/generated/graphql';
import { phases } from '../../lib/phases';
import {
  choiceParam,
  flagParam,
  idParam,
  listParam,
  numberParam,
  textParam,
  type UrlValues,
} from '../../lib/urlCodecs';
import { measures } from './coverageMeasures';

const levels = ['COMMUNE', 'EPCI', 'DEPARTMENT'] as const satisfies readonly CoverageLevel[];
const audiences = [
  'ALL',
  'UNDER_15',
  'FROM_15_TO_24',
  'UNDER_25',
] as const satisfies readonly CoverageAudience[];
const decays = ['STEP', 'GAUSSIAN', 'LIMIT'] as const satisfies readonly CoverageDecay[];
const candidates = ['COMMUNES', 'LIBRARIES', 'LIST'] as const satisfies readonly CoverageCandidates[];

const weightings = [
  'EQUAL',
  'CAPACITY',
  'OPENING',
  'ATTENDANCE',
] as const satisfies readonly CoverageWeighting[];

/** Scenarios that one may keep beside each other. */
export const scenarioNames = ['A', 'B', 'C'] as const;

/** One of {@link scenarioNames}. */
export type ScenarioName = (typeof scenarioNames)[number];

/** What the page of coverage keeps in its address. */
export const coverageCodecs = {
  vue: choiceParam(['carte', 'tableau', 'absents', 'chiffres'], 'carte'),
  niveau: choiceParam(levels, 'COMMUNE'),
  public: choiceParam(audiences, 'UNDER_25'),
  minutes: numberParam(30, { min: 10, max: 90 }),
  decroissance: choiceParam(decays, 'STEP'),
  auMoins: numberParam(1, { min: 1, max: 20 }),
  poids: choiceParam(weightings, 'EQUAL'),
  /** Chosen actors and all actors of a reference elsewhere, for the location quotient; 0: the region itself. */
  part: numberParam(0, { min: 0, max: 1_000_000_000 }),
  tout: numberParam(0, { min: 0, max: 1_000_000_000 }),
  /** Imported reference of the location quotient; `chiffres`: the two figures above; null: the region itself. */
  reference: idParam(),
  /** What a place of unknown weight is taken to weigh; 0: the median of those known. */
  suppose: numberParam(0, { min: 0, max: 10_000_000 }),
  offre: choiceParam(['SUR_PLACE', 'RECUE', 'LES_DEUX'], 'SUR_PLACE'),
  du: textParam(),
  au: textParam(),
  phases: listParam(phases, ['DIFFUSION']),
  familles: listParam(),
  themes: listParam(),
  competences: listParam(),
  choisi: idParam(),
  mesure: choiceParam(measures, 'acces'),
  contre: choiceParam(['', ...measures], ''),
  maniere: choiceParam(['cote', 'croisee'], 'cote'),
  bornes: choiceParam(['quantiles', 'fixes'], 'quantiles'),
  lieux: flagParam(true),
  surs: flagParam(true),
  rien: flagParam(),
  seuil: numberParam(0, { min: 0, max: 1_000_000 }),
  scenario: choiceParam(scenarioNames, 'A'),
  ajouts: listParam(),
  ajoutsB: listParam(),
  ajoutsC: listParam(),
  etape: flagParam(),
  /** Whether the best places come in place of those of the scenario, and are sought as if these were not there. */
  remplacer: flagParam(),
  meilleurs: numberParam(0, { min: 0, max: 20 }),
  candidats: choiceParam(candidates, 'COMMUNES'),
  liste: listParam(),
};

/** The reference that is two figures one types. */
export const OWN_FIGURES = 'chiffres';

/** Values of {@link coverageCodecs}. */
export type CoverageState = UrlValues<typeof coverageCodecs>;

const isDay = (text: string) => /^\d{4}-\d{2}-\d{2}$/.test(text);

/** The question that the state asks of the API; stops of tours count only where the period is whole. */
export function toCoverageInput(state: CoverageState): CoverageInput {
  const some = (list: string[]) => (list.length > 0 ? list : null);
  const hasPeriod = isDay(state.du) && isDay(state.au) && state.du <= state.au;
  const received = state.offre !== 'SUR_PLACE' && hasPeriod;
  return {
    audience: state.public,
    minutes: state.minutes,
    decay: state.decroissance,
    phases: some(state.phases),
    families: some(state.familles),
    themeIds: some(state.themes),
    competenceIds: some(state.competences),
    weighting: state.poids,
    ...(state.poids !== 'EQUAL' && state.suppose > 0 ? { assumedWeight: state.suppose } : {}),
    atLeast: state.auMoins,
    resident: state.offre !== 'RECUE' || !received,
    received,
    ...(received ? { from: state.du, to: state.au } : {}),
  };
}

/**
 * What supply is counted in, as it is weighed: actors (`EQUAL`), people they receive at once, hours of opening a week,
 * visits a year; `VISITS` where those of stops, which are of the stop itself, count too.
 */
export type SupplyUnit = CoverageWeighting | 'VISITS';

/** What supply is counted in under a state: it names every figure of access. */
export function toSupplyUnit(state: CoverageState): SupplyUnit {
  const { weighting, received } = toCoverageInput(state);
  return weighting === 'ATTENDANCE' && received ? 'VISITS' : (weighting ?? 'EQUAL');
}

/** Weight of a stop of a month beside a venue that is there all year. */
export const MONTH = 0.083;

/** How an added place is written in the address: where, and its weight when it is not that of a venue. */
export function toToken(id: string, isStop: boolean): string {
  return isStop ? `${id}~${MONTH}` : id;
}

/** What the API is told of the places added. */
export function toAdded(tokens: readonly string[]): CoverageAddedInput[] {
  return tokens.map((token) => {
    const [id = '', weight] = token.split('~');
    const isTerritory = /^(commune|epci|departement)-/.test(id);
    return { ...(isTerritory ? { communeId: id } : { actorId: id }), weight: Number(weight) || 1 };
  });
}

const addedParams = { A: 'ajouts', B: 'ajoutsB', C: 'ajoutsC' } as const;

/** Places added by a scenario: the one shown unless told. */
export function shownAdded(state: CoverageState, name: ScenarioName = state.scenario): string[] {
  return state[addedParams[name]];
}

/** What is to be set so that a scenario, the one shown unless told, adds these places. */
export function setAdded(
  state: CoverageState,
  list: string[],
  name: ScenarioName = state.scenario,
): Partial<CoverageState> {
  return { [addedParams[name]]: list };
}

/** What the API is told of the candidates of a list: INSEE codes are communes, anything else an identifier. */
export function toCandidateIds(list: readonly string[]): string[] {
  return list.map((item) => (/^(\d{5}|2[AB]\d{3})$/i.test(item) ? `commune-${item.toUpperCase()}` : item));
}

/** A candidate of a list as people wrote it: the INSEE code of a commune alone. */
export function fromCandidateId(id: string): string {
  return id.replace(/^commune-/, '');
}

/** Items of a list as people write or paste it: parted by spaces, commas, semicolons or lines. */
export function toList(text: string): string[] {
  return [...new Set(text.split(/[\s,;]+/).filter((item) => item !== ''))].slice(0, 1000);
}
