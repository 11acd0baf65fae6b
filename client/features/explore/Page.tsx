import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Page } from '../../components/frame/Page';
import { SkipLink } from '../../components/frame/SkipLink';
import { announce } from '../../components/overlays/announcements';
import { useWideScreen } from '../../lib/useMediaQuery';
import { BottomBar } from './sections/BottomBar';
import { Directory } from './sections/Directory';
import { LeftPane } from './sections/LeftPane';
import { hasSelection, SelectionPanel } from './sections/SelectionPanel';
import { Stage } from './sections/Stage';
import { Toolbar } from './sections/Toolbar';
import { useExplore, type Explore } from './state/useExplore';
import { useTitle } from './state/useTitle';
import { useUndo, type Undo } from './state/useUndo';
import styles from './Page.module.css';

/** Changes of these alone are not steps one would undo. */
const passing = ['choisis', 'lien', 'q'];

/** Ctrl-Z and Ctrl-Shift-Z outside fields. */
function useUndoKeys({ undo, redo }: Undo): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const typing = (event.target as Element | null)?.closest?.(
        'input, textarea, select, [contenteditable]',
      );
      if (typing || !(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 'z') return;
      event.preventDefault();
      if (event.shiftKey) redo?.();
      else undo?.();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [undo, redo]);
}

/** Says how much is shown each time it changes, for those who do not see it change. */
function useAnnounced({ view }: Explore): void {
  const { t } = useTranslation('explore');
  const count = view ? view.nodes.length + view.groups.length : null;
  useEffect(() => {
    if (count !== null) announce(t('announce', { count }));
  }, [count, t]);
}

/** Explorer: one state in three views (network, table, map), with its list and its filters. */
export default function ExplorePage() {
  const { t } = useTranslation(['explore', 'graph']);
  const explore = useExplore();
  const undo = useUndo(passing);
  const wide = useWideScreen();
  const [paneOpen, setPaneOpen] = useState(false);
  useUndoKeys(undo);
  useAnnounced(explore);
  const showPane = wide || paneOpen;
  return (
    <Page
      fill
      headerHidden
      title={useTitle(explore)}
      panel={hasSelection(explore) ? <SelectionPanel explore={explore} /> : undefined}
    >
      <div className={styles.explorer}>
        {showPane && (
          <section className={styles.left} aria-label={t('pane')}>
            <SkipLink to="vue">{t('skipList')}</SkipLink>
            <LeftPane explore={explore} />
          </section>
        )}
        <div id="vue" tabIndex={-1} className={styles.main}>
          <Toolbar
            explore={explore}
            undo={undo}
            paneOpen={paneOpen}
            onPane={wide ? undefined : () => setPaneOpen(!paneOpen)}
          />
          <div className={styles.view} aria-busy={explore.query.loading || undefined}>
            {explore.state.vue === 'table' ? <Directory explore={explore} /> : <Stage explore={explore} />}
          </div>
          <BottomBar explore={explore} />
        </div>
      </div>
    </Page>
  );
}
