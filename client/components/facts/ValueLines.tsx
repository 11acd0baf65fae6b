import type { ReactNode } from 'react';
import type { ProvenPartsFragment } from '../../graphql/generated/graphql';
import { OtherValues, WhoSays } from './WhoSays';
import styles from './ValueLines.module.css';

/** Properties of {@link ValueLine}. */
export interface ValueLineProps {
  label: ReactNode;
  /** The value as it is shown. */
  children: ReactNode;
  /** Who says it; without it, the line does not open. */
  proven?: ProvenPartsFragment | undefined;
}

/** A value of a record with its label; it opens to who says it, and tells what others say instead. */
export function ValueLine({ label, children, proven }: ValueLineProps) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>
        {children}
        {proven && (
          <>
            <span className={styles.who}>
              <WhoSays proven={proven} />
            </span>
            <OtherValues proven={proven} />
          </>
        )}
      </dd>
    </div>
  );
}

/** The values of a record, a line each: {@link ValueLine}. */
export function ValueLines({ children }: { children: ReactNode }) {
  return <dl className={styles.lines}>{children}</dl>;
}
