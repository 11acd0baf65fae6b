import { useTranslation } from 'react-i18next';
import { useFormats } from '../../../i18n/useLanguage';
import { isWhole } from './exploreState';
import type { Explore } from './useExplore';

/** The title of what Explorer shows. */
export function useTitle(explore: Explore): string {
  const { t } = useTranslation('explore');
  const formats = useFormats();
  const { state, nodes, view } = explore;
  const [first, ...others] = state.depart;
  if (!isWhole(state) && first) {
    const name = nodes.get(first)?.label ?? t('something');
    return others.length === 0
      ? t('titleAround', { name })
      : t('titleAroundMany', { name, count: others.length });
  }
  if (!view) return t('titleComing');
  return t('title', { count: view.actorCount, n: formats.number(view.actorCount) });
}
