import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/controls/Button';
import { Select } from '../../../components/controls/Select';
import { TextField } from '../../../components/controls/TextField';
import { useFormats, useLocalText } from '../../../i18n/useLanguage';
import { categories } from '../synergiesState';
import type { MeasureDescriptor } from './AnyMeasure';
import styles from './MeasureForm.module.css';

type Parameter = MeasureDescriptor['parameters'][number];

/** Properties of {@link MeasureForm}. */
export interface MeasureFormProps {
  measure: MeasureDescriptor;
  /** `id:value` pairs that differ from the defaults. */
  settings: readonly string[];
  onChange: (settings: string[]) => void;
}

const defaultOf = ({ defaultNumber, defaultText }: Parameter) =>
  defaultNumber == null ? (defaultText ?? '') : String(defaultNumber);

/** The form of a measure, drawn from its parameters. */
export function MeasureForm({ measure, settings, onChange }: MeasureFormProps) {
  const { t } = useTranslation('synergies');
  const given = new Map(settings.map((setting) => setting.split(/:(.*)/s) as [string, string]));
  const [values, setValues] = useState(() =>
    Object.fromEntries(measure.parameters.map((one) => [one.id, given.get(one.id) ?? defaultOf(one)])),
  );
  if (measure.parameters.length === 0) return null;
  const wrong = measure.parameters.some((one) => !isFit(one, values[one.id] ?? ''));
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (wrong) return;
        const changed = measure.parameters.filter((one) => values[one.id] !== defaultOf(one));
        onChange(changed.map(({ id }) => `${id}:${values[id]}`));
      }}
    >
      {measure.parameters.map((parameter) => (
        <ParameterField
          key={parameter.id}
          parameter={parameter}
          value={values[parameter.id] ?? ''}
          onChange={(value) => setValues({ ...values, [parameter.id]: value })}
        />
      ))}
      <Button type="submit" disabled={wrong}>
        {t('any.compute')}
      </Button>
    </form>
  );
}

function isFit({ kind, minimum, maximum, whole }: Parameter, text: string): boolean {
  if (kind === 'date') return /^\d{4}(-\d{2}(-\d{2})?)?$/.test(text);
  if (kind !== 'number') return text !== '';
  const value = Number(text);
  return (
    text !== '' &&
    value >= (minimum ?? -Infinity) &&
    value <= (maximum ?? Infinity) &&
    (!whole || Number.isInteger(value))
  );
}

function ParameterField({
  parameter,
  value,
  onChange,
}: {
  parameter: Parameter;
  value: string;
  onChange: (value: string) => void;
}) {
  const { t } = useTranslation('synergies');
  const { number } = useFormats();
  const local = useLocalText();
  const label = local(parameter.label.fr, parameter.label.en);
  const { kind, minimum, maximum, choices } = parameter;
  if (kind === 'choice' || kind === 'category') {
    const options =
      kind === 'choice'
        ? choices.map(({ id, label: each }) => ({ value: id, label: local(each.fr, each.en) }))
        : categories.map((id) => ({ value: id, label: t(`mixing.${id}`) }));
    return <Select label={label} value={value} options={options} onChange={onChange} />;
  }
  const hint =
    kind === 'number'
      ? t('any.bounds', { minimum: number(minimum ?? null), maximum: number(maximum ?? null) })
      : t(kind === 'date' ? 'any.dateHint' : 'any.actorHint');
  return <TextField label={label} hint={hint} value={value} onChange={onChange} />;
}
