import { useTranslation } from 'react-i18next';
import { Checkbox } from '../../../components/controls/Checkbox';
import { TextField } from '../../../components/controls/TextField';
import type { SetUrlState } from '../../../lib/useUrlState';
import { tieKinds, type synergiesCodecs, type SynergiesState } from '../synergiesState';
import styles from './TieChoice.module.css';

/** Properties of {@link TieChoice}. */
export interface TieChoiceProps {
  state: SynergiesState;
  setState: SetUrlState<typeof synergiesCodecs>;
}

/** Which ties count: by kind, and at which date. Every answer of the page follows. */
export function TieChoice({ state, setState }: TieChoiceProps) {
  const { t } = useTranslation('synergies');
  const toggle = (kind: (typeof tieKinds)[number], isChosen: boolean) => {
    const liens = tieKinds.filter((each) => (each === kind ? isChosen : state.liens.includes(each)));
    if (liens.length > 0) setState({ liens });
  };
  return (
    <fieldset className={styles.choice}>
      <legend>{t('ties.label')}</legend>
      {tieKinds.map((kind) => (
        <Checkbox
          key={kind}
          label={t(`ties.${kind}`)}
          checked={state.liens.includes(kind)}
          disabled={state.liens.length === 1 && state.liens[0] === kind}
          onChange={(isChosen) => toggle(kind, isChosen)}
        />
      ))}
      <TextField
        label={t('ties.date')}
        hint={t('ties.dateHint')}
        inputMode="numeric"
        value={state.date}
        onChange={(date) => setState({ date }, { replace: true })}
      />
    </fieldset>
  );
}
