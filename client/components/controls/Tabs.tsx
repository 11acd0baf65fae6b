import { useId, useLayoutEffect, useRef, type KeyboardEvent, type ReactNode } from 'react';
import styles from './Tabs.module.css';

/** One tab and what it opens. */
export interface Tab<T extends string> {
  value: T;
  label: string;
  /** A count beside the label. */
  count?: string;
  content: ReactNode;
}

/** Properties of {@link Tabs}. */
export interface TabsProps<T extends string> {
  /** What the tabs divide, said to screen readers. */
  label: string;
  tabs: readonly Tab<T>[];
  value: T;
  onChange: (value: T) => void;
}

/** Index of the tab that a key leads to, or null for another key. */
function target(key: string, index: number, count: number): number | null {
  if (key === 'ArrowRight') return (index + 1) % count;
  if (key === 'ArrowLeft') return (index - 1 + count) % count;
  if (key === 'Home') return 0;
  if (key === 'End') return count - 1;
  return null;
}

/** Where tabs are wider than their place, brings the open one into it. */
function showOpen(list: HTMLElement | null): void {
  const tab = list?.querySelector('[aria-selected="true"]')?.getBoundingClientRect();
  if (!list || !tab) return;
  const place = list.getBoundingClientRect();
  if (tab.left < place.left || tab.right > place.right)
    list.scrollLeft += tab.left - place.left - (place.width - tab.width) / 2;
}

/** Several contents in one place, one of them open. Arrow keys, Home and End move; only the open one is drawn. */
export function Tabs<T extends string>({ label, tabs, value, onChange }: TabsProps<T>) {
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const open = tabs.find((tab) => tab.value === value);
  const written = tabs.map(({ label: name, count }) => `${name} ${count ?? ''}`).join(' ');
  useLayoutEffect(() => showOpen(list.current), [value, written]);
  const onKeyDown = (event: KeyboardEvent) => {
    const index = tabs.findIndex((tab) => tab.value === value);
    const next = target(event.key, index, tabs.length);
    const tab = next == null ? undefined : tabs[next];
    if (!tab) return;
    event.preventDefault();
    onChange(tab.value);
    list.current?.querySelectorAll<HTMLElement>('[role="tab"]')[next!]?.focus();
  };
  return (
    <div>
      <div
        ref={list}
        role="tablist"
        data-print="hide"
        tabIndex={-1}
        aria-label={label}
        className={styles.list}
        onKeyDown={onKeyDown}
      >
        {tabs.map((tab) => (
          <button
            key={tab.value}
            type="button"
            role="tab"
            id={`${id}-${tab.value}`}
            aria-selected={tab.value === value}
            aria-controls={`${id}-panel`}
            tabIndex={tab.value === value ? 0 : -1}
            className={styles.tab}
            onClick={() => onChange(tab.value)}
          >
            {tab.label}
            {tab.count != null && <span className={styles.count}>{tab.count}</span>}
          </button>
        ))}
      </div>
      <div id={`${id}-panel`} role="tabpanel" aria-labelledby={`${id}-${value}`} className={styles.panel}>
        {open?.content}
      </div>
    </div>
  );
}
