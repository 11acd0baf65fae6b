import { RotateCcw } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/controls/Button';
import { Switch } from '../../../components/controls/Checkbox';
import { MultiCombobox } from '../../../components/controls/MultiCombobox';
import { Segmented } from '../../../components/controls/Segmented';
import { Slider } from '../../../components/controls/Slider';
import { Disclosure } from '../../../components/display/Disclosure';
import { FamilyIcon } from '../../../components/display/FamilyIcon';
import type { PartnerChoicesQuery } from '../../../graphql/generated/graphql';
import { useFormats } from '../../../i18n/useLanguage';
import { useVocabulary } from '../../../i18n/useVocabulary';
import { countFilters, hasOwnWeights, partnersCodecs, weightNames, type StateProps } from '../partnersState';
import { useWording } from '../wording';
import styles from './Filters.module.css';
import { NamePicker } from './NamePicker';

/** Properties of {@link Filters}. */
export interface FiltersProps extends StateProps {
  choices: PartnerChoicesQuery | undefined;
}

/** What narrows the candidates, and how they are ranked; both closed at first, both in the address. */
export function Filters(props: FiltersProps) {
  const { t } = useTranslation('partners');
  const count = countFilters(props.state);
  return (
    <div className={styles.filters}>
      <Disclosure summary={count > 0 ? t('filters.some', { count }) : t('filters.title')}>
        <Narrowing {...props} />
      </Disclosure>
      <Disclosure summary={t(hasOwnWeights(props.state) ? 'weights.changed' : 'weights.title')}>
        <Weights {...props} />
      </Disclosure>
    </div>
  );
}

function Narrowing({ state, setState, choices }: FiltersProps) {
  const { t } = useTranslation('partners');
  const { territory } = useWording();
  const families = useVocabulary('actorFamily').words;
  return (
    <div className={styles.grid}>
      <MultiCombobox
        label={t('filters.families')}
        placeholder={t('filters.allFamilies')}
        values={state.familles}
        onChange={(familles) => setState({ familles })}
        options={families.map(({ id, label }) => ({
          value: id,
          label,
          mark: <FamilyIcon family={id} size={16} />,
        }))}
      />
      <NamePicker
        kind="TERRITORY"
        label={t('filters.zone')}
        values={state.zone}
        nameOf={territory}
        usual={choices?.departments}
        onChange={(zone) => setState({ zone })}
      />
      <Distance state={state} setState={setState} />
      <div className={styles.switches}>
        <Segmented
          label={t('filters.known')}
          value={state.connus}
          onChange={(connus) => setState({ connus })}
          segments={(['tous', 'nouveaux', 'connus'] as const).map((value) => ({
            value,
            label: t(`filters.${value}`),
          }))}
        />
        <Switch
          label={t('filters.outside')}
          checked={state.dehors}
          onChange={(dehors) => setState({ dehors })}
        />
      </div>
    </div>
  );
}

/** A slider that asks only once the hand lets go. */
function Held({
  label,
  value,
  max,
  step,
  format,
  onCommit,
}: {
  label: string;
  value: number;
  max: number;
  step: number;
  format: (value: number) => string;
  onCommit: (value: number) => void;
}) {
  const [held, setHeld] = useState<number | null>(null);
  return (
    <Slider
      label={label}
      value={held ?? value}
      min={0}
      max={max}
      step={step}
      format={format}
      onChange={setHeld}
      onCommit={(next) => {
        onCommit(next);
        setHeld(null);
      }}
    />
  );
}

function Distance({ state, setState }: StateProps) {
  const { t } = useTranslation('partners');
  const { distance } = useFormats();
  return (
    <Held
      label={t('filters.distance')}
      value={state.km}
      max={150}
      step={5}
      format={(km) => (km === 0 ? t('filters.anyDistance') : distance(km))}
      onCommit={(km) => setState({ km })}
    />
  );
}

function Weights({ state, setState }: StateProps) {
  const { t } = useTranslation('partners');
  const { percent } = useFormats();
  const total = Object.values(weightNames).reduce((sum, name) => sum + state[name], 0);
  return (
    <div className={styles.weights}>
      <p className={styles.lead}>{t('weights.lead')}</p>
      <div className={styles.grid}>
        {Object.entries(weightNames).map(([part, name]) => (
          <Held
            key={part}
            label={t(`part.${part}`)}
            value={state[name]}
            max={100}
            step={5}
            format={(value) => percent(total > 0 ? value / Math.max(total - state[name] + value, 1) : 0)}
            onCommit={(value) => setState({ [name]: value })}
          />
        ))}
      </div>
      <Button
        small
        look="quiet"
        icon={<RotateCcw size={16} aria-hidden />}
        disabled={!hasOwnWeights(state)}
        onClick={() =>
          setState(
            Object.fromEntries(
              Object.values(weightNames).map((name) => [name, partnersCodecs[name].fallback]),
            ),
          )
        }
      >
        {t('weights.reset')}
      </Button>
    </div>
  );
}
