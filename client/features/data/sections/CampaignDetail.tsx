import { useMutation, useQuery } from '@apollo/client/react';
import { ArrowLeft, Printer } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Button } from '../../../components/controls/Button';
import { Segmented } from '../../../components/controls/Segmented';
import { Select } from '../../../components/controls/Select';
import { Figure, Figures } from '../../../components/display/Figure';
import { SourceLink, type SourceFacts } from '../../../components/display/SourceLink';
import { Section } from '../../../components/frame/Page';
import { EmptyState } from '../../../components/states/EmptyState';
import { QueryView } from '../../../components/states/QueryView';
import { Table } from '../../../components/table/Table';
import type { TableColumn } from '../../../components/table/tableColumn';
import {
  DataCampaignDocument,
  DataSetSurveyStatusDocument,
  type CampaignPartsFragment,
  type FollowUpStatus,
} from '../../../graphql/generated/graphql';
import { useFormats } from '../../../i18n/useLanguage';
import { useVocabulary } from '../../../i18n/useVocabulary';
import { useWriter, writeContext } from '../../../lib/writeToken';
import { groupings, type DataState } from '../dataState';
import { WriteProblem } from '../writing/WriteProblem';
import { useGroupName } from './useGroupName';
import styles from './Sections.module.css';

type Entry = CampaignPartsFragment['entries'][number];
type Group = CampaignPartsFragment['byFamily'][number];

interface GroupingProps {
  campaign: CampaignPartsFragment;
  /** What its progress is told by. */
  par: DataState['par'];
  onGroup: (par: DataState['par']) => void;
}

/** What the source of a campaign says of it; where it says nothing, what is counted here. */
function Totals({ campaign }: { campaign: CampaignPartsFragment }) {
  const { t } = useTranslation('data');
  const formats = useFormats();
  const { statedContacted, statedAnswered, statedRate, counted } = campaign;
  const isCounted = statedContacted == null && statedAnswered == null && isFollowed(counted);
  const shown = isCounted
    ? { contacted: counted.contacted, answered: counted.answered, rate: counted.rate }
    : { contacted: statedContacted, answered: statedAnswered, rate: statedRate };
  const note = t(isCounted ? 'campaigns.countedHere' : 'campaigns.stated');
  return (
    <Figures>
      <Figure
        label={t('campaigns.statedContacted')}
        value={formats.number(shown.contacted ?? null)}
        note={note}
      />
      <Figure
        label={t('campaigns.statedAnswered')}
        value={formats.number(shown.answered ?? null)}
        note={note}
      />
      <Figure
        label={t('campaigns.statedRate')}
        value={shown.rate == null ? formats.number(null) : formats.percent(shown.rate)}
        note={note}
      />
      <Figure
        label={t('campaigns.followed')}
        value={formats.number(campaign.entries.length)}
        note={
          isCounted
            ? t('campaigns.toContactNote', { toContact: formats.number(counted.toContact) })
            : t('campaigns.followedNote', {
                contacted: formats.number(counted.contacted),
                answered: formats.number(counted.answered),
              })
        }
      />
    </Figures>
  );
}

/** How a campaign goes by family or territory; groups in which nobody is asked anything are left out. */
function Progress({ campaign, par, onGroup }: GroupingProps) {
  const { t } = useTranslation('data');
  const formats = useFormats();
  const all = { FAMILY: campaign.byFamily, DEPARTMENT: campaign.byDepartment, EPCI: campaign.byEpci }[par];
  const groups = all.filter(({ progress }) => isFollowed(progress));
  const name = useGroupName(groups, par);
  if (!isFollowed(campaign.counted)) return null;
  const count = (id: 'toContact' | 'contacted' | 'answered'): TableColumn<Group> => ({
    id,
    header: t(`campaigns.${id}Header`),
    value: ({ progress }) => progress[id],
    align: 'end',
  });
  const columns: TableColumn<Group>[] = [
    { id: 'name', header: t(`trust.by.${par}`), value: ({ key }) => name(key) },
    count('toContact'),
    count('contacted'),
    count('answered'),
    {
      id: 'rate',
      header: t('campaigns.rateHeader'),
      value: ({ progress }) => progress.rate ?? null,
      cell: ({ progress }) => (progress.rate == null ? '–' : formats.percent(progress.rate)),
      align: 'end',
    },
  ];
  return (
    <div className={styles.stack} data-print="hide">
      <div>
        <Segmented
          compact
          label={t('trust.groupBy')}
          value={par}
          onChange={onGroup}
          segments={groupings.map((value) => ({ value, label: t(`trust.by.${value}`) }))}
        />
      </div>
      <Table
        caption={t('campaigns.progress')}
        columns={columns}
        rows={groups}
        rowKey={({ key }) => key || 'none'}
      />
    </div>
  );
}

