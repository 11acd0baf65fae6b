import { useMemo, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { textMatches } from '../../lib/foldText';
import { useDismiss } from '../../lib/useDismiss';
import { Chip } from './Chip';
import { Field, type FieldTies } from './Field';
import type { Option } from './option';
import { OptionList } from './OptionList';
import { useListbox } from './useListbox';
import styles from './Combobox.module.css';

/** Properties of {@link MultiCombobox}. */
export interface MultiComboboxProps<T extends string = string> {
  label: string;
  hint?: ReactNode;
  labelHidden?: boolean;
  placeholder?: string;
  options: readonly Option<T>[];
  /** Values chosen, in the order they were. */
  values: readonly T[];
  onChange: (values: T[]) => void;
}

/** What the input shows and does: what is typed, what is offered, what is chosen. */
function useMultiCombobox<T extends string>({ options, values, onChange }: MultiComboboxProps<T>) {
  const frame = useRef<HTMLDivElement>(null);
  const [open, setOpen] = useState(false);
  const [query, setQuery] = useState('');
  const shown = useMemo(
    () => options.filter((option) => textMatches(`${option.group ?? ''} ${option.label}`, query)),
    [options, query],
  );
  const choose = (index: number) => {
    const option = shown[index];
    if (!option || option.disabled) return;
    const rest = values.filter((value) => value !== option.value);
    onChange(rest.length < values.length ? rest : [...values, option.value]);
    setQuery('');
  };
  const listbox = useListbox({ count: shown.length, open, setOpen, onChoose: choose });
  useDismiss(open, () => setOpen(false), [frame]);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Backspace' && query === '' && values.length > 0) onChange(values.slice(0, -1));
    else listbox.onKeyDown(event);
  };
  const onType = (text: string) => {
    setOpen(true);
    listbox.setActive(0);
    setQuery(text);
  };
  return { frame, open, setOpen, query, shown, choose, listbox, onKeyDown, onType };
}

function Chosen<T extends string>({ options, values, onChange }: MultiComboboxProps<T>) {
  return values.map((value) => {
    const option = options.find((candidate) => candidate.value === value);
    const remove = () => onChange(values.filter((other) => other !== value));
    return <Chip key={value} label={option?.label ?? value} mark={option?.mark} onRemove={remove} />;
  });
}

function MultiInput<T extends string>({ ties, ...props }: MultiComboboxProps<T> & { ties: FieldTies }) {
  const { label, placeholder, values } = props;
  const { t } = useTranslation('components');
  const { frame, open, setOpen, query, shown, choose, listbox, onKeyDown, onType } = useMultiCombobox(props);
  return (
    <div className={styles.frame} ref={frame}>
      <div className={styles.multiple}>
        <Chosen {...props} />
        <input
          {...ties}
          {...listbox.inputProps}
          className={styles.bare}
          placeholder={values.length === 0 ? placeholder : undefined}
          value={query}
          onClick={() => setOpen(true)}
          onKeyDown={onKeyDown}
          onChange={(event) => onType(event.target.value)}
        />
      </div>
      {open && (
        <OptionList
          label={label}
          options={shown}
          listbox={listbox}
          query={query}
          multiple
          isSelected={(option) => values.some((value) => value === option.value)}
          onChoose={choose}
          emptyText={t('noOption')}
        />
      )}
    </div>
  );
}

/** Several of a long list, found by typing, shown as chips that can be taken away (Backspace takes the last). */
export function MultiCombobox<T extends string = string>(props: MultiComboboxProps<T>) {
  return (
    <Field label={props.label} hint={props.hint} labelHidden={props.labelHidden}>
      {(ties) => <MultiInput {...props} ties={ties} />}
    </Field>
  );
}
