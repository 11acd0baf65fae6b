import type {
  PartnerBriefInput,
  PartnerFiltersInput,
  PartnerNovelty,
  PartnerWeightsInput,
} from '../../graphql/generated/graphql';
import {
  choiceParam,
  flagParam,
  idParam,
  listParam,
  numberParam,
  textParam,
  type UrlValues,
} from '../../lib/urlCodecs';
import type { SetUrlState } from '../../lib/useUrlState';

const share = (usual: number) => numberParam(usual, { min: 0, max: 100 });

/** What the page of partners keeps in its address: the whole brief, how candidates are ranked, the team being built. */
export const partnersCodecs = {
  onglet: choiceParam(['candidats', 'equipes', 'besoins'], 'candidats'),
  vue: choiceParam(['liste', 'carte'], 'liste'),
  choisi: idParam(),
  phrase: textParam(),
  production: idParam(),
  phase: idParam(),
  besoin: idParam(),
  acteur: idParam(),
  avec: listParam(),
  type: idParam(),
  themes: listParam(),
  publics: listParam(),
  lieux: listParam(),
  competences: listParam(),
  familles: listParam(),
  zone: listParam(),
  km: numberParam(0, { min: 0, max: 300 }),
  connus: choiceParam(['tous', 'nouveaux', 'connus'], 'tous'),
  dehors: flagParam(true),
  couvrir: share(60),
  theme: share(15),
  proche: share(10),
  liens: share(10),
  public: share(5),
  equipe: listParam(),
  sans: listParam(),
  comparer: listParam(),
  nombre: numberParam(10, { min: 10, max: 50 }),
};

/** Values of {@link partnersCodecs}. */
export type PartnersState = UrlValues<typeof partnersCodecs>;

/** Changes some of them. */
export type SetPartnersState = SetUrlState<typeof partnersCodecs>;

/** What a page of partners is given. */
export interface StateProps {
  state: PartnersState;
  setState: SetPartnersState;
}

/** The parameters that set how candidates are ranked, with the part of the score that each weighs. */
export const weightNames = {
  COVER: 'couvrir',
  THEME: 'theme',
  NEAR: 'proche',
  NETWORK: 'liens',
  AUDIENCE: 'public',
} as const;

/** Most actors side by side. */
export const MOST_COMPARED = 4;

/** A brief with nothing in it. */
export const emptyBrief = {
  phrase: '',
  production: null,
  phase: null,
  besoin: null,
  acteur: null,
  avec: [],
  type: null,
  themes: [],
  publics: [],
  lieux: [],
  competences: [],
  equipe: [],
  sans: [],
  comparer: [],
  choisi: null,
} satisfies Partial<PartnersState>;

const some = (list: string[]) => (list.length > 0 ? list : null);

/** Whether anything of the project is said, so that partners can be asked for. */
export function hasBrief(state: PartnersState): boolean {
  const { acteur, type, themes, competences, publics, avec } = state;
  return Boolean(acteur ?? type) || [themes, competences, publics, avec].some((list) => list.length > 0);
}

/** The project, as the API is asked about it. */
export function toBriefInput(state: PartnersState): PartnerBriefInput {
  return {
    actorId: state.acteur,
    memberIds: some(state.avec),
    needs: state.competences.length
      ? state.competences.map((competenceId) => ({ competenceId, weight: 1 }))
      : null,
    themeIds: some(state.themes),
    audiences: some(state.publics),
    productionType: state.type,
    territoryIds: some(state.lieux),
  };
}

const novelties: Record<PartnersState['connus'], PartnerNovelty> = {
  tous: 'ANY',
  nouveaux: 'NEW',
  connus: 'KNOWN',
};

/** What to keep among candidates, as the API is asked. */
export function toFiltersInput(state: PartnersState): PartnerFiltersInput {
  return {
    families: some(state.familles),
    territoryIds: some(state.zone),
    maxKm: state.km > 0 ? state.km : null,
    novelty: novelties[state.connus],
    outside: state.dehors,
    excludedIds: some(state.sans),
  };
}

/** How much each part of the score weighs, as the API is asked. */
export function toWeightsInput(state: PartnersState): PartnerWeightsInput {
  return {
    cover: state.couvrir / 100,
    theme: state.theme / 100,
    near: state.proche / 100,
    network: state.liens / 100,
    audience: state.public / 100,
  };
}

/** How many choices narrow the candidates. */
export function countFilters(state: PartnersState): number {
  return (
    Number(state.familles.length > 0) +
    Number(state.zone.length > 0) +
    Number(state.km > 0) +
    Number(state.connus !== 'tous') +
    Number(!state.dehors)
  );
}

/** Whether somebody moved a weight. */
export function hasOwnWeights(state: PartnersState): boolean {
  return Object.values(weightNames).some((name) => state[name] !== partnersCodecs[name].fallback);
}

/** The list with a value put in, or taken out when it was there. */
export function toggled(list: readonly string[], value: string): string[] {
  return list.includes(value) ? list.filter((other) => other !== value) : [...list, value];
}
