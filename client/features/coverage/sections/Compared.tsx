import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/controls/Button';
import { CoverageOutcomeDocument, type CoverageInput } from '../../../graphql/generated/graphql';
import { useFormats } from '../../../i18n/useLanguage';
import type { SetUrlState } from '../../../lib/useUrlState';
import {
  scenarioNames,
  shownAdded,
  toAdded,
  type coverageCodecs,
  type CoverageState,
  type ScenarioName,
} from '../coverageState';
import { decimalsOf } from '../coverageMeasures';
import styles from './Choices.module.css';

/** Properties of {@link Compared}. */
export interface ComparedProps {
  state: CoverageState;
  setState: SetUrlState<typeof coverageCodecs>;
  input: CoverageInput;
}

/** The scenarios that add something, a line each; nothing while there is only one. */
export function Compared({ state, setState, input }: ComparedProps) {
  const { t } = useTranslation('coverage');
  const filled = scenarioNames.filter((name) => shownAdded(state, name).length > 0);
  if (filled.length < 2) return null;
  return (
    <div className={styles.compared}>
      <table>
        <caption>{t('compared.title')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('scenario.which')}</th>
            <th scope="col">{t('compared.places')}</th>
            <th scope="col">{t('compared.reached')}</th>
            <th scope="col">{t('compared.access')}</th>
            <th scope="col">{t('compared.gaining')}</th>
          </tr>
        </thead>
        <tbody>
          {filled.map((name) => (
            <Line key={name} name={name} state={state} setState={setState} input={input} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Line({ name, state, setState, input }: ComparedProps & { name: ScenarioName }) {
  const { t } = useTranslation('coverage');
  const { number } = useFormats();
  const tokens = shownAdded(state, name);
  const query = useQuery(CoverageOutcomeDocument, { variables: { input, added: toAdded(tokens) } });
  const outcome = (query.data ?? query.previousData)?.coverageScenario;
  return (
    <tr aria-current={state.scenario === name || undefined}>
      <th scope="row">
        <Button small look="quiet" onClick={() => setState({ scenario: name })}>
          {t(`scenario.${name}`)}
        </Button>
      </th>
      <td>{number(tokens.length)}</td>
      <td>{outcome ? number(Math.round(outcome.newlyReached)) : '…'}</td>
      <td>{outcome ? number(outcome.regionAfter ?? null, decimalsOf(outcome.regionAfter) + 1) : '…'}</td>
      <td>{outcome ? number(outcome.unitsGaining) : '…'}</td>
    </tr>
  );
}
