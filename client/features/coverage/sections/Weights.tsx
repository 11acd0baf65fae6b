import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/controls/Button';
import { TextField } from '../../../components/controls/TextField';
import { Disclosure } from '../../../components/display/Disclosure';
import { Row, Rows } from '../../../components/display/Rows';
import { useFormats } from '../../../i18n/useLanguage';
import type { SetUrlState } from '../../../lib/useUrlState';
import { type coverageCodecs, type CoverageState, type SupplyUnit } from '../coverageState';
import { isUnweighed, type CoverageAnswer } from '../coverageUnits';
import styles from './Weights.module.css';

/** Properties of {@link Weights}. */
export interface WeightsProps {
  state: CoverageState;
  setState: SetUrlState<typeof coverageCodecs>;
  answer: CoverageAnswer;
  unit: SupplyUnit;
}

/** Places that are listed at most; the exported file has them all. */
const LISTED = 100;

/** How much of the supply has a known weight, what the rest is taken to weigh, and which it is. Nothing where all count alike. */
export function Weights({ state, setState, answer, unit }: WeightsProps) {
  const { t } = useTranslation('coverage');
  const { number } = useFormats();
  const { notes } = answer;
  if (unit === 'EQUAL' || notes.points === 0) return null;
  const known = notes.pointsOfKnownWeight;
  const unknown = notes.pointsOfUnknownWeight;
  const values = {
    known: number(known),
    count: known + unknown,
    points: number(known + unknown),
    unknown: number(unknown),
  };
  return (
    <section className={styles.weights} aria-label={t('weights.title')}>
      {isUnweighed(answer) ? (
        <div role="alert" className={styles.alert}>
          <p>{t(`weights.none.${unit}`, values)}</p>
          <Button small onClick={() => setState({ poids: 'EQUAL', suppose: 0 })}>
            {t('weights.equal')}
          </Button>
        </div>
      ) : (
        <p>
          {t(`weights.some.${unit}`, values)}{' '}
          {unknown > 0 &&
            t(state.suppose > 0 ? 'weights.given' : 'weights.median', {
              count: unknown,
              unknown: number(unknown),
              weight: t(`weights.unit.${unit}`, {
                count: notes.assumedWeight ?? 0,
                number: number(notes.assumedWeight ?? null, 1),
              }),
            })}
        </p>
      )}
      <Assumed state={state} setState={setState} unit={unit} />
      <Places answer={answer} unit={unit} />
    </section>
  );
}

/** What one takes a place of unknown weight to weigh. */
function Assumed({ state, setState, unit }: Pick<WeightsProps, 'state' | 'setState' | 'unit'>) {
  const { t } = useTranslation('coverage');
  return (
    <TextField
      key={`${unit} ${state.suppose}`}
      label={t(`weights.assume.${unit}`)}
      hint={t('weights.assumeHint')}
      inputMode="decimal"
      defaultValue={state.suppose > 0 ? String(state.suppose) : ''}
      onChange={() => undefined}
      onBlur={(event) => {
        const given = Number(event.target.value.replace(/\s/g, '').replace(',', '.'));
        setState({ suppose: given > 0 ? given : 0 });
      }}
    />
  );
}

/** The places that count and their weights, those of unknown weight first. */
function Places({ answer, unit }: Pick<WeightsProps, 'answer' | 'unit'>) {
  const { t } = useTranslation('coverage');
  const { number } = useFormats();
  const places = [...answer.supply].sort(
    (a, b) => Number(b.weightAssumed) - Number(a.weightAssumed) || (b.weight ?? 0) - (a.weight ?? 0),
  );
  return (
    <Disclosure summary={t('weights.list', { count: places.length, number: number(places.length) })}>
      <div className={styles.list}>
        <Rows label={t('weights.title')}>
          {places.slice(0, LISTED).map(({ actorId, eventId, name, weight, weightAssumed }) => (
            <Row
              key={eventId ?? actorId ?? name}
              title={name}
              {...(actorId ? { to: `/acteurs/${actorId}` } : {})}
              detail={
                weightAssumed ? t(weight == null ? 'weights.unknown' : 'weights.assumed') : t('weights.known')
              }
              end={
                weight == null
                  ? undefined
                  : t(`weights.unit.${unit}`, { count: weight, number: number(weight, 1) })
              }
            />
          ))}
        </Rows>
        {places.length > LISTED && (
          <p className={styles.note}>
            {t('weights.first', { shown: number(LISTED), total: number(places.length) })}
          </p>
        )}
      </div>
    </Disclosure>
  );
}
