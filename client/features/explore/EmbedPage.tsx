import { ExternalLink } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'react-router';
import { Segmented } from '../../components/controls/Segmented';
import { Directory } from './sections/Directory';
import { ReadList } from './sections/ReadList';
import { Stage } from './sections/Stage';
import { useExplore } from './state/useExplore';
import styles from './EmbedPage.module.css';

/** A view of Explorer inside another site's page: one looks, opens and moves, and goes to Maillage for the rest. */
export default function EmbedPage() {
  const { t } = useTranslation('explore');
  const explore = useExplore();
  const { search } = useLocation();
  const [seen, setSeen] = useState<'drawing' | 'list'>('drawing');
  const title = t('embed.title');
  useEffect(() => {
    document.title = `${title} · Maillage`;
  }, [title]);
  return (
    <main className={styles.embed}>
      <h1 className="visually-hidden">{title}</h1>
      <div className={styles.view}>
        {seen === 'list' ? (
          <ReadList explore={explore} />
        ) : explore.state.vue === 'table' ? (
          <Directory explore={explore} />
        ) : (
          <Stage explore={explore} />
        )}
      </div>
      <footer className={styles.foot}>
        <Segmented
          label={t('view.label')}
          value={seen}
          onChange={setSeen}
          segments={[
            { value: 'drawing', label: t('embed.drawing') },
            { value: 'list', label: t('embed.list') },
          ]}
        />
        <a href={`/explorer${search}`} target="_blank" rel="noreferrer">
          {t('embed.open')} <ExternalLink size={14} aria-hidden />
        </a>
      </footer>
    </main>
  );
}
