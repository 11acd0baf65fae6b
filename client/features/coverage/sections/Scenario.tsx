import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/controls/Button';
import { Switch } from '../../../components/controls/Checkbox';
import { Chip } from '../../../components/controls/Chip';
import { Combobox } from '../../../components/controls/Combobox';
import { Segmented } from '../../../components/controls/Segmented';
import { Row, Rows } from '../../../components/display/Rows';
import { ErrorState } from '../../../components/states/ErrorState';
import { Skeleton } from '../../../components/states/Skeleton';
import type { CoverageChoicesQuery } from '../../../graphql/generated/graphql';
import { useFormats } from '../../../i18n/useLanguage';
import type { SetUrlState } from '../../../lib/useUrlState';
import {
  scenarioNames,
  setAdded,
  shownAdded,
  toToken,
  type coverageCodecs,
  type CoverageState,
  type SupplyUnit,
} from '../coverageState';
import { decimalsOf } from '../coverageMeasures';
import type { ScenarioAnswer } from '../coverageUnits';
import type { CoverageAnswers } from '../useCoverage';
import type { useSentences } from '../useSentences';
import styles from './Choices.module.css';

/** Properties of {@link Scenario}. */
export interface ScenarioProps {
  state: CoverageState;
  setState: SetUrlState<typeof coverageCodecs>;
  scenario: ScenarioAnswer | undefined;
  query: CoverageAnswers['scenarioQuery'];
  libraries: CoverageChoicesQuery['libraries'] | undefined;
  sentences: ReturnType<typeof useSentences>;
}

/** Units that gain most, as the list shows them. */
const SHOWN = 6;

/** What if: places added, one by one, in one of two scenarios; what they change. */
export function Scenario({ state, setState, scenario, query, libraries, sentences }: ScenarioProps) {
  const { t } = useTranslation('coverage');
  const tokens = shownAdded(state);
  const change = (list: string[]) => setState(setAdded(state, list));
  return (
    <section className={styles.choices} aria-labelledby="what-if">
      <h3 id="what-if">{t('scenario.title')}</h3>
      <Segmented
        label={t('scenario.which')}
        value={state.scenario}
        onChange={(value) => setState({ scenario: value })}
        segments={scenarioNames.map((value) => ({ value, label: t(`scenario.${value}`) }))}
      />
      {tokens.length === 0 && <p className={styles.note}>{t('scenario.empty')}</p>}
      {tokens.length > 0 && (
        <div className={styles.buttons}>
          {tokens.map((token, k) => (
            <Chip
              key={`${token} ${k}`}
              label={chipText(scenario?.added[k]?.name ?? t('scenario.placing'), token, t('scenario.month'))}
              onRemove={() => change(tokens.filter((_, other) => other !== k))}
            />
          ))}
        </div>
      )}
      <Switch
        label={t('scenario.stop')}
        hint={t('scenario.stopHint')}
        checked={state.etape}
        onChange={(etape) => setState({ etape })}
      />
      <Combobox
        label={t('scenario.library')}
        placeholder={t('scenario.libraryChoose')}
        value={null}
        options={(libraries ?? []).map(({ id, name }) => ({ value: id, label: name }))}
        onChange={(id) => id && change([...tokens, toToken(id, state.etape)])}
      />
      {query.error && <ErrorState error={query.error} onRetry={() => void query.refetch()} />}
      {tokens.length > 0 && !scenario && !query.error && <Skeleton shape="text" count={2} />}
      {tokens.length > 0 && scenario && (
        <Outcome scenario={scenario} state={state} setState={setState} sentences={sentences} />
      )}
      {tokens.length > 0 && (
        <div className={styles.buttons}>
          <Button small look="quiet" onClick={() => change([])}>
            {t('scenario.clear')}
          </Button>
        </div>
      )}
    </section>
  );
}

function chipText(name: string, token: string, month: string): string {
  return token.includes('~') ? `${name} (${month})` : name;
}

/** What a place added was taken to weigh: its own figure where it is known, else what is assumed, else nobody knows. */
function AssumedWeight({ scenario, unit }: { scenario: ScenarioAnswer; unit: SupplyUnit }) {
  const { t } = useTranslation('coverage');
  const { number } = useFormats();
  const { added, assumedWeight } = scenario;
  const assumed = added.filter(({ weightAssumed }) => weightAssumed).length;
  if (assumed === 0) return null;
  if (assumedWeight == null) return <p className={styles.note}>{t('scenario.noWeight')}</p>;
  return (
    <p className={styles.note}>
      {t('scenario.assumed', {
        count: assumed,
        number: number(assumed),
        weight: t(`weights.unit.${unit}`, { count: assumedWeight, number: number(assumedWeight, 1) }),
      })}
    </p>
  );
}

function Outcome({
  scenario,
  state,
  setState,
  sentences,
}: Pick<ScenarioProps, 'state' | 'setState' | 'sentences'> & { scenario: ScenarioAnswer }) {
  const { t } = useTranslation('coverage');
  const { number } = useFormats();
  const gaining = scenario.units.filter(({ gain }) => (gain ?? 0) > 1e-9);
  const isBeside = state.mesure === 'acces' && state.contre === 'apres';
  return (
    <>
      <p>
        {t('scenario.reached', {
          people: sentences.people(scenario.newlyReached),
          minutes: state.minutes,
        })}{' '}
        {scenario.regionAfter != null &&
          t('scenario.access', {
            before: number(scenario.regionBefore ?? null, decimalsOf(scenario.regionAfter)),
            after: number(scenario.regionAfter, decimalsOf(scenario.regionAfter)),
          })}
      </p>
      {sentences.unit !== 'EQUAL' && <AssumedWeight scenario={scenario} unit={sentences.unit} />}
      <Button
        small
        onClick={() =>
          setState(isBeside ? { contre: '' } : { mesure: 'acces', contre: 'apres', vue: 'carte' })
        }
      >
        {isBeside ? t('scenario.oneMap') : t('scenario.beforeAfter')}
      </Button>
      {gaining.length > 0 && (
        <Rows label={t('scenario.gains')} ranked>
          {gaining.slice(0, SHOWN).map(({ territoryId, name, people, before, after, gain }) => (
            <Row
              key={territoryId}
              title={name}
              detail={t('scenario.gain', {
                people: sentences.people(people),
                before: number(before ?? null, decimalsOf(after)),
                after: number(after ?? null, decimalsOf(after)),
              })}
              end={t('scenario.plus', { number: number(gain ?? null, decimalsOf(gain)) })}
              onChoose={() => setState({ choisi: territoryId })}
            />
          ))}
        </Rows>
      )}
      {gaining.length > SHOWN && (
        <p className={styles.note}>
          {t('scenario.others', { count: gaining.length - SHOWN, number: number(gaining.length - SHOWN) })}
        </p>
      )}
    </>
  );
}
