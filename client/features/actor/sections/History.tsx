import { useQuery } from '@apollo/client/react';
import { ArrowRight } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Row, Rows } from '../../../components/display/Rows';
import { SourceLink } from '../../../components/display/SourceLink';
import { useValueText } from '../../../components/facts/WhoSays';
import { Section } from '../../../components/frame/Page';
import { QueryView } from '../../../components/states/QueryView';
import { ActorHistoryDocument, type ActorHistoryQuery } from '../../../graphql/generated/graphql';
import { useFormats, useLocalText } from '../../../i18n/useLanguage';
import styles from './History.module.css';

type Entry = NonNullable<ActorHistoryQuery['actorHistory']>[number];
type ChangedRow = Entry['rows'][number];

/** Changes that are shown. */
const SHOWN = 50;

function ChangedCells({ row }: { row: ChangedRow }) {
  const { t } = useTranslation('actor');
  const text = useLocalText();
  const show = useValueText();
  return (
    <li>
      {row.sheet !== 'actors' && (
        <span>
          {text(row.labelFr, row.labelEn)} · {row.label} · {t(`history.outcome.${row.outcome}`)}
        </span>
      )}
      {row.outcome === 'UPDATED' && (
        <dl className={styles.cells}>
          {row.cells.map(({ column, labelFr, labelEn, before, after }) => (
            <div key={column}>
              <dt>{text(labelFr, labelEn)}</dt>
              <dd>
                <del>{before == null ? t('history.empty') : show(before)}</del>
                <ArrowRight size={14} role="img" aria-label={t('history.becomes')} />
                <span>{after == null ? t('history.empty') : show(after)}</span>
              </dd>
            </div>
          ))}
        </dl>
      )}
      {row.sheet === 'actors' && row.outcome !== 'UPDATED' && (
        <span>{t(`history.outcome.${row.outcome}`)}</span>
      )}
    </li>
  );
}

function HistoryRow({ entry }: { entry: Entry }) {
  const { t } = useTranslation('actor');
  const formats = useFormats();
  const { change } = entry;
  const kind = t(`history.kind.${change?.kind ?? 'WORKBOOK'}`);
  return (
    <Row
      title={change?.undoneBy ? <del>{kind}</del> : kind}
      detail={
        <>
          {[
            change?.title,
            change?.by ? t('history.by', { by: change.by }) : null,
            change?.undoneBy ? t('history.undone') : null,
          ]
            .filter(Boolean)
            .join(' · ')}
          {change?.source && (
            <div>
              <SourceLink source={change.source} />
            </div>
          )}
        </>
      }
      end={<time dateTime={entry.at}>{formats.date(entry.at)}</time>}
    >
      <ul className={styles.rows}>
        {entry.rows.map((row, index) => (
          <ChangedCells key={index} row={row} />
        ))}
      </ul>
    </Row>
  );
}

/** Who changed what of an actor and when, the newest first. */
export function History({ id }: { id: string }) {
  const { t } = useTranslation('actor');
  const query = useQuery(ActorHistoryDocument, {
    variables: { id, limit: SHOWN },
    fetchPolicy: 'cache-and-network',
  });
  return (
    <Section
      title={t('history.title')}
      lead={t('history.lead')}
      end={<Link to="/donnees?partie=importer">{t('history.seeAll')}</Link>}
    >
      <QueryView
        query={query}
        data={(query.data ?? query.previousData)?.actorHistory}
        skeleton={{ shape: 'rows', count: 2 }}
      >
        {(entries) =>
          entries.length === 0 ? (
            <p className={styles.none}>{t('history.none')}</p>
          ) : (
            <Rows label={t('history.title')}>
              {entries.map((entry) => (
                <HistoryRow key={entry.importId} entry={entry} />
              ))}
            </Rows>
          )
        }
      </QueryView>
    </Section>
  );
}
