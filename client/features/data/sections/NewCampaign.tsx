import { useApolloClient, useMutation, useQuery } from '@apollo/client/react';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/controls/Button';
import { Combobox } from '../../../components/controls/Combobox';
import { MultiCombobox } from '../../../components/controls/MultiCombobox';
import { TextField } from '../../../components/controls/TextField';
import {
  DataActorsOfDocument,
  DataCreateCampaignDocument,
  DataSourcesDocument,
  type ActorFamily,
} from '../../../graphql/generated/graphql';
import { useFormats } from '../../../i18n/useLanguage';
import { useVocabulary } from '../../../i18n/useVocabulary';
import { useWriter, writeContext } from '../../../lib/writeToken';
import { WriteProblem } from '../writing/WriteProblem';
import styles from './Sections.module.css';

/** The actors of some families, to be contacted; all of them when no family is chosen. */
function useChosenActors(families: readonly string[]) {
  const where = families.length > 0 ? { family: { in: families as ActorFamily[] } } : {};
  const query = useQuery(DataActorsOfDocument, { variables: { where } });
  return query.data?.actors;
}

/** Begins a campaign: title, year, whom, and the source that states it. Nobody is contacted by that. */
export function NewCampaign({ onCreated }: { onCreated: (id: string) => void }) {
  const { t } = useTranslation('data');
  const formats = useFormats();
  const writer = useWriter();
  const client = useApolloClient();
  const words = useVocabulary('actorFamily').words;
  const sources = useQuery(DataSourcesDocument).data?.sources ?? [];
  const [title, setTitle] = useState('');
  const [year, setYear] = useState(() => String(new Date().getFullYear()));
  const [families, setFamilies] = useState<string[]>([]);
  const [sourceId, setSourceId] = useState<string | null>(null);
  const actors = useChosenActors(families);
  const [create, { loading, error }] = useMutation(DataCreateCampaignDocument, {
    context: writeContext(writer),
    errorPolicy: 'all',
  });
  const ready = title.trim().length >= 3 && /^\d{4}$/.test(year) && sourceId !== null && !!actors?.length;
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!ready || sourceId === null) return;
    const actorIds = actors.map(({ id }) => id);
    const variables = { title: title.trim(), year: Number(year), actorIds, sourceId, by: writer.by };
    const { data } = await create({ variables }).catch(() => ({ data: null }));
    const id = data?.createSurveyCampaign?.id;
    if (id === undefined) return;
    await client.refetchQueries({ include: 'active' });
    onCreated(id);
  };
  return (
    <form className={styles.form} onSubmit={(event) => void submit(event)}>
      <div className={styles.filters}>
        <TextField label={t('newCampaign.title')} value={title} onChange={setTitle} required minLength={3} />
        <TextField
          label={t('newCampaign.year')}
          value={year}
          onChange={setYear}
          inputMode="numeric"
          required
        />
        <Combobox
          label={t('newCampaign.source')}
          options={sources.map(({ id, title: label, publisher }) => ({
            value: id,
            label,
            detail: publisher,
          }))}
          value={sourceId}
          onChange={setSourceId}
        />
        <MultiCombobox
          label={t('newCampaign.families')}
          placeholder={t('newCampaign.everyone')}
          options={words.map(({ id, label }) => ({ value: id, label }))}
          values={families}
          onChange={setFamilies}
        />
      </div>
      <p className={styles.soft}>{t('newCampaign.sourceHint')}</p>
      <WriteProblem error={error} />
      <div>
        <Button look="primary" type="submit" busy={loading} disabled={!ready}>
          {actors
            ? t('newCampaign.create', { count: actors.length, written: formats.number(actors.length) })
            : t('newCampaign.createUncounted')}
        </Button>
      </div>
    </form>
  );
}
