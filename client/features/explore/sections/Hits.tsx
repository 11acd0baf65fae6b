import { useQuery } from '@apollo/client/react';
import { Plus } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { IconButton } from '../../../components/controls/IconButton';
import { FamilyIcon } from '../../../components/display/FamilyIcon';
import { Highlight } from '../../../components/display/Highlight';
import { Row, Rows } from '../../../components/display/Rows';
import { canvasKey } from '../../../components/facts/canvasPath';
import { kindIcons } from '../../../components/search/SearchHits';
import { hitPath } from '../../../components/search/searchTypes';
import { ExploreHitsDocument, type ExploreHitsQuery } from '../../../graphql/generated/graphql';
import { useLanguage } from '../../../i18n/useLanguage';
import type { Explore } from '../state/useExplore';
import styles from './Hits.module.css';

type Hit = NonNullable<ExploreHitsQuery['search']>[number];

/** The key of an answer on the canvas. */
function keyOf({ kind, id }: Pick<Hit, 'kind' | 'id'>): string {
  return canvasKey(kind.toLowerCase() as Lowercase<typeof kind>, id);
}

/** What the text names, of every kind, each with its page and a way to the canvas. */
export function Hits({ explore }: { explore: Explore }) {
  const { t } = useTranslation('explore');
  const { t: frame } = useTranslation('frame');
  const language = useLanguage();
  const text = explore.state.q.trim();
  const { data, previousData } = useQuery(ExploreHitsDocument, {
    variables: { text, language },
    skip: text === '',
  });
  const hits = (data ?? previousData)?.search ?? [];
  if (text === '') return null;
  return (
    <section aria-label={t('hits')} className={styles.hits}>
      <p role="status" className={styles.status}>
        {hits.length === 0 ? t('noHit', { text }) : t('hitCount', { count: hits.length })}
      </p>
      <Rows label={t('hits')} ranked>
        {hits.map((hit) => {
          const Icon = kindIcons[hit.kind];
          const key = keyOf(hit);
          return (
            <Row
              key={`${hit.kind} ${hit.id}`}
              mark={
                hit.family ? <FamilyIcon family={hit.family} size={26} /> : <Icon size={18} aria-hidden />
              }
              title={<Highlight text={hit.label} query={text} />}
              to={hitPath(hit)}
              detail={
                <Highlight
                  text={[frame(`kind.${hit.kind}`), hit.acronym, hit.detail].filter(Boolean).join(' · ')}
                  query={text}
                />
              }
              end={
                <IconButton
                  label={t('putOnCanvas', { name: hit.label })}
                  icon={<Plus size={18} aria-hidden />}
                  onClick={() => explore.actions.add(key)}
                />
              }
            />
          );
        })}
      </Rows>
    </section>
  );
}
