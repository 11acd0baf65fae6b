import { useApolloClient, useMutation, useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/controls/Button';
import { Select } from '../../../components/controls/Select';
import { Row, Rows } from '../../../components/display/Rows';
import { showToast } from '../../../components/overlays/announcements';
import { Popover } from '../../../components/overlays/Popover';
import { EmptyState } from '../../../components/states/EmptyState';
import { QueryView } from '../../../components/states/QueryView';
import { ActorRow } from '../../../components/facts/ActorRow';
import {
  DataDuplicatesDocument,
  DataMergeActorsDocument,
  DataTellApartDocument,
  DataUndoChangeDocument,
  type DataDuplicatesQuery,
} from '../../../graphql/generated/graphql';
import { useFormats } from '../../../i18n/useLanguage';
import { useWriter, writeContext } from '../../../lib/writeToken';
import { WriteProblem } from '../writing/WriteProblem';
import { MergeFields } from './MergeFields';
import styles from './Sections.module.css';

type Pair = NonNullable<DataDuplicatesQuery['duplicateCandidates']>[number];
type Actor = NonNullable<Pair['actors']>[number];
/** A likeness is never said to be sure: above this it is “more than”. */
const MOST_SURE = 0.99;
const [STEP, MOST_PAIRS] = [50, 200];

/** How two records are told from each other: by their names, else with their communes, else with their identifiers. */
function namesOf(a: Actor, b: Actor): [id: string, name: string][] {
  const place = ({ locatedIn }: Actor) => locatedIn[0]?.name;
  const ways = [
    ({ name }: Actor) => name,
    (actor: Actor) => [actor.name, place(actor)].filter(Boolean).join(', '),
    ({ name, id }: Actor) => `${name} (${id})`,
  ];
  const way = ways.find((tell) => tell(a) !== tell(b)) ?? ways[2]!;
  return [a, b].map((actor) => [actor.id, way(actor)]);
}

/** Tells two records apart or makes one of them, each with a way back for a few seconds. */
function useDecisions() {
  const { t } = useTranslation('data');
  const writer = useWriter();
  const client = useApolloClient();
  const options = { context: writeContext(writer), errorPolicy: 'all' as const };
  const [apart, telling] = useMutation(DataTellApartDocument, options);
  const [merge, merging] = useMutation(DataMergeActorsDocument, options);
  const [undo] = useMutation(DataUndoChangeDocument, options);
  /** Does what takes a decision back, and says whether it did. */
  const takeBack = (work: Promise<boolean>) =>
    void work
      .catch(() => false)
      .then(async (isDone) => {
        showToast(t(isDone ? 'duplicates.takenBack' : 'duplicates.notTakenBack'));
        await client.resetStore();
      })
      .catch(() => undefined);
  const setApart = async (a: Actor, b: Actor, areDistinct: boolean) => {
    const variables = { a: a.id, b: b.id, areDistinct, by: writer.by };
    const { data } = await apart({ variables }).catch(() => ({ data: null }));
    return data?.tellApart === areDistinct;
  };
  const unmerge = async (id: string) =>
    (await undo({ variables: { id, by: writer.by } })).data?.undoChange != null;
  const tell = async (a: Actor, b: Actor) => {
    if (!(await setApart(a, b, true))) return;
    const back = () => takeBack(setApart(a, b, false));
    showToast(t('duplicates.toldApart', { a: a.name, b: b.name }), { label: t('undo.action'), run: back });
    await client.resetStore().catch(() => undefined);
  };
  const join = async (keep: string, drop: string, take: string[], close: () => void) => {
    const { data } = await merge({ variables: { keep, drop, take, by: writer.by } }).catch(() => ({
      data: null,
    }));
    const change = data?.mergeActors;
    if (!change) return;
    // Gone at once, so that nothing more is asked of the record that went.
    flushSync(close);
    showToast(t('duplicates.merged'), { label: t('undo.action'), run: () => takeBack(unmerge(change.id)) });
    await client.resetStore().catch(() => undefined);
  };
  return { tell, telling, join, merging };
}

/** The two things one can decide of a pair; absent while one only reads. */
function Decide({ a, b }: { a: Actor; b: Actor }) {
  const { t } = useTranslation('data');
  const { tell, telling, join, merging } = useDecisions();
  const [keep, setKeep] = useState(a.id);
  const [take, setTake] = useState<string[]>([]);
  if (useWriter().token === '') return null;
  const drop = keep === a.id ? b.id : a.id;
  return (
    <div className={styles.stack}>
      <WriteProblem error={telling.error} />
      <div className={styles.actions}>
        <Button small busy={telling.loading} onClick={() => void tell(a, b)}>
          {t('duplicates.tellApart')}
        </Button>
        <Popover
          label={t('duplicates.merge')}
          trigger={(ties) => (
            <Button {...ties} small>
              {t('duplicates.merge')}
            </Button>
          )}
        >
          {(close) => (
            <div className={styles.confirm}>
              <p>{t('duplicates.explain')}</p>
              <Select
                label={t('duplicates.keep')}
                value={keep}
                onChange={(id) => {
                  setKeep(id);
                  setTake([]);
                }}
                options={namesOf(a, b).map(([id, name]) => ({ value: id, label: name }))}
              />
              <MergeFields keep={keep} drop={drop} take={take} onTake={setTake} />
              <WriteProblem error={merging.error} />
              <div>
                <Button
                  look="primary"
                  busy={merging.loading}
                  onClick={() => void join(keep, drop, take, close)}
                >
                  {t('duplicates.confirm')}
                </Button>
              </div>
            </div>
          )}
        </Popover>
      </div>
    </div>
  );
}

function PairRow({ pair }: { pair: Pair }) {
  const { t } = useTranslation('data');
  const formats = useFormats();
  const [a, b] = pair.actors ?? [];
  if (!a || !b) return null;
  const isNearlySure = !pair.byIdentifier && pair.probability > MOST_SURE;
  const why = pair.byIdentifier
    ? t('duplicates.byIdentifier')
    : formats.list(
        pair.reasons.map(({ field, level }) =>
          t('duplicates.reason', {
            field: t(`duplicates.field.${field}`),
            level: t(field === 'commune' ? `duplicates.communeLevel.${level}` : `duplicates.level.${level}`),
          }),
        ),
        'and',
      );
  return (
    <Row
      title={
        isNearlySure
          ? t('duplicates.nearlySure', { share: formats.percent(MOST_SURE) })
          : t('duplicates.pair', { share: formats.percent(pair.probability) })
      }
      detail={why}
    >
      <div className={styles.stack}>
        <Rows label={t('duplicates.both')}>
          {[a, b].map((actor) => (
            <ActorRow
              key={actor.id}
              actor={actor}
              detail={actor.locatedIn[0]?.name ?? t('duplicates.noPlace')}
              end={
                actor.website && <span>{actor.website.replace(/^https?:\/\/(www\.)?/, '').slice(0, 40)}</span>
              }
            />
          ))}
        </Rows>
        <Decide a={a} b={b} />
      </div>
    </Row>
  );
}

/** Pairs of records that may be the same actor, what speaks for and against it, and the choice. */
export function Duplicates() {
  const { t } = useTranslation('data');
  const writer = useWriter();
  const formats = useFormats();
  const [limit, setLimit] = useState(STEP);
  const query = useQuery(DataDuplicatesDocument, { variables: { limit } });
  const total = (query.data ?? query.previousData)?.duplicateCount ?? 0;
  return (
    <div className={styles.stack}>
      {writer.token === '' && <p className={styles.soft}>{t('duplicates.readOnly')}</p>}
      <QueryView
        query={query}
        data={(query.data ?? query.previousData)?.duplicateCandidates}
        skeleton={{ shape: 'rows', count: 6 }}
      >
        {(pairs) =>
          pairs.length === 0 ? (
            <EmptyState title={t('duplicates.none')}>{t('duplicates.noneTodo')}</EmptyState>
          ) : (
            <>
              <Rows label={t('duplicates.title')} ranked>
                {pairs.map((pair) => (
                  <PairRow key={pair.actorIds.join(' ')} pair={pair} />
                ))}
              </Rows>
              {pairs.length < total && limit < MOST_PAIRS && (
                <div>
                  <Button busy={query.loading} onClick={() => setLimit(limit + STEP)}>
                    {t('rows.more', { shown: formats.number(pairs.length), total: formats.number(total) })}
                  </Button>
                </div>
              )}
            </>
          )
        }
      </QueryView>
    </div>
  );
}
