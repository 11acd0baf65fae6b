import { useMutation, useQuery } from '@apollo/client/react';
import { ArrowLeft, Printer } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Button } from '../../../components/controls/Button';
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
import { WriteProblem } from '../writing/WriteProblem';
import styles from './Sections.module.css';

type Entry = CampaignPartsFragment['entries'][number];
type Group = CampaignPartsFragment['byFamily'][number];

function StatedFigures({ campaign }: { campaign: CampaignPartsFragment }) {
  const { t } = useTranslation('data');
  const formats = useFormats();
  const { statedContacted, statedAnswered, statedRate, counted } = campaign;
  return (
    <Figures>
      <Figure
        label={t('campaigns.statedContacted')}
        value={formats.number(statedContacted ?? null)}
        note={t('campaigns.stated')}
      />
      <Figure
        label={t('campaigns.statedAnswered')}
        value={formats.number(statedAnswered ?? null)}
        note={t('campaigns.stated')}
      />
      <Figure
        label={t('campaigns.statedRate')}
        value={statedRate == null ? formats.number(null) : formats.percent(statedRate)}
        note={t('campaigns.stated')}
      />
      <Figure
        label={t('campaigns.followed')}
        value={formats.number(campaign.entries.length)}
        note={t('campaigns.followedNote', {
          contacted: formats.number(counted.contacted),
          answered: formats.number(counted.answered),
        })}
      />
    </Figures>
  );
}

function Families({ groups }: { groups: readonly Group[] }) {
  const { t } = useTranslation('data');
  const formats = useFormats();
  const families = useVocabulary('actorFamily');
  const count = (id: 'toContact' | 'contacted' | 'answered'): TableColumn<Group> => ({
    id,
    header: t(`campaigns.${id}Header`),
    value: ({ progress }) => progress[id],
    align: 'end',
  });
  const columns: TableColumn<Group>[] = [
    {
      id: 'family',
      header: t('trust.by.FAMILY'),
      value: ({ key }) => families.label(key) || t('trust.noTerritory'),
    },
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
    <Table
      caption={t('campaigns.byFamily')}
      columns={columns}
      rows={groups}
      rowKey={({ key }) => key || 'none'}
    />
  );
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
    { id: 'family', header: t('trust.by.FAMILY'), value: ({ family }) => families.label(family), width: 200 },
    { id: 'commune', header: t('campaigns.commune'), value: ({ communeName }) => communeName, width: 160 },
    { id: 'status', header: t('campaigns.status'), value: ({ status }) => label(status), cell, width: 280 },
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
  onLeave: () => void;
}) {
  const { id, sources, onLeave } = props;
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
              <StatedFigures campaign={shown} />
              <Entries campaign={shown} sources={sources} />
              {shown.byFamily.length > 0 && <Families groups={shown.byFamily} />}
            </div>
          )}
        </QueryView>
      </Section>
    </div>
  );
}
