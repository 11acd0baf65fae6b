import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { MultiCombobox } from '../../../components/controls/MultiCombobox';
import { Segmented } from '../../../components/controls/Segmented';
import { Select } from '../../../components/controls/Select';
import { TextField } from '../../../components/controls/TextField';
import { Slider } from '../../../components/controls/Slider';
import { Disclosure } from '../../../components/display/Disclosure';
import { FamilyIcon } from '../../../components/display/FamilyIcon';
import { PhaseShape } from '../../../components/display/PhaseMark';
import type { CoverageChoicesQuery } from '../../../graphql/generated/graphql';
import { useFormats, useLocalText } from '../../../i18n/useLanguage';
import { useVocabulary } from '../../../i18n/useVocabulary';
import { isPhase } from '../../../lib/phases';
import type { SetUrlState } from '../../../lib/useUrlState';
import type { coverageCodecs, CoverageState } from '../coverageState';
import type { CoverageAnswer } from '../coverageUnits';
import type { CoverageAnswers } from '../useCoverage';
import { Against } from './Against';
import styles from './Choices.module.css';

/** Properties of {@link Choices}. */
export interface ChoicesProps {
  state: CoverageState;
  setState: SetUrlState<typeof coverageCodecs>;
  choices: CoverageChoicesQuery | undefined;
  imports: CoverageAnswers['imports'];
  answer: CoverageAnswer | undefined;
  /** Whether ages by commune are estimated; false where the census was imported. */
  areAgesEstimated: boolean;
}

/** The three choices of the page: for whom, what, how far; and at which level. */
export function Choices({ state, setState, choices, imports, answer, areAgesEstimated }: ChoicesProps) {
  const { t } = useTranslation('coverage');
  const phase = useVocabulary('phase');
  const audience = (value: CoverageState['public']) => {
    const label = t(`audience.${value}`);
    return { value, label: areAgesEstimated && value !== 'ALL' ? t('audience.estimated', { label }) : label };
  };
  return (
    <div className={styles.choices}>
      <Segmented
        label={t('level.label')}
        value={state.niveau}
        onChange={(niveau) => setState({ niveau, choisi: null })}
        segments={(['COMMUNE', 'EPCI', 'DEPARTMENT'] as const).map((value) => ({
          value,
          label: t(`level.${value}`),
        }))}
      />
      <Select
        label={t('audience.label')}
        value={state.public}
        onChange={(value) => setState({ public: value as CoverageState['public'] })}
        options={[audience('UNDER_25'), audience('UNDER_15'), audience('FROM_15_TO_24'), audience('ALL')]}
      />
      <MultiCombobox
        label={t('phases.label')}
        values={state.phases}
        onChange={(values) => setState({ phases: values.filter(isPhase) })}
        options={phase.words
          .filter(({ id }) => isPhase(id))
          .map(({ id, label }) => ({
            value: id,
            label,
            mark: isPhase(id) ? <PhaseShape phase={id} /> : undefined,
          }))}
      />
      <MinutesSlider minutes={state.minutes} onCommit={(minutes) => setState({ minutes })} />
      <Disclosure
        summary={t('more')}
        open={
          state.familles.length + state.themes.length + state.competences.length > 0 ||
          state.offre !== 'SUR_PLACE' ||
          state.poids !== 'EQUAL' ||
          state.auMoins > 1 ||
          state.part > 0 ||
          state.reference !== null
        }
      >
        <Narrowing state={state} setState={setState} choices={choices} imports={imports} answer={answer} />
      </Disclosure>
    </div>
  );
}

function MinutesSlider({ minutes, onCommit }: { minutes: number; onCommit: (minutes: number) => void }) {
  const { t } = useTranslation('coverage');
  const formats = useFormats();
  const [dragged, setDragged] = useState<{ from: number; value: number } | null>(null);
  const shown = dragged?.from === minutes ? dragged.value : minutes;
  return (
    <Slider
      label={t('minutes.label')}
      value={shown}
      min={10}
      max={90}
      step={5}
      format={(value) => formats.duration(value)}
      onChange={(value) => setDragged({ from: minutes, value })}
      onCommit={onCommit}
    />
  );
}

