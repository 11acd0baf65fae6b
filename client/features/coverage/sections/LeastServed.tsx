import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/controls/Button';
import { Switch } from '../../../components/controls/Checkbox';
import { Select } from '../../../components/controls/Select';
import { Row, Rows } from '../../../components/display/Rows';
import { ErrorState } from '../../../components/states/ErrorState';
import { Skeleton } from '../../../components/states/Skeleton';
import { useFormats } from '../../../i18n/useLanguage';
import type { SetUrlState } from '../../../lib/useUrlState';
import { decimalsOf } from '../coverageMeasures';
import type { coverageCodecs, CoverageState } from '../coverageState';
import type { VerdictsAnswer } from '../coverageUnits';
import type { CoverageAnswers } from '../useCoverage';
import type { useSentences } from '../useSentences';
import styles from './Choices.module.css';

/** Properties of {@link LeastServed}. */
export interface LeastServedProps {
  verdicts: CoverageAnswers['verdicts'];
  /** Whether no weight is known, so that only those that nothing reaches can be told. */
  isUnweighed: boolean;
  sentences: ReturnType<typeof useSentences>;
  state: CoverageState;
  setState: SetUrlState<typeof coverageCodecs>;
}

/** The list that matters: the ten units least served, for how many, why, what is nearest, and how surely. */
export function LeastServed({ verdicts, isUnweighed, sentences, state, setState }: LeastServedProps) {
  const { t } = useTranslation('coverage');
  const { number } = useFormats();
  const answer = (verdicts.data ?? verdicts.previousData)?.coverageVerdicts;
  const title = t(`least.${state.niveau}`);
  return (
    <section className={styles.choices} aria-labelledby="least-served">
      <h3 id="least-served">{title}</h3>
      {isUnweighed && <p className={styles.note}>{t('least.unweighed')}</p>}
      <Select
        label={t('least.atLeast')}
        value={String(state.seuil)}
        onChange={(value) => setState({ seuil: Number(value) })}
        options={[...new Set([0, 100, 500, 1000, 5000, 20_000, state.seuil])]
          .sort((a, b) => a - b)
          .map((count) => ({
            value: String(count),
            label: count === 0 ? t('least.anySize') : t('least.young', { count, number: number(count) }),
          }))}
      />
      <Switch
        label={t('least.onlyNothing', { minutes: state.minutes })}
        checked={state.rien}
        onChange={(rien) => setState({ rien })}
      />
      <Switch
        label={t('least.surely')}
        hint={t('least.surelyHint')}
        checked={state.surs}
        onChange={(surs) => setState({ surs })}
      />
      {verdicts.error && <ErrorState error={verdicts.error} onRetry={() => void verdicts.refetch()} />}
      {!answer && !verdicts.error && <Skeleton shape="rows" count={6} />}
      {answer && answer.leastServed.length === 0 && <p>{t('least.none')}</p>}
      {answer && answer.leastServed.length > 0 && (
        <Rows label={title} ranked>
          {answer.leastServed.map((unit) => (
            <LeastServedRow
              key={unit.territoryId}
              unit={unit}
              sentences={sentences}
              selected={unit.territoryId === state.choisi}
              onChoose={() => setState({ choisi: unit.territoryId })}
            />
          ))}
        </Rows>
      )}
      {answer && answer.lessSure > 0 && (
        <div className={styles.buttons}>
          <p className={styles.note}>
            {t('least.lessSure', { count: answer.lessSure, number: number(answer.lessSure) })}
          </p>
          <Button small onClick={() => setState({ surs: false })}>
            {t('least.showAll')}
          </Button>
        </div>
      )}
    </section>
  );
}

interface LeastServedRowProps {
  unit: VerdictsAnswer['leastServed'][number];
  sentences: ReturnType<typeof useSentences>;
  selected: boolean;
  onChoose: () => void;
}

function LeastServedRow({ unit, sentences, selected, onChoose }: LeastServedRowProps) {
  const { t } = useTranslation('coverage');
  const { number, percent, duration } = useFormats();
  const nearest =
    unit.nearestName && unit.minutesToNearest != null
      ? t('unit.nearestNamed', { name: unit.nearestName, time: duration(unit.minutesToNearest) })
      : t('unit.noneAnywhere');
  return (
    <Row
      title={unit.name}
      detail={
        <>
          {t('least.detail', { people: sentences.people(unit.people), why: t(`reason.${unit.reason}`) })}
          <br />
          {nearest}
          <br />
          {t('least.stability', { share: percent(unit.stability) })}
        </>
      }
      end={unit.access === 0 ? t('least.nothing') : number(unit.access, decimalsOf(unit.access))}
      selected={selected}
      onChoose={onChoose}
    />
  );
}
