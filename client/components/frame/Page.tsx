import { useEffect, type ReactNode } from 'react';
import { joinClasses } from '../../lib/joinClasses';
import styles from './Page.module.css';

/** Properties of {@link Page}. */
export interface PageProps {
  /** One title: a fact or a question. Becomes the title of the window too. */
  title: string;
  /** A line that says what one looks at and from when. */
  lead?: ReactNode;
  /** What stands above the title: family and place of an actor, a way back. */
  above?: ReactNode;
  /** Actions, verbs; at the end of the title line. */
  actions?: ReactNode;
  /** What is selected, in a {@link SidePanel}. */
  panel?: ReactNode;
  /** A map or a canvas that takes all the height left: the children then fill the pane edge to edge. */
  fill?: boolean;
  /** In a filled page the header can be left to screen readers, where a panel says the same. */
  headerHidden?: boolean;
  children: ReactNode;
}

/** The frame of every page: one title, one line, the thing itself, and beside it what is selected. */
export function Page(props: PageProps) {
  const { title, lead, above, actions, panel, fill = false, headerHidden = false, children } = props;
  useEffect(() => {
    document.title = `${title} · Maillage`;
  }, [title]);
  return (
    <div className={styles.page} data-fill={fill || undefined} data-panel={panel ? true : undefined}>
      <div className={styles.main}>
        <header className={joinClasses(styles.header, headerHidden && 'visually-hidden')}>
          <div className={styles.words}>
            {above && <div className={styles.above}>{above}</div>}
            <h1>{title}</h1>
            {lead && <div className={styles.lead}>{lead}</div>}
          </div>
          {actions && (
            <div className={styles.actions} data-print="hide">
              {actions}
            </div>
          )}
        </header>
        <div className={styles.content}>{children}</div>
      </div>
      {panel}
    </div>
  );
}

/** Properties of {@link Section}. */
export interface SectionProps {
  title: string;
  /** A line under the title. */
  lead?: ReactNode;
  /** At the end of the title line: a count, an action. */
  end?: ReactNode;
  /** Anchor of the section, for a link to it. */
  id?: string;
  children: ReactNode;
}

/** A part of a page under its own title. */
export function Section({ title, lead, end, id, children }: SectionProps) {
  return (
    <section className={styles.section} id={id} aria-label={title}>
      <div className={styles.sectionHead}>
        <h2>{title}</h2>
        {end && <div className={styles.sectionEnd}>{end}</div>}
        {lead && <div className={styles.sectionLead}>{lead}</div>}
      </div>
      {children}
    </section>
  );
}
