import type { CoverageAudience, CoverageInput, CoverageLevel } from '../../graphql/generated/graphql';
import { phases } from '../../lib/phases';
import { choiceParam, idParam, listParam, numberParam, type UrlValues } from '../../lib/urlCodecs';

const levels = ['COMMUNE', 'EPCI', 'DEPARTMENT'] as const satisfies readonly CoverageLevel[];
const audiences = [
  'ALL',
  'UNDER_15',
  'FROM_15_TO_24',
  'UNDER_25',
] as const satisfies readonly CoverageAudience[];

/** What the page of coverage keeps in its address. */
export const coverageCodecs = {
  vue: choiceParam(['carte', 'tableau'], 'carte'),
  niveau: choiceParam(levels, 'COMMUNE'),
  public: choiceParam(audiences, 'UNDER_25'),
  minutes: numberParam(30, { min: 10, max: 90 }),
  phases: listParam(phases, ['DIFFUSION']),
  familles: listParam(),
  themes: listParam(),
  competences: listParam(),
  choisi: idParam(),
};

/** Values of {@link coverageCodecs}. */
export type CoverageState = UrlValues<typeof coverageCodecs>;

/** The question that the state asks of the API. */
export function toCoverageInput(state: CoverageState): CoverageInput {
  const some = (list: string[]) => (list.length > 0 ? list : null);
  return {
    audience: state.public,
    minutes: state.minutes,
    phases: some(state.phases),
    families: some(state.familles),
    themeIds: some(state.themes),
    competenceIds: some(state.competences),
  };
}
