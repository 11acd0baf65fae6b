import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { crossShade, shade, type CrossedShading, type Shading } from './coverageMeasures';
import type { CoverageState } from './coverageState';
import type { MapPane } from './sections/CoverageMap';
import type { CoverageAnswers } from './useCoverage';

/** What the map shows, and how each pane of it is painted. */
export interface ShownMeasures {
  shadings: readonly Shading[];
  crossed: CrossedShading | null;
  panes: readonly MapPane[];
}

/** What is painted: one measure, two side by side, or two crossed on one map. */
export function useShown(
  { mesure, contre, maniere, bornes }: CoverageState,
  { answer, scenario }: CoverageAnswers,
): ShownMeasures {
  const { t } = useTranslation('coverage');
  return useMemo(() => {
    if (!answer) return { shadings: [], crossed: null, panes: [] };
    const possible = (measure: typeof mesure) => scenario || (measure !== 'apres' && measure !== 'gain');
    const first = possible(mesure) ? mesure : 'acces';
    const second = contre !== '' && contre !== first && possible(contre) ? contre : null;
    if (second !== null && maniere === 'croisee') {
      const crossed = crossShade(answer, first, second, scenario);
      const title = t('crossed.pane', { first: t(`measure.${first}`), second: t(`measure.${second}`) });
      return { shadings: [], crossed, panes: [{ title, classes: crossed.classes }] };
    }
    const shadings = [first, ...(second === null ? [] : [second])].map((measure) =>
      shade(answer, measure, scenario, bornes),
    );
    const panes = shadings.map(({ measure, classes }) => ({ title: t(`measure.${measure}`), classes }));
    return { shadings, crossed: null, panes };
  }, [answer, scenario, mesure, contre, maniere, bornes, t]);
}
