import type { ReactNode } from 'react';

/** One choice of a list. */
export interface Option<T extends string = string> {
  /** What is kept; unique in the list. */
  value: T;
  /** What is read. */
  label: string;
  /** What stands at the end of the line. */
  detail?: string;
  /** A mark before the label: phase, family. */
  mark?: ReactNode;
  /** Heading under which it stands in a long list; options of one group must follow each other. */
  group?: string;
  disabled?: boolean;
}
