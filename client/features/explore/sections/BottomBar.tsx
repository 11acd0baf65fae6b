import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/controls/Button';
import { useFormats } from '../../../i18n/useLanguage';
import { toSteps } from '../state/exploreState';
import { largestMost, stepText } from '../state/steps';
import type { Explore } from '../state/useExplore';
import styles from './BottomBar.module.css';

/** Neighbours that steps left aside, and what asks for them; `null` where all were asked for: the drawing is full. */
function useBrought({ view, state, actions }: Explore): { left: number; bringAll: (() => void) | null } {
  const left = (view?.leftOut ?? []).reduce((sum, { count }) => sum + count, 0);
  const steps = toSteps(state);
  return {
    left,
    bringAll: steps.every(({ most }) => most >= largestMost)
      ? null
      : () => actions.set({ pas: steps.map((step) => stepText({ ...step, most: largestMost })) }),
  };
}

/** What is shown and what is not, each a press away. */
export function BottomBar({ explore }: { explore: Explore }) {
  const { t } = useTranslation('explore');
  const formats = useFormats();
  const { view, actions } = explore;
  const { left, bringAll } = useBrought(explore);
  if (!view) return <div className={styles.bar} />;
  const inGroups = view.groups.reduce((sum, { matching }) => sum + matching, 0);
  const nowhere = view.nodes.filter(({ latitude }) => latitude == null).length;
  const shown = view.nodes.length + inGroups;
  return (
    <div className={styles.bar} role="status">
      <span>{t('shownCount', { count: shown, n: formats.number(shown) })}</span>
      {view.hiddenByFilters > 0 && (
        <span className={styles.part}>
          {t('filteredCount', { count: view.hiddenByFilters, n: formats.number(view.hiddenByFilters) })}
          <Button look="quiet" small onClick={actions.clearFilters}>
            {t('clearFilters')}
          </Button>
        </span>
      )}
      {view.hiddenByHand > 0 && (
        <span className={styles.part}>
          {t('handCount', { count: view.hiddenByHand, n: formats.number(view.hiddenByHand) })}
          <Button look="quiet" small onClick={actions.showHidden}>
            {t('showHidden')}
          </Button>
        </span>
      )}
      {left > 0 && (
        <span className={styles.part}>
          {t('leftCount', { count: left, n: formats.number(left) })}
          {bringAll ? (
            <Button look="quiet" small onClick={bringAll}>
              {t('bringAll')}
            </Button>
          ) : (
            <span>({t('isFull')})</span>
          )}
        </span>
      )}
      {explore.state.vue === 'carte' && nowhere > 0 && (
        <span className={styles.part}>
          {nowhere === view.nodes.length
            ? t('nowhereAtAll')
            : t('nowhere', { count: nowhere, n: formats.number(nowhere) })}
        </span>
      )}
      {view.unknownKeys.length > 0 && (
        <span className={styles.part}>
          {t('goneCount', {
            count: view.unknownKeys.length,
            n: formats.number(view.unknownKeys.length),
          })}
        </span>
      )}
      {view.nodesLeftOut > 0 && (
        <span className={styles.part}>
          {t('nodesLeft', { count: view.nodesLeftOut, n: formats.number(view.nodesLeftOut) })}
          <Button look="quiet" small onClick={() => actions.set({ vue: 'table' })}>
            {t('seeTable')}
          </Button>
        </span>
      )}
      {view.edgesLeftOut > 0 && (
        <span className={styles.part}>
          {t('edgesLeft', { count: view.edgesLeftOut, n: formats.number(view.edgesLeftOut) })}
        </span>
      )}
    </div>
  );
}
