import { useQuery } from '@apollo/client/react';
import { Trans, useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { List, Map as MapIcon, Share2 } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { Button, ButtonLink } from '../../../components/controls/Button';
import { Chip } from '../../../components/controls/Chip';
import { Segmented } from '../../../components/controls/Segmented';
import { Disclosure } from '../../../components/display/Disclosure';
import { Rows } from '../../../components/display/Rows';
import { Unknown } from '../../../components/display/Unknown';
import { canvasPath } from '../../../components/facts/canvasPath';
import { EmptyState } from '../../../components/states/EmptyState';
import { Skeleton } from '../../../components/states/Skeleton';
import { Section } from '../../../components/frame/Page';
import { PartnerNamesDocument, type PartnersForQuery } from '../../../graphql/generated/graphql';
import { useFormats } from '../../../i18n/useLanguage';
import type { StateProps } from '../partnersState';
import { useWording } from '../wording';
import { CandidateRow } from './CandidateRow';
import { Comparison } from './Comparison';
import { Filters, type FiltersProps } from './Filters';
import styles from './Ranking.module.css';

/** The map and what draws it are only fetched by who looks at it. */
const CandidateMap = lazy(() =>
  import('./CandidateMap').then((module) => ({ default: module.CandidateMap })),
);

/** What the page has of an answer to a brief. */
export type RankingAnswer = NonNullable<PartnersForQuery['partnersFor']>;

/** Properties of {@link Ranking}. */
export interface RankingProps extends FiltersProps {
  answer: RankingAnswer;
}

/** Candidates one by one, best first, each with what it brings and why. */
export function Ranking({ answer, ...props }: RankingProps) {
  const { t } = useTranslation('partners');
  const { number } = useFormats();
  const { state, setState } = props;
  const needs = answer.brief.needs.length;
  return (
    <Section
      title={t('ranking.title', { count: answer.total, total: number(answer.total) })}
      end={<ViewSwitch state={state} setState={setState} />}
      lead={t(`ranking.from.${answer.brief.needsFrom}`, { count: needs, needs: number(needs) })}
    >
      <Filters {...props} />
      <Held answer={answer} />
      {state.comparer.length > 1 && <Comparison {...props} brief={answer.brief} />}
      {answer.total === 0 ? (
        <EmptyState title={t('ranking.nobody')}>{t('ranking.nobodyHint')}</EmptyState>
      ) : (
        <Candidates answer={answer} state={state} setState={setState} />
      )}
      <More answer={answer} state={state} setState={setState} />
      <Apart answer={answer} state={state} setState={setState} />
    </Section>
  );
}

function ViewSwitch({ state, setState }: StateProps) {
  const { t } = useTranslation('partners');
  return (
    <Segmented
      label={t('ranking.view')}
      value={state.vue}
      onChange={(vue) => setState({ vue })}
      segments={[
        { value: 'liste', label: t('ranking.liste'), icon: <List size={16} aria-hidden /> },
        { value: 'carte', label: t('ranking.carte'), icon: <MapIcon size={16} aria-hidden /> },
      ]}
    />
  );
}

function Candidates({ answer, state, setState }: StateProps & { answer: RankingAnswer }) {
  const { t } = useTranslation('partners');
  const needs = answer.brief.needs.length;
  if (state.vue === 'carte')
    return (
      <Suspense fallback={<Skeleton shape="pane" />}>
        <CandidateMap rows={answer.ranked} needs={needs} state={state} setState={setState} />
      </Suspense>
    );
  return (
    <Rows label={t('ranking.label')} ranked>
      {answer.ranked.map((row) => (
        <CandidateRow key={row.actorId} row={row} needs={needs} state={state} setState={setState} />
      ))}
    </Rows>
  );
}

/** What comes after the list: more of it, or the same people and who asks on the canvas. */
function More({ answer, state, setState }: StateProps & { answer: RankingAnswer }) {
  const { t } = useTranslation('partners');
  const { number } = useFormats();
  const people = [...(state.acteur ? [state.acteur] : []), ...state.avec];
  const shown = answer.ranked.map(({ actorId }) => actorId);
  const ids = [...new Set([...people, ...state.equipe, ...shown])];
  if (shown.length === 0) return null;
  return (
    <div className={styles.after}>
      {shown.length < Math.min(answer.total, 50) && (
        <Button onClick={() => setState({ nombre: state.nombre + 10 })}>{t('ranking.more')}</Button>
      )}
      <ButtonLink to={canvasPath('actor', ...ids)} icon={<Share2 size={18} aria-hidden />}>
        {t('ranking.canvas', { count: shown.length, shown: number(shown.length) })}
      </ButtonLink>
    </div>
  );
}

/** Needs put aside because a member already covers them. */
function Held({ answer }: { answer: RankingAnswer }) {
  const { t } = useTranslation('partners');
  const { list } = useFormats();
  const { competence } = useWording();
  const { held } = answer.brief;
  if (held.length === 0) return null;
  const names = list(
    held.map(({ competenceId }) => competence(competenceId)),
    'and',
  );
  return <p className={styles.note}>{t('ranking.held', { count: held.length, names })}</p>;
}

const reasons = ['outside', 'family', 'territory', 'distance', 'unknownPlace', 'novelty'] as const;

/** Who is not in the list, and why: left out by name, by a filter, or of whom nothing is known. */
function Apart({ answer, state, setState }: StateProps & { answer: RankingAnswer }) {
  const { t } = useTranslation('partners');
  const { number, list } = useFormats();
  const { actor } = useWording();
  const told = reasons
    .filter((why) => answer.leftOut[why] > 0)
    .map((why) => t(`leftOut.${why}`, { count: answer.leftOut[why], shown: number(answer.leftOut[why]) }));
  return (
    <div className={styles.apart}>
      {state.sans.length > 0 && (
        <p className={styles.chips}>
          <span>{t('leftOut.named')}</span>
          {state.sans.map((id) => (
            <Chip
              key={id}
              label={actor(id)}
              onRemove={() => setState({ sans: state.sans.filter((other) => other !== id) })}
            />
          ))}
        </p>
      )}
      {told.length > 0 && <p className={styles.note}>{t('leftOut.filtered', { list: list(told, 'and') })}</p>}
      {answer.unknownTotal > 0 && <NothingKnown answer={answer} />}
    </div>
  );
}

function NothingKnown({ answer }: { answer: RankingAnswer }) {
  const { t } = useTranslation('partners');
  const { number } = useFormats();
  const [open, setOpen] = useState(false);
  return (
    <Unknown>
      <p className={styles.unknown}>
        {t('unknown.text', { count: answer.unknownTotal, total: number(answer.unknownTotal) })}
      </p>
      <Disclosure summary={t('unknown.who')} onToggle={setOpen}>
        {open && <UnknownActors ids={answer.unknownIds} />}
        <p>
          <Trans t={t} i18nKey="unknown.invite" components={{ data: <Link to="/donnees" /> }} />
        </p>
      </Disclosure>
    </Unknown>
  );
}

function UnknownActors({ ids }: { ids: readonly string[] }) {
  const { data } = useQuery(PartnerNamesDocument, {
    variables: { actorIds: ids.slice(0, 200), productionIds: [], territoryIds: [] },
  });
  const actors = [...(data?.actorsByIds ?? [])].sort((a, b) => a.name.localeCompare(b.name));
  return (
    <ul className={styles.names}>
      {actors.map(({ id, name }) => (
        <li key={id}>
          <Link to={`/acteurs/${encodeURIComponent(id)}`}>{name}</Link>
        </li>
      ))}
    </ul>
  );
}
