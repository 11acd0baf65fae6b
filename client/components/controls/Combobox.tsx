import { ChevronDown, X } from 'lucide-react';
import { useMemo, useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { textMatches } from '../../lib/foldText';
import { useDismiss } from '../../lib/useDismiss';
import { Field, type FieldTies } from './Field';
import type { Option } from './option';
import { OptionList } from './OptionList';
import { useListbox } from './useListbox';
import styles from './Combobox.module.css';

/** Properties of {@link Combobox}. */
export interface ComboboxProps {
  label: string;
  hint?: ReactNode;
  labelHidden?: boolean;
  placeholder?: string;
  options: readonly Option[];
  /** Value of the chosen option; null when nothing is. */
  value: string | null;
  onChange: (value: string | null) => void;
  /** Options come from outside: called with what is typed, and `options` is then shown as it is. */
  onQueryChange?: (query: string) => void;
}

/** What the input shows and does: what is typed, what is offered, what is chosen. */
function useCombobox({ options, value, onChange, onQueryChange }: ComboboxProps) {
  const frame = useRef<HTMLDivElement>(null);
  const [open, setOpen] = useState(false);
  const [query, setQuery] = useState('');
  const chosen = options.find((option) => option.value === value);
  const shown = useMemo(
    () => (onQueryChange ? options : options.filter((option) => textMatches(option.label, query))),
    [options, query, onQueryChange],
  );
  const type = (text: string) => {
    setQuery(text);
    onQueryChange?.(text);
  };
  const close = () => {
    setOpen(false);
    type('');
  };
  const choose = (index: number) => {
    const option = shown[index];
    if (!option || option.disabled) return;
    onChange(option.value);
    close();
  };
  const listbox = useListbox({ count: shown.length, open, setOpen, onChoose: choose });
  useDismiss(open, close, [frame]);
  const onType = (text: string) => {
    setOpen(true);
    listbox.setActive(0);
    type(text);
  };
  return { frame, open, setOpen, query, type, onType, chosen, shown, choose, listbox };
}

function ComboboxInput({ ties, ...props }: ComboboxProps & { ties: FieldTies }) {
  const { label, placeholder, value, onChange } = props;
  const { t } = useTranslation('components');
  const { frame, open, setOpen, query, type, onType, chosen, shown, choose, listbox } = useCombobox(props);
  return (
    <div className={styles.frame} ref={frame}>
      <input
        {...ties}
        {...listbox.inputProps}
        className={styles.input}
        placeholder={chosen ? chosen.label : placeholder}
        value={open ? query : (chosen?.label ?? '')}
        onClick={() => setOpen(true)}
        onKeyDown={listbox.onKeyDown}
        onBlur={() => type('')}
        onChange={(event) => onType(event.target.value)}
      />
      {chosen ? (
        <button type="button" className={styles.clear} aria-label={t('clear')} onClick={() => onChange(null)}>
          <X size={16} aria-hidden />
        </button>
      ) : (
        <ChevronDown size={16} className={styles.chevron} aria-hidden />
      )}
      {open && (
        <OptionList
          label={label}
          options={shown}
          listbox={listbox}
          query={query}
          isSelected={(option) => option.value === value}
          onChoose={choose}
          emptyText={t('noOption')}
        />
      )}
    </div>
  );
}

/** One of a long list, found by typing: accents and case forgiven. */
export function Combobox(props: ComboboxProps) {
  return (
    <Field label={props.label} hint={props.hint} labelHidden={props.labelHidden}>
      {(ties) => <ComboboxInput {...props} ties={ties} />}
    </Field>
  );
}
