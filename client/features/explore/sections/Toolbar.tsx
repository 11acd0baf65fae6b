import { List, Map as MapIcon, PanelLeft, Redo2, Settings2, Table2, Undo2, Waypoints } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/controls/Button';
import { IconButton } from '../../../components/controls/IconButton';
import { Segmented } from '../../../components/controls/Segmented';
import { Select } from '../../../components/controls/Select';
import { ShareLink } from '../../../components/display/ShareLink';
import { Popover } from '../../../components/overlays/Popover';
import { colours, isGrouped, isWhole, sizes } from '../state/exploreState';
import type { Explore } from '../state/useExplore';
import type { Undo } from '../state/useUndo';
import { Breadcrumbs } from './Breadcrumbs';
import { ExportMenu } from './ExportMenu';
import { SavedViews } from './SavedViews';
import styles from './Toolbar.module.css';

/** Properties of {@link Toolbar}. */
export interface ToolbarProps {
  explore: Explore;
  undo: Undo;
  /** Opens the list and the filters where there is no room beside the view. */
  onPane?: () => void;
  paneOpen: boolean;
}

function ViewSwitch({ explore }: { explore: Explore }) {
  const { t } = useTranslation('explore');
  return (
    <Segmented
      compact
      label={t('view.label')}
      value={explore.state.vue}
      onChange={(vue) => explore.actions.set({ vue })}
      segments={[
        { value: 'graphe', label: t('view.graphe'), icon: <Waypoints size={16} aria-hidden /> },
        { value: 'table', label: t('view.table'), icon: <Table2 size={16} aria-hidden /> },
        { value: 'carte', label: t('view.carte'), icon: <MapIcon size={16} aria-hidden /> },
      ]}
    />
  );
}

/** How the network is drawn: communities or actors, colour, size. */
function Look({ explore }: { explore: Explore }) {
  const { t } = useTranslation('explore');
  const { state, actions, look } = explore;
  const measures = look.choices.map(({ id, label, kind }) => ({ value: id, label, kind }));
  return (
    <Popover
      label={t('look.label')}
      align="end"
      trigger={(trigger) => (
        <IconButton {...trigger} label={t('look.label')} icon={<Settings2 size={18} aria-hidden />} />
      )}
    >
      {() => (
        <div className={styles.look}>
          {isWhole(state) && (
            <Select
              label={t('look.by')}
              value={isGrouped(state) ? 'communautes' : 'acteurs'}
              onChange={(par) => actions.set({ par })}
              options={[
                { value: 'communautes', label: t('look.communities') },
                { value: 'acteurs', label: t('look.actors') },
              ]}
            />
          )}
          <Select
            label={t('look.colour')}
            value={state.couleur}
            onChange={(couleur) => actions.set({ couleur })}
            options={[
              ...colours.map((value) => ({ value, label: t(`colour.${value}`) })),
              // The communities of the canvas are those of the measure.
              ...measures.filter(({ value }) => value !== 'communities'),
            ]}
          />
          <Select
            label={t('look.size')}
            value={state.taille}
            onChange={(taille) => actions.set({ taille })}
            options={[
              ...sizes.map((value) => ({ value, label: t(`size.${value}`) })),
              ...measures.filter(({ kind }) => kind === 'amount'),
            ]}
          />
        </div>
      )}
    </Popover>
  );
}

/** Above the view: where one is, the three views, undo and redo, what one takes away. */
export function Toolbar({ explore, undo, onPane, paneOpen }: ToolbarProps) {
  const { t } = useTranslation('explore');
  return (
    <div className={styles.bar} data-print="hide">
      {onPane && (
        <Button
          small
          icon={paneOpen ? <List size={16} aria-hidden /> : <PanelLeft size={16} aria-hidden />}
          aria-expanded={paneOpen}
          onClick={onPane}
        >
          {paneOpen ? t('hidePane') : t('showPane')}
        </Button>
      )}
      <Breadcrumbs explore={explore} />
      <div className={styles.end}>
        <div className={styles.tools}>
          <IconButton
            label={t('undo')}
            icon={<Undo2 size={18} aria-hidden />}
            disabled={!undo.undo}
            onClick={() => undo.undo?.()}
          />
          <IconButton
            label={t('redo')}
            icon={<Redo2 size={18} aria-hidden />}
            disabled={!undo.redo}
            onClick={() => undo.redo?.()}
          />
          {explore.state.vue !== 'table' && <Look explore={explore} />}
          <SavedViews />
          <ExportMenu explore={explore} />
          <ShareLink compact />
        </div>
        <div className={styles.views}>
          <ViewSwitch explore={explore} />
        </div>
      </div>
    </div>
  );
}
