import { FileUp, Map as MapIcon, Table as TableIcon, UserRoundX } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Segmented } from '../../../components/controls/Segmented';
import type { SetUrlState } from '../../../lib/useUrlState';
import type { coverageCodecs, CoverageState } from '../coverageState';

/** What the page shows: the map, its table, the absent of a register, or the figures that were imported. */
export function ViewSwitch({
  state,
  setState,
}: {
  state: CoverageState;
  setState: SetUrlState<typeof coverageCodecs>;
}) {
  const { t } = useTranslation('coverage');
  return (
    <Segmented
      compact
      label={t('view.label')}
      value={state.vue}
      onChange={(vue) => setState({ vue })}
      segments={[
        { value: 'carte', label: t('view.map'), icon: <MapIcon size={16} aria-hidden /> },
        { value: 'tableau', label: t('view.table'), icon: <TableIcon size={16} aria-hidden /> },
        { value: 'absents', label: t('view.absent'), icon: <UserRoundX size={16} aria-hidden /> },
        { value: 'chiffres', label: t('view.imports'), icon: <FileUp size={16} aria-hidden /> },
      ]}
    />
  );
}
