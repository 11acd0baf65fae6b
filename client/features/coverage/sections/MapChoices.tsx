import { useTranslation } from 'react-i18next';
import { Switch } from '../../../components/controls/Checkbox';
import { Segmented } from '../../../components/controls/Segmented';
import { Select } from '../../../components/controls/Select';
import type { SetUrlState } from '../../../lib/useUrlState';
import { measures } from '../coverageMeasures';
import { toSupplyUnit, type coverageCodecs, type CoverageState } from '../coverageState';
import styles from './Choices.module.css';

/** Properties of {@link MapChoices}. */
export interface MapChoicesProps {
  state: CoverageState;
  setState: SetUrlState<typeof coverageCodecs>;
  /** Whether something was added, and so there is an after. */
  hasScenario: boolean;
}

/** What the map shows, beside what, and whether places are marked. */
export function MapChoices({ state, setState, hasScenario }: MapChoicesProps) {
  const { t } = useTranslation('coverage');
  const unit = toSupplyUnit(state);
  const options = measures
    .filter((measure) => hasScenario || (measure !== 'apres' && measure !== 'gain'))
    .map((value) => ({ value, label: t(`measure.${value}`, { context: unit }) }));
  return (
    <div className={styles.choices}>
      <Select
        label={t('map.measure')}
        value={hasScenario || (state.mesure !== 'apres' && state.mesure !== 'gain') ? state.mesure : 'acces'}
        options={options}
        onChange={(value) => setState({ mesure: value as CoverageState['mesure'] })}
      />
      <Select
        label={t('map.against')}
        value={state.contre}
        options={[
          { value: '', label: t('map.nothingElse') },
          ...options.filter(({ value }) => value !== state.mesure),
        ]}
        onChange={(value) => setState({ contre: value as CoverageState['contre'] })}
      />
      {state.contre !== '' && (
        <Segmented
          compact
          label={t('map.how')}
          value={state.maniere}
          onChange={(maniere) => setState({ maniere })}
          segments={[
            { value: 'cote', label: t('map.beside') },
            { value: 'croisee', label: t('map.crossed') },
          ]}
        />
      )}
      <Select
        label={t('map.bounds')}
        value={state.bornes}
        options={(['quantiles', 'fixes'] as const).map((value) => ({ value, label: t(`bounds.${value}`) }))}
        onChange={(value) => setState({ bornes: value as CoverageState['bornes'] })}
      />
      <Switch label={t('map.places')} checked={state.lieux} onChange={(lieux) => setState({ lieux })} />
    </div>
  );
}