function isFollowed({ toContact, contacted, gone }: Group['progress']): boolean {
  return toContact + contacted + gone > 0;
}

/** Changes where an actor stands; says it in words while one only reads. */
function useStatusCell(id: string, sources: readonly SourceFacts[]) {
  const { t } = useTranslation('data');
  const writer = useWriter();
  const statuses = useVocabulary('surveyStatus');
  const [set, { error }] = useMutation(DataSetSurveyStatusDocument, {
    context: writeContext(writer),
    errorPolicy: 'all',
  });
  const sourceId = sources[0]?.id;
  const cell = (entry: Entry) => {
    if (writer.token === '' || sourceId === undefined) return statuses.label(entry.status);
    const change = (status: FollowUpStatus) =>
      void set({
        variables: { surveyId: id, actorIds: [entry.actorId], status, sourceId, by: writer.by },
      }).catch(() => undefined);
    return (
      <div className={styles.status}>
        <Select
          labelHidden
          label={t('campaigns.statusOf', { name: entry.name })}
          value={entry.status}
          onChange={change}
          options={statuses.words.map((word) => ({ value: word.id as FollowUpStatus, label: word.label }))}
        />
      </div>
    );
  };
  return { cell, error, label: statuses.label };
}

function Entries(props: { campaign: CampaignPartsFragment; sources: readonly SourceFacts[] }) {
  const { campaign, sources } = props;
  const { t } = useTranslation('data');
  const families = useVocabulary('actorFamily');
  const { cell, error, label } = useStatusCell(campaign.id, sources);
  const columns: TableColumn<Entry>[] = [
    {
      id: 'name',
      header: t('campaigns.actor'),
      value: ({ name }) => name,
      cell: ({ actorId, name }) => <Link to={`/acteurs/${encodeURIComponent(actorId)}`}>{name}</Link>,
      width: 340,
    },
    { id: 'status', header: t('campaigns.status'), value: ({ status }) => label(status), cell, width: 280 },
    { id: 'commune', header: t('campaigns.commune'), value: ({ communeName }) => communeName, width: 160 },
    { id: 'family', header: t('trust.by.FAMILY'), value: ({ family }) => families.label(family), width: 200 },
  ];
  if (campaign.entries.length === 0)
    return <EmptyState title={t('campaigns.nobody')}>{t('campaigns.nobodyTodo')}</EmptyState>;
  return (
    <div className={styles.stack}>
      <WriteProblem error={error} />
      <Table
        caption={t('campaigns.list')}
        columns={columns}
        rows={campaign.entries}
        rowKey={({ actorId, status }) => `${actorId} ${status}`}
      />
    </div>
  );
}

/** One campaign: the figures of its source, the actors followed here, and the list to print. */
export function CampaignDetail(props: {
  id: string;
  /** Who states the campaign. */
  sources: readonly SourceFacts[];
  par: DataState['par'];
  onGroup: (par: DataState['par']) => void;
  onLeave: () => void;
}) {
  const { id, sources, par, onGroup, onLeave } = props;
  const { t } = useTranslation('data');
  const query = useQuery(DataCampaignDocument, { variables: { id } });
  const campaign = (query.data ?? query.previousData)?.surveyCampaign;
  return (
    <div className={styles.parts}>
      <Section
        title={campaign?.title ?? t('campaigns.one')}
        lead={
          <>
            {campaign && t('campaigns.year', { year: String(campaign.year) })}
            {sources.map((source) => (
              <div key={source.id}>
                <SourceLink source={source} />
              </div>
            ))}
          </>
        }
        end={
          <span className={styles.actions} data-print="hide">
            <Button small look="quiet" icon={<ArrowLeft size={16} aria-hidden />} onClick={onLeave}>
              {t('campaigns.all')}
            </Button>
            <Button small icon={<Printer size={16} aria-hidden />} onClick={() => window.print()}>
              {t('campaigns.print')}
            </Button>
          </span>
        }
      >
        <QueryView query={query} data={campaign} skeleton={{ shape: 'figures', count: 4 }}>
          {(shown) => (
            <div className={styles.parts}>
              <Totals campaign={shown} />
              <Progress campaign={shown} par={par} onGroup={onGroup} />
              <Entries campaign={shown} sources={sources} />
            </div>
          )}
        </QueryView>
      </Section>
    </div>
  );
}
