import { useApolloClient, useQuery } from '@apollo/client/react';
import { useState, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/controls/Button';
import { Chip } from '../../../components/controls/Chip';
import { TextField } from '../../../components/controls/TextField';
import { showToast } from '../../../components/overlays/announcements';
import { BriefReadDocument, type BriefReadQuery } from '../../../graphql/generated/graphql';
import { useLanguage } from '../../../i18n/useLanguage';
import type { PartnersState, StateProps } from '../partnersState';
import styles from './Start.module.css';

type Reading = NonNullable<BriefReadQuery['readBrief']>;
type Meaning = Pick<Reading['chips'][number], 'kind' | 'id' | 'label'>;

const lists = {
  AUDIENCE: 'publics',
  THEME: 'themes',
  COMPETENCE: 'competences',
  TERRITORY: 'lieux',
} as const;

/** The brief with a meaning put in. */
function withMeaning(state: Partial<PartnersState>, { kind, id }: Meaning): Partial<PartnersState> {
  if (kind === 'PRODUCTION_TYPE') return { ...state, type: id };
  const name = lists[kind];
  return { ...state, [name]: [...new Set([...(state[name] ?? []), id])] };
}

/** The brief with a meaning taken away. */
function withoutMeaning(state: PartnersState, { kind, id }: Meaning): Partial<PartnersState> {
  if (kind === 'PRODUCTION_TYPE') return { type: state.type === id ? null : state.type };
  const name = lists[kind];
  return { [name]: state[name].filter((other) => other !== id) };
}

function holds(state: PartnersState, { kind, id }: Meaning): boolean {
  return kind === 'PRODUCTION_TYPE' ? state.type === id : state[lists[kind]].includes(id);
}

/** A project told in one sentence of one's own, and what was understood of it, to correct. */
export function Start({ state, setState }: StateProps) {
  const { t } = useTranslation('partners');
  const language = useLanguage();
  const client = useApolloClient();
  const [text, setText] = useState(state.phrase);
  const [busy, setBusy] = useState(false);
  const read = async (sentence: string) => {
    setBusy(true);
    try {
      const variables = { sentence, language };
      const { data } = await client.query({ query: BriefReadDocument, variables });
      const chips: readonly Meaning[] = data?.readBrief?.chips ?? [];
      const blank: Partial<PartnersState> = {
        type: null,
        themes: [],
        publics: [],
        competences: [],
        lieux: [],
      };
      setState({ ...chips.reduce(withMeaning, blank), phrase: sentence });
      if (chips.length === 0) showToast(t('start.nothing'));
    } catch {
      showToast(t('start.failed'));
    } finally {
      setBusy(false);
    }
  };
  const onSubmit = (event: SubmitEvent) => {
    event.preventDefault();
    if (text.trim()) void read(text.trim());
  };
  return (
    <div className={styles.start}>
      <form className={styles.form} onSubmit={onSubmit}>
        <TextField
          label={t('start.label')}
          hint={t('start.hint')}
          placeholder={t('start.example')}
          value={text}
          onChange={setText}
          maxLength={500}
        />
        <Button type="submit" look="primary" busy={busy}>
          {t('start.read')}
        </Button>
      </form>
      {state.phrase && <Understood key={state.phrase} state={state} setState={setState} />}
    </div>
  );
}

function Understood({ state, setState }: StateProps) {
  const { t } = useTranslation('partners');
  const language = useLanguage();
  const { data } = useQuery(BriefReadDocument, { variables: { sentence: state.phrase, language } });
  const reading = data?.readBrief;
  if (!reading) return null;
  const kept = reading.chips.filter((chip) => holds(state, chip));
  return (
    <div className={styles.understood} aria-label={t('start.understood')} role="group">
      {kept.length > 0 && (
        <p className={styles.line}>
          <span>{t('start.understood')}</span>
          {kept.map((chip) => (
            <ReadChip key={`${chip.kind} ${chip.id}`} chip={chip} state={state} setState={setState} />
          ))}
        </p>
      )}
      {reading.unread.length > 0 && <Unread reading={reading} state={state} setState={setState} />}
    </div>
  );
}

function ReadChip({ chip, state, setState }: StateProps & { chip: Reading['chips'][number] }) {
  const { t } = useTranslation('partners');
  return (
    <>
      <Chip
        label={t(`start.${chip.kind}`, { label: chip.label })}
        onRemove={() => setState(withoutMeaning(state, chip))}
      />
      {chip.alternatives.map((other) => (
        <Button
          key={`${other.kind} ${other.id}`}
          small
          look="quiet"
          onClick={() => setState(withMeaning({ ...state, ...withoutMeaning(state, chip) }, other))}
        >
          {t('start.rather', { label: other.label })}
        </Button>
      ))}
    </>
  );
}

function Unread({ reading, state, setState }: StateProps & { reading: Reading }) {
  const { t } = useTranslation('partners');
  return (
    <p className={styles.line}>
      <span>{t('start.unread', { count: reading.unread.length })}</span>
      {reading.unread.map(({ text, suggestions }) => (
        <span key={text} className={styles.word}>
          <q>{text}</q>
          {suggestions
            .filter((meaning) => !holds(state, meaning))
            .map((meaning) => (
              <Button
                key={`${meaning.kind} ${meaning.id}`}
                small
                look="quiet"
                onClick={() => setState(withMeaning(state, meaning))}
              >
                {t('start.perhaps', { label: meaning.label })}
              </Button>
            ))}
        </span>
      ))}
    </p>
  );
}
