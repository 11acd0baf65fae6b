import { useTranslation } from 'react-i18next';
import { Figure, Figures } from '../../../components/display/Figure';
import { Row, Rows } from '../../../components/display/Rows';
import { Progress } from '../../../components/states/Progress';
import type { CoverageInput, CoverageLevel } from '../../../graphql/generated/graphql';
import { useFormats } from '../../../i18n/useLanguage';
import { useVocabulary } from '../../../i18n/useVocabulary';
import { decimalsOf } from '../coverageMeasures';
import type { RegisterAnswer } from '../registerAnswer';
import { useRegister } from '../useRegister';
import type { useSentences } from '../useSentences';
import { AbsentLists } from './AbsentLists';
import { AbsentMap } from './AbsentMap';
import { RegisterPicker } from './RegisterPicker';
import { WriteTo } from './WriteTo';
import styles from './Absent.module.css';

/** Properties of {@link Absent}. */
export interface AbsentProps {
  file: File | null;
  onFile: (file: File) => void;
  level: CoverageLevel;
  input: CoverageInput;
  minutes: number;
  sentences: ReturnType<typeof useSentences>;
}

/** Who of a register the graph does not know, where, whom to write to, and what coverage would be with them. */
export function Absent({ file, onFile, level, input, minutes, sentences }: AbsentProps) {
  const { t } = useTranslation('coverage');
  const { answer, fault, isWaiting } = useRegister(file, level, input);
  return (
    <div className={styles.absent} aria-busy={isWaiting || undefined}>
      <div className={styles.head}>
        <h2>{t('absent.title')}</h2>
        <p>{t('absent.lead')}</p>
      </div>
      <RegisterPicker file={file} fault={fault} onFile={onFile} />
      {isWaiting && !answer && <Progress label={t('absent.matching')} />}
      {answer && (
        <>
          <Counts answer={answer} />
          <div className={styles.where}>
            <AbsentMap answer={answer} />
            <AbsentLists answer={answer} />
          </div>
          <WriteTo file={file!} level={level} input={input} answer={answer} />
          <Change answer={answer} minutes={minutes} sentences={sentences} />
        </>
      )}
    </div>
  );
}

function Counts({ answer }: { answer: RegisterAnswer }) {
  const { t } = useTranslation('coverage');
  const { number, percent } = useFormats();
  const family = useVocabulary('actorFamily');
  return (
    <>
      {answer.kinds.map((kind) => (
        <section key={kind.kind} aria-label={family.label(kind.kind)}>
          <h3>{t(`absent.register.${answer.register}`)}</h3>
          <Figures>
            <Figure value={number(kind.inRegister)} label={t('absent.inRegister')} />
            <Figure value={number(kind.sure)} label={t('absent.sure')} />
            <Figure value={number(kind.toReview)} label={t('absent.toReview')} />
            <Figure value={number(kind.absent)} label={t('absent.absentCount')} />
            <Figure
              value={percent(kind.share)}
              label={t('absent.share')}
              note={t('absent.inGraph', { count: kind.inGraph, number: number(kind.inGraph) })}
            />
          </Figures>
        </section>
      ))}
      {(answer.outside > 0 || answer.problems > 0 || answer.unplaced > 0) && (
        <p className={styles.note}>
          {t('absent.leftOut', {
            outside: number(answer.outside),
            problems: number(answer.problems),
            unplaced: number(answer.unplaced),
          })}
        </p>
      )}
    </>
  );
}

/** Units that gain most, as the list shows them. */
const SHOWN = 8;

function Change({
  answer,
  minutes,
  sentences,
}: Pick<AbsentProps, 'minutes' | 'sentences'> & { answer: RegisterAnswer }) {
  const { t } = useTranslation('coverage');
  const { number } = useFormats();
  const { change } = answer;
  const gaining = change.units.filter(({ gain }) => (gain ?? 0) > 1e-9);
  return (
    <section aria-labelledby="if-they-took-part" className={styles.change}>
      <h3 id="if-they-took-part">{t('absent.change')}</h3>
      <p>
        {t('absent.reached', { people: sentences.people(change.newlyReached), minutes })}{' '}
        {change.regionAfter !== null &&
          t('absent.outcome', {
            context: sentences.unit,
            count: change.regionAfter,
            before: number(change.regionBefore, decimalsOf(change.regionAfter)),
            after: number(change.regionAfter, decimalsOf(change.regionAfter)),
          })}
      </p>
      <p className={styles.note}>
        {sentences.unit === 'EQUAL'
          ? t('absent.changeNote')
          : change.assumedWeight === null
            ? t('absent.noWeight')
            : t('absent.assumedNote', {
                weight: t(`weights.unit.${sentences.unit}`, {
                  count: change.assumedWeight,
                  number: number(change.assumedWeight, 1),
                }),
              })}
      </p>
      {gaining.length > 0 && (
        <Rows label={t('scenario.gains')} ranked>
          {gaining.slice(0, SHOWN).map(({ territoryId, name, people, before, after, gain }) => (
            <Row
              key={territoryId}
              title={name}
              to={`/territoires/${territoryId}`}
              detail={t('scenario.gain', {
                people: sentences.people(people),
                before: number(before, decimalsOf(after)),
                after: number(after, decimalsOf(after)),
              })}
              end={t('scenario.plus', { number: number(gain, decimalsOf(gain)) })}
            />
          ))}
        </Rows>
      )}
    </section>
  );
}
