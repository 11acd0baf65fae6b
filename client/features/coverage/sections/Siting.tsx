import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/controls/Button';
import { Segmented } from '../../../components/controls/Segmented';
import { Select } from '../../../components/controls/Select';
import { TextArea } from '../../../components/controls/TextField';
import { Slider } from '../../../components/controls/Slider';
import { Row, Rows } from '../../../components/display/Rows';
import { ErrorState } from '../../../components/states/ErrorState';
import { Skeleton } from '../../../components/states/Skeleton';
import { useFormats } from '../../../i18n/useLanguage';
import type { SetUrlState } from '../../../lib/useUrlState';
import {
  fromCandidateId,
  setAdded,
  shownAdded,
  toList,
  toToken,
  type coverageCodecs,
  type CoverageState,
} from '../coverageState';
import type { SitingAnswer } from '../coverageUnits';
import type { CoverageAnswers } from '../useCoverage';
import type { useSentences } from '../useSentences';
import styles from './Choices.module.css';

/** Properties of {@link Siting}. */
export interface SitingProps {
  state: CoverageState;
  setState: SetUrlState<typeof coverageCodecs>;
  query: CoverageAnswers['siting'];
  sites: SitingAnswer | undefined;
  sentences: ReturnType<typeof useSentences>;
}

/** Where new places would reach most people: how many, among what, and the answer with its proof. */
export function Siting({ state, setState, query, sites, sentences }: SitingProps) {
  const { t } = useTranslation('coverage');
  const { number } = useFormats();
  const asked = state.meilleurs;
  const [wanted, setPlaces] = useState<{ places: number; asked: number } | null>(null);
  const places = wanted?.asked === asked ? wanted.places : asked || wanted?.places || 3;
  return (
    <section className={styles.choices} aria-labelledby="siting">
      <h3 id="siting">{t('siting.title')}</h3>
      <p className={styles.note}>{t('siting.lead', { minutes: state.minutes })}</p>
      <Slider
        label={t('siting.places')}
        value={places}
        min={1}
        max={20}
        format={(value) => number(value)}
        onChange={(value) => setPlaces({ places: value, asked })}
        onCommit={(value) => asked > 0 && setState({ meilleurs: value })}
      />
      <Select
        label={t('siting.among')}
        value={state.candidats}
        options={(['COMMUNES', 'LIBRARIES', 'LIST'] as const).map((value) => ({
          value,
          label: t(`siting.${value}`),
        }))}
        onChange={(value) => setState({ candidats: value as CoverageState['candidats'] })}
      />
      {state.candidats === 'LIST' && (
        <TextArea
          label={t('siting.listLabel')}
          hint={t('siting.listHint')}
          defaultValue={state.liste.join(' ')}
          onChange={() => undefined}
          onBlur={(event) => setState({ liste: toList(event.target.value) })}
        />
      )}
      {shownAdded(state).length > 0 && (
        <Segmented
          label={t('siting.how', { name: t(`scenario.${state.scenario}`) })}
          value={state.remplacer ? 'instead' : 'besides'}
          onChange={(value) => setState({ remplacer: value === 'instead' })}
          segments={(['besides', 'instead'] as const).map((value) => ({
            value,
            label: t(`siting.${value}`),
          }))}
        />
      )}
      <div className={styles.buttons}>
        <Button
          disabled={state.candidats === 'LIST' && state.liste.length === 0}
          look={asked > 0 ? 'quiet' : 'primary'}
          onClick={() => setState({ meilleurs: asked > 0 ? 0 : places })}
        >
          {asked > 0 ? t('siting.hide') : t('siting.find')}
        </Button>
      </div>
      {asked > 0 && query.error && <ErrorState error={query.error} onRetry={() => void query.refetch()} />}
      {asked > 0 && !sites && !query.error && <Skeleton shape="rows" count={3} />}
      {sites && <Sites sites={sites} state={state} setState={setState} sentences={sentences} />}
    </section>
  );
}

function Sites({
  sites,
  state,
  setState,
  sentences,
}: Pick<SitingProps, 'state' | 'setState' | 'sentences'> & { sites: SitingAnswer }) {
  const { t } = useTranslation('coverage');
  const { number, percent } = useFormats();
  const tokens = shownAdded(state);
  const found = sites.places.map(({ actorId, communeId }) =>
    toToken(actorId ?? communeId ?? '', state.etape),
  );
  const replaces = state.remplacer && tokens.length > 0;
  const use = () =>
    setState({
      ...setAdded(state, replaces ? found : [...tokens, ...found]),
      meilleurs: 0,
      remplacer: false,
    });
  const unknown = sites.unknownCandidateIds.length > 0 && (
    <p role="status">
      {t('siting.unknown', {
        count: sites.unknownCandidateIds.length,
        number: number(sites.unknownCandidateIds.length),
        codes: sites.unknownCandidateIds.map(fromCandidateId).join(', '),
      })}
    </p>
  );
  if (sites.places.length === 0)
    return (
      <>
        {unknown}
        <p>{t('siting.none', { minutes: state.minutes })}</p>
      </>
    );
  return (
    <>
      {unknown}
      <p>
        {t('siting.outcome', {
          count: sites.places.length,
          number: number(sites.places.length),
          people: sentences.people(sites.covered),
          candidates: number(sites.candidates),
        })}{' '}
        {sites.proven
          ? t(`siting.proof.${sites.proof}`)
          : t('siting.proof.NONE', {
              bound: sentences.people(sites.bound),
              gap: percent(sites.bound > 0 ? 1 - sites.covered / sites.bound : 0),
            })}
      </p>
      <Rows label={t('siting.list')} ranked>
        {sites.places.map(({ actorId, communeId, name, gain }) => (
          <Row
            key={actorId ?? communeId}
            title={name}
            detail={t('siting.gain', { people: sentences.people(gain) })}
            onChoose={() => setState({ choisi: communeId ?? null })}
          />
        ))}
      </Rows>
      <div className={styles.buttons}>
        <Button look="primary" small onClick={use}>
          {replaces
            ? t('siting.replace', { name: t(`scenario.${state.scenario}`) })
            : t('siting.add', { name: t(`scenario.${state.scenario}`) })}
        </Button>
      </div>
      <Curve curve={sites.curve} places={sites.places.length} />
    </>
  );
}

const [WIDTH, HEIGHT, FOOT] = [320, 120, 18];

/** People newly reached against the number of places; the list of figures stands in its title. */
function Curve({ curve, places }: { curve: SitingAnswer['curve']; places: number }) {
  const { t } = useTranslation('coverage');
  const { number } = useFormats();
  const most = curve.at(-1)?.covered ?? 0;
  if (most <= 0) return null;
  const step = WIDTH / curve.length;
  const told = (k: number) => number(Math.round(curve[k - 1]?.covered ?? 0));
  return (
    <figure>
      <figcaption className={styles.note}>
        {t('siting.curve', { one: told(1), five: told(5), ten: told(10), twenty: told(20) })}
      </figcaption>
      <svg className={styles.curve} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden>
        {curve.map((point, k) => {
          const height = ((HEIGHT - FOOT) * point.covered) / most;
          return (
            <g key={point.places}>
              <rect
                x={k * step + 1}
                y={HEIGHT - FOOT - height}
                width={step - 2}
                height={height}
                data-chosen={point.places === places || undefined}
              />
              {(point.places === 1 || point.places % 5 === 0) && (
                <text x={(k + 0.5) * step} y={HEIGHT - 4} textAnchor="middle">
                  {number(point.places)}
                </text>
              )}
            </g>
          );
        })}
      </svg>
    </figure>
  );
}
