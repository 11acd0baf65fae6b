import { Check } from 'lucide-react';
import { Fragment } from 'react';
import { joinClasses } from '../../lib/joinClasses';
import { Highlight } from '../display/Highlight';
import type { Option } from './option';
import type { Listbox } from './useListbox';
import styles from './OptionList.module.css';

/** Properties of {@link OptionList}. */
export interface OptionListProps {
  label: string;
  options: readonly Option[];
  listbox: Listbox;
  /** What was typed, marked in the labels. */
  query: string;
  isSelected: (option: Option) => boolean;
  multiple?: boolean;
  onChoose: (index: number) => void;
  /** Said in place of an empty list. */
  emptyText: string;
}

function OptionLine({ option, index, ...props }: OptionListProps & { option: Option; index: number }) {
  const { listbox, query, isSelected, onChoose } = props;
  const selected = isSelected(option);
  return (
    <li
      id={listbox.optionId(index)}
      role="option"
      aria-selected={selected}
      aria-disabled={option.disabled || undefined}
      className={joinClasses(styles.option, index === listbox.active && styles.active)}
      onPointerMove={() => listbox.setActive(index)}
      onPointerDown={(event) => event.preventDefault()}
      onClick={() => onChoose(index)}
    >
      {option.mark}
      <span className={styles.label}>
        <Highlight text={option.label} query={query} />
      </span>
      {option.detail && <span className={styles.detail}>{option.detail}</span>}
      {selected && <Check size={16} className={styles.check} aria-hidden />}
    </li>
  );
}

/** The list that opens below a combobox: marks, labels, groups, what is chosen. */
export function OptionList(props: OptionListProps) {
  const { label, options, listbox, multiple, emptyText } = props;
  if (options.length === 0) {
    return (
      <div className={styles.list} id={listbox.listId}>
        <p className={styles.empty} role="status">
          {emptyText}
        </p>
      </div>
    );
  }
  return (
    <ul
      className={styles.list}
      id={listbox.listId}
      role="listbox"
      aria-label={label}
      aria-multiselectable={multiple || undefined}
    >
      {options.map((option, index) => (
        <Fragment key={option.value}>
          {option.group && option.group !== options[index - 1]?.group && (
            <li role="presentation" className={styles.group}>
              {option.group}
            </li>
          )}
          <OptionLine {...props} option={option} index={index} />
        </Fragment>
      ))}
    </ul>
  );
}
