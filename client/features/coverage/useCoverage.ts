import { useQuery } from '@apollo/client/react';
import {
  CoverageChoicesDocument,
  CoverageDocument,
  CoverageImportsDocument,
  CoverageScenarioDocument,
  CoverageSitingDocument,
  CoverageSummaryDocument,
  CoverageVerdictsDocument,
} from '../../graphql/generated/graphql';
import {
  OWN_FIGURES,
  shownAdded,
  toAdded,
  toCandidateIds,
  toCoverageInput,
  type CoverageState,
} from './coverageState';

/** Share of the draws from which a verdict is called sure. */
export const SURE = 0.9;

/** What the location quotient is told against: two figures, an imported reference, or nothing, which is the region. */
function toReference({ part, tout, reference }: CoverageState) {
  if (reference !== null && reference !== OWN_FIGURES) return { reference };
  return part > 0 && tout > 0 ? { part, whole: tout } : {};
}

/** Everything the page asks for its state; what is not wanted is not asked. */
export function useCoverage(state: CoverageState) {
  const level = state.niveau;
  const input = toCoverageInput(state);
  const tokens = shownAdded(state);
  const query = useQuery(CoverageDocument, { variables: { level, input, ...toReference(state) } });
  const imports = useQuery(CoverageImportsDocument);
  const choices = useQuery(CoverageChoicesDocument);
  const verdicts = useQuery(CoverageVerdictsDocument, {
    variables: {
      level,
      input,
      surely: state.surs ? SURE : 0,
      minYoung: state.seuil,
      onlyNothing: state.rien,
    },
  });
  const summary = useQuery(CoverageSummaryDocument, { variables: { input } });
  const scenario = useQuery(CoverageScenarioDocument, {
    variables: { level, input, added: toAdded(tokens) },
    skip: tokens.length === 0,
  });
  const isList = state.candidats === 'LIST';
  const siting = useQuery(CoverageSitingDocument, {
    variables: {
      input,
      places: Math.max(1, state.meilleurs),
      candidates: state.candidats,
      ...(isList ? { candidateIds: toCandidateIds(state.liste) } : {}),
      added: state.remplacer ? [] : toAdded(tokens),
    },
    skip: state.meilleurs === 0 || (isList && state.liste.length === 0),
  });
  return {
    input,
    query,
    choices: choices.data,
    /** Those before while they are asked again: a page of imports keeps what it shows. */
    imports: (imports.data ?? imports.previousData)?.coverageImports ?? undefined,
    verdicts,
    siting,
    scenarioQuery: scenario,
    answer: (query.data ?? query.previousData)?.coverage ?? undefined,
    summary: (summary.data ?? summary.previousData)?.coverageSummary ?? undefined,
    /** The same, or the one before while it is being worked out: for the maps, which do not blink. */
    scenario:
      tokens.length === 0
        ? undefined
        : ((scenario.data ?? scenario.previousData)?.coverageScenario ?? undefined),
    /** Of the places added now; undefined while it is being worked out. */
    scenarioNow: tokens.length === 0 ? undefined : (scenario.data?.coverageScenario ?? undefined),
    sites: state.meilleurs === 0 ? undefined : (siting.data?.coverageSiting ?? undefined),
  };
}

/** What {@link useCoverage} gives. */
export type CoverageAnswers = ReturnType<typeof useCoverage>;
