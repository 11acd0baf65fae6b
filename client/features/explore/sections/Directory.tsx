import { ArrowDownUp, LayoutGrid, Table2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Segmented } from '../../../components/controls/Segmented';
import { Select } from '../../../components/controls/Select';
import { IconButton } from '../../../components/controls/IconButton';
import { QueryView } from '../../../components/states/QueryView';
import { useFormats } from '../../../i18n/useLanguage';
import { directoryOrders, type DirectoryOrder } from '../state/exploreState';
import type { Explore } from '../state/useExplore';
import { DirectoryCards } from './DirectoryCards';
import { DirectoryTable } from './DirectoryTable';
import { useDirectory } from './useDirectory';
import styles from './Directory.module.css';

/** Figures and dates are read from the largest, words from A. */
const fromLargest: readonly DirectoryOrder[] = ['phases', 'partners', 'productions', 'latest'];

/** The order of cards, which have no head to press on. */
function OrderChoice({ explore }: { explore: Explore }) {
  const { t } = useTranslation('explore');
  const { state, actions } = explore;
  return (
    <div className={styles.order}>
      <Select<DirectoryOrder>
        label={t('directory.order')}
        labelHidden
        value={state.tri}
        onChange={(tri) => actions.set({ tri, inverse: fromLargest.includes(tri) })}
        options={directoryOrders.map((value) => ({ value, label: t(`directory.by.${value}`) }))}
      />
      <IconButton
        label={t('directory.turn')}
        pressed={state.inverse}
        icon={<ArrowDownUp size={18} aria-hidden />}
        onClick={() => actions.set({ inverse: !state.inverse })}
      />
    </div>
  );
}

/** The actors that match, as a table or as cards: the same state as the canvas and the map. */
export function Directory({ explore }: { explore: Explore }) {
  const { t } = useTranslation('explore');
  const formats = useFormats();
  const { query, directory } = useDirectory(explore);
  const { fiches } = explore.state;
  const count = directory?.total ?? null;
  return (
    <div className={styles.directory}>
      <div className={styles.bar} data-print="hide">
        <Segmented
          compact
          label={t('directory.as')}
          value={fiches ? 'cards' : 'table'}
          onChange={(as) => explore.actions.set({ fiches: as === 'cards' })}
          segments={[
            { value: 'table', label: t('directory.table'), icon: <Table2 size={16} aria-hidden /> },
            { value: 'cards', label: t('directory.cards'), icon: <LayoutGrid size={16} aria-hidden /> },
          ]}
        />
        {fiches && <OrderChoice explore={explore} />}
        <p className={styles.count}>
          {count !== null && t('directory.count', { count, n: formats.number(count) })}
        </p>
      </div>
      <div className={styles.frame}>
        <QueryView query={query} data={directory} skeleton={{ shape: fiches ? 'rows' : 'table', count: 12 }}>
          {({ rows, total }) =>
            fiches ? (
              <DirectoryCards explore={explore} rows={rows} />
            ) : (
              <DirectoryTable explore={explore} rows={rows} total={total} />
            )
          }
        </QueryView>
      </div>
    </div>
  );
}
