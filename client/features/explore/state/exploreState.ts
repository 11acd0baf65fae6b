import type {
  ActorFilterInput,
  ActorTieFilterInput,
  CanvasRequestInput,
} from '../../../graphql/generated/graphql';
import { longestSearch } from '../../../components/search/searchTypes';
import { phases } from '../../../lib/phases';
import {
  choiceParam,
  flagParam,
  idParam,
  listParam,
  textParam,
  type UrlValues,
} from '../../../lib/urlCodecs';
import { parseStep, type Step } from './steps';

/** Kinds of tie, as the address writes them. */
export const tieKinds = ['PARTNERSHIP', 'CONTRIBUTION', 'HOSTING', 'SUPERVISION'] as const;
/** Kinds of node one may keep. */
export const nodeKinds = [
  'ACTOR',
  'PRODUCTION',
  'COMPETENCE',
  'THEME',
  'TERRITORY',
  'NEED',
  'SOURCE',
] as const;
/** The three views of one state. */
export const views = ['graphe', 'table', 'carte'] as const;

/** What the size of an actor may follow beside the measures of the network, which are named by their identifiers. */
export const sizes = ['ties', 'equal'] as const;
/** What its colour may follow beside the measures of the network. */
export const colours = ['phase', 'community', 'family', 'ties', 'none'] as const;

/** What a directory may be sorted by; the first is usual. */
export const directoryOrders = [
  'name',
  'family',
  'place',
  'phases',
  'partners',
  'productions',
  'latest',
] as const;
export type DirectoryOrder = (typeof directoryOrders)[number];

/** Everything one sees in Explorer, as the address keeps it. */
export const exploreCodecs = {
  vue: choiceParam(views, 'graphe'),
  q: textParam('', { longest: longestSearch }),
  fiches: flagParam(false),
  tri: choiceParam(directoryOrders, 'name'),
  inverse: flagParam(false),
  familles: listParam(),
  genres: listParam(['STRUCTURE', 'LAB', 'PERSON']),
  phases: listParam(phases),
  competences: listParam(),
  themes: listParam(),
  territoires: listParam(),
  publie: listParam(['NEEDS', 'OFFERS']),
  connu: listParam(['DECLARED', 'TO_DECLARE']),
  ages: listParam(['UNDER_2_YEARS', 'FROM_2_TO_5_YEARS', 'OVER_5_YEARS', 'UNDATED']),
  sortes: listParam(nodeKinds),
  liens: listParam(tieKinds),
  depuis: textParam(),
  jusque: textParam(),
  nondates: flagParam(true),
  depart: listParam(),
  pas: listParam(),
  masques: listParam(),
  epingles: listParam(),
  choisis: listParam(),
  lien: idParam(),
  autour: idParam(),
  par: choiceParam(['auto', 'communautes', 'acteurs'], 'auto'),
  ouvertes: listParam(),
  couleur: textParam('phase'),
  taille: textParam('ties'),
  chemin: listParam(),
};

/** The state of Explorer. */
export type ExploreState = UrlValues<typeof exploreCodecs>;

/** The choices that narrow the actors, each with its name in the filter of the API. */
export const facetParams = {
  familles: 'families',
  genres: 'kinds',
  phases: 'phases',
  competences: 'competences',
  themes: 'themes',
  territoires: 'territories',
  publie: 'has',
  connu: 'known',
  ages: 'ages',
} as const;

/** A choice that narrows the actors. */
export type FacetParam = keyof typeof facetParams;

/** Their names, in the order they are offered. */
export const facetParamNames = Object.keys(facetParams) as FacetParam[];

/** How many values are chosen over every facet. */
export function chosenFacets(state: ExploreState): number {
  return facetParamNames.reduce((sum, name) => sum + state[name].length, 0);
}

/** How many choices narrow what is shown: facets, kinds, ties and dates. */
export function chosenFilters(state: ExploreState): number {
  const dated = Number(state.depuis !== '') + Number(state.jusque !== '');
  return chosenFacets(state) + state.sortes.length + state.liens.length + dated;
}

/** What the API is asked of actors. */
export function toFilter(state: ExploreState): ActorFilterInput {
  const entries = facetParamNames
    .filter((name) => state[name].length > 0)
    .map((name) => [facetParams[name], state[name]] as const);
  return { text: state.q || null, ...Object.fromEntries(entries) };
}

/** A year, a month or a day; anything else is not a date. */
export function isDate(text: string): boolean {
  return /^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/.test(text);
}

/** Which ties the API is asked to keep; a bound that is not a date is not sent. */
export function toTieFilter(state: ExploreState): ActorTieFilterInput {
  return {
    kinds: state.liens,
    from: isDate(state.depuis) ? state.depuis : null,
    to: isDate(state.jusque) ? state.jusque : null,
    undated: state.nondates,
  };
}

/** The steps of the walk; what cannot be read is left out. */
export function toSteps({ pas }: Pick<ExploreState, 'pas'>): Step[] {
  return pas.map(parseStep).filter((step) => step !== null);
}

/** Whether one looks at the whole region rather than around something. */
export function isWhole({ depart }: Pick<ExploreState, 'depart'>): boolean {
  return depart.length === 0;
}

/** Whether the region is drawn by its communities: as one asked, else while nothing narrows it. */
export function isGrouped(state: ExploreState): boolean {
  if (!isWhole(state) || state.vue !== 'graphe') return false;
  if (state.par !== 'auto') return state.par === 'communautes';
  return chosenFilters(state) === 0 && state.q === '';
}

/**
 * What the API is asked to show.
 *
 * @param path - keys of the nodes along the path to be shown, if any
 */
export function toRequest(state: ExploreState, path: readonly string[] = []): CanvasRequestInput {
  return {
    start: [...new Set([...state.depart, ...(isWhole(state) ? [] : path)])],
    steps: toSteps(state),
    hidden: state.masques,
    grouped: isGrouped(state),
    opened: state.ouvertes,
    nodeKinds: state.sortes,
  };
}
