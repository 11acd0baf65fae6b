import { useCallback, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ShareLink } from '../../components/display/ShareLink';
import { Page } from '../../components/frame/Page';
import { SidePanel } from '../../components/overlays/SidePanel';
import { QueryView } from '../../components/states/QueryView';
import type { TableSort } from '../../components/table/tableColumn';
import { useFormats } from '../../i18n/useLanguage';
import { saveFile } from '../../lib/saveFile';
import { useUrlState, type SetUrlState } from '../../lib/useUrlState';
import type { DrawPicture } from '../../views/map/TerritoryMap';
import { Absent, type AbsentProps } from './absent/Absent';
import {
  coverageCodecs,
  setAdded,
  shownAdded,
  toSupplyUnit,
  toToken,
  type CoverageState,
} from './coverageState';
import { Imports } from './imports/Imports';
import styles from './Page.module.css';
import { Choices } from './sections/Choices';
import { Compared } from './sections/Compared';
import { CoverageLegend } from './sections/CoverageLegend';
import { CoverageMap } from './sections/CoverageMap';
import { CrossedLegend } from './sections/CrossedLegend';
import { CoverageTable, type CoverageTableProps } from './sections/CoverageTable';
import { Exports } from './sections/Exports';
import { LeastServed } from './sections/LeastServed';
import { MapChoices } from './sections/MapChoices';
import { Method } from './sections/Method';
import { Questions } from './sections/Questions';
import { RegionFigures } from './sections/RegionFigures';
import { Scenario } from './sections/Scenario';
import { Siting } from './sections/Siting';
import { UnitSheet } from './sections/UnitSheet';
import { ViewSwitch } from './sections/ViewSwitch';
import { Weights } from './sections/Weights';
import { isUnweighed } from './coverageUnits';
import { toRows, toTableCsv, useTableColumns } from './tableColumns';
import { useCoverage, type CoverageAnswers } from './useCoverage';
import { useSentences } from './useSentences';
import { useShown, type ShownMeasures } from './useShown';

/** Who is reached by nobody: a map, its table, the least served, and what would change it. */
export default function CoveragePage() {
  const { t } = useTranslation('coverage');
  const { compare } = useFormats();
  const [state, setState] = useUrlState(coverageCodecs);
  const answers = useCoverage(state);
  const { answer, scenario } = answers;
  const sentences = useSentences(answer, state.public, state.minutes, toSupplyUnit(state));
  const shown = useShown(state, answers);
  const lead = useLead(state, answers, sentences);
  const [register, setRegister] = useState<File | null>(null);
  const [pictures, setPictures] = useState<(DrawPicture | null)[]>([]);
  const keepPicture = useCallback(
    (place: number, draw: DrawPicture | null) =>
      setPictures((kept) => [0, 1].map((k) => (k === place ? draw : (kept[k] ?? null)))),
    [],
  );
  const [sort, setSort] = useState<TableSort | null>({ column: 'access', descending: false });
  const columns = useTableColumns(
    answer?.level ?? state.niveau,
    scenario !== undefined,
    (answer?.notes.communesOfEstimatedAges ?? 1) > 0,
    state.public === 'UNDER_25',
    shown.unit,
  );
  const verdicts = answers.verdicts.data?.coverageVerdicts ?? undefined;
  const rows = useMemo(
    () => (answer ? toRows(answer, scenario, verdicts) : []),
    [answer, scenario, verdicts],
  );
  const saveTable = () =>
    saveFile('maillage-couverture.csv', toTableCsv(columns, rows, sort, compare), 'text/csv;charset=utf-8');
  return (
    <Page
      fill
      title={t('title')}
      lead={lead}
      actions={
        <>
          <ViewSwitch state={state} setState={setState} />
          <Questions setState={setState} />
          {answer && (
            <Exports
              input={answers.input}
              answer={answer}
              shown={shown}
              lead={lead}
              pictures={state.vue === 'carte' ? pictures : []}
              onTable={saveTable}
            />
          )}
          <ShareLink compact />
        </>
      }
      panel={
        state.vue !== 'chiffres' && (
          <Panel state={state} setState={setState} answers={answers} sentences={sentences} shown={shown} />
        )
      }
    >
      <MainPane
        state={state}
        setState={setState}
        answers={answers}
        sentences={sentences}
        shown={shown}
        onPicture={keepPicture}
        table={{ rows, columns, sort, onSort: setSort }}
        register={{ file: register, onFile: setRegister }}
      />
    </Page>
  );
}

interface Turned {
  state: CoverageState;
  setState: SetUrlState<typeof coverageCodecs>;
}

function useLead(
  state: CoverageState,
  { answer }: CoverageAnswers,
  sentences: ReturnType<typeof useSentences>,
): string {
  const { t } = useTranslation('coverage');
  const { number, percent } = useFormats();
  if (!answer) return '';
  if (answer.regionPeople === 0) return t('leadUnknown');
  const lost = Math.round(answer.regionPeopleWithNothing);
  return t('lead', {
    people: sentences.people(lost),
    share: percent(lost / answer.regionPeople),
    minutes: state.minutes,
    count: answer.notes.points,
    points: number(answer.notes.points),
  });
}

