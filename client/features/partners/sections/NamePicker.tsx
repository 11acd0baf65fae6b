import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Chip } from '../../../components/controls/Chip';
import { Combobox } from '../../../components/controls/Combobox';
import { FamilyIcon } from '../../../components/display/FamilyIcon';
import { useSearch, type SearchHit, type SearchKind } from '../../../components/search/searchTypes';
import { useDebounced } from '../../../lib/useDebounced';
import styles from './NamePicker.module.css';

/** Properties of {@link NamePicker}. */
export interface NamePickerProps {
  label: string;
  hint?: string;
  /** What is looked for. */
  kind: Extract<SearchKind, 'ACTOR' | 'TERRITORY'>;
  values: readonly string[];
  /** Name of something chosen. */
  nameOf: (id: string) => string;
  onChange: (values: string[]) => void;
  /** Offered before anything is typed. */
  usual?: readonly { id: string; name: string }[];
}

type Found = Pick<SearchHit, 'id' | 'label' | 'detail' | 'family'>;

/** Actors or territories found by the search box of the application, those chosen as chips. */
export function NamePicker({ label, hint, kind, values, nameOf, onChange, usual = [] }: NamePickerProps) {
  const { t } = useTranslation('partners');
  const [text, setText] = useState('');
  const { hits } = useSearch(useDebounced(text, 150));
  const found: readonly Found[] =
    text.trim() === ''
      ? usual.map(({ id, name }) => ({ id, label: name }))
      : hits.filter((hit) => hit.kind === kind);
  const options = found
    .filter(({ id }) => !values.includes(id))
    .map(({ id, label: name, detail, family }) => ({
      value: id,
      label: name,
      ...(detail ? { detail } : {}),
      ...(family ? { mark: <FamilyIcon family={family} size={16} /> } : {}),
    }));
  return (
    <div className={styles.picker}>
      {values.length > 0 && (
        <div className={styles.chips}>
          {values.map((id) => (
            <Chip
              key={id}
              label={nameOf(id)}
              onRemove={() => onChange(values.filter((other) => other !== id))}
            />
          ))}
        </div>
      )}
      <Combobox
        label={label}
        hint={hint}
        placeholder={t(`picker.${kind}`)}
        options={options}
        value={null}
        onChange={(id) => id && onChange([...values, id])}
        onQueryChange={setText}
      />
    </div>
  );
}
