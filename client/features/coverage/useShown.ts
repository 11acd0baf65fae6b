import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { crossShade, shade, type CrossedShading, type Shading } from './coverageMeasures';
import { toSupplyUnit, type CoverageState, type SupplyUnit } from './coverageState';
import type { MapPane } from './sections/CoverageMap';
import type { CoverageAnswers } from './useCoverage';

/** What the map shows, and how each pane of it is painted. */
export interface ShownMeasures {
  shadings: readonly Shading[];
  crossed: CrossedShading | null;
  panes: readonly MapPane[];
  /** What supply is counted in, for the names of measures. */
  unit: SupplyUnit;
}

/** What is painted: one measure, two side by side, or two crossed on one map. */
export function useShown(state: CoverageState, { answer, scenario }: CoverageAnswers): ShownMeasures {
  const { mesure, contre, maniere, bornes } = state;
  const unit = toSupplyUnit(state);
  const { t } = useTranslation('coverage');
  return useMemo(() => {
    if (!answer) return { shadings: [], crossed: null, panes: [], unit };
    const possible = (measure: typeof mesure) => scenario || (measure !== 'apres' && measure !== 'gain');
    const name = (measure: typeof mesure) => t(`measure.${measure}`, { context: unit });
    const first = possible(mesure) ? mesure : 'acces';
    const second = contre !== '' && contre !== first && possible(contre) ? contre : null;
    if (second !== null && maniere === 'croisee') {
      const crossed = crossShade(answer, first, second, scenario);
      const title = t('crossed.pane', { first: name(first), second: name(second) });
      return { shadings: [], crossed, panes: [{ title, classes: crossed.classes }], unit };
    }
    const shadings = [first, ...(second === null ? [] : [second])].map((measure) =>
      shade(answer, measure, scenario, { bounds: bornes, unit }),
    );
    const panes = shadings.map(({ measure, classes }) => ({ title: name(measure), classes }));
    return { shadings, crossed: null, panes, unit };
  }, [answer, scenario, mesure, contre, maniere, bornes, unit, t]);
}
