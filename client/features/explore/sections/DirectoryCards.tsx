import { useVirtualizer } from '@tanstack/react-virtual';
import { useMemo, useRef, type CSSProperties } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { FamilyIcon } from '../../../components/display/FamilyIcon';
import { EmptyState } from '../../../components/states/EmptyState';
import { Button } from '../../../components/controls/Button';
import { useFormats } from '../../../i18n/useLanguage';
import { useVocabulary } from '../../../i18n/useVocabulary';
import { useWidth } from '../../../lib/useWidth';
import type { DirectoryRow } from '../exports/directoryFiles';
import { directoryValue, orderDirectory } from '../exports/directoryOrder';
import { firstSentence } from '../exports/firstSentence';
import type { Explore } from '../state/useExplore';
import { DirectoryPhases } from './DirectoryPhases';
import styles from './DirectoryCards.module.css';

/** Height of a card and of the room under it, in pixels: every card has the same, so that none moves. */
const CARD_HEIGHT = 212;
const GAP = 16;
/** Least width of a card. */
const CARD_WIDTH = 300;

function Card({ row, place, count }: { row: DirectoryRow; place: number; count: number }) {
  const { t } = useTranslation('explore');
  const formats = useFormats();
  const families = useVocabulary('actorFamily');
  const where = [row.place, row.departmentName].filter((name) => name && name !== '');
  return (
    <li className={styles.card} aria-setsize={count} aria-posinset={place + 1}>
      <div className={styles.head}>
        <FamilyIcon family={row.family} size={30} />
        <div className={styles.names}>
          <h3 className={styles.name}>
            <Link to={`/acteurs/${encodeURIComponent(row.actorId)}`} title={row.name}>
              {row.name}
            </Link>
          </h3>
          <p className={styles.family}>{families.label(row.family)}</p>
        </div>
      </div>
      <p className={styles.place}>{where.length > 0 ? where.join(', ') : t('card.noPlace')}</p>
      <p className={styles.sentence}>{row.summary ? firstSentence(row.summary) : t('card.noSentence')}</p>
      <div className={styles.foot}>
        <DirectoryPhases row={row} />
        <span className={styles.partners}>
          {t('card.partners', { count: row.partners, n: formats.number(row.partners) })}
        </span>
      </div>
    </li>
  );
}

/** The actors that match as cards, side by side where there is room; only those in view are drawn. */
export function DirectoryCards({ explore, rows }: { explore: Explore; rows: readonly DirectoryRow[] }) {
  const { t } = useTranslation('explore');
  const { compare } = useFormats();
  const families = useVocabulary('actorFamily');
  const frame = useRef<HTMLDivElement>(null);
  const columns = Math.max(1, Math.floor((useWidth(frame) - GAP) / (CARD_WIDTH + GAP)));
  const { tri, inverse } = explore.state;
  const sorted = useMemo(
    () => orderDirectory(rows, directoryValue(tri, families.label), inverse, compare),
    [rows, tri, inverse, families, compare],
  );
  const virtualizer = useVirtualizer({
    count: Math.ceil(sorted.length / columns),
    getScrollElement: () => frame.current,
    estimateSize: () => CARD_HEIGHT + GAP,
    overscan: 3,
  });
  const lines = virtualizer.getVirtualItems();
  const first = (lines[0]?.index ?? 0) * columns;
  const last = ((lines.at(-1)?.index ?? -1) + 1) * columns;
  if (sorted.length === 0)
    return (
      <EmptyState
        title={t('nothing.title')}
        action={<Button onClick={explore.actions.clearFilters}>{t('clearFilters')}</Button>}
      >
        {t('nothing.text')}
      </EmptyState>
    );
  const shape = { '--columns': columns, '--card': `${CARD_HEIGHT}px` } as CSSProperties;
  return (
    <div
      ref={frame}
      className={styles.frame}
      role="region"
      aria-label={t('directory.cardsLabel')}
      tabIndex={0}
    >
      <div style={{ height: virtualizer.getTotalSize() }}>
        <ul className={styles.cards} style={{ ...shape, transform: `translateY(${lines[0]?.start ?? 0}px)` }}>
          {sorted.slice(first, last).map((row, index) => (
            <Card key={row.actorId} row={row} place={first + index} count={sorted.length} />
          ))}
        </ul>
      </div>
    </div>
  );
}
