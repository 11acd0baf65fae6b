import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/controls/Button';
import { TextField } from '../../../components/controls/TextField';
import { Figure, Figures } from '../../../components/display/Figure';
import { Section } from '../../../components/frame/Page';
import { QueryView } from '../../../components/states/QueryView';
import { SynergiesChangeDocument } from '../../../graphql/generated/graphql';
import { useFormats } from '../../../i18n/useLanguage';
import type { SetUrlState } from '../../../lib/useUrlState';
import { figureOf } from '../answers';
import { toTies, type synergiesCodecs, type SynergiesState } from '../synergiesState';
import styles from './Change.module.css';
import { ChangedTies } from './ChangedTies';
import { LeftOut } from './LeftOut';

/** Properties of {@link Change}. */
export interface ChangeProps {
  state: SynergiesState;
  setState: SetUrlState<typeof synergiesCodecs>;
}

/** What changed in the network between two years. */
export function Change({ state, setState }: ChangeProps) {
  const { t } = useTranslation('synergies');
  const { number, percent } = useFormats();
  const [before, setBefore] = useState(String(state.avant));
  const [after, setAfter] = useState(String(state.apres));
  const isYear = (text: string) => /^(19|20)\d{2}$/.test(text);
  const isFit = isYear(before) && isYear(after) && Number(before) < Number(after);
  const query = useQuery(SynergiesChangeDocument, {
    variables: {
      ties: { kinds: toTies(state).kinds },
      values: [
        { id: 'before', text: String(state.avant) },
        { id: 'after', text: String(state.apres) },
      ],
    },
  });
  return (
    <Section title={t('change.title')} lead={t('change.lead')}>
      <form
        className={styles.years}
        onSubmit={(event) => {
          event.preventDefault();
          if (isFit) setState({ avant: Number(before), apres: Number(after) });
        }}
      >
        <TextField label={t('change.before')} inputMode="numeric" value={before} onChange={setBefore} />
        <TextField label={t('change.after')} inputMode="numeric" value={after} onChange={setAfter} />
        <Button type="submit" disabled={!isFit}>
          {t('change.compare')}
        </Button>
        {!isFit && <p role="status">{t('change.invalid')}</p>}
      </form>
      <QueryView
        query={query}
        data={(query.data ?? query.previousData)?.networkMeasure}
        skeleton={{ shape: 'figures' }}
      >
        {(answer) => (
          <>
            <Figures>
              {(['appeared', 'ended', 'kept', 'joined'] as const).map((id) => (
                <Figure key={id} value={number(figureOf(answer, id))} label={t(`change.${id}`)} />
              ))}
              <Figure value={percent(figureOf(answer, 'persistence'))} label={t('change.persistence')} />
            </Figures>
            {(['APPEARED', 'ENDED'] as const).map((change) => (
              <ChangedTies
                key={change}
                change={change}
                total={figureOf(answer, change === 'APPEARED' ? 'appeared' : 'ended') ?? 0}
                answer={answer}
              />
            ))}
            <LeftOut parts={answer.leftOut} />
          </>
        )}
      </QueryView>
    </Section>
  );
}
