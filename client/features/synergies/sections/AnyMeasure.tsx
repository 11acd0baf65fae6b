import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { ButtonLink } from '../../../components/controls/Button';
import { Select } from '../../../components/controls/Select';
import { Section } from '../../../components/frame/Page';
import { QueryView } from '../../../components/states/QueryView';
import {
  SynergiesMeasureDocument,
  SynergiesMeasuresDocument,
  type SynergiesMeasuresQuery,
} from '../../../graphql/generated/graphql';
import { useLocalText } from '../../../i18n/useLanguage';
import type { SetUrlState } from '../../../lib/useUrlState';
import { measureLink } from '../canvasLinks';
import { toTies, type synergiesCodecs, type SynergiesState } from '../synergiesState';
import styles from './AnyMeasure.module.css';
import { MeasureAnswer } from './MeasureAnswer';
import { MeasureForm } from './MeasureForm';

/** Properties of {@link AnyMeasure}. */
export interface AnyMeasureProps {
  state: SynergiesState;
  setState: SetUrlState<typeof synergiesCodecs>;
}

/** One measure, as every measure describes itself to the API. */
export type MeasureDescriptor = NonNullable<SynergiesMeasuresQuery['networkMeasures']>[number];

/** Every measure there is: its form, its answer, its formula and its references, all from its descriptor. */
export function AnyMeasure({ state, setState }: AnyMeasureProps) {
  const { t } = useTranslation('synergies');
  const local = useLocalText();
  const { data } = useQuery(SynergiesMeasuresDocument);
  const measures = data?.networkMeasures ?? [];
  const measure = measures.find(({ id }) => id === state.mesure);
  return (
    <Section title={t('any.title')} lead={t('any.lead')}>
      <div className={styles.choice}>
        <Select
          label={t('any.measure')}
          value={state.mesure}
          onChange={(mesure) => setState({ mesure, reglages: [] })}
          options={[
            { value: '', label: t('any.choose') },
            ...measures.map(({ id, label }) => ({ value: id, label: local(label.fr, label.en) })),
          ]}
        />
        {measure && <p>{local(measure.help.fr, measure.help.en)}</p>}
      </div>
      {measure && (
        <>
          <MeasureForm
            key={measure.id}
            measure={measure}
            settings={state.reglages}
            onChange={(reglages) => setState({ reglages })}
          />
          {measure.byActor && (
            <p>
              <ButtonLink to={measureLink(state, measure.id, measure.byActor.kind === 'amount')}>
                {t('onCanvas')}
              </ButtonLink>
            </p>
          )}
          <Answer measure={measure} state={state} />
        </>
      )}
    </Section>
  );
}

function Answer({ measure, state }: { measure: MeasureDescriptor; state: SynergiesState }) {
  const { t } = useTranslation('synergies');
  const settings = new Map(state.reglages.map((setting) => setting.split(/:(.*)/s) as [string, string]));
  const values = measure.parameters.flatMap(({ id, kind }) => {
    const text = settings.get(id);
    if (text === undefined) return [];
    return [kind === 'number' ? { id, number: Number(text) } : { id, text }];
  });
  const isComplete = measure.parameters.every(
    ({ id, defaultNumber, defaultText }) => defaultNumber != null || defaultText != null || settings.has(id),
  );
  const query = useQuery(SynergiesMeasureDocument, {
    variables: { id: measure.id, ties: toTies(state), values },
    skip: !isComplete,
  });
  if (!isComplete) return <p>{t('any.incomplete')}</p>;
  return (
    <QueryView query={query} data={query.data?.networkMeasure} skeleton={{ shape: 'table' }}>
      {(answer) => <MeasureAnswer measure={measure} answer={answer} />}
    </QueryView>
  );
}
