import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { Row, Rows } from '../../../components/display/Rows';
import { SourceLink } from '../../../components/display/SourceLink';
import { Section } from '../../../components/frame/Page';
import { EmptyState } from '../../../components/states/EmptyState';
import { QueryView } from '../../../components/states/QueryView';
import { DataChangesDocument, type ChangePartsFragment } from '../../../graphql/generated/graphql';
import { useFormats } from '../../../i18n/useLanguage';
import { UndoButton } from './UndoButton';
import styles from './Import.module.css';

/** What a change did, in words: “2 créées, 3 modifiées”; nothing for what changed no row. */
function useCountWords() {
  const { t } = useTranslation('data');
  const formats = useFormats();
  return ({ created, updated, removed }: ChangePartsFragment['counts']) =>
    [
      created > 0 && t('change.created', { count: created, written: formats.number(created) }),
      updated > 0 && t('change.updated', { count: updated, written: formats.number(updated) }),
      removed > 0 && t('change.removed', { count: removed, written: formats.number(removed) }),
    ]
      .filter(Boolean)
      .join(', ');
}

function Change({ change }: { change: ChangePartsFragment }) {
  const { t } = useTranslation('data');
  const formats = useFormats();
  const words = useCountWords();
  const title = change.title || t(`change.kind.${change.kind}`);
  const facts = [
    change.title ? t(`change.kind.${change.kind}`) : null,
    change.by ? t('change.by', { by: change.by }) : null,
    words(change.counts) || null,
  ].filter(Boolean);
  const canUndo = change.kind !== 'SEED' && !change.undoneBy;
  return (
    <Row
      title={change.undoneBy ? <del>{title}</del> : title}
      detail={
        <>
          {facts.join(' · ')}
          {change.source && (
            <div>
              <SourceLink source={change.source} />
            </div>
          )}
        </>
      }
      end={
        <>
          {change.undoneBy && <span>{t('change.undone')}</span>}
          <time dateTime={change.appliedAt}>{formats.date(change.appliedAt)}</time>
          {canUndo && <UndoButton small id={change.id} title={title} />}
        </>
      }
    />
  );
}

/** The dated changes of the graph, the newest first; each of them can be undone as a whole. */
export function History({ limit, short = false }: { limit: number; short?: boolean }) {
  const { t } = useTranslation('data');
  const query = useQuery(DataChangesDocument, { variables: { limit }, fetchPolicy: 'cache-and-network' });
  return (
    <Section title={t('history.title')} lead={short ? undefined : t('history.lead')}>
      <QueryView
        query={query}
        data={(query.data ?? query.previousData)?.datedChanges}
        skeleton={{ shape: 'rows', count: 3 }}
      >
        {(changes) =>
          changes.length === 0 ? (
            <EmptyState title={t('history.empty')}>{t('history.emptyTodo')}</EmptyState>
          ) : (
            <div className={styles.stack}>
              <Rows label={t('history.title')}>
                {changes.map((change) => (
                  <Change key={change.id} change={change} />
                ))}
              </Rows>
            </div>
          )
        }
      </QueryView>
    </Section>
  );
}
