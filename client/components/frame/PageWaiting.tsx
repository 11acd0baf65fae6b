import { Skeleton } from '../states/Skeleton';
import styles from './Page.module.css';

/** What stands in the place of a page while its script comes. */
export function PageWaiting() {
  return (
    <div className={styles.page}>
      <div className={styles.main}>
        <Skeleton shape="page" count={4} />
      </div>
    </div>
  );
}
