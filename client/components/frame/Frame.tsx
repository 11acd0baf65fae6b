import { Suspense, useEffect, useRef, type ReactNode } from 'react';
import { Link, Outlet, ScrollRestoration, useLocation } from 'react-router';
import { useTranslation } from 'react-i18next';
import { SearchBox } from '../search/SearchBox';
import { Toasts } from '../overlays/Toasts';
import { BrandMark } from './BrandMark';
import { ConnectionBanner } from './ConnectionBanner';
import { PageWaiting } from './PageWaiting';
import { Preferences } from './Preferences';
import { Rail } from './Rail';
import { SkipLink } from './SkipLink';
import styles from './Frame.module.css';

/** Brings the focus to the content when the page changes, as a page load would. */
function useFocusOnArrival(path: string) {
  const main = useRef<HTMLElement>(null);
  const arrived = useRef(path);
  useEffect(() => {
    if (arrived.current === path) return;
    arrived.current = path;
    main.current?.focus({ preventScroll: true });
  }, [path]);
  return main;
}

/**
 * What stays around every page: the rail of the six places, the bar with the one search box, language and theme,
 * the banner when the API is away, the messages. On Accueil the search box is in the page and the bar leaves it out.
 */
export function Frame({ children }: { children?: ReactNode }) {
  const { t } = useTranslation('frame');
  const { pathname } = useLocation();
  const main = useFocusOnArrival(pathname);
  return (
    <div className={styles.frame}>
      <SkipLink to="content">{t('skip')}</SkipLink>
      <Rail />
      <div className={styles.right}>
        <header className={styles.bar} data-print="hide">
          <Link to="/" className={styles.brand} aria-label={t('brand')}>
            <BrandMark size={30} />
          </Link>
          <div className={styles.search}>
            {pathname === '/' ? <span className={styles.name}>{t('brand')}</span> : <SearchBox />}
          </div>
          <Preferences />
        </header>
        <ConnectionBanner />
        <main id="content" ref={main} tabIndex={-1} className={styles.main}>
          <Suspense fallback={<PageWaiting />}>{children ?? <Outlet />}</Suspense>
        </main>
      </div>
      <Toasts />
      <ScrollRestoration />
    </div>
  );
}
