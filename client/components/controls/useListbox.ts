import { useEffect, useId, useState, type KeyboardEvent } from 'react';

/** What a combobox does with its list. */
export interface ListboxOptions {
  /** How many options are offered now. */
  count: number;
  open: boolean;
  setOpen: (open: boolean) => void;
  /** Called with the index of the option chosen by Enter or a press. */
  onChoose: (index: number) => void;
  /** Index where one begins when the list opens: -1 (nothing yet) unless told. */
  initial?: number;
}

/** What ties an input to its list of options, after the ARIA combobox pattern. */
export interface Listbox {
  listId: string;
  optionId: (index: number) => string;
  active: number;
  setActive: (index: number) => void;
  inputProps: {
    role: 'combobox';
    'aria-autocomplete': 'list';
    'aria-expanded': boolean;
    'aria-controls': string | undefined;
    'aria-activedescendant': string | undefined;
    autoComplete: 'off';
  };
  onKeyDown: (event: KeyboardEvent) => void;
}

/** Index that an arrow, Home or End leads to; null for another key. */
function move(key: string, active: number, count: number): number | null {
  if (key === 'ArrowDown') return active + 1 >= count ? 0 : active + 1;
  if (key === 'ArrowUp') return active <= 0 ? count - 1 : active - 1;
  return null;
}

/** Brings the active option into view. */
function useInView(id: string | undefined): void {
  useEffect(() => {
    if (id) document.getElementById(id)?.scrollIntoView({ block: 'nearest' });
  }, [id]);
}

/**
 * Keyboard and ARIA of a list of options below an input that keeps the focus: arrows move and open, Enter chooses,
 * Escape closes (a second one is left to the input). The active option is brought into view.
 */
export function useListbox({ count, open, setOpen, onChoose, initial = -1 }: ListboxOptions): Listbox {
  const listId = useId();
  const [wanted, setActive] = useState(initial);
  const active = open && wanted < count ? wanted : -1;
  const optionId = (index: number) => `${listId}-${index}`;
  const activeId = active >= 0 ? optionId(active) : undefined;
  useInView(activeId);
  const onKeyDown = (event: KeyboardEvent) => {
    const next = move(event.key, active, count);
    if (next != null) {
      event.preventDefault();
      if (!open) setOpen(true);
      else if (count > 0) setActive(next);
    } else if (event.key === 'Enter' && active >= 0) {
      event.preventDefault();
      onChoose(active);
    } else if (event.key === 'Escape' && open) {
      event.preventDefault();
      event.stopPropagation();
      setOpen(false);
    } else if (event.key === 'Tab') {
      setOpen(false);
    }
  };
  return {
    listId,
    optionId,
    active,
    setActive,
    onKeyDown,
    inputProps: {
      role: 'combobox',
      'aria-autocomplete': 'list',
      'aria-expanded': open,
      'aria-controls': open ? listId : undefined,
      'aria-activedescendant': activeId,
      autoComplete: 'off',
    },
  };
}