type NarrowingProps = Omit<ChoicesProps, 'areAgesEstimated'>;

function Narrowing({ state, setState, choices, imports, answer }: NarrowingProps) {
  const { t } = useTranslation('coverage');
  const family = useVocabulary('actorFamily');
  const local = useLocalText();
  return (
    <div className={styles.choices}>
      <MultiCombobox
        label={t('families.label')}
        placeholder={t('families.all')}
        values={state.familles}
        onChange={(familles) => setState({ familles })}
        options={family.words.map(({ id, label }) => ({
          value: id,
          label,
          mark: <FamilyIcon family={id} size={16} />,
        }))}
      />
      <MultiCombobox
        label={t('themes.label')}
        placeholder={t('themes.all')}
        values={state.themes}
        onChange={(themes) => setState({ themes })}
        options={(choices?.themes ?? []).map(({ id, labelFr, labelEn, broader: [group] }) => ({
          value: id,
          label: local(labelFr, labelEn),
          ...(group ? { group: local(group.labelFr, group.labelEn) } : {}),
        }))}
      />
      <MultiCombobox
        label={t('competences.label')}
        placeholder={t('competences.all')}
        values={state.competences}
        onChange={(competences) => setState({ competences })}
        options={(choices?.competences ?? []).map(({ id, labelFr, labelEn, phase }) => ({
          value: id,
          label: local(labelFr, labelEn),
          mark: isPhase(phase) ? <PhaseShape phase={phase} /> : undefined,
        }))}
      />
      <Select
        label={t('supply.label')}
        value={state.offre}
        onChange={(offre) => setState({ offre: offre as CoverageState['offre'] })}
        options={(['SUR_PLACE', 'RECUE', 'LES_DEUX'] as const).map((value) => ({
          value,
          label: t(`supply.${value}`),
        }))}
      />
      {state.offre !== 'SUR_PLACE' && (
        <div className={styles.pair}>
          <TextField
            label={t('supply.from')}
            type="date"
            value={state.du}
            onChange={(du) => setState({ du })}
          />
          <TextField
            label={t('supply.to')}
            type="date"
            value={state.au}
            onChange={(au) => setState({ au })}
          />
        </div>
      )}
      <Weighing state={state} setState={setState} choices={choices} imports={imports} answer={answer} />
      <Select
        label={t('decay.label')}
        value={state.decroissance}
        onChange={(value) => setState({ decroissance: value as CoverageState['decroissance'] })}
        options={(['STEP', 'GAUSSIAN', 'LIMIT'] as const).map((value) => ({
          value,
          label: t(`decay.${value}`),
        }))}
      />
    </div>
  );
}

/** How supply weighs, how much of it is enough, and against what shares are told. */
function Weighing({ state, setState, imports, answer }: NarrowingProps) {
  const { t } = useTranslation('coverage');
  const { number } = useFormats();
  return (
    <>
      <Select
        label={t('weighting.label')}
        hint={state.poids === 'EQUAL' ? undefined : t('weighting.hint')}
        value={state.poids}
        onChange={(value) => setState({ poids: value as CoverageState['poids'] })}
        options={(['EQUAL', 'CAPACITY', 'OPENING', 'ATTENDANCE'] as const).map((value) => ({
          value,
          label: t(`weighting.${value}`),
        }))}
      />
      <Select
        label={t('atLeast.label')}
        value={String(state.auMoins)}
        onChange={(value) => setState({ auMoins: Number(value) })}
        options={[1, 2, 3, 5, 10].map((count) => ({
          value: String(count),
          label: t('atLeast.points', { count, number: number(count) }),
        }))}
      />
      <Against state={state} setState={setState} imports={imports} answer={answer} />
    </>
  );
}
