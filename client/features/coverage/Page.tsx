import { useQuery } from '@apollo/client/react';
import { Map as MapIcon, Table as TableIcon } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Segmented } from '../../components/controls/Segmented';
import { ShareLink } from '../../components/display/ShareLink';
import { Page } from '../../components/frame/Page';
import { SidePanel } from '../../components/overlays/SidePanel';
import { QueryView } from '../../components/states/QueryView';
import { CoverageChoicesDocument, CoverageDocument } from '../../graphql/generated/graphql';
import { useFormats } from '../../i18n/useLanguage';
import { useUrlState } from '../../lib/useUrlState';
import { coverageCodecs, toCoverageInput } from './coverageState';
import styles from './Page.module.css';
import { Choices } from './sections/Choices';
import { CoverageLegend } from './sections/CoverageLegend';
import { CoverageMap } from './sections/CoverageMap';
import { CoverageTable } from './sections/CoverageTable';
import { LeastServed } from './sections/LeastServed';
import { Method } from './sections/Method';
import { UnitSheet } from './sections/UnitSheet';
import { useSentences } from './useSentences';

/** Who is reached by nobody: a map, its table, and the list of the least served. */
export default function CoveragePage() {
  const { t } = useTranslation('coverage');
  const { number, percent } = useFormats();
  const [state, setState] = useUrlState(coverageCodecs);
  const query = useQuery(CoverageDocument, {
    variables: { level: state.niveau, input: toCoverageInput(state) },
  });
  const choices = useQuery(CoverageChoicesDocument);
  const answer = (query.data ?? query.previousData)?.coverage ?? undefined;
  const sentences = useSentences(answer, state.public, state.minutes);
  const select = (choisi: string | null) => setState({ choisi });
  const unit = answer?.units.find(({ territoryId }) => territoryId === state.choisi);
  const lost = Math.round(answer?.regionPeopleWithNothing ?? 0);
  const lead =
    answer &&
    t('lead', {
      people: sentences.people(lost),
      share: percent(answer.regionPeople > 0 ? lost / answer.regionPeople : 0),
      minutes: state.minutes,
      count: answer.notes.points,
      points: number(answer.notes.points),
    });
  return (
    <Page
      fill
      title={t('title')}
      lead={lead}
      actions={
        <>
          <Segmented
            compact
            label={t('view.label')}
            value={state.vue}
            onChange={(vue) => setState({ vue })}
            segments={[
              { value: 'carte', label: t('view.map'), icon: <MapIcon size={16} aria-hidden /> },
              { value: 'tableau', label: t('view.table'), icon: <TableIcon size={16} aria-hidden /> },
            ]}
          />
          <ShareLink compact />
        </>
      }
      panel={
        <SidePanel title={t('panel.title')}>
          <div className={styles.panel}>
            {unit && <UnitSheet unit={unit} sentences={sentences} onClose={() => select(null)} />}
            <Choices state={state} setState={setState} choices={choices.data} />
            {answer && (
              <>
                <CoverageLegend answer={answer} />
                <LeastServed
                  answer={answer}
                  sentences={sentences}
                  selected={state.choisi}
                  onSelect={select}
                />
                <Method answer={answer} minutes={state.minutes} />
              </>
            )}
          </div>
        </SidePanel>
      }
    >
      <div className={styles.pane}>
        <QueryView query={query} data={answer} skeleton={{ shape: 'pane' }}>
          {(shown) =>
            state.vue === 'carte' ? (
              <CoverageMap
                answer={shown}
                towns={choices.data?.communes}
                sentences={sentences}
                selected={state.choisi}
                onSelect={select}
              />
            ) : (
              <CoverageTable answer={shown} selected={state.choisi} onSelect={select} />
            )
          }
        </QueryView>
      </div>
    </Page>
  );
}
