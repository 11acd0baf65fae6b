import { useQuery } from '@apollo/client/react';
import { RotateCcw } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Button } from '../../components/controls/Button';
import { Segmented } from '../../components/controls/Segmented';
import { PhaseMark } from '../../components/display/PhaseMark';
import { SourceLink } from '../../components/display/SourceLink';
import { Page } from '../../components/frame/Page';
import { QueryView } from '../../components/states/QueryView';
import {
  PartnerChoicesDocument,
  PartnersComparedDocument,
  PartnersForDocument,
  type PartnerRowFragment,
} from '../../graphql/generated/graphql';
import { isPhase } from '../../lib/phases';
import { useWideScreen } from '../../lib/useMediaQuery';
import { useUrlState } from '../../lib/useUrlState';
import styles from './Page.module.css';
import {
  emptyBrief,
  hasBrief,
  partnersCodecs,
  toBriefInput,
  toFiltersInput,
  toWeightsInput,
  type PartnersState,
  type StateProps,
} from './partnersState';
import { BriefSentence } from './sections/BriefSentence';
import { Needs } from './sections/Needs';
import { Ranking } from './sections/Ranking';
import { Sheet } from './sections/Sheet';
import { Start } from './sections/Start';
import { SuggestedNeeds } from './sections/SuggestedNeeds';
import { Teams } from './sections/Teams';
import { Tray, TrayBar } from './sections/Tray';
import { coverOfTeam } from './trayCover';
import { useNames } from './useNames';
import { useStart, type Start as StartedFrom } from './useStart';
import { WordingContext } from './wording';

/** Most actors that the API compares at once. */
const MOST_IN_TEAM = 10;
const nobody: readonly PartnerRowFragment[] = [];

/** The answers that the page needs: candidates for the brief, and the actors of the team scored for it. */
function useAnswers(state: PartnersState) {
  const asked = hasBrief(state);
  const brief = toBriefInput(state);
  const weights = toWeightsInput(state);
  const query = useQuery(PartnersForDocument, {
    variables: { brief, weights, filters: toFiltersInput(state), limit: state.nombre },
    skip: !asked,
  });
  const team = useQuery(PartnersComparedDocument, {
    variables: { brief, weights, actorIds: state.equipe.slice(0, MOST_IN_TEAM) },
    skip: !asked || state.equipe.length === 0,
  });
  const answer = asked ? ((query.data ?? query.previousData)?.partnersFor ?? undefined) : undefined;
  const compared = (team.data ?? team.previousData)?.comparePartners ?? nobody;
  const teamRows = compared.filter(({ actorId }) => state.equipe.includes(actorId));
  return { asked, query, answer, teamRows };
}

/** With whom: the project as a sentence, who brings what it lacks and why, and the team being built. */
export default function PartnersPage() {
  const { t } = useTranslation('partners');
  const [state, setState] = useUrlState(partnersCodecs);
  const choices = useQuery(PartnerChoicesDocument).data;
  const start = useStart({ state, setState }, choices);
  const { asked, query, answer, teamRows } = useAnswers(state);
  const rows = [...(answer?.ranked ?? nobody), ...teamRows];
  const wording = useNames(state, choices, { rows, brief: answer?.brief });
  const cover = coverOfTeam(answer?.brief.needs ?? [], teamRows);
  const props = { state, setState };
  const wide = useWideScreen();
  const [opened, setOpened] = useState(false);
  const close = wide ? undefined : () => setOpened(false);
  return (
    <WordingContext value={wording}>
      <Page
        title={t('title')}
        lead={<span data-print="hide">{t('lead')}</span>}
        actions={asked && <Restart {...props} />}
        panel={
          asked && (wide || opened) && <Tray {...props} brief={answer?.brief} cover={cover} onClose={close} />
        }
      >
        <div className={styles.page} data-print="hide">
          <div className={styles.brief}>
            <Start key={state.phrase} {...props} />
            <From start={start} phase={state.phase} />
            <BriefSentence {...props} choices={choices} />
          </div>
          <View {...props} asked={asked} />
          {state.onglet === 'besoins' || !asked ? (
            <Needs />
          ) : (
            <>
              <SuggestedNeeds {...props} brief={answer?.brief} />
              {state.onglet === 'equipes' ? (
                <Teams {...props} />
              ) : (
                <QueryView query={query} data={answer} skeleton={{ shape: 'rows', count: 8 }}>
                  {(shown) => <Ranking {...props} choices={choices} answer={shown} />}
                </QueryView>
              )}
            </>
          )}
        </div>
        {asked && !wide && !opened && <TrayBar cover={cover} onOpen={() => setOpened(true)} />}
        {answer && (
          <Sheet
            state={state}
            brief={answer.brief}
            cover={cover}
            team={teamRows}
            candidates={answer.ranked}
          />
        )}
      </Page>
    </WordingContext>
  );
}

function Restart({ setState }: StateProps) {
  const { t } = useTranslation('partners');
  return (
    <Button icon={<RotateCcw size={18} aria-hidden />} onClick={() => setState(emptyBrief)}>
      {t('restart')}
    </Button>
  );
}

/** The need or the production that the brief started from. */
function From({ start: { need, production }, phase }: { start: StartedFrom; phase: string | null }) {
  const { t } = useTranslation('partners');
  if (need)
    return (
      <p className={styles.from}>
        {t('from.need')} <q lang="fr">{need.statementFr}</q>
        {need.statedBy[0] && <SourceLink source={need.statedBy[0]} compact />}
      </p>
    );
  if (!production) return null;
  return (
    <p className={styles.from}>
      {t('from.production')}{' '}
      <Link to={`/productions/${encodeURIComponent(production.id)}`}>{production.title}</Link>
      {phase && isPhase(phase) && <PhaseMark phase={phase} />}
    </p>
  );
}

function View({ state, setState, asked }: StateProps & { asked: boolean }) {
  const { t } = useTranslation('partners');
  if (!asked) return null;
  return (
    <Segmented
      label={t('view.label')}
      value={state.onglet}
      onChange={(onglet) => setState({ onglet })}
      segments={(['candidats', 'equipes', 'besoins'] as const).map((value) => ({
        value,
        label: t(`view.${value}`),
      }))}
    />
  );
}