interface PanelProps extends Turned {
  answers: CoverageAnswers;
  sentences: ReturnType<typeof useSentences>;
  shown: ShownMeasures;
}

interface MainPaneProps extends PanelProps {
  onPicture: (place: number, draw: DrawPicture | null) => void;
  register: Pick<AbsentProps, 'file' | 'onFile'>;
  table: Pick<CoverageTableProps, 'rows' | 'columns' | 'sort' | 'onSort'>;
}

function MainPane(props: MainPaneProps) {
  const { state, setState, answers, sentences, shown, onPicture, table, register } = props;
  const select = (choisi: string | null) => setState({ choisi });
  if (state.vue === 'chiffres') return <Imports imports={answers.imports} />;
  if (state.vue === 'absents')
    return (
      <Absent
        {...register}
        level={state.niveau}
        input={answers.input}
        minutes={state.minutes}
        sentences={sentences}
      />
    );
  return (
    <div className={styles.pane}>
      <QueryView query={answers.query} data={answers.answer} skeleton={{ shape: 'pane' }}>
        {(answer) =>
          state.vue === 'carte' ? (
            <CoverageMap
              answer={answer}
              panes={shown.panes}
              scenario={answers.scenario}
              sites={answers.sites}
              showsPlaces={state.lieux}
              towns={answers.choices?.communes}
              sentences={sentences}
              selected={state.choisi}
              onSelect={select}
              onPicture={onPicture}
            />
          ) : (
            <div className={styles.table}>
              <CoverageTable {...table} selected={state.choisi} onSelect={select} />
            </div>
          )
        }
      </QueryView>
    </div>
  );
}

function Panel(props: PanelProps) {
  const { state, setState, answers, sentences } = props;
  const { t } = useTranslation('coverage');
  const { answer, choices } = answers;
  const isBlind = answer !== undefined && isUnweighed(answer);
  const weights = answer && (
    <Weights state={state} setState={setState} answer={answer} unit={props.shown.unit} />
  );
  return (
    <SidePanel title={t('panel.title')} start="low">
      <div className={styles.panel}>
        <Chosen state={state} setState={setState} answers={answers} sentences={sentences} />
        {isBlind && weights}
        <Choices
          state={state}
          setState={setState}
          choices={choices}
          imports={answers.imports}
          answer={answer}
          areAgesEstimated={(answer?.notes.communesOfEstimatedAges ?? 1) > 0}
        />
        {!isBlind && weights}
        {(state.vue === 'carte' || state.vue === 'tableau') && <MapPanel {...props} />}
      </div>
    </SidePanel>
  );
}

/** What goes with the map and its table: their legend, the least served, scenarios, siting, the method. */
function MapPanel({ state, setState, answers, sentences, shown }: PanelProps) {
  const { answer, scenario, choices } = answers;
  return (
    <>
      {shown.crossed && (
        <CrossedLegend crossed={shown.crossed} unit={shown.unit} level={answer?.level ?? state.niveau} />
      )}
      {answer &&
        shown.shadings.map((shading) => (
          <CoverageLegend key={shading.measure} shading={shading} answer={answer} unit={shown.unit} />
        ))}
      <MapChoices state={state} setState={setState} hasScenario={scenario !== undefined} />
      <LeastServed
        verdicts={answers.verdicts}
        isUnweighed={answer !== undefined && isUnweighed(answer)}
        sentences={sentences}
        state={state}
        setState={setState}
      />
      <Scenario
        state={state}
        setState={setState}
        scenario={answers.scenarioNow}
        query={answers.scenarioQuery}
        libraries={choices?.libraries}
        sentences={sentences}
      />
      <Compared state={state} setState={setState} input={answers.input} />
      <Siting
        state={state}
        setState={setState}
        query={answers.siting}
        sites={answers.sites}
        sentences={sentences}
      />
      {answers.summary && (
        <RegionFigures summary={answers.summary} atLeast={state.auMoins} unit={shown.unit} />
      )}
      {answer && (
        <Method answer={answer} minutes={state.minutes} decay={state.decroissance} unit={shown.unit} />
      )}
    </>
  );
}

function Chosen({ state, setState, answers, sentences }: Omit<PanelProps, 'shown'>) {
  const { answer, scenario, verdicts } = answers;
  const is = ({ territoryId }: { territoryId: string }) => territoryId === state.choisi;
  const unit = answer?.units.find(is);
  if (!unit) return null;
  const add = () => {
    const list = [...shownAdded(state), toToken(unit.territoryId, state.etape)];
    setState(setAdded(state, list));
  };
  return (
    <UnitSheet
      unit={unit}
      sentences={sentences}
      stability={verdicts.data?.coverageVerdicts?.stability.find(is)?.share ?? null}
      areAgesEstimated={(answer?.notes.communesOfEstimatedAges ?? 1) > 0}
      change={sentences.sayChange(scenario?.units.find(is))}
      onAdd={add}
      onClose={() => setState({ choisi: null })}
    />
  );
}
