import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { Disclosure } from '../../../../components/display/Disclosure';
import { Figure, Figures } from '../../../../components/display/Figure';
import { Rows } from '../../../../components/display/Rows';
import { ActorRow } from '../../../../components/facts/ActorRow';
import { DataRegisterDocument, type JobPartsFragment } from '../../../../graphql/generated/graphql';
import { useFormats } from '../../../../i18n/useLanguage';
import { useWriter, writeContext } from '../../../../lib/writeToken';
import { Absences } from './Absences';
import { Doubts } from './Doubts';
import { Remarks } from './Remarks';
import styles from './Register.module.css';

/** What a register is beside a workbook: rows that are known, doubtful, absent, and what it no longer has; nothing for a workbook. */
export function RegisterPart({ job }: { job: JobPartsFragment }) {
  const { t } = useTranslation('data');
  const formats = useFormats();
  const context = writeContext(useWriter());
  const variables = { id: job.id };
  const query = useQuery(DataRegisterDocument, { variables, context, fetchPolicy: 'no-cache' });
  const register = query.data?.importJob?.register;
  if (!register) return null;
  const gone = register.goneActors ?? [];
  const figure = (name: 'sure' | 'doubtful' | 'absent' | 'outside' | 'leftOut' | 'problems') => (
    <Figure
      value={formats.number(register[name])}
      label={t(`register.${name}`)}
      note={t(`register.${name}Note`)}
    />
  );
  return (
    <div className={styles.part}>
      <h3>{t('register.title', { format: t(`register.format.${register.format}`) })}</h3>
      <Figures>
        {figure('sure')}
        {figure('doubtful')}
        {figure('absent')}
        {register.outside > 0 && figure('outside')}
        {register.leftOut > 0 && figure('leftOut')}
        {register.problems > 0 && figure('problems')}
      </Figures>
      {register.leftOut + register.problems > 0 && <Remarks job={job} />}
      {register.doubtful > 0 && <Doubts job={job} />}
      {register.absent > 0 && <Absences job={job} />}
      {register.isPartial && (
        <p className={styles.soft}>
          {t('register.partial', {
            count: register.bearers,
            bearers: formats.number(register.bearers),
            rows: formats.number(register.rows),
          })}
        </p>
      )}
      {gone.length > 0 && (
        <Disclosure
          summary={t('register.gone', {
            count: gone.length,
            written: formats.number(gone.length),
          })}
        >
          <p className={styles.soft}>{t('register.goneTodo')}</p>
          <Rows label={t('register.goneLabel')}>
            {gone.map((actor) => (
              <ActorRow key={actor.id} actor={actor} />
            ))}
          </Rows>
        </Disclosure>
      )}
    </div>
  );
}
