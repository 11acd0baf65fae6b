import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/controls/Button';
import { Segmented } from '../../../components/controls/Segmented';
import { Select } from '../../../components/controls/Select';
import { Rows } from '../../../components/display/Rows';
import { ActorRow } from '../../../components/facts/ActorRow';
import { Section } from '../../../components/frame/Page';
import { EmptyState } from '../../../components/states/EmptyState';
import { QueryView } from '../../../components/states/QueryView';
import {
  DataDepartmentsDocument,
  DataDuplicateCountDocument,
  DataExchangeSheetsDocument,
  DataToVerifyDocument,
  type DataOverviewQuery,
  type DataToVerifyQuery,
} from '../../../graphql/generated/graphql';
import { useFormats, useLocalText } from '../../../i18n/useLanguage';
import { useVocabulary } from '../../../i18n/useVocabulary';
import { verifyReasons, type DataState, type SetDataState } from '../dataState';
import { Duplicates } from './Duplicates';
import { reasonCounts } from './Overview';
import styles from './Sections.module.css';

type Doubtful = NonNullable<DataToVerifyQuery['toVerify']>['actors'][number];
const STEP = 40;

interface VerifyProps {
  overview: DataOverviewQuery | undefined;
  state: DataState;
  setState: SetDataState;
}

/** A title of a column as it stands inside a sentence: “Commune (code INSEE)” is “commune”, “ROR” stays. */
function inSentence(title: string): string {
  const bare = title.replace(/ \(.*\)$/, '');
  return /^.\p{Lu}/u.test(bare) ? bare : bare.charAt(0).toLocaleLowerCase() + bare.slice(1);
}

/** What is missing, in the words of the columns of the workbook. */
function useMissing() {
  const { t } = useTranslation('data');
  const text = useLocalText();
  const sheets = useQuery(DataExchangeSheetsDocument).data?.exchangeSheets ?? [];
  const columns = new Map(
    sheets.find(({ id }) => id === 'actors')?.columns.map(({ key, ...rest }) => [key, rest]),
  );
  return (key: string) => {
    if (key === 'competences' || key === 'themes') return t(`missing.${key}`);
    const column = columns.get(key);
    return column ? inSentence(text(column.labelFr, column.labelEn)) : key;
  };
}

function Filters({ overview, state, setState }: VerifyProps) {
  const { t } = useTranslation('data');
  const formats = useFormats();
  const families = useVocabulary('actorFamily').words;
  const departments = useQuery(DataDepartmentsDocument).data?.departments ?? [];
  const counts = new Map(overview && reasonCounts(overview));
  const label = (reason: (typeof verifyReasons)[number]) =>
    t('verify.reasonCount', {
      reason: t(`reason.${reason}`),
      written: formats.number(counts.get(reason) ?? null),
    });
  return (
    <div className={styles.filters}>
      <Select
        label={t('verify.reason')}
        value={state.raison}
        onChange={(raison) => setState({ raison })}
        options={[
          { value: 'TOUTES', label: t('verify.allReasons') },
          ...verifyReasons.map((value) => ({ value, label: overview ? label(value) : t(`reason.${value}`) })),
        ]}
      />
      <Select
        label={t('verify.family')}
        value={state.famille}
        onChange={(famille) => setState({ famille })}
        options={[
          { value: '', label: t('verify.allFamilies') },
          ...families.map(({ id, label: name }) => ({ value: id, label: name })),
        ]}
      />
      <Select
        label={t('verify.department')}
        value={state.departement}
        onChange={(departement) => setState({ departement })}
        options={[
          { value: '', label: t('verify.allDepartments') },
          ...departments.map(({ id, name }) => ({ value: id, label: name })),
        ]}
      />
    </div>
  );
}

function DoubtfulRow({ doubtful, missing }: { doubtful: Doubtful; missing: (key: string) => string }) {
  const { t } = useTranslation('data');
  const formats = useFormats();
  if (!doubtful.actor) return null;
  const lacks = doubtful.missing.map(missing);
  return (
    <ActorRow
      actor={doubtful.actor}
      detail={
        <>
          <span className={styles.reasons}>
            {formats.list(
              doubtful.toVerify.map((reason) => t(`reasonShort.${reason}`)),
              'and',
            )}
          </span>
          {lacks.length > 0 && <div>{t('verify.lacks', { what: formats.list(lacks, 'and') })}</div>}
        </>
      }
      end={
        <span>
          {doubtful.newest
            ? t('verify.newest', { date: formats.date(doubtful.newest) })
            : t('verify.undated')}
        </span>
      }
    />
  );
}

function Records(props: VerifyProps) {
  const { state, setState } = props;
  const { t } = useTranslation('data');
  const formats = useFormats();
  const missing = useMissing();
  const [limit, setLimit] = useState(STEP);
  const query = useQuery(DataToVerifyDocument, {
    variables: {
      reasons: state.raison === 'TOUTES' ? null : [state.raison],
      family: state.famille || null,
      territoryId: state.departement || null,
      limit,
    },
  });
  return (
    <>
      <Filters {...props} />
      <QueryView
        query={query}
        data={(query.data ?? query.previousData)?.toVerify}
        skeleton={{ shape: 'rows', count: 8 }}
      >
        {({ total, actors }) =>
          total === 0 ? (
            <EmptyState
              title={t('verify.none')}
              action={
                <Button onClick={() => setState({ raison: 'TOUTES', famille: '', departement: '' })}>
                  {t('verify.clear')}
                </Button>
              }
            >
              {t('verify.noneTodo')}
            </EmptyState>
          ) : (
            <div className={styles.stack}>
              <p className={styles.soft} role="status">
                {t('verify.found', { count: total, written: formats.number(total) })}
              </p>
              <Rows label={t('verify.title')} ranked>
                {actors.map((doubtful) => (
                  <DoubtfulRow key={doubtful.actorId} doubtful={doubtful} missing={missing} />
                ))}
              </Rows>
              {actors.length < total && limit < 500 && (
                <div>
                  <Button onClick={() => setLimit(Math.min(500, limit + STEP * 2))}>
                    {t('rows.more', { shown: formats.number(actors.length), total: formats.number(total) })}
                  </Button>
                </div>
              )}
            </div>
          )
        }
      </QueryView>
    </>
  );
}

/** What to verify first: records one cannot rely on, and records that may be the same actor. */
export function Verify(props: VerifyProps) {
  const { state, setState } = props;
  const { t } = useTranslation('data');
  const formats = useFormats();
  const pairs = useQuery(DataDuplicateCountDocument).data?.duplicateCount;
  return (
    <Section
      title={t(state.vue === 'fiches' ? 'verify.title' : 'duplicates.title')}
      lead={t(state.vue === 'fiches' ? 'verify.lead' : 'duplicates.lead')}
    >
      <div>
        <Segmented
          label={t('verify.view')}
          value={state.vue}
          onChange={(vue) => setState({ vue })}
          segments={[
            { value: 'fiches', label: t('verify.records') },
            {
              value: 'doublons',
              label:
                pairs == null
                  ? t('verify.pairs')
                  : t('verify.pairsCount', { count: pairs, written: formats.number(pairs) }),
            },
          ]}
        />
      </div>
      {state.vue === 'fiches' ? <Records {...props} /> : <Duplicates />}
    </Section>
  );
}
