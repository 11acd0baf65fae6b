import { useMutation, useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Button } from '../../../../components/controls/Button';
import { Select } from '../../../../components/controls/Select';
import { Row, Rows } from '../../../../components/display/Rows';
import { QueryView } from '../../../../components/states/QueryView';
import {
  DataDecideDoubtsDocument,
  DataRegisterDoubtsDocument,
  type DataRegisterDoubtsQuery,
  type JobPartsFragment,
} from '../../../../graphql/generated/graphql';
import { useFormats } from '../../../../i18n/useLanguage';
import { WriteProblem } from '../../writing/WriteProblem';
import { useWriter, writeContext } from '../../../../lib/writeToken';
import styles from './Register.module.css';

type Doubt = NonNullable<DataRegisterDoubtsQuery['importDoubts']>['rows'][number];
type Candidate = Doubt['candidates'][number];

/** Rows that are decided at once, at most. */
const SHOWN = 200;
/** Choices that are no actor: to be left for later, and to be created. */
const LATER = '';
const NEW = '+';

/** What was decided of a row already. */
function decidedOf({ decidedActorId, isNew }: Doubt): string {
  return isNew ? NEW : (decidedActorId ?? LATER);
}

/** Why a row may be an actor: “nom proche, commune identique”. */
function Why({ candidate }: { candidate: Candidate }) {
  const { t } = useTranslation('data');
  const formats = useFormats();
  const { actor, actorId, probability, reasons } = candidate;
  const words = reasons.map(({ field, level }) =>
    t('duplicates.reason', {
      field: t(`duplicates.field.${field}`),
      level: t(field === 'commune' ? `duplicates.communeLevel.${level}` : `duplicates.level.${level}`),
    }),
  );
  return (
    <li>
      <Link to={`/acteurs/${encodeURIComponent(actorId)}`}>{actor?.name ?? actorId}</Link>
      <span className={styles.soft}>
        {[actor?.locatedIn[0]?.name ?? t('duplicates.noPlace'), ...words, formats.percent(probability)].join(
          ' · ',
        )}
      </span>
    </li>
  );
}

interface DoubtRowProps {
  doubt: Doubt;
  choice: string;
  onChoose: (choice: string) => void;
}

function DoubtRow({ doubt, choice, onChoose }: DoubtRowProps) {
  const { t } = useTranslation('data');
  const { name, town, candidates } = doubt;
  return (
    <Row title={name} detail={town ?? t('duplicates.noPlace')}>
      <div className={styles.doubt}>
        <ul className={styles.candidates} aria-label={t('register.candidates', { name })}>
          {candidates.map((candidate) => (
            <Why key={candidate.actorId} candidate={candidate} />
          ))}
        </ul>
        <Select
          label={t('register.whoIs', { name })}
          value={choice}
          onChange={onChoose}
          options={[
            { value: LATER, label: t('register.later') },
            ...candidates.map(({ actorId, actor }) => ({
              value: actorId,
              label: t('register.isActor', { name: actor?.name ?? actorId }),
            })),
            { value: NEW, label: t('register.isNew') },
          ]}
        />
      </div>
    </Row>
  );
}

/** The rows of a register that may be an actor: what they are like, and who they are, decided together. */
export function Doubts({ job }: { job: JobPartsFragment }) {
  const { t } = useTranslation('data');
  const formats = useFormats();
  const context = writeContext(useWriter());
  const [choices, setChoices] = useState<ReadonlyMap<string, string>>(new Map());
  const query = useQuery(DataRegisterDoubtsDocument, {
    variables: { id: job.id, limit: SHOWN },
    context,
    fetchPolicy: 'no-cache',
  });
  const [decide, deciding] = useMutation(DataDecideDoubtsDocument, { context, errorPolicy: 'all' });
  const decisions = [...choices].flatMap(([row, choice]) =>
    choice === LATER ? [] : [{ row, actorId: choice === NEW ? null : choice }],
  );
  const save = () => void decide({ variables: { id: job.id, decisions } }).catch(() => undefined);
  return (
    <section className={styles.block} aria-labelledby="register-doubts">
      <h4 id="register-doubts">{t('register.doubtsTitle')}</h4>
      <p className={styles.soft}>{t('register.doubtsLead')}</p>
      <WriteProblem error={deciding.error} />
      <QueryView query={query} data={query.data?.importDoubts} skeleton={{ shape: 'rows', count: 3 }}>
        {({ rows, total }) => (
          <>
            <div className={styles.tall}>
              <Rows label={t('register.doubtsTitle')}>
                {rows.map((doubt) => (
                  <DoubtRow
                    key={doubt.row}
                    doubt={doubt}
                    choice={choices.get(doubt.row) ?? decidedOf(doubt)}
                    onChoose={(choice) => setChoices(new Map(choices).set(doubt.row, choice))}
                  />
                ))}
              </Rows>
            </div>
            <div className={styles.actions}>
              <Button look="primary" disabled={decisions.length === 0} busy={deciding.loading} onClick={save}>
                {t('register.decide', { count: decisions.length, written: formats.number(decisions.length) })}
              </Button>
              {rows.length < total && (
                <span className={styles.soft}>
                  {t('register.firstOnes', {
                    shown: formats.number(rows.length),
                    total: formats.number(total),
                  })}
                </span>
              )}
            </div>
          </>
        )}
      </QueryView>
    </section>
  );
}
