import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/controls/Button';
import { Select } from '../../../components/controls/Select';
import { TextField } from '../../../components/controls/TextField';
import { useFormats } from '../../../i18n/useLanguage';
import type { SetUrlState } from '../../../lib/useUrlState';
import { OWN_FIGURES, type coverageCodecs, type CoverageState } from '../coverageState';
import type { CoverageAnswer } from '../coverageUnits';
import { FiguresSource } from '../imports/FiguresSource';
import type { CoverageAnswers } from '../useCoverage';
import { useAgainst } from '../useAgainst';
import styles from './Choices.module.css';

/** Properties of {@link Against}. */
export interface AgainstProps {
  state: CoverageState;
  setState: SetUrlState<typeof coverageCodecs>;
  imports: CoverageAnswers['imports'];
  answer: CoverageAnswer | undefined;
}

/** Against what location quotients are told: the region, the country, another region that was imported, or two figures of one's own. */
export function Against({ state, setState, imports, answer }: AgainstProps) {
  const { t } = useTranslation('coverage');
  const references = imports?.references ?? [];
  const hasFigures = state.part > 0 && state.tout > 0;
  const value = state.reference ?? (hasFigures ? OWN_FIGURES : '');
  const choose = (chosen: string) =>
    setState(
      chosen === OWN_FIGURES
        ? { reference: OWN_FIGURES }
        : { reference: chosen === '' ? null : chosen, part: 0, tout: 0 },
    );
  return (
    <>
      <Select
        label={t('against.label')}
        value={value}
        onChange={choose}
        options={[
          { value: '', label: t('against.region') },
          ...references.map(({ referenceId, name, level }) => ({
            value: referenceId,
            label: level === 'COUNTRY' ? t('against.country', { name }) : name,
          })),
          { value: OWN_FIGURES, label: t('against.own') },
        ]}
      />
      {value === OWN_FIGURES && <OwnFigures state={state} setState={setState} />}
      {value !== '' && value !== OWN_FIGURES && <Compared answer={answer} />}
      <p className={styles.note}>
        {t(references.some(({ level }) => level === 'COUNTRY') ? 'against.more' : 'against.noCountry')}{' '}
        <Button small look="quiet" onClick={() => setState({ vue: 'chiffres' })}>
          {t('against.import')}
        </Button>
      </p>
    </>
  );
}

/** The figures of both sides, and who says those of the reference. */
function Compared({ answer }: Pick<AgainstProps, 'answer'>) {
  const sentences = useAgainst(answer?.quotientReference);
  const source = answer?.quotientReference?.reference.figuresSource;
  if (!answer?.quotientReference) return null;
  return (
    <div className={styles.note}>
      {sentences.map((sentence) => (
        <p key={sentence} className={styles.note}>
          {sentence}
        </p>
      ))}
      <FiguresSource source={source} />
    </div>
  );
}

function OwnFigures({ state, setState }: Pick<AgainstProps, 'state' | 'setState'>) {
  const { t } = useTranslation('coverage');
  const { number } = useFormats();
  const figure = (text: string) => Math.max(0, Math.round(Number(text.replace(/\s/g, ''))) || 0);
  return (
    <>
      <div className={styles.pair}>
        <TextField
          key={`part ${state.part}`}
          label={t('reference.part')}
          inputMode="numeric"
          defaultValue={state.part > 0 ? number(state.part) : ''}
          onChange={() => undefined}
          onBlur={(event) => setState({ part: figure(event.target.value) })}
        />
        <TextField
          key={`tout ${state.tout}`}
          label={t('reference.whole')}
          inputMode="numeric"
          defaultValue={state.tout > 0 ? number(state.tout) : ''}
          onChange={() => undefined}
          onBlur={(event) => setState({ tout: figure(event.target.value) })}
        />
      </div>
      <p className={styles.note}>{t('reference.hint')}</p>
    </>
  );
}
