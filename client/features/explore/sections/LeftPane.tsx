import { memo, useDeferredValue, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Tabs } from '../../../components/controls/Tabs';
import { TextField } from '../../../components/controls/TextField';
import { longestSearch } from '../../../components/search/searchTypes';
import { useFormats } from '../../../i18n/useLanguage';
import { useDebounced } from '../../../lib/useDebounced';
import { chosenFilters } from '../state/exploreState';
import type { Explore } from '../state/useExplore';
import { Filters } from './Filters';
import { Hits } from './Hits';
import { ShownList } from './ShownList';
import styles from './LeftPane.module.css';

/** The text looked for, typed at once and asked for when the hand rests. */
function SearchText({ explore }: { explore: Explore }) {
  const { t } = useTranslation('explore');
  const { q } = explore.state;
  const [typed, setTyped] = useState(q);
  const settled = useDebounced(typed, 180);
  const [seen, setSeen] = useState(q);
  if (seen !== q) {
    // The address changed under the field: Back, a link, “start again”.
    setSeen(q);
    if (q !== settled) setTyped(q);
  }
  const { set } = explore.actions;
  useEffect(() => {
    set({ q: settled }, { replace: true });
  }, [settled, set]);
  return (
    <TextField
      label={t('searchText')}
      labelHidden
      type="search"
      maxLength={longestSearch}
      placeholder={t('searchText')}
      value={typed}
      onChange={setTyped}
    />
  );
}

const StillList = memo(ShownList);

/** Left of the view: what one looks for, what is shown, what narrows it. */
export function LeftPane({ explore }: { explore: Explore }) {
  const { t } = useTranslation('explore');
  const formats = useFormats();
  const [tab, setTab] = useState<'shown' | 'filters'>('shown');
  // The picture comes first; its list follows as soon as there is time.
  const listed = useDeferredValue(explore);
  const count = (explore.view?.nodes.length ?? 0) + (explore.view?.groups.length ?? 0);
  const filters = chosenFilters(explore.state);
  return (
    <div className={styles.pane}>
      <div className={styles.search}>
        <SearchText explore={explore} />
      </div>
      <Hits explore={explore} />
      <Tabs
        label={t('pane')}
        value={tab}
        onChange={setTab}
        tabs={[
          {
            value: 'shown',
            label: t('tab.shown'),
            count: formats.number(count),
            content: (
              <div aria-busy={listed !== explore || undefined}>
                <StillList explore={listed} />
              </div>
            ),
          },
          {
            value: 'filters',
            label: t('tab.filters'),
            count: filters > 0 ? formats.number(filters) : undefined,
            content: <Filters explore={explore} />,
          },
        ]}
      />
    </div>
  );
}
